"""Excel workbooks: a sheet that says what the file is, then a sheet for each theme, ready to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.grids import chapter_tables
from nvplan.files.write.layout import in_steps, lead_ends_line, lead_words
from nvplan.files.write.xlsx_book import Book, ChoiceLists, lines_needed, write_text
from nvplan.files.write.xlsx_forms import write_form
from nvplan.files.write.xlsx_tables import LINE_HEIGHT, MOST_HEIGHT, TABLE_WIDTH, table_sheet, tables_sheet, write_cell
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    TableColumn,
    Ticks,
)
from nvplan.texts import exports as exports_texts
from nvplan.texts import pictures as pictures_texts

#: Width of the two columns of a sheet with text, in characters.
TEXT_WIDTHS = (32.0, 86.0)
#: How much larger a heading is than the text.
HEADING_SIZE = 1.35
#: A note above a table has at most this many lines, so that the frozen header leaves room for the rows.
MOST_NOTE_LINES = 6


def render(document: Document) -> bytes:
    """Return the document as an .xlsx file."""
    book = Book(document)
    if document.shape == "signed":
        write_form(book, document)
        return book.content()
    about = book.sheet(exports_texts.SHEET_ABOUT)
    lists = ChoiceLists(book)
    sheets: list[str] = []
    chapters = _chapters(document)
    front = chapters.pop(0)[1] if document.is_form else []  # what a form asks for stands on its first sheet
    for chapter, blocks in chapters:
        sheets += _chapter(book, lists, chapter, blocks)
    lists.write()
    _about(book, about, sheets, front, _how(document, lists))
    return book.content()


def _how(document: Document, lists: ChoiceLists) -> list[str]:
    """Return how the workbook is filled in, of what it has; nothing where it is only read."""
    ticks = _has_ticks(document.tables)
    if not (lists.used or document.is_form or ticks):
        return []
    return [*([exports_texts.SHEET_HOW_TICKS] if ticks else []),
            *([exports_texts.SHEET_HOW_LISTS] if lists.used else []), *exports_texts.SHEET_HOW]


def _has_ticks(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Ticks) or (isinstance(block, Table) and any(c.kind == "tick" for c in block.columns))
               for block in blocks)


def _chapters(document: Document) -> list[tuple[str, list[Block]]]:
    """Return the blocks under each heading of level 1; what stands before the first is under the document's title."""
    found: list[tuple[str, list[Block]]] = []
    for block in in_steps(document.tables):
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text, []))
        else:
            if not found:
                found.append((document.title, []))
            found[-1][1].append(block)
    return [(title, blocks) for title, blocks in found if blocks]


def _chapter(book: Book, lists: ChoiceLists, title: str, blocks: list[Block]) -> list[str]:
    """Write a chapter and return its sheets' names: each kind of table has a sheet of its own, and the text shares one.

    Short notes beside a single table stand above the table instead, on the same sheet.
    """
    tables = chapter_tables(title, blocks)
    if book.document.is_form and len(tables) > 1:
        return [tables_sheet(book, lists, title, blocks)]
    read: list[Block] = [block for block in blocks if not isinstance(block, Table | Ticks | PageBreak)]
    prose = [block for block, after in pairwise([*read, None])
             if block is not None and not (isinstance(block, Heading) and isinstance(after, Heading | None))]
    notes = "\n".join(block.text for block in prose if isinstance(block, Paragraph | Heading))
    short = lines_needed(notes, TABLE_WIDTH) <= MOST_NOTE_LINES
    if len(tables) == 1 and short and all(isinstance(block, Paragraph | Heading) for block in prose):
        return [table_sheet(book, lists, title, tables[0], notes)]
    text = [_text_sheet(book, title, prose)] if prose else []
    return text + [table_sheet(book, lists, table.caption, table, "") for table in tables]


def _text_sheet(book: Book, title: str, blocks: list[Block]) -> str:
    sheet = book.sheet(title)
    for place, size in enumerate(TEXT_WIDTHS):
        sheet.set_column(place, place, size)
    _heading(book, sheet, 0, title)
    row = 2
    for block in blocks:
        row = _text_block(book, sheet, row, block)
    sheet.print_area(0, 0, row - 1, len(TEXT_WIDTHS) - 1)
    return str(sheet.get_name())


def _heading(book: Book, sheet: Any, row: int, text: str) -> None:
    """Write a heading across a sheet with text; a long one takes lines, and not a wider page."""
    sheet.merge_range(row, 0, row, 1, "", book.look("heading across"))
    write_text(sheet, row, 0, one_line(text), book.look("heading across"))
    sheet.set_row(row, lines_needed(text, sum(TEXT_WIDTHS) / HEADING_SIZE) * LINE_HEIGHT * HEADING_SIZE + 3)


