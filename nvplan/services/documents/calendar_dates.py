"""The plan's dates ahead as a calendar of whole days; a month without a day is told but put on no day."""

from __future__ import annotations

from nvplan.model.dates import format_date
from nvplan.model.document import Block, Cell, Document, Fact, Paragraph, Table, TableColumn
from nvplan.services.documents.dates import plan_dates
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.session import PlanSession
from nvplan.texts import documents as texts
from nvplan.texts import documents_lists as words


def build(session: PlanSession, request: Request) -> Document:
    """Return the dates, for the county or for one actor."""
    view = View(session, request)
    found = plan_dates(view)
    months = [one for one in found if not one.is_day]
    blocks: list[Block] = [Paragraph(text=words.CALENDAR_NONE, tone="missing")]
    if found:
        blocks = [Table(
            caption=words.CALENDAR_TABLE, row_keys=tuple(one.key for one in found),
            columns=(TableColumn(title=words.COLUMN_DATE, kind="date", weight=2),
                     TableColumn(title=words.CALENDAR_WHAT, weight=6)),
            rows=tuple((Cell(text=format_date(one.date)), Cell(text=one.what)) for one in found))]
    extra = Fact(label=words.CALENDAR_MONTHS, value=words.months_only(len(months)))
    return view.document("kalender", texts.TITLE_CALENDAR, blocks, extra=(extra,),
                         events=[one.event() for one in found if one.is_day])
