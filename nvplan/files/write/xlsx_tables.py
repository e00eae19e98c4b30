"""Tables in a workbook: one on a sheet, or the small ones of a form below each other, ready to be filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.grids import iso_date, unique
from nvplan.files.write.xlsx_book import (
    Book,
    ChoiceLists,
    number_format,
    write_across,
    write_heading,
    write_text,
)
from nvplan.files.write.xlsx_heights import BOLD, lines_needed, row_height
from nvplan.files.write.xlsx_pages import end_pages
from nvplan.files.write.xlsx_widths import is_printed, printed_widths, widths
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.texts import exports as exports_texts

#: Width of a table in characters.
TABLE_WIDTH = 130.0
#: Width of a form's tables, which are printed standing, and the most that can be read so.
FORM_WIDTH, MOST_STANDING = 104.0, 122.0
#: So many characters stand beside each other on a page that lies, less the edges of each column, in the least type that
#: can be read: what is set in 10 pt is printed in 8 (measured through LibreOffice). A wider table takes several pages.
PRINTED_WIDTH, EDGES, LEAST_SCALE = 171.0, 0.75, 80
#: The table style that Excel draws bands and borders with: none, our own formats do.
TABLE_STYLE = "Table Style Light 1"
#: What a cell's indent and edges take of its column, in characters.
INDENT = 2.0


def table_sheet(book: Book, lists: ChoiceLists, name: str, table: Table, note: str) -> str:
    """Write a table on a sheet of its own, a note above it, and return the sheet's name."""
    sheet = book.sheet(name)
    printed = PRINTED_WIDTH - EDGES * sum(is_printed(column) for column in table.columns)
    sizes = widths(table, FORM_WIDTH) if book.document.is_form else printed_widths(table, printed)
    for place, (size, column) in enumerate(zip(sizes, table.columns, strict=True)):
        sheet.set_column(place, place, size, None, {"hidden": True} if column.hidden else {})
    if table.row_keys:
        sheet.set_column(len(sizes), len(sizes), 14, None, {"hidden": True})
    shown = [size for size, column in zip(sizes, table.columns, strict=True) if is_printed(column)]
    write_heading(book, sheet, 0, shown, table.caption)
    header = 2
    if note:
        _note(book, sheet, 1, note, shown)
    after = _table(book, sheet, header, table, sizes, lists, len(sizes))
    sheet.freeze_panes(header + 1, 0)
    if table.for_screen and table.row_keys:  # nothing: what is out of sight is not printed, nor is its page
        sheet.print_area(0, len(sizes), 0, len(sizes))
        return str(sheet.get_name())
    sheet.repeat_rows(header)
    if not book.document.is_form:
        sheet.print_area(0, 0, after - 1, len(shown) - 1)
    _printed(book, sheet, shown)
    return str(sheet.get_name())


def _note(book: Book, sheet: Any, row: int, note: str, sizes: Sequence[float]) -> None:
    """Write a note across a table."""
    write_across(sheet, row, len(sizes) - 1, note, book.look("note"))
    sheet.set_row(row, row_height(lines_needed(note, sum(sizes))))
    sheet.kept.add(row)


def _printed(book: Book, sheet: Any, sizes: Sequence[float]) -> None:
    """Let a sheet be printed so that it can be read: a form standing, as it is one page after another."""
    if book.document.is_form and sum(sizes) <= MOST_STANDING:
        sheet.set_portrait()
        return
    sheet.set_landscape()
    if sum(sizes) + EDGES * len(sizes) > PRINTED_WIDTH + 1:  # fitted to several pages, the type is as small as it takes
        sheet.set_print_scale(LEAST_SCALE)
        sheet.repeat_columns(0)


