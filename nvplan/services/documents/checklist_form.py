"""The checklist on pages to fill in on a screen: a row for each requirement by area with fields, and the questions.

What is filled in comes back by the rows' keys, as in the other forms. A requirement that binds several is judged by
each in a copy of its own: in the county's its row is for reading, and so are the questions that each actor answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.model.compliance import assessment, bound
from nvplan.model.document import Block, Bullets, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, Requirement
from nvplan.services.documents.chapters import shown_on_line
from nvplan.services.documents.checklist_paper import LONGEST_ANSWER, answered, binding, by_area, met, told
from nvplan.services.documents.mailing_questions import answer_cell, how_to_choose
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

_JUDGEMENTS = tuple(told for code, told in documents_texts.JUDGEMENT.items() if code != "ej_bedomd")


def form(view: View, chosen: Sequence[Requirement], summary: Sequence[Block], about: Sequence[Block]) -> list[Block]:
    """Return what comes back, how far the plans have come, the requirements area by area, and the core questions."""
    county = view.actor is None
    comes_back = checklist_texts.COMES_BACK_COUNTY if county else checklist_texts.COMES_BACK_ACTOR
    known = [one for one in chosen if bound(one, view.actors)]
    return [
        Paragraph(text=checklist_texts.FILL_IN), Bullets(items=comes_back), *about, *summary,
        Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), Paragraph(text=checklist_texts.MODALITIES),
        *(_area(view, name, here) for name, here in by_area(view, known)),
        Heading(level=1, text=documents_texts.GRID_QUESTIONS),
        *(_questions(view, plan_form(plan)) for plan in PLANS)]


# -- requirements ----------------------------------------------------------------------------------------------------
def _area(view: View, name: str, chosen: Sequence[Requirement]) -> Table:
    now = (TableColumn(title=checklist_texts.COLUMN_NOW, weight=2),) if view.actor is None else ()
    work = () if view.actor is None else (
        TableColumn(title=documents_texts.LABEL_WORK, kind="choice", weight=2,
                    choices=tuple(documents_texts.WORK_STATUS.values())),)
    return Table(
        caption=checklist_texts.area(name, len(chosen)), first_column_is_header=True, wide=True,
        row_keys=tuple(f"krav-{assessment(view.state, one.id, _owner(view, one)).id}" for one in chosen),
        columns=(TableColumn(title=documents_texts.LABEL_REQUIREMENT, weight=12),
                 TableColumn(title=documents_texts.LABEL_BINDS, weight=3),
                 *now,
                 TableColumn(title=documents_texts.LABEL_JUDGEMENT, kind="choice", weight=2, choices=_JUDGEMENTS),
                 *work,
                 TableColumn(title=documents_texts.LABEL_EVIDENCE, weight=3),
                 TableColumn(title=documents_texts.LABEL_REASON, weight=3)),
        rows=tuple(_row(view, one) for one in chosen))


def _owner(view: View, one: Requirement) -> str:
    """Return who judges a requirement in this copy: its actor, the only one that it binds, or the whole county."""
    if view.actor is not None:
        return view.actor.id
    binds = bound(one, view.actors)
    return binds[0].id if len(binds) == 1 else WHOLE_COUNTY


def _row(view: View, one: Requirement) -> tuple[Cell, ...]:
    first = (Cell(text=told(view, one)), Cell(text=binding(view, one)))
    owner = _owner(view, one)
    if owner == WHOLE_COUNTY:
        return (*first, met(view, one), Cell(text="", shared=True), Cell(text="", shared=True),
                Cell(text="", shared=True))
    found = assessment(view.state, one.id, owner)
    stored = found.id in view.state.objects.get("kravbedomning", {})
    if stored:
        view.show(found, "work", "judgement", "reason", "evidence")
    judged = "" if found.judgement == "ej_bedomd" else documents_texts.JUDGEMENT[found.judgement]
    now = (met(view, one),) if view.actor is None else ()
    work = () if view.actor is None else (
        Cell(text=documents_texts.WORK_STATUS[found.work] if stored else "", blank=True),)
    return (*first, *now, Cell(text=judged, blank=True), *work, Cell(text="\n".join(found.evidence), blank=True),
            Cell(text=found.reason, blank=True))


# -- core questions --------------------------------------------------------------------------------------------------
def _questions(view: View, form: PlanForm) -> Table:
    asked = [one for one in form.questions
             if (one.core or view.request.every_question) and not one.guest and view.asked(one, form)
             and not kind_of(one).is_shown_alone]
    return Table(
        caption=plan_name(view.state, form.plan), first_column_is_header=True,
        row_keys=tuple(f"fraga-{one.id}@{_answers(view, form, one)}" for one in asked),
        columns=(TableColumn(title=documents_texts.GRID_QUESTION, weight=5),
                 TableColumn(title=documents_texts.COLUMN_ACTOR, weight=2),
                 TableColumn(title=documents_texts.ANSWER_LABEL, weight=6)),
        rows=tuple(_asked(one, *_answer(view, form, one)) for one in asked))


def _asked(question: Question, who: Cell, answer: Cell) -> tuple[Cell, ...]:
    """Return a question's row; where a choice is answered here it says how many answers it takes."""
    how = how_to_choose(question, in_pages=True) if answer.blank and kind_of(question).is_chosen else []
    return Cell(text="\n".join((question.label, *([" ".join(how)] if how else ())))), who, answer


def _answers(view: View, form: PlanForm, question: Question) -> str:
    asked = view.asked(question, form)
    return asked[0] if len(asked) == 1 else WHOLE_COUNTY


def _answer(view: View, form: PlanForm, question: Question) -> tuple[Cell, Cell]:
    """Return who answers and the answer: a field where it may be written here, else as it reads."""
    owner = _answers(view, form, question)
    if len(view.asked(question, form)) > 1:
        return Cell(text=checklist_texts.EACH), answered(view, form, question)
    answer = view.answer(question, owner)
    county = owner == WHOLE_COUNTY
    name = documents_texts.WHOLE_COUNTY if county else view.actor_name(owner)
    if (county and view.actor is not None) or kind_of(question).has_columns:
        text = shown_on_line(question, answer, LONGEST_ANSWER) if answer.value is not None else (
            documents_texts.NOT_ANSWERED)
        return Cell(text=name), Cell(text=text, missing=answer.value is None, shared=True)
    return Cell(text=name), answer_cell(question, answer)
