"""Reads back a spreadsheet in OpenDocument's format (.ods), which LibreOffice saves, as cells like those of Excel.

The format is ODF 1.3, part 3: 9.1 tables, 19.385 to 19.392 the values of cells. It is read here and not by a library:
those that are kept give a value that could not be worked out, and one that is struck out, as an empty or plain cell.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from nvplan.files.read.cells import DIGITS, cell_name, is_error, percent
from nvplan.files.read.docx_reading import MOST_BYTES
from nvplan.files.read.sheets_reading import form_of_sheets
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import Given, Remark, ReturnedForm, Sheet
from nvplan.texts import formats as formats_texts
from nvplan.texts import returned as returned_texts

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT, _STYLE, _META = (_URN % name for name in ("office", "table", "text", "style", "meta"))
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
#: More rows or columns than this is no list that nvplan has written; LibreOffice says a million empty ones as one.
_MOST_ROWS, _MOST_COLUMNS = 100_000, 200


def read_open_spreadsheet(name: str, content: bytes) -> ReturnedForm:
    """Return what is filled in in a spreadsheet of ours that was saved as .ods.

    Raises:
        InputError: it is too large to be one of ours, or cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
                raise InputError(returned_texts.TOO_LARGE.format(name=name))
            root = _parsed(package.read("content.xml"))
            keywords = _keywords(package)
        struck = _struck_styles(root)
        sheets, comments = [], []
        for table in root.iter(_TABLE + "table"):
            reader = _Table(str(table.get(_TABLE + "name", "")), struck)
            sheets.append(Sheet(reader.name, reader.rows(table)))
            comments += reader.comments
    except InputError:
        raise
    except Exception as error:  # a damaged file makes zipfile and lxml raise almost anything
        raise InputError(formats_texts.ODS_UNREADABLE.format(name=name)) from error
    return form_of_sheets(name, sheets, keywords=keywords, comments=comments)


def _parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _keywords(package: zipfile.ZipFile) -> str:
    if "meta.xml" not in package.namelist():
        return ""
    return ",".join(one.text or "" for one in _parsed(package.read("meta.xml")).iter(_META + "keyword"))


def _struck_styles(root: Any) -> set[str]:
    """Return the names of the styles that strike their text out."""
    return {style.get(_STYLE + "name") for style in root.iter(_STYLE + "style")
            for one in style.iter(_STYLE + "text-properties")
            if one.get(_STYLE + "text-line-through-style", "none") != "none"}


@dataclass
class _Table:
    name: str
    struck: set[str]
    comments: list[Remark] = field(default_factory=list)
    _covered: dict[tuple[int, int], Given | None] = field(default_factory=dict)

    def rows(self, table: Any) -> list[list[Given]]:
        """Return the cells from the top, without the empty rows that follow the last one with anything in it."""
        rows: list[list[Given]] = []
        empty = 0
        for element in table.iter(_TABLE + "table-row"):
            times = min(int(element.get(_TABLE + "number-rows-repeated", 1)), _MOST_ROWS)
            if not any(self._says_something(cell) for cell in element):
                empty += times
                continue
            for _ in range(min(empty, _MOST_ROWS - len(rows))):
                rows.append([])
            empty = 0
            for _ in range(min(times, _MOST_ROWS - len(rows))):
                rows.append(self._row(element, len(rows)))
        return rows

    @staticmethod
    def _says_something(cell: Any) -> bool:
        return len(cell) > 0 or bool(cell.get(_TABLE + "formula")) or bool(cell.get(_OFFICE + "value-type"))

    def _row(self, element: Any, row: int) -> list[Given]:
        cells: list[Given] = []
        for cell in element:
            if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                continue
            for _ in range(min(int(cell.get(_TABLE + "number-columns-repeated", 1)), _MOST_COLUMNS - len(cells))):
                cells.append(self._cell(cell, row, len(cells)))
        return cells

    def _cell(self, cell: Any, row: int, column: int) -> Given:
        where = cell_name(row, column)
        if (row, column) in self._covered:
            above = self._covered[row, column]
            return Given(above.value if above is not None else "", where, fault=returned_texts.MERGED)
        given = self._given(cell, where)
        self.comments += [Remark(returned_texts.cell_place(self.name, where), text)
                          for note in cell.iter(_OFFICE + "annotation") if (text := _paragraphs(note))]
        down, right = (int(cell.get(_TABLE + f"number-{one}-spanned", 1)) for one in ("rows", "columns"))
        for at in range(min(down, 1_000)):
            for to in range(min(right, _MOST_COLUMNS)):
                if (at, to) != (0, 0):
                    self._covered[row + at, column + to] = given if to == 0 else None
        return given

    def _given(self, cell: Any, where: str) -> Given:
        text = _paragraphs(cell)
        if cell.get(_CALC + "value-type") == "error" or is_error(text):
            return Given(text, where, fault=returned_texts.ERROR_VALUE)
        formula, kind = cell.get(_TABLE + "formula", ""), cell.get(_OFFICE + "value-type", "")
        if formula and not text:
            return Given(formula.partition(":")[2], where, fault=returned_texts.NO_FORMULA_VALUE)
        if text and self._is_struck(cell):
            return Given(text, where, fault=returned_texts.STRUCK_OUT)
        if kind in ("float", "currency", "percentage"):
            number = _number(cell.get(_OFFICE + "value", ""))
            if number is not None:
                return Given(number, where, percent(number) if kind == "percentage" else "")
        if kind == "boolean":
            return Given(cell.get(_OFFICE + "boolean-value") == "true", where)
        if kind == "date":
            day = str(cell.get(_OFFICE + "date-value", "")).removesuffix("T00:00:00")
            return Given(day.replace("T", " ")[:16], where, guessed=day[2:4] not in text)
        return Given(text, where)

    def _is_struck(self, cell: Any) -> bool:
        if cell.get(_TABLE + "style-name") in self.struck:
            return True
        return any(span.get(_TEXT + "style-name") in self.struck and "".join(span.itertext()).strip()
                   for span in cell.iter(_TEXT + "span"))


def _number(written: str) -> Decimal | None:
    try:
        return Decimal(f"{Decimal(written):.{DIGITS}g}")
    except InvalidOperation:
        return None


def _paragraphs(parent: Any) -> str:
    """Return the text of a cell or a note, a paragraph a line; a note in a cell is no part of the cell's text."""
    return "\n".join("".join(_pieces(one)) for one in parent if one.tag == _TEXT + "p").strip("\n")


def _pieces(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if child.tag == _TEXT + "s":
            yield " " * min(int(child.get(_TEXT + "c", 1)), 1_000)
        elif child.tag in (_TEXT + "tab", _TEXT + "line-break"):
            yield "\t" if child.tag == _TEXT + "tab" else "\n"
        elif child.tag != _OFFICE + "annotation":
            yield from _pieces(child)
        if child.tail:
            yield child.tail
