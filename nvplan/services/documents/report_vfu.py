"""The document `vfu`: weeks and places, kommun by kommun, for two spring terms."""

from __future__ import annotations

from decimal import Decimal

from nvplan.model.document import Block, Cell, Document, Fact, Facts, Heading, Paragraph, Table, TableColumn
from nvplan.model.numbers import format_number
from nvplan.model.reporting import ReportItem
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_frame import (
    brief,
    instruction_blocks,
    occasion_blocks,
    reports_for,
    submitted,
    warning_blocks,
    whole,
)
from nvplan.services.documents.report_submission import facts
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.opening import Report, number_of
from nvplan.services.reports.vfu import VfuRow, VfuTable, vfu_table
from nvplan.texts import documents_reports as documents_reports_texts

#: The form's years, which stand in its headings; the county's own two take their place.
_PRINTED = (2022, 2023)
_CELLS = (("done", "weeks"), ("done", "places"), ("expected", "weeks"), ("expected", "places"))


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that nobody has answered, where nobody has."""
    report = reports_for(session, "vfu", request)[0]
    answered = any(row.is_begun for row in vfu_table(report.state, request.actor).rows)
    return "" if answered or request.working else documents_reports_texts.VFU_NOTHING


def build(session: OpenPlan, request: Request) -> Document:
    """Return the report; for an RSS the kommuner that it gathers.

    Raises:
        InputError: the occasion is about another form.
    """
    report, title = reports_for(session, "vfu", request)[0], documents_reports_texts.TITLES["vfu"]
    found = vfu_table(report.state, request.actor)
    if not request.working:
        return submitted([report], title, _table(report, found), facts(report))
    blocks = [*occasion_blocks(report), *warning_blocks(found.faults), _answered(found),
              *instruction_blocks(report), *_table(report, found)]
    return whole([report], documents_reports_texts.WORKING_TITLE.format(title=title), blocks)


def _answered(found: VfuTable) -> Facts:
    answered = [row.actor.name for row in found.rows if row.is_answered]
    missing = [row.actor.name for row in found.rows if not row.is_answered]
    return Facts(
        items=(
            Fact(
                label=documents_reports_texts.VFU_ANSWERED,
                value=documents_reports_texts.of(len(answered), len(found.rows)),
            ),
            Fact(
                label=documents_reports_texts.LABEL_MISSING,
                value=documents_reports_texts.listed(brief(missing)) or documents_reports_texts.NONE_MISSING,
                missing=bool(missing),
            ),
        )
    )


def _table(report: Report, found: VfuTable) -> list[Block]:
    item = next(one for one in report.items if one.type == "tabell")
    columns = [one for one in report.items if one.parent == item.id]
    rows = tuple(_row(row) for row in found.rows)
    total = (Cell(text=documents_reports_texts.TOTAL), *(_number(found.total(term, column)) for term, column in _CELLS))
    answered = any(row.is_begun for row in found.rows)
    return [
        Heading(
            level=1,
            text=documents_reports_texts.NUMBERED.format(
                number=number_of(item), text=documents_reports_texts.VFU_TABLE
            ),
        ),
        Table(
            caption=item.text,
            rows=(*rows, total) if answered else rows,
            first_column_is_header=True,
            columns=tuple(
                TableColumn(title=_title(column, found), weight=3 if place else 4, kind="number" if place else "text")
                for place, column in enumerate(columns)
            ),
        ),
        _increase(found),
    ]


def _increase(found: VfuTable) -> Block:
    """Return how many more weeks the second term has, over those who have told both; that none has is said."""
    increases = [row.increase for row in found.rows if row.increase is not None]
    if not increases:
        return Paragraph(text=documents_reports_texts.VFU_NO_INCREASE, tone="missing")
    told = documents_reports_texts.vfu_increase(
        format_number(sum(increases, Decimal(0))), len(increases), len(found.rows))
    return Facts(items=(Fact(label=documents_reports_texts.VFU_INCREASE, value=told,
                             missing=len(increases) < len(found.rows)),))


def _title(column: ReportItem, found: VfuTable) -> str:
    text = column.text
    for printed, year in zip(_PRINTED, found.years, strict=True):
        text = text.replace(f"vårterminen {printed}", f"vårterminen {year}") if str(printed) in column.text else text
    return documents_reports_texts.NUMBERED.format(number=number_of(column), text=text)


def _row(row: VfuRow) -> tuple[Cell, ...]:
    values = [getattr(getattr(row, term), column) for term, column in _CELLS]
    return (Cell(text=row.actor.name), *(_number(value) for value in values))


def _number(value: Decimal | None) -> Cell:
    if value is None:
        return Cell(text=documents_reports_texts.NOT_ANSWERED, missing=True)
    return Cell(text=format_number(value), number=value)
