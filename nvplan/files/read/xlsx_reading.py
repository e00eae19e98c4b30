"""Reads back a workbook that someone has filled in, whether Excel or LibreOffice saved it."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH

from nvplan.files.read.cells import DIGITS, is_error, linked, one_break, percent
from nvplan.files.read.docx_lines import parse
from nvplan.files.read.docx_reading import MOST_BYTES
from nvplan.files.read.sheets_reading import form_of_sheets
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import DAY_ZERO, Given, Remark, ReturnedForm, Sheet
from nvplan.texts import returned as returned_texts

#: More rows or columns than this is no list that nvplan has written.
_SHEETS, _MOST_SHEETS = "xl/worksheets/", 24 * 1024 * 1024
_MOST_ROWS, _MOST_COLUMNS = 100_000, 200
#: The parts with what is drawn on the sheets.
_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: A character written by its number, as spreadsheets store those that XML cannot carry.
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
#: What Excel puts before a comment that is a thread, for programs that know no threads.
_THREAD = re.compile(r"^\[[^\]]*\]\s.*?\n(?:\s*\n)*(?:Comment|Kommentar):\s*", re.DOTALL)


def read_workbook(name: str, content: bytes) -> ReturnedForm:
    """Return what is filled in in a workbook of ours.

    Raises:
        InputError: it is no workbook, or too large to be one of ours.
    """
    book = _open(name, content, formulas=True)
    try:
        cells = {sheet.title: _cells(sheet) for sheet in book.worksheets}
        values = _values(name, content, cells)
        sheets: list[Sheet] = []
        comments: list[Remark] = []
        for sheet in book.worksheets:
            rows, covered, told = cells[sheet.title], _covered(sheet), values.get(sheet.title, {})
            sheets.append(Sheet(sheet.title, [[_given(one, told, covered) for one in row] for row in rows]))
            comments += _comments(sheet.title, rows)
        keywords, saved = str(book.properties.keywords or ""), book.properties.modified
        day_zero = MAC_EPOCH.date() if book.epoch == MAC_EPOCH else DAY_ZERO
    finally:
        book.close()
    form = form_of_sheets(name, sheets, keywords=keywords, comments=comments, day_zero=day_zero)
    form.saved = saved.isoformat() + "Z" if saved else ""
    drawn = list(_drawn(content))
    form.notes += [Remark(returned_texts.IN_SHAPE, text) for text in drawn if text]
    form.pictures += [returned_texts.IN_BOOK for text in drawn if not text]
    return form


def _drawn(content: bytes) -> Iterable[str]:
    """Yield what is written in text boxes and other shapes that someone has drawn, and nothing for each picture.

    What we draw ourselves is charts alone.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if _DRAWING.fullmatch(part):
                drawing = parse(package.read(part))
                yield from ("" for _ in drawing.iter(f"{_XDR}pic"))
                for shape in drawing.iter(f"{_XDR}txBody"):
                    lines = ("".join(one.itertext(f"{_A}t")) for one in shape.iter(f"{_A}p"))
                    if text := "\n".join(lines).strip():
                        yield text


def _open(name: str, content: bytes, *, formulas: bool) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sizes = {entry.filename: entry.file_size for entry in package.infolist()}
            if sum(sizes.values()) > MOST_BYTES:
                raise InputError(returned_texts.TOO_LARGE.format(name=name))
            if sum(size for part, size in sizes.items() if part.startswith(_SHEETS)) > _MOST_SHEETS:
                raise InputError(returned_texts.TOO_MANY_ROWS.format(name=name))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says what it does not know, such as tickable cells
            return openpyxl.load_workbook(io.BytesIO(content), data_only=not formulas, rich_text=formulas)
    except InputError:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise almost anything
        raise InputError(returned_texts.XLSX_UNREADABLE.format(name=name)) from error


