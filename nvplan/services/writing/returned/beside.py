"""What stands beside the places that a form asks for: notes above and around the tables, other sheets, comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Table,
    Ticks,
)
from nvplan.model.errors import InputError
from nvplan.model.numbers import parse_number
from nvplan.model.safetext import one_line
from nvplan.services.documents.contacts import clear
from nvplan.services.writing.returned.accounting import Place
from nvplan.services.writing.returned.exported import plain
from nvplan.services.writing.returned.form import Given, Sheet
from nvplan.services.writing.returned.former import is_former
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.sheets import ReadTable, read_tables
from nvplan.texts import exports as exports_texts
from nvplan.texts import pictures as pictures_texts
from nvplan.texts import returned as returned_texts

#: A sheet's name has at most so many characters.
_MOST_NAME = 31
#: What stands between the title and the county in a header, after a text that is cut, and in a page's number.
_BETWEEN, _CUT = " · ", "…"
_FIGURES = re.compile(r"\d+(?:,\d+)?")
_PAGE = re.compile(r"{}\d+{}\d+".format(*exports_texts.PAGE_OF))


def tell_beside(reader: CellReader) -> None:
    """List comments, and every text that the form did not have and that stands where nothing is asked for."""
    form = reader.form
    ours = own_texts(reader.was.document)
    if form.is_grid:
        tables = read_tables(form, reader.was)
        read: dict[str, list[ReadTable]] = {}
        for table in tables:
            read.setdefault(table.sheet.name, []).append(table)
        keys = {row.key for table in tables for row in table.rows}
        earlier = keys & (reader.was.known_rows.keys() - reader.was.rows.keys())
        counted = _counted(reader.was.document) if earlier else set()
        numbers = _own_numbers(reader.was.document)
        for sheet in form.sheets:
            parts: list[tuple[Sheet, int | None]] = [(one.sheet, one.header) for one in read.get(sheet.name, ())]
            for part, header in parts or [(sheet, None)]:
                if sheet.name != exports_texts.SHEET_LISTS:
                    _tell_sheet(reader, part, header, ours, numbers, counted)
        _tell_lines(reader, ours)
    reader.found.places += [Place("unclear", one.where, one.text, returned_texts.WRITTEN_BESIDE) for one in form.notes]
    reader.found.places += [Place("unclear", where, returned_texts.PICTURE, returned_texts.PICTURE_TOLD)
                            for where in form.pictures]
    reader.found.places += [Place("unclear", returned_texts.IN_MARGIN, text, returned_texts.WRITTEN_BESIDE)
                            for text in form.margins if not _is_our_margin(text, ours)]
    reader.found.places += [Place("unclear", one.where, one.text, returned_texts.COMMENT_TOLD,
                                  returned_texts.COMMENT_KIND) for one in form.comments]


def _tell_sheet(reader: CellReader, sheet: Sheet, header: int | None, ours: set[str], numbers: Counter[Decimal],
                counted: set[str]) -> None:
    """List what is foreign in a sheet: above the table's headings, or anywhere in one without a table.

    Under the headings in `counted` stand figures that we count otherwise than when the form was written.
    """
    left = numbers.copy()
    names = about_names(ours) if sheet.name == exports_texts.SHEET_ABOUT else set()
    rows = sheet.rows if header is None else sheet.rows[:header]
    about = sheet.name == exports_texts.SHEET_ABOUT
    shapes = {without_figures(text) for text in ours}
    figures: set[int] = set()
    for row in rows:
        labelled = about and row and word(row[0].text) in ours and row[0].text.strip() in reader.form.meta
        for place, given in enumerate(row):
            if given.empty or given.fault == returned_texts.MERGED or (labelled and place == 1):
                continue
            if place in figures and isinstance(given.value, Decimal) and not given.fault:
                continue
            figures |= {place} if header is None and word(given.text) in counted else set()
            if not _is_ours(given, ours | names, shapes, left):
                where = returned_texts.cell_place(sheet.name, given.where)
                reader.found.unclear(where, given.text.strip(), given.fault or returned_texts.WRITTEN_BESIDE)


def _tell_lines(reader: CellReader, ours: set[str]) -> None:
    """List what is written outside the tables of a Word form."""
    shapes = {without_figures(text) for text in ours}
    for line in reader.form.lines:
        text = line.text.strip()
        if text and not is_ours(text, ours) and not is_former(text) and not only_figures_differ(text, shapes):
            reader.found.unclear(returned_texts.IN_TEXT, text, line.fault or returned_texts.WRITTEN_BESIDE)
    if reader.form.tracked and reader.form.lines:
        reader.found.notes.append(returned_texts.tracked(reader.form.tracked))


def _is_our_margin(text: str, ours: set[str]) -> bool:
    """Tell whether a text in a header or footer is ours: the title, perhaps cut, the county, the page's number."""
    pieces = [word(piece) for piece in text.split(_BETWEEN)]
    return text == exports_texts.EXAMPLE_MARK or _PAGE.fullmatch(text) is not None or all(
        piece in ours or is_former(piece) or (piece.endswith(_CUT) and any(
            known.startswith(piece.removesuffix(_CUT).rstrip()) for known in ours)) for piece in pieces)


