"""Reads back a workbook in Excel's old format (.xls), as cells like those of the new one."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from nvplan.files.read.cells import DIGITS, cell_name, is_error, one_break, percent
from nvplan.files.read.sheets_reading import form_of_sheets
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import Given, Remark, ReturnedForm, Sheet
from nvplan.texts import formats as formats_texts
from nvplan.texts import returned as returned_texts

#: Kinds of cell in the format (xlrd.biffh).
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_MOST_COLUMNS = 200


def read_old_workbook(name: str, content: bytes) -> ReturnedForm:
    """Return what is filled in in a workbook of ours that was saved in the old format.

    Raises:
        InputError: it is locked with a password, or cannot be read.
    """
    import xlrd  # a format that few send, and nothing else needs it
    from xlrd.biffh import XLRDError

    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
        sheets = [Sheet(sheet.name, _rows(book, sheet)) for sheet in book.sheets()]
        comments = [one for sheet in book.sheets() for one in _comments(sheet)]
    except XLRDError as error:
        locked = "encrypted" in str(error).lower()
        sentence = formats_texts.NOT_READ["protected"] if locked else formats_texts.XLS_UNREADABLE
        raise InputError(sentence.format(name=name)) from error
    except Exception as error:  # a damaged workbook makes xlrd raise almost anything
        raise InputError(formats_texts.XLS_UNREADABLE.format(name=name)) from error
    return form_of_sheets(name, sheets, comments=comments)


def _rows(book: Any, sheet: Any) -> list[list[Given]]:
    covered = {(row, column): (top if column == left else None) for top, bottom, left, right in sheet.merged_cells
               for row in range(top, bottom) for column in range(left, right) if (row, column) != (top, left)}
    wide = min(sheet.ncols, _MOST_COLUMNS)
    return [[_given(book, sheet, row, column, covered) for column in range(wide)] for row in range(sheet.nrows)]


def _given(book: Any, sheet: Any, row: int, column: int, covered: dict[tuple[int, int], int | None]) -> Given:
    where = cell_name(row, column)
    if (row, column) in covered:
        top = covered[row, column]
        return Given("" if top is None else _value(book, sheet, top, column)[0], where, fault=returned_texts.MERGED)
    value, shown, guessed = _value(book, sheet, row, column)
    cell = sheet.cell(row, column)
    if cell.ctype == _ERROR or (isinstance(value, str) and is_error(value)):
        return Given(value, where, fault=returned_texts.ERROR_VALUE)
    given = Given(value, where, shown, guessed=guessed)
    if not given.empty and _struck(book, sheet, row, column):
        return Given(value, where, fault=returned_texts.STRUCK_OUT)
    return given


def _value(book: Any, sheet: Any, row: int, column: int) -> tuple[str | Decimal | bool, str, bool]:
    """Return a cell's value, how it is shown where that says more, and whether it is a day shown without its year."""
    import xlrd

    cell = sheet.cell(row, column)
    written = book.format_map[book.xf_list[cell.xf_index].format_key].format_str if cell.xf_index is not None else ""
    if cell.ctype == _NUMBER:
        number = Decimal(f"{cell.value:.{DIGITS}g}")
        return number, percent(number) if "%" in written else "", False
    if cell.ctype == _DATE:
        day = xlrd.xldate_as_datetime(cell.value, book.datemode)
        text = day.date().isoformat() if day.time() == dt.time() else day.isoformat(" ", "minutes")
        return text, "", "yy" not in written.lower()
    if cell.ctype == _BOOLEAN:
        return bool(cell.value), "", False
    if cell.ctype == _ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#?")), "", False
    return one_break(cell.value) if cell.ctype == _TEXT else "", "", False


def _struck(book: Any, sheet: Any, row: int, column: int) -> bool:
    """Tell whether a cell, or a part of its text, is struck out."""
    fonts = [book.xf_list[sheet.cell(row, column).xf_index].font_index]
    fonts += [font for _, font in sheet.rich_text_runlist_map.get((row, column), ())]
    return any(font < len(book.font_list) and book.font_list[font].struck_out for font in fonts)


def _comments(sheet: Any) -> Iterator[Remark]:
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        text = one_break(note.text).removeprefix(f"{note.author}:").strip()
        if text:
            yield Remark(returned_texts.cell_place(sheet.name, cell_name(row, column)), text)
