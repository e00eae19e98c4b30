"""What a document said when it was written out: the same document, built again from the plan as it was then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from nvplan.model.collation import nfc
from nvplan.model.county import Actor
from nvplan.model.dates import parse_date
from nvplan.model.document import Block, Cell, Document, Table, TableColumn, TickItem, Ticks
from nvplan.model.errors import InputError
from nvplan.model.numbers import parse_number
from nvplan.model.safetext import one_line
from nvplan.services.documents.contacts import clear
from nvplan.services.documents.registry import CHECKLIST, COMES_BACK, MAILING, Request, find_document
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.returned.columns import is_free, kind_of_key
from nvplan.services.writing.returned.earlier import answered_then, is_of_0_1_0
from nvplan.services.writing.returned.form import Given, ReturnedForm
from nvplan.store.frozen import plan_at
from nvplan.texts import documents as documents_texts
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts

#: Documents that are filled in and come back; the others are read and decided on.
FILLABLE = COMES_BACK
#: What a document writes where there is nothing.
_EMPTY = {
    "",
    documents_texts.NOT_GIVEN,
    documents_texts.NOT_ANSWERED,
    documents_texts.NOTHING,
    documents_texts.EVIDENCE_NONE,
    exports_texts.CHOOSE,
    *returned_texts.FORMER_EMPTY,
}
#: Day numbers that are taken for days: from 1954 to 2119, well away from years, sums and shares.
_DAY_NUMBERS = 20_000, 80_000
_NO_BREAK = str.maketrans("\u00a0\u202f\u2009", "   ")


@dataclass(frozen=True)
class ExportedTable:
    """A table whose rows have keys: its columns by heading, and its cells by row key and heading."""

    caption: str
    columns: dict[str, TableColumn]
    rows: dict[str, dict[str, Cell]]
    kind: str = ""
    """What its rows are about."""
    free: int = 0
    """How many empty rows it had to add to."""


@dataclass
class Exported:
    """The document as it was: its plan then, whose part it shows, its tables with keys, and its items."""

    then: OpenPlan | None
    """The plan when the document was written out; None where the change log no longer reaches back to it."""
    actor: Actor | None
    document: Document
    revision: int = 0
    """The plan's revision when the document was written out; 0 where it does not say."""
    other_year: str = ""
    """Which year the form is of, where that is another than the plan's; nothing is then known of how it went out."""
    other_set: str = ""
    """The requirement set that the plan was measured against then, where that is another than now; its name."""
    tables: list[ExportedTable] = field(default_factory=list)
    items: dict[str, TickItem] = field(default_factory=dict)
    answered: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """For a form of 0.1.0: what its questions were answered with then, by question and actor, as it showed them."""
    besides: Exported | None = None
    """The same document with what it has today only in the plan: a form of an earlier version may have had it."""

    @property
    def rows(self) -> dict[str, tuple[ExportedTable, dict[str, Cell]]]:
        """Every row that has a key, with its table."""
        return {key: (table, row) for table in self.tables for key, row in table.rows.items()}

    @property
    def known_rows(self) -> dict[str, tuple[ExportedTable, dict[str, Cell]]]:
        """Every row that the form may have had, with its table."""
        return {**(self.besides.rows if self.besides else {}), **self.rows}

    @property
    def known_items(self) -> dict[str, TickItem]:
        """Every item that the form may have had."""
        return {**(self.besides.items if self.besides else {}), **self.items}


def exported(session: OpenPlan, form: ReturnedForm) -> Exported:
    """Return the document that a form was, as it was written out.

    Raises:
        InputError: the form is about another county, is invented where the plan is not, is not one to fill in,
            or does not say what it is.
    """
    other_year = _check(session, form)
    number = form.meta.get(documents_texts.META_NUMBER) or form.meta.get(documents_texts.META_REVISION, "")
    revision = 0 if other_year else int(_digits(number) or 0)
    plan = plan_at(session.repository, revision)
    then = OpenPlan(plan, session.role) if plan is not None else None
    source = then or session
    actor = _actor(source, form)
    request = Request(actor=actor, without_data=True, as_boxes=form.in_pages and not form.is_grid)
    found = _built(then, source, form, request)
    found.revision, found.other_year = revision, other_year
    if then is not None and then.state.info.requirement_set != session.state.info.requirement_set:
        found.other_set = then.requirement_set.name
    if revision and is_of_0_1_0(form):
        found.answered = answered_then(session.repository, revision)
    if form.document == CHECKLIST:
        found.besides = _built(then, source, form, replace(request, every_question=True))
    return found


def _built(then: OpenPlan | None, source: OpenPlan, form: ReturnedForm, request: Request) -> Exported:
    document = find_document(form.document).build(source, request)
    found = Exported(then, request.actor, document)
    _index(found, document.tables if form.is_grid and not form.in_pages else document.blocks)
    return found


