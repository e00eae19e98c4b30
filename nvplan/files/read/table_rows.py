"""Reads any table, csv or a spreadsheet's first sheet with something in it, as rows of text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from nvplan.files.read.recognising import kind_of
from nvplan.files.read.visit_file import check_file, open_visits
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import Given
from nvplan.texts import continuity_index as index_texts
from nvplan.texts import indicators as indicator_texts

_SPREADSHEETS = ("xlsx", "xls", "ods")
#: A table of figures is small; what is larger is something else.
MOST_BYTES = 20_000_000


def table_rows(path: Path) -> list[list[str]]:
    """Return the rows, headings first; numbers with a decimal comma, days in ISO form.

    Raises:
        InputError: there is no such file, or no table in it.
    """
    check_file(path)
    if path.stat().st_size > MOST_BYTES:
        raise InputError(indicator_texts.FILE_TOO_LARGE.format(name=path.name))
    content = path.read_bytes()
    if kind_of(path.name, content) in _SPREADSHEETS:
        return _sheet_rows(path.name, content)
    with open_visits(path) as table:
        return [table.header, *(row if isinstance(row, list) else [] for _, row in table)]


def _sheet_rows(name: str, content: bytes) -> list[list[str]]:
    from nvplan.files.read.forms import read_form

    for sheet in read_form(name, content).sheets:
        rows = [[_cell(one) for one in row] for row in sheet.rows]
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        if len(filled) > 1:
            return filled
    raise InputError(index_texts.FILE_NO_TABLE.format(name=name))


def _cell(one: Given) -> str:
    if isinstance(one.value, Decimal) and not one.shown:
        return f"{one.value:f}".replace(".", ",")
    return one.text
