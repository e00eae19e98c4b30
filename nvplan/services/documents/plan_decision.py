"""What is to be decided of a plan, worded as if it had been; or what was decided, by whom and when."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.dates import date_order
from nvplan.model.document import Block, Bullets, Heading, Paragraph
from nvplan.model.objects import AWAITED, Decision
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.frame import standing_text
from nvplan.services.documents.plan_page import UNTIL_ANSWER, adopted
from nvplan.services.documents.statements import chosen_statements, sentence
from nvplan.services.documents.view import View
from nvplan.services.documents.words import when
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts

#: The answer that says when a plan is looked over.
REVIEW_ANSWER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_REVISION, "kontinuitet": anchors.CONTINUITY_REVISION,
                                      "patientkontrakt": anchors.AGREEMENT_REVIEW}


#: So many days of decisions that are still to be made are told.
_MOST_AWAITED = 3
#: A plan that does not bind says so where it is to be decided.
_NOT_BINDING = ("rekommendation", "arbetsmaterial")


def decision_blocks(view: View, plan: PlanKey, title: str, appendix: Appendix, level: int = 1) -> list[Block]:
    """Return what the bodies are to decide, one action a point; of a decided plan, by whom and when it was."""
    info = view.state.info
    if info.standing == "beslutad":
        return [Heading(level=level, text=page_texts.DECIDED), Paragraph(text=page_texts.decided(standing_text(info))),
                *by_body(view, plan, appendix)]
    told = adopted(view, plan)
    if told:
        return [Heading(level=level, text=page_texts.DECIDED), Paragraph(text=told)]
    points, missing = _points(view, plan)
    about = page_texts.PROPOSAL_ABOUT
    if view.is_one_body:
        about = page_texts.PROPOSAL_ALONE.format(region=view.session.county.region)
    adopts = page_texts.ADOPTS.format(plan=title, county=view.session.county.name)
    return [Heading(level=level, text=page_texts.PROPOSAL), Paragraph(text=" ".join([
        *([] if binds(view, plan) else standing_told(view, plan)), about])),
            Bullets(items=(adopts, *points), numbered=True), *missing, *_expected(view, plan),
            *by_body(view, plan, appendix)]


def _points(view: View, plan: PlanKey) -> tuple[list[str], list[Block]]:
    """Return from when to when the plan holds and when it is looked over, and the line of what nobody has said."""
    form, year = plan_form(plan), view.state.info.years.first
    items, missing = [], []
    for identity, words, not_set in ((UNTIL_ANSWER[plan], page_texts.HOLDS, page_texts.NOT_SET["until"]),
                                     (REVIEW_ANSWER[plan], page_texts.REVIEWED, page_texts.NOT_SET["review"])):
        answer = view.answer(form.by_id[identity])
        if answer.value is None:
            missing.append(not_set)
        else:
            text = shown(form.by_id[identity], answer)
            items.append(words.format(year=year, date=text, when=when(str(answer.value))))
    return items, [Paragraph(text=" ".join(missing), tone="missing")] if missing else []


def binds(view: View, plan: PlanKey) -> bool:
    """Whether nothing is said of the joint plan but that it binds whom adopts it; the other plans bind their body."""
    return plan != "gemensam" or view.state.answer(anchors.JOINT_STANDING).value not in _NOT_BINDING


def standing_told(view: View, plan: PlanKey) -> list[str]:
    """Return how far the joint plan binds, where it says so of itself: who adopts it is to know."""
    if plan != "gemensam":
        return []
    question = plan_form(plan).by_id[anchors.JOINT_STANDING]
    answer = view.answer(question)
    if answer.value is None:
        return []
    return [sentence(question, view.tellings(plan)[question.id], answer)]


def _expected(view: View, plan: PlanKey) -> list[Block]:
    """Return when bodies are to decide on the plan, where that is told."""
    found = sorted((one for one in view.objects(Decision)
                    if one.subject == plan and one.outcome in AWAITED and one.date),
                   key=lambda one: (date_order(one.date), one.title))
    if not found:
        return []
    told = []
    for one in found[:_MOST_AWAITED]:
        view.show(one, "subject", "outcome")
        day = documents_plans_texts.between(view.text(one, "date"), view.text(one, "date_to"))
        told.append(page_texts.expected(view.text(one, *(("actor",) if one.actor else ("body",))), day))
    return [Paragraph(lead=page_texts.EXPECTED, text=page_texts.all_expected(told, len(found) - len(told)))]


def by_body(view: View, plan: PlanKey, appendix: Appendix) -> list[Block]:
    """Return what each body has decided of the joint plan, told with names; the other plans have one body.

    That none of them has said it is told in a sentence.
    """
    if plan != "gemensam":
        return []
    form = plan_form(plan)
    question = form.by_id[anchors.JOINT_DECISIONS]
    if all(view.answer(question, one).value is None for one in view.asked(question, form)):
        words = page_texts.NOT_TREATED_ALONE if view.is_one_body else page_texts.NOT_TREATED
        text = words.format(region=view.session.county.region)
        return [] if view.state.info.standing == "beslutad" else [Paragraph(text=text, tone="missing")]
    return chosen_statements(view, form, [question], appendix)
