"""The plan's dates ahead as a calendar: days, spans, and notes on the last day of what is no more exact than that."""

from __future__ import annotations

from nvplan.model.dates import format_date
from nvplan.model.document import Block, Cell, Document, Fact, Paragraph, Table, TableColumn
from nvplan.services.documents.dates import plan_dates
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that no dates lie ahead, where none do."""
    return "" if plan_dates(View(session, request)) else documents_lists_texts.CALENDAR_NONE


def build(session: OpenPlan, request: Request) -> Document:
    """Return the dates, for the county or for one actor."""
    view = View(session, request)
    found = plan_dates(view)
    inexact = [one for one in found if not one.is_day and not one.event().until]
    blocks: list[Block] = [Paragraph(text=documents_lists_texts.CALENDAR_NONE, tone="missing")]
    if found:
        blocks = [Table(
            caption=documents_lists_texts.CALENDAR_TABLE, row_keys=tuple(one.key for one in found),
            columns=(TableColumn(title=documents_lists_texts.COLUMN_DATE, kind="date", weight=2),
                     TableColumn(title=documents_lists_texts.CALENDAR_WHAT, weight=6)),
            rows=tuple((Cell(text=format_date(one.date)), Cell(text=one.what)) for one in found))]
    extra = Fact(label=documents_lists_texts.CALENDAR_INEXACT, value=documents_lists_texts.inexact(len(inexact)))
    return view.document("kalender", documents_texts.TITLE_CALENDAR, blocks, extra=(extra,),
                         events=[one.event(request.alarm) for one in found])
