"""The checklist for paper: a row for each requirement by area with boxes to tick and room to write, and the questions.

What is written on paper comes back through a person; the formats that are filled in on a screen have the checklist's
own items.
"""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.reference import code_lists
from nvplan.catalog.requirements import is_proposed
from nvplan.model.compliance import assessment, bound, requirement_status
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, Modality, Requirement
from nvplan.model.safetext import one_line
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.view import View
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

#: The most binding first, as a reader of an area meets them.
_ORDER: tuple[Modality, ...] = ("lag", "ska", "mal", "bor", "central", "kan")
#: The judgements that have a box each.
_BOXES = ("uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt")
#: So much of an answer stands on paper, and whom it lacks by name up to so many.
_LONGEST_ANSWER, _MOST_NAMES = 160, 4


def paper(view: View, chosen: Sequence[Requirement], about: Sequence[Block]) -> list[Block]:
    """Return the requirements area by area, and apart from them the core questions with what is answered."""
    known = [one for one in chosen if bound(one, view.actors)]
    blocks: list[Block] = [Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS),
                           Paragraph(text=checklist_texts.HOW), *about]
    areas = code_lists()["omrade"]
    names = [code.id for code in areas.codes]
    for area in sorted({one.area for one in known}, key=lambda one: names.index(one) if one in names else len(names)):
        here = sorted((one for one in known if one.area == area), key=lambda one: _ORDER.index(one.modality))
        blocks.append(_area(view, areas.label(area), here))
    return [*blocks, Heading(level=1, text=documents_texts.GRID_QUESTIONS),
            Paragraph(text=checklist_texts.QUESTIONS_ABOUT),
            *(_questions(view, plan_form(plan)) for plan in PLANS)]


def _area(view: View, name: str, chosen: Sequence[Requirement]) -> Table:
    boxes = tuple(TableColumn(title=checklist_texts.BOXES[one], kind="tick", weight=1) for one in _BOXES)
    return Table(
        caption=checklist_texts.area(name, len(chosen)),
        first_column_is_header=True,
        columns=(TableColumn(title=checklist_texts.COLUMN_REQUIREMENT, weight=12),
                 TableColumn(title=checklist_texts.COLUMN_BINDS, weight=3),
                 TableColumn(title=checklist_texts.COLUMN_NOW, weight=3), *boxes,
                 TableColumn(title=checklist_texts.COLUMN_NOTE, weight=7)),
        rows=tuple(_row(view, one) for one in chosen))


def _row(view: View, one: Requirement) -> tuple[Cell, ...]:
    """Return a requirement's row; a box is ticked where it is judged so by the one it is about, or by all."""
    title = documents_texts.PROPOSED.format(title=one.title) if is_proposed(one) else one.title
    status = requirement_status(one, view.state, view.actors)
    if view.actor is None:
        judged = "uppfyllt" if status.outcome == "met" else ""
        now = Cell(text=checklist_texts.met(status.met, status.assessed, status.applicable),
                   missing=not status.assessed)
        note = ""
    else:
        found = assessment(view.state, one.id, view.actor.id)
        if found.id in view.state.objects.get("kravbedomning", {}):
            view.show(found, "work", "judgement", "reason", "evidence")
        judged = found.judgement
        now = Cell(text=documents_texts.JUDGEMENT[judged], missing=judged == "ej_bedomd")
        note = "\n".join(part for part in (*found.evidence, found.reason) if part)
    hint = checklist_texts.TYPICAL.format(evidence=one.evidence) if one.evidence and not note else ""
    return (Cell(text=f"{title}\n{one.text}"), Cell(
        text=checklist_texts.binds(documents_texts.MODALITY[one.modality], one.addressees)), now,
            *(Cell(text="", ticked=judged == box) for box in _BOXES), Cell(text=note or hint, missing=not note))


# -- core questions --------------------------------------------------------------------------------------------------
def _questions(view: View, form: PlanForm) -> Table:
    asked = [one for one in form.questions if one.core and not one.guest and view.asked(one, form)]
    return Table(
        caption=documents_texts.PLAN_NAME[form.plan],
        first_column_is_header=True,
        columns=(TableColumn(title=documents_texts.GRID_QUESTION, weight=5),
                 TableColumn(title=checklist_texts.COLUMN_ANSWER, weight=5),
                 TableColumn(title=checklist_texts.COLUMN_NEW, weight=4)),
        rows=tuple((Cell(text=one.label), _answer(view, form, one), Cell(text="")) for one in asked))


def _answer(view: View, form: PlanForm, question: Question) -> Cell:
    """Return what is answered in short: the county's own, or by how many and whom not."""
    asked = view.asked(question, form)
    given = [one for one in asked if view.answer(question, one).value is not None]
    if not given:
        return Cell(text=documents_texts.NOT_ANSWERED, missing=True)
    if asked == [WHOLE_COUNTY] or view.actor is not None:
        text = one_line(shown(question, view.answer(question, asked[0])), _LONGEST_ANSWER)
        county = view.actor is not None and asked == [WHOLE_COUNTY]
        return Cell(text=checklist_texts.COUNTY_ANSWER.format(text=text) if county else text)
    silent = [short_name(view, one) for one in asked if one not in given]
    return Cell(text=checklist_texts.answered(len(given), len(asked), silent if len(silent) <= _MOST_NAMES else ()))
