"""Rules about the plans as wholes: what they leave out, where they contradict themselves, what is left of last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.catalog import anchors
from nvplan.catalog.following import answers_to, goal_anchor
from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.collation import fold
from nvplan.model.dates import first_day, format_date, last_day
from nvplan.model.objects import INDEX_MEASURES, Attachment, Effort, Goal, Meeting, MeetingItem
from nvplan.model.progress import Progress, actors_of, progress
from nvplan.model.requirement import PLANS
from nvplan.services.reading.applying import out_of_place
from nvplan.services.reading.carried import unconfirmed
from nvplan.services.reading.object_references import dangling
from nvplan.services.reading.plan_names import plan_in_sentence
from nvplan.services.reading.plan_terms import MAY_BE_ONE, say_it_once, terms_of, written_as_one
from nvplan.services.reading.status import plan_progress
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, missing, name_of
from nvplan.texts import review as review_texts

#: Chapters that every kommun answers for itself.
_MUNICIPAL = (("kontinuitet", "2.1", anchors.CONTINUITY_PART), ("patientkontrakt", "3.8", anchors.AGREEMENT_PART))
#: The text on equality with the account of the year that it belongs to.
_EQUALITY = {anchors.JOINT_EQUALITY: anchors.JOINT_YEAR, anchors.CONTINUITY_EQUALITY: anchors.CONTINUITY_YEAR}
_REVIEWS = (anchors.VISION_REVIEW, anchors.JOINT_REVISION, anchors.CONTINUITY_REVISION, anchors.AGREEMENT_REVIEW)


@check("kontinuitet-utan-indexinsats")
def nothing_aims_at_the_index(context: Context) -> Iterator[Hit]:
    """Yield the continuity plan where it has insatser and none of them aims at the index."""
    efforts = [one for one in context.objects("insats", Effort) if "kontinuitet" in one.plans]
    goals = {one.id for one in context.objects("mal", Goal)
             if goal_anchor(one.national, anchors.INDEX_GOALS) or one.measure in INDEX_MEASURES}
    aims = any(goals & set(one.goals) or any(answers_to(one.requirements, goal) for goal in anchors.INDEX_GOALS)
               for one in efforts)
    if not aims and efforts:
        yield hit("plan:kontinuitet")


@check("patientkontrakt-utan-sip")
def contract_without_sip(context: Context) -> Iterator[Hit]:
    """Yield the question on other plans where the chapter is begun and nothing is said about SIP."""
    told = any(fold(str(row.get("plan", ""))).startswith("sip") and row.get("relation") not in (None, "", "oklart")
               for row in context.rows(anchors.RELATION))
    if not told and (context.begun("3.0") or not context.is_draft):
        yield hit(asked(anchors.RELATION))


@check("kommun-utan-medverkan")
def silent_municipalities(context: Context) -> Iterator[Hit]:
    """Yield kommuner that have answered nothing in a chapter that is theirs, once another has begun it."""
    known = all_questions()
    for plan, chapter, first in _MUNICIPAL:
        if not context.begun(chapter) and context.is_draft:
            continue
        title = plan_form("kontinuitet" if plan == "kontinuitet" else "patientkontrakt").chapter(chapter).title
        spoke = {actor for (actor, question), answer in context.state.answers.items()
                 if answer.value is not None and question in known and known[question].chapter == chapter}
        for actor in actors_of(known[first], context.state.actors):
            if actor.id not in spoke:
                yield hit(asked(first, actor.id), actor=actor.name, title=title)


@check("riktvarde-som-grans")
def guide_value_as_limit(context: Context) -> Iterator[Hit]:
    """Yield the guide value where it is used as a cap or a floor, or alike for all without a local reason."""
    used = str(context.value(anchors.GUIDE_USE))
    reasoned = context.value(anchors.GUIDE_REASON) is not None
    if used in ("tak", "golv") or (used == "lika_riktpunkt" and not reasoned):
        yield hit(asked(anchors.GUIDE_USE), how=review_texts.GUIDE_USE[used],
                  why="" if reasoned else review_texts.GUIDE_NO_REASON)


@check("jamstalldhet-saknas")
def no_equality(context: Context) -> Iterator[Hit]:
    """Yield the texts on equality that are empty though the year is told, or the plan is no draft any more."""
    for question, account in _EQUALITY.items():
        due = context.value(account) is not None or (question == anchors.JOINT_EQUALITY and not context.is_draft)
        if due and context.value(question) is None:
            yield hit(asked(question))


@check("sikt-bakvand")
def terms_backwards(context: Context) -> Iterator[Hit]:
    """Yield the short term where it ends after the long one."""
    short, long = context.value(anchors.SHORT_END), context.value(anchors.LONG_END)
    if isinstance(short, str) and isinstance(long, str) and first_day(short) > last_day(long):
        yield hit(asked(anchors.SHORT_END), short=format_date(short), long=format_date(long))


@check("planuppgifter-tva")
def terms_of_one_plan_twice(context: Context) -> Iterator[Hit]:
    """Yield what is said of the two handlingsplaner in two places though they are said to be one."""
    if not written_as_one(context.state) or say_it_once(context.state):
        return
    one, other = (terms_of(context.state, plan) for plan in MAY_BE_ONE)
    if one and other:
        yield hit(at("planuppgift", other[0]), one=name_of(one[0]), other=name_of(other[0]))


@check("oversyn-passerad")
def reviews_passed(context: Context) -> Iterator[Hit]:
    """Yield days of review that have passed; a day taken over from last year counts only once it is confirmed."""
    once = say_it_once(context.state)
    for question in _REVIEWS:
        if once and question == anchors.AGREEMENT_REVIEW:
            continue  # it is the day of the plan for continuity, which is told already
        answer = context.state.answer(question)
        if isinstance(answer.value, str) and not answer.carried and context.passed(answer.value):
            yield hit(asked(question), date=format_date(answer.value), what=all_questions()[question].label)
    for one in context.objects("underlag", Attachment):
        if context.passed(one.review):
            yield hit(at("underlag", one), date=format_date(one.review),
                      what=review_texts.REVIEW_NAMED.format(title=name_of(one)))


@check("beslutad-utan-datum")
def decided_without_day(context: Context) -> Iterator[Hit]:
    """Yield a decided plan without the day or the body of the decision."""
    info = context.state.info
    lacks = missing((review_texts.DECIDED, info.standing_date), (review_texts.BODY, info.standing_body))
    if info.standing == "beslutad" and lacks:
        yield hit("plan:gemensam", missing=lacks)


@check("beslutad-ofullstandig")
def decided_incomplete(context: Context) -> Iterator[Hit]:
    """Yield the plans that are decided with core questions left."""
    for plan in PLANS if context.state.info.standing == "beslutad" else ():
        found = plan_progress(plan_form(plan), context.state)
        left = found.applicable - found.whole
        if left:
            yield hit(f"plan:{plan}", left=left, plan=plan_in_sentence(context.state, plan))


@check("overtaget-obekraftat")
def carried_unconfirmed(context: Context) -> Iterator[Hit]:
    """Yield the plans with answers from last year's plan that nobody has confirmed."""
    for plan in PLANS:
        questions = [stop.question.id for stop in unconfirmed(context.state, plan)]
        if questions:
            yield _counted(plan, questions)