def about_names(ours: set[str]) -> set[str]:
    """Return the names that sheets get from headings: cut to what a spreadsheet program takes."""
    cuts = {text[:_MOST_NAME].rstrip("' ") for text in ours} | {text[:_MOST_NAME] for text in ours}
    cuts |= {cut.rpartition(" ")[0] for cut in cuts}
    for text in (one for one in ours if len(one) > _MOST_NAME):
        words = text[:_MOST_NAME].split(" ")
        cuts |= {" ".join(words[:many]).rstrip(" ,.:;–-(") for many in range(1, len(words))}
    return cuts | {word(exports_texts.SEE_SHEET.format(name=cut)) for cut in cuts}


def _is_ours(given: Given, ours: set[str], shapes: set[str], left: Counter[Decimal]) -> bool:
    if given.fault:
        return False
    number = given.value if isinstance(given.value, Decimal) else _number(str(given.value))
    if number is not None and left[number]:
        left[number] -= 1
        return True
    return isinstance(given.value, bool) or word(given.text) in ours or is_former(given.text) or only_figures_differ(
        given.text, shapes)


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except InputError:
        return None


def word(text: str) -> str:
    """Return a text as it is known again: on one line, without what programs change on the way."""
    return one_line(plain(text)) or one_line(text)


def is_ours(text: str, ours: set[str]) -> bool:
    """Tell whether the form had a line, or had it in its list of contents with a page that has been counted anew."""
    heading, tab, page = text.rpartition("\t")
    return word(text) in ours or (bool(tab) and page.strip().isdecimal() and word(heading) in ours)


def only_figures_differ(text: str, ours: set[str]) -> bool:
    """Tell whether a text is ours with other figures: what we count has moved since the form was written.

    A bare number is none of these.
    """
    shape = without_figures(word(text))
    return shape != text.strip() and any(sign not in "0 ,.-−" for sign in shape) and shape in ours


def without_figures(text: str) -> str:
    """Return a text with every figure the same."""
    return _FIGURES.sub("0", text)


def own_texts(document: Document) -> set[str]:
    """Return every text that the form had, as it is known again."""
    found = {word(text) for text in _texts(document)}
    return found | {word(clear(text)) for text in _texts(document)}


def _texts(document: Document) -> Iterator[str]:
    yield from (document.title, document.subtitle, *document.subtitle.split(_BETWEEN), *returned_texts.OWN_WORDS)
    if document.example:
        yield exports_texts.COLUMN_NOTE
    yield from _runs([*document.blocks, *document.grid_blocks])
    for block in (Facts(items=document.meta), *document.blocks, *document.grid_blocks):
        if isinstance(block, Heading | Paragraph):
            yield block.text
            yield f"{exports_texts.WARNING_LEAD} {block.text}"
        elif isinstance(block, Bullets):
            yield from (text for number, item in enumerate(block.items, 1)
                        for text in (item, f"• {item}", f"{number}. {item}"))
        elif isinstance(block, Facts):
            yield from (text for fact in block.items
                        for label in (fact.label, returned_texts.FORMER_META.get(fact.label, fact.label))
                        for text in (label, fact.value, f"{label}\t{fact.value}"))
        elif isinstance(block, Ticks):
            yield from (item.text for item in block.items)
            yield from (text for item in block.items for fact in item.details
                        for text in (f"{fact.label}: {fact.value}", fact.value))
        elif isinstance(block, Chart):
            yield from (block.title, block.alternative, *(text for bar in block.bars for text in (bar.label, bar.text)))
            yield from (exports_texts.COLUMN_LABEL, exports_texts.CHART_BAR, exports_texts.COLUMN_VALUE,
                        pictures_texts.NUMBERS)
        elif isinstance(block, Picture):
            yield from (block.title, block.alternative)
        elif isinstance(block, Table):
            yield from (block.caption, *(column.title for column in block.columns),
                        *(cell.text for row in block.rows for cell in row))


def _runs(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the notes that a sheet may show beside its table as one text, with and without the headings among them."""
    read = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    for kept in (read, [block for block in read if isinstance(block, Paragraph)]):
        texts = [block.text for block in kept]
        yield from ("\n".join(texts[last - many:last]) for many in range(2, 5) for last in range(many, len(texts) + 1))


def _own_numbers(document: Document) -> Counter[Decimal]:
    """Return how often each number stands in what the form only shows."""
    found: Counter[Decimal] = Counter()
    for block in document.tables:
        if isinstance(block, Table) and not block.row_keys:
            found.update(number for row in block.rows for cell in row if (number := _cell_number(cell)) is not None)
        elif isinstance(block, Chart):
            found.update(bar.value for bar in block.bars)
    return found


def _counted(document: Document) -> set[str]:
    """Return the headings of the columns with what we count or once counted, in tables that nobody fills in."""
    counted = {word(column.title) for block in document.tables if isinstance(block, Table) and not block.row_keys
               for column in block.columns if column.kind == "number"}
    return counted | {word(heading) for heading in returned_texts.COUNTED_ONCE}


def _cell_number(cell: Cell) -> Decimal | None:
    return cell.number if cell.number is not None else _number(cell.text)


