"""What stands last in a plan: what nobody has answered of its core, section by section, and what is to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.catalog.questions import PlanForm
from nvplan.model.document import Block, Bullets, Heading, Paragraph
from nvplan.model.plan import WHOLE_COUNTY, Answer
from nvplan.model.progress import answer_share
from nvplan.model.question import Question
from nvplan.services.documents.by_actor import noun_for, short_name
from nvplan.services.documents.frame import core_questions, not_whole, progress_of
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts


def unanswered_section(view: View, forms: Sequence[PlanForm], level: int) -> list[Block]:
    """Return what of the core is not answered by everyone asked, a paragraph for each section of the plan.

    These are the questions that the plan's page counts as not answered in full, those about the work with the plan
    among them. Of several plans each has a heading of its own.
    """
    parts = [(form, list(_sections(view, form))) for form in forms]
    heading = Heading(level=level, text=documents_plans_texts.UNANSWERED)
    waiting = _to_confirm(view, forms)
    if not any(paragraphs for _, paragraphs in parts):
        return [heading, Paragraph(text=documents_plans_texts.NOTHING_UNANSWERED), *waiting]
    blocks: list[Block] = [heading]
    if any(_silent_beside(view, form) for form in forms):
        blocks.append(Paragraph(text=documents_plans_texts.UNANSWERED_IN_PLANS if len(forms) > 1
                                else documents_plans_texts.UNANSWERED_BESIDE))
    for form, paragraphs in parts:
        if len(forms) > 1 and paragraphs:
            blocks.append(Heading(level=level + 1, text=plan_name(view.state, form.plan)))
        blocks += paragraphs
    return [*blocks, *waiting]


def _sections(view: View, form: PlanForm) -> Iterator[Paragraph]:
    told = view.tellings(form.plan)
    left = not_whole(form, view.state, view.actor)
    for section in view.sections(form.plan):
        items = [_item(view, form, one, told[one.id].heading) for one in left if one.chapter in section.chapters]
        if items:
            yield Paragraph(lead=section.title, text=statements_texts.start(statements_texts.together(items)))


def _silent_beside(view: View, form: PlanForm) -> bool:
    """Whether a question outside the core is answered by some of those asked and not by others."""
    told = view.tellings(form.plan)
    for question in form.questions:
        if question.core or question.per != "aktor" or told[question.id].role == "arbetsfraga":
            continue
        given = [view.state.answer(question.id, one).value is not None for one in view.asked(question, form)]
        if any(given) and not all(given):
            return True
    return False


def _item(view: View, form: PlanForm, question: Question, heading: str) -> str:
    asked = view.asked(question, form)
    if question.per != "aktor" or len(asked) == 1:
        found = progress_of(form, question, view.state, view.actor)
        return statements_texts.partly_answered(heading) if found.started else heading
    shares = {one: answer_share(question, view.state.answer(question.id, one)) for one in asked}
    silent = [short_name(view, one) for one in asked if view.state.answer(question.id, one).value is None]
    partly = [short_name(view, one) for one in asked if 0 < shares[one] < 1]
    return statements_texts.not_answered(
        heading, silent, [short_name(view, one) for one in asked], noun_for(view, asked), partly)


def _to_confirm(view: View, forms: Sequence[PlanForm]) -> list[Block]:
    """Return the core questions with answers from last year's plan that nobody has confirmed."""
    items = []
    for form in forms:
        for question in core_questions(form, view.state, view.actor):
            carried = [actor for actor in view.asked(question, form) if _waits(view.state.answer(question.id, actor))]
            if carried:
                names = [short_name(view, actor) for actor in carried if actor != WHOLE_COUNTY]
                items.append(view.tellings(form.plan)[question.id].heading
                             + documents_plans_texts.to_confirm_from(names if view.actor is None else []))
    if not items:
        return []
    about = documents_plans_texts.to_confirm_about(len(items))
    return [Paragraph(text=about, tone="note"), Bullets(items=tuple(items))]


def _waits(answer: Answer) -> bool:
    return answer.carried and answer.value is not None
