"""Reads back a workbook that someone has filled in, whether Excel or LibreOffice saved it."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import openpyxl

from nvplan.files.read.docx_reading import MOST_BYTES
from nvplan.files.write.characters import one_line, visible
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS
from nvplan.services.writing.returned.form import Returned, ReturnedForm
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts

#: The header row of a table is among a sheet's first rows; someone may have put lines above it.
_MOST_ROWS_ABOVE = 20
#: More rows or columns than this is no list that nvplan has written.
_MOST_ROWS, _MOST_COLUMNS = 100_000, 200


def read_workbook(name: str, content: bytes) -> ReturnedForm:
    """Return what is filled in in a workbook of ours.

    Raises:
        InputError: it is no workbook, or too large to be one of ours.
    """
    book = _open(name, content)
    try:
        meta = _meta(book)
        form = ReturnedForm(name, _document(book, meta), meta, is_grid=True, as_written=visible)
        for sheet in book.worksheets:
            if sheet.title not in (exports_texts.SHEET_ABOUT, exports_texts.SHEET_LISTS):
                _read_sheet(form, sheet)
    finally:
        book.close()
    return form


def _open(name: str, content: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
                raise InputError(returned_texts.TOO_LARGE.format(name=name))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says what it does not know, such as tickable cells
            return openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except InputError:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise almost anything
        raise InputError(returned_texts.XLSX_UNREADABLE.format(name=name)) from error


def _meta(book: Any) -> dict[str, str]:
    """Return what the first sheet says about the document: labels in the first column, values in the second."""
    if exports_texts.SHEET_ABOUT not in book.sheetnames:
        return {}
    rows = book[exports_texts.SHEET_ABOUT].iter_rows(max_col=2, max_row=200, values_only=True)
    found: dict[str, str] = {}
    for label, value in rows:
        if isinstance(label, str) and value is not None:
            found.setdefault(label, str(value))
    return found


def _document(book: Any, meta: dict[str, str]) -> str:
    """Return the document's name: the last keyword, or the one whose title stands first on the first sheet."""
    last = str(book.properties.keywords or "").rpartition(",")[2].strip()
    if last in DOCUMENTS:
        return last
    title = str(book[exports_texts.SHEET_ABOUT]["A1"].value or "") if meta else ""
    return next((known.name for known in DOCUMENTS.values() if one_line(known.title) == title.strip()), "")


def _read_sheet(form: ReturnedForm, sheet: Any) -> None:
    rows = sheet.iter_rows(max_row=min(sheet.max_row or 0, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS),
                           values_only=True)
    titles = _header(rows)
    if titles is None:
        return
    place = titles.index(exports_texts.COLUMN_KEY)
    sibling = ""
    unnamed = []
    for row in rows:
        cells = dict(_cells(titles, row))
        key = str(row[place] or "").strip()
        if key:
            sibling = sibling or key
            form.cells.setdefault(key, {}).update(cells)
        elif any(value not in ("", False) for value in cells.values()):
            unnamed.append(cells)
    form.added += [(sibling, cells) for cells in unnamed]


def _header(rows: Iterator[Sequence[Any]]) -> list[str] | None:
    """Return the titles of the first row that has a column of keys, None where no row near the top has."""
    for _, row in zip(range(_MOST_ROWS_ABOVE), rows, strict=False):
        titles = [str(value).strip() if value is not None else "" for value in row]
        if exports_texts.COLUMN_KEY in titles:
            return titles
    return None


def _cells(titles: Sequence[str], row: Sequence[Any]) -> Iterator[tuple[str, Returned]]:
    for title, value in zip(titles, row, strict=False):
        if title and title != exports_texts.COLUMN_KEY:
            told = _told(value)
            if not (isinstance(told, str) and told.endswith(exports_texts.CELL_SHORTENED)):
                yield title, told


def _told(value: Any) -> Returned:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(str(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)
