"""The two money forms: the official fields in order on a page to sign in ink, and the guidance on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Room,
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
    confirmed_day,
    instruction_blocks,
    occasion_blocks,
    reports_for,
    tally_blocks,
    warning_blocks,
)
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.money import Cost, kronor
from nvplan.services.reports.money_forms import Field, MoneyForm, fill
from nvplan.services.reports.opening import Report, number_of, open_reports
from nvplan.texts import documents_reports as documents_reports_texts

#: A form with more fields than this has short ones two beside each other, so that it stands on one page.
MOST_BELOW = 18
_SHORT_NAME = 24
#: So many costs stand on the form; of more the largest do, with the sum of the others, and all in the guidance.
_MOST_COSTS = 6
#: The field that says who receives the money.
_WHO = "1.1"
#: What stands on the page that is signed, apart from what tells how to fill it in.
_ON_THE_FORM = ("avsnitt", "falt", "tabell", "val", "intygande")
#: So many blank rows for costs where nobody has given any.
_BLANK_COSTS = 3


def build_form(session: OpenPlan, request: Request, document: str, title: str) -> Document:
    """Return the form, one for each body that hands one in, each on pages of its own, its guidance behind it.

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
        top = 1 if len(reports) == 1 else 2
        blocks += [*_form(report, filled, top), PageBreak(), *_guidance(report, filled, top)]
    return _whole(reports, title, blocks)


def recipients(session: OpenPlan, document: str, request: Request) -> list[Actor]:
    """Return the actors that hand in a form of their own."""
    found = open_reports(session, document, None, request.occasion)
    return [one.actor for one in found if one.actor is not None]


def _whole(reports: Sequence[Report], title: str, blocks: Sequence[Block]) -> Document:
    """Return the form with what stands above it: whose it is, by when, and that it is not signed."""
    first = reports[0]
    session = first.session
    names = documents_reports_texts.listed([one.actor.name for one in reports if one.actor])
    return Document(
        name=first.document, title=first.form.title if len(reports) == 1 else title, subtitle=names, shape="signed",
        mark=documents_reports_texts.SIGNED_FIRST, example=session.state.info.example, generated=session.state.changed,
        meta=tuple(day for one in reports for day in _last_day(one, alone=len(reports) == 1)), blocks=tuple(blocks))


def _last_day(report: Report, *, alone: bool) -> list[Fact]:
    """Return the last day once it is confirmed; the guidance tells those who write of a suggested one, or of none."""
    day = confirmed_day(report)
    if not day:
        return []
    label = documents_reports_texts.LABEL_THERE_BY[report.document]
    if not alone and report.actor is not None:
        label = f"{label}: {report.actor.name}"
    return [Fact(label=label, value=format_date(day))]


# -- the page that is signed -----------------------------------------------------------------------------------------
def _form(report: Report, form: MoneyForm, top: int) -> list[Block]:
    """Return one body's form in the official order; `top` is the level of its sections."""
    prefix = f"{report.actor.id}-" if report.actor and top > 1 else ""
    blocks: list[Block] = []
    caption = ""
    for part, group in groupby((one for one in report.items if one.type in _ON_THE_FORM), key=lambda one: one.type):
        items = list(group)
        if part == "avsnitt":
            caption = items[-1].text
            blocks += [Heading(level=top, text=one.text) for one in items]
        elif part == "falt":
            blocks += _fields(report, caption, items, form)
        elif part == "tabell":
            blocks += [_costs(report, one, form) for one in items]
        elif part == "val":
            blocks.append(Ticks(items=tuple(_choice(one, form, prefix) for one in items)))
        else:
            blocks += [Paragraph(text=one.text) for one in items]
    return blocks


def _fields(report: Report, caption: str, items: Sequence[ReportItem], form: MoneyForm) -> Iterator[Block]:
    """Yield fields in the official order: those to sign as lines, and in a long form short ones beside each other."""
    if any(kind_of(one.field).is_ink for one in items):
        yield FormFields(caption=caption, items=tuple(_field(one, form, "signature") for one in items))
        return
    long = sum(one.type == "falt" for one in report.items) > MOST_BELOW
    for beside, group in groupby(items, key=lambda one: long and _fits_beside(one)):
        yield FormFields(caption=caption, columns=2 if beside else 1,
                         items=tuple(_field(one, form, "ink") for one in group))


