"""The checklist: every requirement in force with its assessment, and every core question with its answer.

On pages it is a table with a row for each requirement and fields to fill in, in a spreadsheet two tables with a row for
each requirement and actor, and for each core question and actor. Their keys are `krav-<requirement>@<actor>` (the
assessment's id) and `fraga-<question>@<actor>`; the actor is `lan` where the county is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import plan_sets, requirements_in_force
from nvplan.model.compliance import bound, tally
from nvplan.model.document import Block, Document, Paragraph, Table, TableColumn
from nvplan.model.document import Cell as TableCell
from nvplan.model.requirement import PLANS, Requirement
from nvplan.services.documents.checklist_boxes import boxes
from nvplan.services.documents.checklist_form import form
from nvplan.services.documents.checklist_grid import grid
from nvplan.services.documents.checklist_paper import paper
from nvplan.services.documents.registry import Request
from nvplan.services.documents.summary import progress_of
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import common as common_texts
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts


def build(session: OpenPlan, request: Request) -> Document:
    """Return the checklist for the county or for one actor."""
    view = View(session, request)
    chosen = requirements_in_force(view.state.info)
    summary = _summary(view, chosen)
    about = _heading_notes(view, chosen)
    blocks = boxes(view, chosen, summary, about) if request.as_boxes else form(
        view, chosen, summary, [Paragraph(text=_sets(view, chosen), tone="note")])
    document = view.document("checklista", documents_texts.CHECKLIST_TITLE, blocks,
                             grid_blocks=grid(view, chosen, _summary_sheet(view, chosen)))
    return document.model_copy(update={"paper_blocks": tuple(paper(view, chosen, about))})


def _sets(view: View, chosen: Sequence[Requirement]) -> str:
    """Return which set the requirements are of, and which others there are, so that it need not stand with each."""
    info = view.state.info
    known = plan_sets(info)
    told = documents_texts.CHECKLIST_SET.format(set=known[info.requirement_set].label)
    others = [known[one].label for one in dict.fromkeys(one.set for one in chosen) if one != info.requirement_set]
    return f"{told} {checklist_texts.OTHER_SETS.format(sets='; '.join(others))}" if others else told


def _heading_notes(view: View, chosen: Sequence[Requirement]) -> list[Block]:
    """Return what holds for all items, so that it need not stand with each: what a tick means, and the set."""
    if view.request.as_boxes:
        tick = documents_texts.CHECKLIST_TICK if view.actor is None else documents_texts.CHECKLIST_TICK_ACTOR
    else:
        several = any(len(bound(one, view.actors)) > 1 for one in chosen)
        tick = checklist_texts.TICKED_SEVERAL if several else checklist_texts.TICKED
    return [Paragraph(text=f"{tick} {_sets(view, chosen)}", tone="note")]


def _summary(view: View, chosen: Sequence[Requirement]) -> list[Block]:
    plans = Table(
        caption=documents_texts.SUMMARY_PROGRESS,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_texts.COLUMN_PLAN, weight=5),
            TableColumn(title=documents_texts.COLUMN_ANSWERED, weight=3),
        ),
        rows=tuple(_plan_row(view, plan_form(plan)) for plan in PLANS),
    )
    return [plans, _tallied(view, chosen)]


def _summary_sheet(view: View, chosen: Sequence[Requirement]) -> list[Block]:
    """Return the same for a spreadsheet, on one sheet: how far the plans have come stands above the table."""
    lines = (checklist_texts.progress(*(cell.text for cell in _plan_row(view, plan_form(plan)))) for plan in PLANS)
    return [Paragraph(text="\n".join(lines), tone="note"), _tallied(view, chosen)]


def _tallied(view: View, chosen: Sequence[Requirement]) -> Table:
    counted = tally(chosen, view.state, view.actors)
    return Table(
        caption=documents_texts.SUMMARY_REQUIREMENTS, first_column_is_header=True,
        columns=(TableColumn(title=documents_texts.COLUMN_MODALITY, weight=3),
                 *(TableColumn(title=title, kind="number", weight=2) for title in checklist_texts.OUTCOMES)),
        rows=tuple((TableCell(text=documents_texts.MODALITY[modality]),
                    *(TableCell(text=str(count), number=Decimal(count)) for count in counts.values()))
                   for modality, counts in counted.items() if any(counts.values())))


def _plan_row(view: View, form: PlanForm) -> tuple[TableCell, ...]:
    found = progress_of(view, form)
    return (TableCell(text=plan_name(view.state, form.plan)),
            TableCell(text=common_texts.whole_questions(
                found.whole, found.applicable, found.started, found.to_confirm)))