def _check(session: OpenPlan, form: ReturnedForm) -> str:
    """Return which other year the form is of; empty where it is of the plan's own."""
    county, year = form.meta.get(documents_texts.META_COUNTY, ""), form.meta.get(documents_texts.META_PLAN, "")
    if not (county and year and form.document):
        raise InputError(returned_texts.NOT_OURS.format(name=form.name))
    ours = session.county.name, documents_texts.META_PLAN_VALUE.format(year=session.state.info.years.span)
    if county != ours[0] or (year != ours[1] and form.document != MAILING.name):
        raise InputError(returned_texts.OTHER_PLAN.format(name=form.name, county=county, year=year, our_county=ours[0],
                                                 our_year=ours[1]))
    invented = documents_texts.META_EXAMPLE in form.meta
    if invented != session.state.info.example:
        raise InputError(returned_texts.example_fault(form.name, theirs_is=invented))
    if form.document not in FILLABLE:
        title = find_document(form.document).title
        raise InputError(returned_texts.NOT_FILLABLE.format(name=form.name, title=title))
    return year if year != ours[1] else ""


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal() and sign.isascii())[:15]


def _actor(session: OpenPlan, form: ReturnedForm) -> Actor | None:
    shows = form.meta.get(documents_texts.META_SHOWS, "")
    if shows == documents_texts.WHOLE_COUNTY:
        return None
    found = next((actor for actor in session.state.actors if actor.name == shows), None)
    if found is None:
        raise InputError(returned_texts.NO_SUCH_ACTOR.format(name=form.name, actor=shows))
    return found


def _index(found: Exported, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        if isinstance(block, Ticks):
            found.items.update({item.key: item for item in block.items})
        elif isinstance(block, Table) and block.row_keys:
            titles = [one_line(column.title) for column in block.columns]
            rows = {key: dict(zip(titles, row, strict=True))
                    for key, row in zip(block.row_keys, block.rows, strict=False) if not is_free(key)}
            columns = dict(zip(titles, block.columns, strict=True))
            kind = kind_of_key(block.row_keys[0])
            found.tables.append(ExportedTable(block.caption, columns, rows, kind, len(block.row_keys) - len(rows)))


def as_now(text: str) -> str:
    """Return a word of ours in a form of an earlier version as we say it today; any other text as it is."""
    return returned_texts.FORMER_SHOWN.get(text.strip(), text)


def is_untouched(cell: Cell, column: TableColumn, given: Given, form: ReturnedForm) -> bool:
    """Tell whether a cell says what it said when it was written out."""
    value = given.value
    if isinstance(value, bool):
        return value == bool(cell.ticked) if cell.ticked is not None else False
    text = "" if cell.missing else cell.text
    if isinstance(value, Decimal):
        return (value in (cell.number, _number(text)) or given.text == text.strip()
                or (column.kind == "date" and _same_day(text, day_of(value, form))))
    wanted = plain(value)
    if value.endswith(exports_texts.CELL_SHORTENED):
        kept = plain(value.removesuffix(exports_texts.CELL_SHORTENED))
        return plain(form.as_written(text)).startswith(kept)
    shown = (text, clear(text), cell.text)  # where nothing is filled in, what says so is nothing new
    if any(as_now(wanted) == plain(form.as_written(one)) for one in shown):
        return True
    if column.kind == "date":
        return _same_day(text, wanted)
    number = _number(wanted) if column.kind == "number" else None
    return number is not None and number in (cell.number, _number(text))


def day_of(number: Decimal, form: ReturnedForm) -> str:
    """Return the day that a spreadsheet's day number stands for in ISO form, empty where it is none of these times."""
    if number != number.to_integral_value() or not _DAY_NUMBERS[0] <= number <= _DAY_NUMBERS[1]:
        return ""
    return (form.day_zero + dt.timedelta(days=int(number))).isoformat()


@lru_cache(maxsize=8192)  # a column under another heading is sought among all columns: each cell is held to many others
def plain(text: str) -> str:
    """Return a text without what programs change on the way: kinds of spaces and line breaks, and words for empty."""
    told = "\n".join(line.rstrip() for line in nfc(text).translate(_NO_BREAK).replace("\r\n", "\n").split("\n")).strip()
    return "" if told in _EMPTY else told


def is_only_marks(given: Given) -> bool:
    """Tell whether what is written has neither a letter nor a digit: a dash that fills an empty cell, a question mark.

    The sign that our own documents have for empty is none of these: it says that there is nothing.
    """
    text = plain(given.value) if isinstance(given.value, str) else ""
    return bool(text) and not any(sign.isalnum() for sign in text)


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except InputError:
        return None


def _same_day(text: str, given: str) -> bool:
    if not text or not given:
        return False
    try:
        return parse_date(text) == parse_date(given)
    except InputError:
        return False