def _fits_beside(item: ReportItem) -> bool:
    """Whether half the page is enough: a sum, which is no long word, or a short name and no amount or long text."""
    return item.computed is not None or (
        len(item.text) <= _SHORT_NAME and number_of(item) != _WHO and not item.conditional
        and not kind_of(item.field).is_amount)


def _field(item: ReportItem, form: MoneyForm, room: Room) -> FormField:
    one = form.fields.get(number_of(item), Field())
    label = item.text if room == "signature" else documents_reports_texts.NUMBERED.format(
        number=number_of(item), text=item.text)
    return FormField(label=label, value="" if kind_of(item.field).is_ink else one.text, room=room)


def _costs(report: Report, item: ReportItem, form: MoneyForm) -> Table:
    """Return the table of costs as it stands on the form."""
    costs = [*form.costs]
    if len(costs) > _MOST_COSTS:
        largest = sorted(costs, key=lambda one: -(one.amount or 0))[:_MOST_COSTS - 1]
        costs = [one for one in costs if one in largest]
        rest = [one for one in form.costs if one not in largest]
        costs.append(Cost(documents_reports_texts.OTHER_COSTS.format(count=len(rest)),
                          sum((one.amount or Decimal(0) for one in rest), Decimal(0))))
    return _cost_table(report, item, costs, documents_reports_texts.NUMBERED.format(
        number=number_of(item), text=item.text))


def _cost_table(report: Report, item: ReportItem, costs: Sequence[Cost], caption: str) -> Table:
    columns = [one for one in report.items if one.parent == item.id]
    rows = tuple((Cell(text=cost.title),
                  Cell(text=kronor(cost.amount) if cost.amount is not None else "", number=cost.amount))
                 for cost in costs)
    return Table(
        caption=caption,
        rows=rows or ((Cell(text=""), Cell(text="")),) * _BLANK_COSTS,
        first_column_is_header=True,
        columns=tuple(TableColumn(title=column.text, kind=LOOKS[column.field].cell,
                                  weight=4 if kind_of(column.field).is_amount else 8) for column in columns),
    )


def _choice(item: ReportItem, form: MoneyForm, prefix: str) -> TickItem:
    number = number_of(item)
    chosen = form.fields.get(number, Field()).chosen
    return TickItem(key=f"{prefix}val-{number.replace('.', '-')}", ticked=bool(chosen),
                    text=documents_reports_texts.NUMBERED.format(number=number, text=item.text))


# -- the guidance ----------------------------------------------------------------------------------------------------
def _guidance(report: Report, form: MoneyForm, top: int) -> list[Block]:
    """Return what helps to fill the form in and is not signed: the occasion, what is wrong, how, and where from."""
    named = {number_of(item): item.text for item in report.items}
    sources = [(text, form.fields[number].source) for number, text in named.items()
               if number in form.fields and form.fields[number].source]
    blocks: list[Block] = [
        Heading(level=top, text=documents_reports_texts.GUIDANCE), *occasion_blocks(report, signed=True, alone=False),
        *warning_blocks(form.faults), *tally_blocks(report, top + 1, _by_hand(report, form), named=True),
        *instruction_blocks(report, top + 1)]
    if form.notes or sources:
        blocks.append(Heading(level=top + 1, text=documents_reports_texts.AMOUNTS))
    if sources:
        blocks.append(Paragraph(text=documents_reports_texts.taken_from(sources), tone="note"))
    blocks += [Bullets(items=form.notes)] if form.notes else []
    table = next((one for one in report.items if one.type == "tabell"), None)
    if table is not None and len(form.costs) > _MOST_COSTS:
        blocks.append(_cost_table(report, table, form.costs, documents_reports_texts.EVERY_COST))
    return blocks


def _by_hand(report: Report, form: MoneyForm) -> list[Fact]:
    """Return the blank fields that the plan does not fill, each once; the signature has its own place."""
    signed = {item.parent for item in report.items if kind_of(item.field).is_ink}
    given = {item.id: form.fields.get(number_of(item), Field()) for item in report.items}
    blank = [item.text for item in report.items if item.type == "falt" and not item.conditional
             and item.parent not in signed and not given[item.id].text and not given[item.id].missing]
    if not blank:
        return []
    told = documents_reports_texts.fields(tuple(dict.fromkeys(blank)))
    return [Fact(label=documents_reports_texts.BY_HAND, value=told)]