def _text_block(book: Book, sheet: Any, row: int, block: Block) -> int:
    """Write a block of text from this row; return the first row after it."""
    if isinstance(block, Heading):
        _heading(book, sheet, row + 1, block.text)
        return row + 2
    if isinstance(block, Paragraph):
        look = book.look(block.tone)
        _across(sheet, row, _led(block), look)
        return row + 1
    if isinstance(block, Bullets):
        for number, item in enumerate(block.items, 1):
            _across(sheet, row, f"{number}. {item}" if block.numbered else f"• {item}", book.look("text"))
            row += 1
        return row
    if isinstance(block, Facts):
        return _facts(book, sheet, row, block.items) + 1
    if isinstance(block, Picture):  # a sheet has no pictures of ours: the words, and the numbers in the tables
        _across(sheet, row, pictures_texts.picture_told(block.title, block.alternative), book.look("text"))
        return row + 1
    if isinstance(block, Chart):
        return _chart(book, sheet, row + 1, block) + 1
    return row


def _led(block: Paragraph) -> str:
    """Return a paragraph with the words before it."""
    words = lead_words(block)
    return f"{words}{chr(10) if lead_ends_line(block) else ' '}{block.text}" if words else block.text


def _across(sheet: Any, row: int, text: str, look: Any) -> None:
    """Write a text across both columns of a sheet with text."""
    sheet.merge_range(row, 0, row, 1, "", look)
    write_text(sheet, row, 0, text, look)
    sheet.set_row(row, min(lines_needed(text, sum(TEXT_WIDTHS)) * LINE_HEIGHT + 3, MOST_HEIGHT))


def _facts(book: Book, sheet: Any, row: int, facts: tuple[Fact, ...]) -> int:
    for fact in facts:
        write_text(sheet, row, 0, one_line(fact.label), book.look("label"))
        shown = shown_value(fact.value, fact.missing)
        write_text(sheet, row, 1, shown, book.look("missing" if fact.missing else "text"))
        lines = max(lines_needed(fact.label, TEXT_WIDTHS[0]), lines_needed(shown, TEXT_WIDTHS[1]))
        sheet.set_row(row, min(lines * LINE_HEIGHT + 3, MOST_HEIGHT))
        row += 1
    return row


def _chart(book: Book, sheet: Any, row: int, block: Chart) -> int:
    """Write the numbers with bars inside the cells, the same that the other formats draw beside the numbers."""
    write_text(sheet, row, 0, one_line(block.title), book.look("heading"))
    if block.alternative.strip():
        row += 1
        _across(sheet, row, block.alternative, book.look("text"))
    first = row + 1
    for number, bar in enumerate(block.bars):
        write_text(sheet, first + number, 0, bar.label, book.look("label"))
        column = TableColumn(title=exports_texts.COLUMN_VALUE, kind="number")
        write_cell(book, sheet, first + number, 1, Cell(text=bar.text, number=bar.value), column)
    if block.bars:
        sheet.conditional_format(first, 1, first + len(block.bars) - 1, 1, {
            "type": "data_bar", "bar_solid": True, "bar_color": "#A9CBDB", "min_type": "num", "min_value": 0,
            "max_type": "num", "max_value": float(max(block.most, *(bar.value for bar in block.bars)))})
    return first + len(block.bars)


def _about(book: Book, sheet: Any, sheets: list[str], front: Sequence[Block], how: Sequence[str]) -> None:
    """Fill the first sheet: what the file is, which sheets there are, and how they are filled in.

    `front` is what a form asks for; what it says about itself then stands last. `how` is empty where nothing is filled
    in.
    """
    document = book.document
    for place, size in enumerate(TEXT_WIDTHS):
        sheet.set_column(place, place, size)
    write_text(sheet, 0, 0, one_line(document.title), book.look("title"))
    sheet.set_row(0, 28)
    write_text(sheet, 1, 0, one_line(document.subtitle), book.look("subtitle"))
    row = 3
    if document.example:
        _across(sheet, row, exports_texts.EXAMPLE_MARK, book.look("example"))
        row += 2
    for block in front:
        row = _text_block(book, sheet, row, block)
    if not front:
        row = _facts(book, sheet, row, document.meta)
    write_text(sheet, row + 1, 0, exports_texts.SHEETS_HEADING, book.look("heading"))
    row += 2
    for name in sheets:
        target = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", book.look("link"), name)
        row += 1
    if how:
        write_text(sheet, row + 1, 0, exports_texts.SHEET_HOW_HEADING, book.look("heading"))
        for number, line in enumerate(how):
            _across(sheet, row + 2 + number, line, book.look("text"))
        row += 2 + len(how)
    if front:
        write_text(sheet, row + 1, 0, exports_texts.ABOUT_DOCUMENT, book.look("heading"))
        row = _facts(book, sheet, row + 2, document.meta)
    sheet.print_area(0, 0, row, len(TEXT_WIDTHS) - 1)
    sheet.activate()
