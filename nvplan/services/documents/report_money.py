"""The two money forms: the official fields in order, filled in as far as the plan goes, to be signed in ink."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.county import Actor
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
    TickItem,
    Ticks,
)
from nvplan.model.kinds import kind_of
from nvplan.model.reporting import ReportItem
from nvplan.services.documents.kinds import LOOKS
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_frame import (
    instruction_blocks,
    occasion_blocks,
    reports_for,
    tally_blocks,
    warning_blocks,
    whole,
)
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.money import kronor
from nvplan.services.reports.money_forms import Field, MoneyForm, fill
from nvplan.services.reports.opening import Report, number_of, open_reports
from nvplan.texts import documents_reports as documents_reports_texts


def build_form(session: OpenPlan, request: Request, document: str, title: str) -> Document:
    """Return the form, one for each body that hands one in, each on pages of its own.

    Raises:
        InputError: the actor hands in no such form, or the occasion is about another.
    """
    reports = reports_for(session, document, request)
    blocks: list[Block] = []
    for number, report in enumerate(reports):
        if number:
            blocks.append(PageBreak())
        if len(reports) > 1:
            blocks.append(
                Heading(level=1, text=report.actor.name if report.actor else documents_reports_texts.EVERYONE)
            )
        filled = fill(report, request.contacts, without_names=request.without_names)
        blocks += _form(report, filled, 1 if len(reports) == 1 else 2)
    return whole(reports, title, blocks).model_copy(update={"compact": True})


def recipients(session: OpenPlan, document: str, request: Request) -> list[Actor]:
    """Return the actors that hand in a form of their own."""
    found = open_reports(session, document, None, request.occasion)
    return [one.actor for one in found if one.actor is not None]


def _form(report: Report, form: MoneyForm, top: int) -> list[Block]:
    """Return one body's form; `top` is the level of its sections."""
    prefix = f"{report.actor.id}-" if report.actor and top > 1 else ""
    blocks = [*occasion_blocks(report, signed=True, alone=top == 1), *warning_blocks(form.faults),
              *tally_blocks(report, top), *instruction_blocks(report, top)]
    waiting: list[ReportItem] = []
    for item in report.items:
        if item.type == "falt":
            waiting.append(item)
            continue
        blocks += _table(waiting, form)
        waiting = []
        if item.type == "avsnitt":
            blocks.append(Heading(level=top, text=item.text))
            blocks += [Paragraph(text=item.note, tone="note")] if item.note else []
        elif item.type == "tabell":
            blocks += _costs(report, item, form)
        elif item.type == "val":
            blocks.append(_choice(item, form, prefix))
        elif item.type == "intygande":
            blocks.append(
                Paragraph(text=documents_reports_texts.NUMBERED.format(number=number_of(item), text=item.text))
            )
    return [*blocks, *_table(waiting, form), *_notes(form, top)]


def _table(items: Sequence[ReportItem], form: MoneyForm) -> list[Block]:
    """Return fields as a table with a cell to write in; a field left blank is an empty cell."""
    if not items:
        return []
    rows = tuple((Cell(text=documents_reports_texts.NUMBERED.format(number=number_of(item), text=item.text)),
                  _ink() if kind_of(item.field).is_ink else _cell(form.fields.get(number_of(item), Field())))
                 for item in items)
    sources = [documents_reports_texts.COLUMN_SOURCE.format(number=number_of(item), source=one.source) for item in items
               if (one := form.fields.get(number_of(item))) is not None and one.source]
    caption = documents_reports_texts.FIELDS if len(items) > 1 else documents_reports_texts.FIELD
    caption = caption.format(first=number_of(items[0]), last=number_of(items[-1]))
    table = Table(
        caption=caption,
        rows=rows,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_reports_texts.COLUMN_FIELD, weight=4),
            TableColumn(title=documents_reports_texts.COLUMN_VALUE, weight=6),
        ),
    )
    if not sources:
        return [table]
    return [table, Paragraph(text=documents_reports_texts.FROM.format(sources="; ".join(sources)), tone="note")]


def _ink() -> Cell:
    """Return a cell with room to sign in."""
    return Cell(text="\u00a0\n\u00a0\n\u00a0")


def _cell(one: Field) -> Cell:
    return Cell(
        text=one.text or (documents_reports_texts.NOT_GIVEN if one.missing else ""),
        number=one.amount,
        missing=one.missing,
    )


def _costs(report: Report, item: ReportItem, form: MoneyForm) -> list[Block]:
    columns = [one for one in report.items if one.parent == item.id]
    rows = tuple((Cell(text=cost.title),
                  Cell(text=kronor(cost.amount), number=cost.amount, missing=cost.amount is None))
                 for cost in form.costs)
    empty = (
        Cell(text=documents_reports_texts.NOT_GIVEN, missing=True),
        Cell(text=documents_reports_texts.NOT_GIVEN, missing=True),
    )
    return [
        Table(
            caption=documents_reports_texts.NUMBERED.format(number=number_of(item), text=item.text),
            rows=rows or (empty,),
            first_column_is_header=True,
            columns=tuple(
                TableColumn(
                    title=documents_reports_texts.NUMBERED.format(number=number_of(column), text=column.text),
                    kind=LOOKS[column.field].cell,
                    weight=4 if kind_of(column.field).is_amount else 8,
                )
                for column in columns
            ),
        )
    ]


def _choice(item: ReportItem, form: MoneyForm, prefix: str) -> Ticks:
    number = number_of(item)
    chosen = form.fields.get(number, Field()).chosen
    return Ticks(items=(TickItem(key=f"{prefix}val-{number.replace('.', '-')}", ticked=bool(chosen),
                                 text=documents_reports_texts.NUMBERED.format(number=number, text=item.text)),))


def _notes(form: MoneyForm, top: int) -> list[Block]:
    return [Heading(level=top, text=documents_reports_texts.AMOUNTS), Bullets(items=form.notes)] if form.notes else []
