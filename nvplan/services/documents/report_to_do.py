"""What is left before a report is handed in: each question that is not written, and what the plan has for it."""

from __future__ import annotations

from nvplan.model.document import Block, Cell, Table, TableColumn
from nvplan.services.documents.report_frame import brief, numbered, short
from nvplan.services.reports.drafting import OF_EFFORTS, Draft, drafts
from nvplan.services.reports.opening import Report
from nvplan.services.reports.standing import ItemStanding, standings
from nvplan.texts import documents_reports as documents_reports_texts


def to_do_blocks(report: Report) -> list[Block]:
    """Return what is left before the report is handed in: each item that is not written, and who is to answer."""
    left, known = [one for one in standings(report) if one.standing in documents_reports_texts.LEFT], drafts(report)
    if not left:
        return []
    rows = tuple((Cell(text=_called(one)), Cell(text=documents_reports_texts.LEFT[one.standing]),
                  Cell(text=_in_plan(known.get(one.item.id)))) for one in left)
    caption = documents_reports_texts.LEFT_WHEN_FROZEN if report.is_frozen else documents_reports_texts.TO_DO
    return [Table(caption=caption, rows=rows, first_column_is_header=True, columns=(
        TableColumn(title=documents_reports_texts.COLUMN_QUESTION, weight=6),
        TableColumn(title=documents_reports_texts.COLUMN_LEFT, weight=3),
        TableColumn(title=documents_reports_texts.COLUMN_IN_PLAN, weight=5)))]


def _called(one: ItemStanding) -> str:
    """Return what a question is called; equality throughout the report is no question, and is called by its heading."""
    return documents_reports_texts.EQUALITY if one.item.type == "anvisning" else numbered(one.item, short(one.item))


def _in_plan(draft: Draft | None) -> str:
    """Return what the plan has for a question: its answers and whose are missing, insatser alone, or nothing."""
    if draft is None:  # a column of the table on the målbild, which the plan fills and has nothing for
        return documents_reports_texts.PLAN_SILENT
    answered = [one for one in draft.linked if one.is_answered]
    if not answered:
        told = [part.kind for part in draft.parts if part.lines]
        if told:
            if all(kind in OF_EFFORTS for kind in told):
                return documents_reports_texts.ONLY_EFFORTS
            return documents_reports_texts.PARTLY_ANSWERED if draft.linked else documents_reports_texts.PLAN_ANSWERED
        return documents_reports_texts.PLAN_SILENT if draft.linked else documents_reports_texts.ONLY_HERE
    silent = list(dict.fromkeys(name for one in answered for name in one.missing))
    if silent:
        return documents_reports_texts.silent_from(brief(silent))
    return documents_reports_texts.PLAN_ANSWERED if len(answered) == len(draft.linked) else (
        documents_reports_texts.PARTLY_ANSWERED)
