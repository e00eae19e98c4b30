"""The document `vfu`: weeks and places, kommun by kommun, for two spring terms."""

from __future__ import annotations

from collections.abc import Sequence
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
    return "" if answered or request.working else documents_reports_texts.vfu_nothing()


def build(session: OpenPlan, request: Request) -> Document:
    """Return the report; for an RSS the kommuner that it gathers.

    Raises:
        InputError: the occasion is about another form.
    """
    report, title = reports_for(session, "vfu", request)[0], documents_reports_texts.TITLES["vfu"]
    found = vfu_table(report.state, request.actor)
    if not request.working:
        return submitted([report], title, _table(report, found), _with_terms(facts(report), found))
    about = [one.model_copy(update={"items": _with_terms(one.items, found)}) if isinstance(one, Facts) else one
             for one in occasion_blocks(report)]
    blocks = [*about, *warning_blocks(found.faults), _answered(found),
              *instruction_blocks(report), *_table(report, found, silence=False)]
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


def _table(report: Report, found: VfuTable, *, silence: bool = True) -> list[Block]:
    """Return the numbers of those who have given some, what they say together, and who has given none.

    Without `silence` who has given none stands elsewhere.
    """
    item = next(one for one in report.items if one.type == "tabell")
    columns = [one for one in report.items if one.parent == item.id]
    heading = Heading(level=1, text=documents_reports_texts.NUMBERED.format(
        number=number_of(item), text=documents_reports_texts.VFU_TABLE))
    begun = [row for row in found.rows if row.is_begun]
    if not begun:
        who = found.rows[0].actor.name if len(found.rows) == 1 else ""
        return [heading, Paragraph(text=documents_reports_texts.vfu_nothing(who), tone="missing")]
    rows = [_row(row) for row in begun]
    if len(begun) > 1:
        sums = (_number(found.total(term, column)) for term, column in _CELLS)
        rows.append((Cell(text=documents_reports_texts.TOTAL), *sums))
    silent = [row.actor.name for row in found.rows if not row.is_begun and silence]
    return [
        heading,
        _increase(found),
        Table(
            caption=item.text,
            rows=tuple(rows),
            first_column_is_header=True,
            columns=tuple(
                TableColumn(title=_title(column, found), weight=3 if place else 5, kind="number" if place else "text")
                for place, column in enumerate(columns)
            ),
        ),
        *([Paragraph(text=documents_reports_texts.vfu_silent(brief(silent)), tone="missing")] if silent else []),
    ]


def _increase(found: VfuTable) -> Paragraph:
    """Return how many more weeks the second term has, over those who have told both; that none has is said."""
    increases = [row.increase for row in found.rows if row.increase is not None]
    if not increases:
        return Paragraph(text=documents_reports_texts.VFU_NO_INCREASE, tone="missing")
    more = sum(increases, Decimal(0))
    return Paragraph(text=documents_reports_texts.vfu_increase(
        more, format_number(abs(more)), (len(increases), len(found.rows)), found.years))


def _with_terms(facts: Sequence[Fact], found: VfuTable) -> tuple[Fact, ...]:
    """Return the facts with the two terms that the numbers are of in place of the occasion's period.

    The period of an occasion is a calendar year, whose last day is after the day on which the numbers are handed in.
    """
    terms = documents_reports_texts.vfu_terms(found.years)
    return tuple(one.model_copy(update={"value": terms}) if one.label == documents_reports_texts.LABEL_PERIOD else one
                 for one in facts)


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