@check("overhoppat")
def skipped_when_sent(context: Context) -> Iterator[Hit]:
    """Yield the plans with questions to come back to though the plan is no draft any more."""
    known = all_questions()
    for plan in PLANS if not context.is_draft else ():
        questions = [question for (_, question), answer in context.state.answers.items()
                     if answer.skipped and question in known and known[question].plan == plan]
        if questions:
            yield _counted(plan, questions)


def _counted(plan: str, questions: Sequence[str]) -> Hit:
    """Return so many questions, the first ones by their words: a person sees no id."""
    known = all_questions()
    asked_for = [f"”{known[name].label}”" for name in sorted(set(questions))]
    return hit(f"plan:{plan}", count=len(questions), questions=review_texts.some(asked_for, 3))


@check("svar-utan-fraga")
def answers_out_of_place(context: Context) -> Iterator[Hit]:
    """Yield the answers that no plan shows: their question is not asked, as the other answers are."""
    for stop in out_of_place(context.state):
        yield hit(asked(stop.question.id, stop.actor), what=stop.question.label)


@check("kapitel-utan-mote")
def chapters_undiscussed(context: Context) -> Iterator[Hit]:
    """Yield the plans with chapters whose core is answered and that were on no meeting's table."""
    discussed = {chapter for one in context.objects("mote", Meeting) for chapter in one.chapters}
    treated = (all_questions().get(one.question) for one in context.objects("motespunkt", MeetingItem))
    discussed |= {question.chapter for question in treated if question is not None}
    for plan in PLANS:
        form = plan_form(plan)
        left = []
        for chapter in form.chapters:
            found: Progress = progress(form.of_chapter(chapter.id), context.state, form.by_id)
            if chapter.id not in discussed and 0 < found.applicable == found.whole:
                left.append(chapter.title)
        if left:
            yield hit(f"plan:{plan}", chapters=review_texts.some(left, 12))


@check("hanvisning-saknas")
def pointing_at_nothing(context: Context) -> Iterator[Hit]:
    """Yield objects that point at something that is gone."""
    for mention, identity in dangling(context.state):
        yield hit(f"{mention.kind}:{mention.id}", title=mention.title or mention.id, missing=identity,
                  field=f"”{mention.field}”")
