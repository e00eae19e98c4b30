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
from nvplan.services.documents.checklist_answers import is_listed, told_answer
from nvplan.services.documents.checklist_paper import binding, by_area, met, told
from nvplan.services.documents.mailing_questions import answer_cell, how_to_choose
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

_JUDGEMENTS = tuple(told for code, told in documents_texts.JUDGEMENT.items() if code != "ej_bedomd")


def form(view: View, chosen: Sequence[Requirement], summary: Sequence[Block], about: Sequence[Block]) -> list[Block]:
    """Return what comes back, how far the plans have come, the requirements area by area, and the core questions."""
    if view.actor is not None:
        comes_back, stays = checklist_texts.COMES_BACK_ACTOR, checklist_texts.STAYS_ACTOR
    elif view.is_one_body:
        comes_back, stays = checklist_texts.COMES_BACK_ALONE, checklist_texts.STAYS_ALONE
    else:
        comes_back, stays = checklist_texts.COMES_BACK_COUNTY, checklist_texts.STAYS_COUNTY
    known = [one for one in chosen if bound(one, view.actors)]
    return [
        Paragraph(text=checklist_texts.FILL_IN), Bullets(items=comes_back), Paragraph(text=stays), *about, *summary,
        Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), Paragraph(text=checklist_texts.MODALITIES),
        *(_area(view, name, here) for name, here in by_area(view, known)),
        Heading(level=1, text=documents_texts.GRID_QUESTIONS),
        *(_questions(view, plan_form(plan)) for plan in PLANS)]


# -- requirements ----------------------------------------------------------------------------------------------------
def _area(view: View, name: str, chosen: Sequence[Requirement]) -> Table:
    work = () if view.actor is None else (
        TableColumn(title=documents_texts.LABEL_WORK, kind="choice", weight=2,
                    choices=tuple(documents_texts.WORK_STATUS.values())),)
    return Table(
        caption=checklist_texts.area(name, len(chosen)), first_column_is_header=True, wide=True,
        row_keys=tuple(f"krav-{assessment(view.state, one.id, _owner(view, one)).id}" for one in chosen),
        columns=(TableColumn(title=documents_texts.LABEL_REQUIREMENT, weight=12),
                 TableColumn(title=documents_texts.LABEL_BINDS, weight=3),
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
        nothing = Cell(text="", shared=True)
        return (*first, met(view, one).model_copy(update={"shared": True}), nothing, nothing)
    found = assessment(view.state, one.id, owner)
    stored = found.id in view.state.objects.get("kravbedomning", {})
    if stored:
        view.show(found, "work", "judgement", "reason", "evidence")
    judged = "" if found.judgement == "ej_bedomd" else documents_texts.JUDGEMENT[found.judgement]
    work = () if view.actor is None else (
        Cell(text=documents_texts.WORK_STATUS[found.work] if stored else "", blank=True),)
    return (*first, Cell(text=judged, blank=True, unfilled=documents_texts.JUDGEMENT["ej_bedomd"]), *work,
            Cell(text="\n".join(found.evidence), blank=True), Cell(text=found.reason, blank=True))


# -- core questions --------------------------------------------------------------------------------------------------
def _questions(view: View, form: PlanForm) -> Table:
    listed = [one for one in form.questions
              if (one.core or view.request.every_question) and is_listed(view, form, one)]
    return Table(
        caption=plan_name(view.state, form.plan), first_column_is_header=True, look="dense",
        row_keys=tuple(f"fraga-{one.id}@{_answers(view, form, one)}" for one in listed),
        columns=(TableColumn(title=documents_texts.GRID_QUESTION, weight=6),
                 TableColumn(title=documents_texts.ANSWER_LABEL, weight=8)),
        rows=tuple(_asked(view, form, one) for one in listed))


def _answers(view: View, form: PlanForm, question: Question) -> str:
    asked = view.asked(question, form)
    return asked[0] if len(asked) == 1 else WHOLE_COUNTY


def _asked(view: View, form: PlanForm, question: Question) -> tuple[Cell, Cell]:
    """Return a question's row: who answers where that is not the county, and how many answers a choice takes here."""
    answer, owner = _answer(view, form, question), _answers(view, form, question)
    # A list to open says by itself that one thing is chosen.
    chosen = bool(answer.boxes) or (bool(answer.choices) and bool(answer.own))
    how = how_to_choose(question, in_pages=True) if chosen else []
    if view.actor is None and owner != WHOLE_COUNTY and not view.is_one_body:
        how = [checklist_texts.ANSWERS.format(name=view.actor_name(owner)), *how]
    return Cell(text="\n".join((question.label, *([" ".join(how)] if how else ())))), answer


def _answer(view: View, form: PlanForm, question: Question) -> Cell:
    """Return the answer: a field where it may be written here, else as it reads, and why there is none."""
    asked, kind = view.asked(question, form), kind_of(question)
    county = view.actor is not None and asked == [WHOLE_COUNTY]
    if len(asked) == 1 and not county and not kind.has_columns:
        field = answer_cell(question, view.answer(question, asked[0]))
        return field.model_copy(update={"unfilled": documents_texts.NOT_ANSWERED})
    told = told_answer(view, form, question)
    if told.missing and kind.has_columns and len(asked) == 1 and not county:
        told = told.model_copy(update={"text": checklist_texts.NOT_ANSWERED_TABLE})
    return told.model_copy(update={"shared": len(asked) < 2})