def _values(name: str, content: bytes, cells: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, dict[str, Any]]:
    """Return what the formulas in a workbook came to when it was last saved, by sheet and cell."""
    formulas = {title: [cell.coordinate for row in rows for cell in row if cell.data_type == "f"]
                for title, rows in cells.items()}
    if not any(formulas.values()):
        return {}
    worked_out = _open(name, content, formulas=False)
    try:
        return {title: {place: worked_out[title][place].value for place in places}
                for title, places in formulas.items() if places}
    finally:
        worked_out.close()


def _cells(sheet: Any) -> list[tuple[Any, ...]]:
    """Return a sheet's cells by row: read once, for openpyxl makes each empty one anew where it is asked for."""
    return list(sheet.iter_rows(max_row=min(sheet.max_row or 1, _MOST_ROWS),
                                max_col=min(sheet.max_column or 1, _MOST_COLUMNS)))


def _covered(sheet: Any) -> dict[str, Any]:
    """Return the cells that lie under a merged one: below it in its column with its value, beside it with none."""
    found: dict[str, Any] = {}
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        for row, column in area.cells:
            if (row, column) != (area.min_row, area.min_col) and row <= _MOST_ROWS and column <= _MOST_COLUMNS:
                found[f"{get_column_letter(column)}{row}"] = first if column == area.min_col else None
    return found


def _given(cell: Any, values: Mapping[str, Any], covered: Mapping[str, Any]) -> Given:
    where = cell.coordinate
    if where in covered:
        above = covered[where]
        told = _plain(above.value) if above is not None and above.data_type != "f" else ""
        return Given(told, where, fault=returned_texts.MERGED)
    value = cell.value
    if value is None:
        return Given("", where)
    if cell.data_type == "f":
        formula = str(getattr(value, "text", value))
        value = values.get(where)
        if value is None or value == "":
            return Given(formula, where, fault=returned_texts.NO_FORMULA_VALUE)
    told = _plain(value)
    if isinstance(told, str) and cell.hyperlink is not None:
        told += linked(told, str(cell.hyperlink.target or ""))
    if isinstance(told, str) and is_error(told):
        return Given(told, where, fault=returned_texts.ERROR_VALUE)
    if _struck(cell, value):
        return Given(told, where, fault=returned_texts.STRUCK_OUT)
    if isinstance(value, dt.datetime | dt.date) and "yy" not in str(cell.number_format).lower():
        return Given(told, where, guessed=True)
    return Given(told, where, _shown(told, cell))


def _plain(value: Any) -> str | Decimal | bool:
    """Return a cell's value as text, number or tick; a day in ISO form, with the time where there is one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(f"{value:.{DIGITS}g}") if isinstance(value, float) else Decimal(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if value is None:
        return ""
    return _uncoded(str(value))


def _uncoded(text: str) -> str:
    """Return a text with characters that were written by their number as themselves, and one kind of line break."""
    text = _CODED.sub(lambda match: chr(int(match[1], 16)), text)
    return one_break(text)


def _shown(value: str | Decimal | bool, cell: Any) -> str:
    """Return how a share is shown: 0,07 is 7 % where the cell says so."""
    if isinstance(value, Decimal) and "%" in _QUOTED.sub("", str(cell.number_format)):
        return percent(value)
    return ""


def _struck(cell: Any, value: Any) -> bool:
    if not str(value).strip():
        return False
    if cell.font is not None and cell.font.strike:
        return True
    return isinstance(value, CellRichText) and any(
        isinstance(part, TextBlock) and part.font is not None and part.font.strike and part.text.strip()
        for part in value)


def _comments(sheet: str, rows: Sequence[Sequence[Any]]) -> Iterable[Remark]:
    for row in rows:
        for cell in row:
            if (note := getattr(cell, "comment", None)) is not None and (note.text or "").strip():
                text = _uncoded(_THREAD.sub("", note.text)).strip()
                author = f"{note.author or ''}:"
                text = text.removeprefix(author).strip() if len(author) > 1 else text
                yield Remark(returned_texts.cell_place(sheet, cell.coordinate), text)


