"""Excel workbooks: a sheet that says what the file is, with what is read, then the tables, ready to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.grids import chapter_tables
from nvplan.files.write.layout import in_steps, lead_ends_line, lead_words, stay_with_next
from nvplan.files.write.xlsx_book import Book, ChoiceLists, write_across, write_heading, write_text
from nvplan.files.write.xlsx_forms import write_form
from nvplan.files.write.xlsx_heights import lines_needed, row_height
from nvplan.files.write.xlsx_pages import end_pages
from nvplan.files.write.xlsx_sorting import sort_out
from nvplan.files.write.xlsx_tables import table_sheet, tables_sheet, write_cell
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    Heading,
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
#: A text with at most so many characters leads on to the list or the table that follows it.
LEAD_IN = 160

#: What stands under a heading of level 1, with its words.
Chapter = tuple[str, list[Block]]


def render(document: Document) -> bytes:
    """Return the document as an .xlsx file."""
    book = Book(document)
    if document.shape == "signed":
        write_form(book, document)
        return book.content()
    lists, chapters = ChoiceLists(book), _chapters(document)
    front = chapters.pop(0)[1] if document.is_form else []  # what a form asks for stands on its first sheet
    several = [one for one in chapters if document.is_form and len(chapter_tables(*one)) > 1]
    read = sort_out([one for one in chapters if one not in several], joins=not document.is_form)
    comes_back = document.is_form or any(isinstance(one, Ticks) or (isinstance(one, Table) and one.row_keys)
                                         for one in document.tables)
    about = book.sheet(exports_texts.SHEET_TEXT if read.text and not comes_back else exports_texts.SHEET_ABOUT)
    tabs = [(tables_sheet(book, lists, title, blocks), title) for title, blocks in several]
    names: dict[int, str] = {}
    for one in read.apart:
        name = table_sheet(book, lists, one.name, one.table, one.note)
        tabs.append((name, one.name))
        names |= {id(block): name for block in one.blocks}
    if read.joined:
        name = tables_sheet(book, lists, exports_texts.SHEET_TABLES, read.below_each_other)
        tabs += [(name, one.name) for one in read.joined]
        names |= {id(block): name for one in read.joined for block in one.blocks}
    lists.write()
    row = _about(book, about, tabs, front, _how(document, lists))
    row = _texts(book, about, row, read.text, names)
    if front:
        write_heading(book, about, row + 1, TEXT_WIDTHS, exports_texts.ABOUT_DOCUMENT)
        row = _facts(book, about, row + 2, document.meta)
    about.print_area(0, 0, row, len(TEXT_WIDTHS) - 1)
    end_pages(about, row, TEXT_WIDTHS)
    about.activate()
    return book.content()


def _how(document: Document, lists: ChoiceLists) -> list[str]:
    """Return how the workbook is filled in; nothing where nothing is."""
    tables = [block for block in document.tables if isinstance(block, Table)]
    ticks = any(isinstance(block, Ticks) for block in document.tables) or any(
        column.kind == "tick" for table in tables for column in table.columns)
    if not (ticks or lists.used or document.is_form):
        return []
    return [exports_texts.HOW_TICKS] * ticks + [exports_texts.HOW_LISTS] * lists.used + [exports_texts.HOW_FREE] + [
        exports_texts.HOW_KEYS] * any(table.row_keys for table in tables) + [exports_texts.HOW_BACK]


def _chapters(document: Document) -> list[Chapter]:
    """Return the blocks under each heading of level 1; what stands before the first is under the document's title."""
    found: list[Chapter] = []
    for block in in_steps(document.tables):
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text, []))
        else:
            if not found:
                found.append((document.title, []))
            found[-1][1].append(block)
    return [(title, blocks) for title, blocks in found if blocks]


