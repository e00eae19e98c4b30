"""Csv that opens right in Swedish Excel: semicolons, decimal comma, UTF-8 with a byte order mark, CRLF.

Every table of the document follows after the other with a blank line between, and what the document says about itself
stands last. Text that Excel would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re

from nvplan.files.write.characters import one_line, shown_value, visible
from nvplan.files.write.grids import Grid, grids, iso_date
from nvplan.model.document import Cell, Document, TableColumn
from nvplan.texts import exports as exports_texts

#: What a spreadsheet reads as a formula when a cell begins with it, apostrophes before it included; the last four are
#: the wide signs that East Asian versions of Excel read in the same way.
_RUNNABLE = re.compile(r"^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def render(document: Document) -> bytes:
    """Return the document's tables as csv."""
    rows: list[list[str]] = []
    header: list[str] | None = None
    for grid in grids(document):
        titles = [exports_texts.COLUMN_SECTION, exports_texts.COLUMN_TABLE]
        titles += [safe(one_line(column.title)) for column in grid.table.columns]
        if titles != header:
            rows += [[], titles] if header is not None else [titles]
            header = titles
        rows += _rows(grid)
    rows += [[], *_about(document)] if header is not None else _about(document)
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _rows(grid: Grid) -> list[list[str]]:
    first = [safe(" › ".join(grid.path)), safe(one_line(grid.table.caption))]
    return [[*first, *(_value(cell, column) for cell, column in zip(row, grid.table.columns, strict=True))]
            for row in grid.table.rows]


def _about(document: Document) -> list[list[str]]:
    rows = [(exports_texts.COLUMN_TITLE, document.title)]
    rows += [(fact.label, shown_value(fact.value, fact.missing)) for fact in document.meta]
    if document.example:
        rows.append((exports_texts.COLUMN_NOTE, exports_texts.EXAMPLE_MARK))
    return [[exports_texts.ABOUT_DOCUMENT, safe(one_line(label)), safe(visible(value))] for label, value in rows]


def safe(text: str) -> str:
    """Return the text so that no spreadsheet runs it; taking one apostrophe away gives the text back."""
    return f"'{text}" if _RUNNABLE.match(text) else text


def unsafe(text: str) -> str:
    """Return a text that was made safe as it was."""
    return text[1:] if text.startswith("'") and _RUNNABLE.match(text[1:]) else text


def _value(cell: Cell, column: TableColumn) -> str:
    """Return a cell: a number with decimal comma and nothing else, a date in ISO form, a tick as yes or no, or text."""
    if cell.number is not None:
        return f"{cell.number:f}".replace(".", ",")
    if column.kind == "tick" or cell.ticked is not None:
        return safe(visible(cell.text)) if cell.text else (exports_texts.YES if cell.ticked else exports_texts.NO)
    if column.kind == "date" and (iso := iso_date(cell.text)):
        return iso
    return safe(visible(shown_value(cell.text, cell.missing)))
