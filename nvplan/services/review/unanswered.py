"""Rules about what a plan does not have yet: what is not answered, entered or judged, gathered and not line by line."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog.questions import plan_form
from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.objects import Effort, Goal
from nvplan.model.progress import progress
from nvplan.model.requirement import PLANS
from nvplan.services.reading.plan_names import plan_in_sentence
from nvplan.services.reading.status import requirement_tally
from nvplan.services.review.context import Context, Hit, check, hit
from nvplan.texts import review as review_texts

#: How many chapters a sentence names.
_MOST_CHAPTERS = 6


@check("karna-obesvarad")
def core_unanswered(context: Context) -> Iterator[Hit]:
    """Yield the plans with core questions left, with the chapters that they stand in; a decided plan has its own rule.

    What waits to be confirmed is told by that rule and not here.
    """
    for plan in PLANS if context.state.info.standing != "beslutad" else ():
        form = plan_form(plan)
        chapters, left, asked = [], 0, 0
        for chapter in form.chapters:
            found = progress(form.of_chapter(chapter.id), context.state, form.by_id)
            missing = found.applicable - found.whole - found.to_confirm
            asked += found.applicable
            left += missing
            if missing > 0:
                chapters.append(f"{chapter.title} ({missing})")
        if left > 0:
            yield hit(f"plan:{plan}", left=left, asked=asked, plan=plan_in_sentence(context.state, plan),
                      chapters=review_texts.some(chapters, _MOST_CHAPTERS))


@check("register-tomt")
def registers_empty(context: Context) -> Iterator[Hit]:
    """Yield the lists of insatser and goals where a plan has nothing in them."""
    for kind, efforts in (("insats", context.objects("insats", Effort)), ("mal", context.objects("mal", Goal))):
        with_any = {plan for one in efforts for plan in one.plans}
        without = [plan_in_sentence(context.state, plan) for plan in PLANS if plan not in with_any]
        if without:
            belonging = [plan_in_sentence(context.state, plan) for plan in PLANS if plan in with_any]
            one, several = review_texts.ENTERED_ELSEWHERE[kind]
            count = sum(1 for effort in efforts if effort.plans)
            rest = (one if count == 1 else several).format(
                count=count, plans=review_texts.listed(belonging)) if belonging else ""
            apart = sum(1 for effort in efforts if not effort.plans)
            rest += review_texts.entered_apart(kind, apart)
            yield hit(f"{kind}:", what=review_texts.NONE_ENTERED[kind], plans=review_texts.listed(without), rest=rest)


@check("krav-obedomda")
def requirements_unjudged(context: Context) -> Iterator[Hit]:
    """Yield the checklist where there are ska-krav that nobody has judged."""
    counted = requirement_tally(context.state)["ska"]
    if counted["unassessed"]:
        of_plans = {one.id for plan in PLANS for one in requirements_in_force(context.state.info, plan)
                    if one.modality == "ska"}
        yield hit("krav:", count=counted["unassessed"], all=sum(counted.values()), plans=len(of_plans))