def _table(book: Book, sheet: Any, header: int, table: Table, sizes: Sequence[float], lists: ChoiceLists, key_place: int
           ) -> int:
    """Write a table with its headings in the row `header` and its keys in a hidden column; return the row after it."""
    beside = bool(table.row_keys) and key_place == len(table.columns)
    columns = [*table.columns, TableColumn(title=exports_texts.COLUMN_KEY)] if beside else list(table.columns)
    titles = unique(one_line(column.title)[:250] or exports_texts.COLUMN_LABEL for column in columns)
    last = header + max(len(table.rows), 1)
    sheet.add_table(header, 0, last, len(columns) - 1, {
        "columns": [{"header": title, "header_format": book.look("head number" if column.kind == "number" else "head")}
                    for title, column in zip(titles, columns, strict=True)], "autofilter": not book.document.is_form,
        "style": TABLE_STYLE, "banded_rows": False, "first_column": table.first_column_is_header})
    sheet.set_row(header, row_height(max(lines_needed(title, size - INDENT, size=BOLD)
                                         for title, size in zip(titles, sizes, strict=False))))
    sheet.kept |= {header, header + 1}  # no head stands last on a page, nor with a single row
    if table.row_keys and not beside:
        write_text(sheet, header, key_place, exports_texts.COLUMN_KEY, book.look("head"))
    for number, row in enumerate(table.rows):
        at = header + 1 + number
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            write_cell(book, sheet, at, place, cell, column)
        if table.row_keys:
            key = table.row_keys[number] if number < len(table.row_keys) else ""
            write_text(sheet, at, key_place, key, book.look("cell"))
        sheet.set_row(at, row_height(max(lines_needed(shown_value(cell.text, cell.missing), size - INDENT)
                                         for cell, size in zip(row, sizes, strict=False))))
    sheet.kept.discard(last)
    _offer(sheet, lists, table, header + 1, last)
    return last + 1


def tables_sheet(book: Book, lists: ChoiceLists, name: str, blocks: Sequence[Block]) -> str:
    """Write several small tables below each other, each with its heading and note, the keys in one column."""
    sheet = book.sheet(name)
    tables = [block for block in blocks if isinstance(block, Table)]
    most = max(len(table.columns) for table in tables)
    is_form = book.document.is_form
    total = FORM_WIDTH if is_form else PRINTED_WIDTH - EDGES * most
    every = [widths(table, total) for table in tables]
    sizes = [max(size[place] for size in every if place < len(size)) for place in range(most)]
    sizes = [size * total / max(sum(sizes), total) for size in sizes]
    for place, size in enumerate(sizes):
        sheet.set_column(place, place, size)
    sheet.set_column(most, most, 14, None, {"hidden": True})
    row = 0
    for block in blocks:
        if isinstance(block, Heading):
            row += 1 if row else 0  # an empty row sets a table apart from the one above it
            write_heading(book, sheet, row, sizes, block.text)
        elif isinstance(block, Paragraph):
            _note(book, sheet, row, block.text, sizes)
        elif isinstance(block, Table):
            row = _table(book, sheet, row, block, sizes, lists, most) - 1
        row += 1
    _printed(book, sheet, sizes)
    end_pages(sheet, row, sizes, lying=not is_form or sum(sizes) > MOST_STANDING, every=not is_form)
    return str(sheet.get_name())


def _offer(sheet: Any, lists: ChoiceLists, table: Table, first: int, last: int) -> None:
    """Put lists to choose from in the cells that have them, and in every row of the columns that have one."""
    for place, column in enumerate(table.columns):
        if column.kind == "choice" and column.choices:
            sheet.data_validation(first, place, last, place, lists.rule(column.choices))
    for number, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            if cell.shared:
                sheet.data_validation(first + number, place, first + number, place, {
                    "validate": "any", "input_title": exports_texts.SHARED_TITLE,
                    "input_message": exports_texts.SHARED_TOLD})
            elif cell.choices:
                sheet.data_validation(first + number, place, first + number, place, lists.rule(cell.choices))


def write_cell(book: Book, sheet: Any, row: int, place: int, cell: Cell, column: TableColumn) -> None:
    """Write a cell as what it is: a number, a day, a box to tick, or text."""
    if column.kind == "tick" and not cell.text:
        sheet.insert_checkbox(row, place, bool(cell.ticked), book.look("tick"))
        return
    if cell.number is not None and (shape := number_format(cell.number, cell.text)) is not None:
        sheet.write_number(row, place, float(cell.number), book.look("number", shape))
        return
    iso = iso_date(cell.text) if column.kind == "date" else None
    if iso and len(iso) == 10:
        sheet.write_datetime(row, place, dt.datetime.fromisoformat(iso), book.look("date"))
        return
    if cell.shared:
        write_text(sheet, row, place, shown_value(cell.text, cell.missing), book.look("shared"))
        return
    if cell.blank:
        write_text(sheet, row, place, "" if cell.missing else cell.text, book.look("blank"))
        return
    blank_choice = column.kind == "choice" and cell.missing
    plain, missing = ("number text", "number missing") if column.kind == "number" else ("cell", "cell missing")
    shown = "" if blank_choice else shown_value(cell.text, cell.missing)
    write_text(sheet, row, place, shown, book.look(missing if cell.missing else plain))