def _texts(book: Book, sheet: Any, row: int, blocks: Sequence[Block], names: Mapping[int, str]) -> int:
    """Write what is read from this row, and for a table where it stands; return the first row after it."""
    told = ""
    for block, leads_on in zip(blocks, _leads_on(blocks), strict=True):
        first = row
        if isinstance(block, Table | Ticks):
            name = names.get(id(block), "")
            if name and name != told:
                target = name.replace("'", "''")
                sheet.write_url(row, 0, f"internal:'{target}'!A1", book.look("link"),
                                exports_texts.SEE_SHEET.format(name=name))
                row += 1
            told = name
            continue
        told = ""
        row = _text_block(book, sheet, row, block)
        if leads_on:
            sheet.kept.update(range(first, row))
    return row


def _leads_on(blocks: Sequence[Block]) -> list[bool]:
    """Tell for each block whether it is a short text that leads on to what follows: after a heading, before a list."""
    after_heading = stay_with_next(blocks)
    return [leading or (isinstance(block, Paragraph) and len(block.text) <= LEAD_IN
                        and isinstance(after, Bullets | Facts | Table | Ticks | Chart))
            for block, after, leading in zip(blocks, [*blocks[1:], None], after_heading, strict=False)]


def _text_block(book: Book, sheet: Any, row: int, block: Block) -> int:
    """Write a block of text from this row; return the first row after it."""
    if isinstance(block, Heading):
        sheet.kept.add(row)
        write_heading(book, sheet, row + 1, TEXT_WIDTHS, block.text)
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
    write_across(sheet, row, 1, text, look)
    sheet.set_row(row, row_height(lines_needed(text, sum(TEXT_WIDTHS))))


def _facts(book: Book, sheet: Any, row: int, facts: tuple[Fact, ...]) -> int:
    for fact in facts:
        write_text(sheet, row, 0, one_line(fact.label), book.look("label"))
        shown = shown_value(fact.value, fact.missing)
        write_text(sheet, row, 1, shown, book.look("missing" if fact.missing else "text"))
        lines = max(lines_needed(fact.label, TEXT_WIDTHS[0]), lines_needed(shown, TEXT_WIDTHS[1]))
        sheet.set_row(row, row_height(lines))
        row += 1
    return row


def _chart(book: Book, sheet: Any, row: int, block: Chart) -> int:
    """Write the numbers with bars inside the cells, the same that the other formats draw beside the numbers."""
    write_heading(book, sheet, row, TEXT_WIDTHS, block.title)
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


def _about(book: Book, sheet: Any, tabs: Sequence[tuple[str, str]], front: Sequence[Block], how: Sequence[str]) -> int:
    """Begin the first sheet: what the file is, which sheets there are, how to fill them in; return the row after it.

    `tabs` are the sheets' names and what stands on each. `front` is what a form asks for; what it says about itself
    then stands last on the sheet.
    """
    document = book.document
    for place, size in enumerate(TEXT_WIDTHS):
        sheet.set_column(place, place, size)
    write_heading(book, sheet, 0, TEXT_WIDTHS, document.title, "title")
    write_heading(book, sheet, 1, TEXT_WIDTHS, document.subtitle, "subtitle")
    row = 3
    if document.example:
        _across(sheet, row, exports_texts.EXAMPLE_MARK, book.look("example"))
        row += 2
    for block in front:
        row = _text_block(book, sheet, row, block)
    if not front:
        row = _facts(book, sheet, row, document.meta)
    if tabs:
        row = _list_tabs(book, sheet, row, tabs)
    if how:
        write_heading(book, sheet, row + 1, TEXT_WIDTHS, exports_texts.SHEET_HOW_HEADING)
        for number, line in enumerate(how):
            _across(sheet, row + 2 + number, line, book.look("text"))
        row += 2 + len(how)
    return row


def _list_tabs(book: Book, sheet: Any, row: int, tabs: Sequence[tuple[str, str]]) -> int:
    """Write which sheets there are, with links, and what stands on those whose names do not say it all."""
    write_heading(book, sheet, row + 1, TEXT_WIDTHS, exports_texts.SHEETS_HEADING)
    row += 2
    for name, told in tabs:
        target = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", book.look("link"), name)
        about = one_line(told)
        if about != name:
            write_text(sheet, row, 1, about, book.look("text"))
            sheet.set_row(row, row_height(lines_needed(about, TEXT_WIDTHS[1])))
        row += 1
    return row
