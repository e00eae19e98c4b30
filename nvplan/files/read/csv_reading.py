"""Reads back csv of ours that someone has filled in, in whatever way their program saved it.

Excel saves UTF-8 with a mark, the system's own code page, or UTF-16 with tabs; with semicolons or commas between the
cells by the system's settings; and pads every line to the widest one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from nvplan.files.read.cells import cell_name, decoded, one_break
from nvplan.files.read.sheets_reading import form_of_sheets
from nvplan.files.write.csvfile import unsafe
from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import Given, ReturnedForm, Sheet
from nvplan.texts import documents as documents_texts
from nvplan.texts import exports as exports_texts
from nvplan.texts import formats as formats_texts

_BETWEEN = ";\t,"
_BOXES = ("☐", "☑", "☒")
#: Every row begins with these two: where in the document its table stands, and what the table is called.
_LEADING = (exports_texts.COLUMN_SECTION, exports_texts.COLUMN_TABLE)


def read_csv(name: str, content: bytes) -> ReturnedForm | None:
    """Return what is filled in in csv of ours; None where the text has no table of ours.

    Raises:
        InputError: it cannot be read as text in columns.
    """
    text = decoded(content)
    between = _between(text)
    if between is None:
        return None
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error as error:
        raise InputError(formats_texts.CSV_UNREADABLE.format(name=name)) from error
    about, body = _about(rows)
    form = form_of_sheets(name, [Sheet(exports_texts.SHEET_ABOUT, about), *_sheets(rows, body)])
    form.has_keys = False
    return form


def is_one_sheet(content: bytes) -> bool:
    """Tell whether text in columns is one sheet of a workbook of ours: a spreadsheet program saves no more as csv."""
    ours = {fold(one) for one in (
        exports_texts.COLUMN_KEY, documents_texts.META_NUMBER, documents_texts.META_REVISION)}
    return any(fold(cell.strip().strip('"')) in ours for line in decoded(content).splitlines() for between in _BETWEEN
               if between in line for cell in line.split(between))


def is_page_text(content: bytes) -> bool:
    """Tell whether a text is a document of ours with boxes to tick, saved without its form."""
    return any(line.lstrip().startswith(_BOXES) for line in decoded(content).splitlines())


def _between(text: str) -> str | None:
    """Return what stands between the cells: between the first two headings of a table of ours."""
    for line in text.splitlines():
        for between in _BETWEEN:
            cells = [cell.strip().strip('"') for cell in line.split(between)]
            if len(cells) > 2 and tuple(cells[:2]) == _LEADING:
                return between
    return None


def _about(rows: Sequence[Sequence[str]]) -> tuple[list[list[Given]], list[int]]:
    """Return what the document says about itself, its title first, and the numbers of all other rows."""
    told: list[list[Given]] = []
    title, body = "", []
    for number, row in enumerate(rows):
        if row and fold(row[0].strip()) == fold(exports_texts.ABOUT_DOCUMENT) and len(row) > 2:
            if row[1].strip() == exports_texts.COLUMN_TITLE:
                title = row[2].strip()
            else:
                told.append([Given(unsafe(one)) for one in row[1:3]])
        else:
            body.append(number)
    return [[Given(title)], *told], body


def _sheets(rows: Sequence[Sequence[str]], body: Sequence[int]) -> Iterator[Sheet]:
    """Yield each run of rows with the same headings as a sheet, without what leads every row."""
    block: list[int] = []
    for number in [*body, None]:
        if number is None or tuple(cell.strip() for cell in rows[number][:2]) == _LEADING:
            if block:
                yield _sheet(rows, block)
            block = [] if number is None else [number]
        elif block or any(cell.strip() for cell in rows[number]):
            block.append(number)


def _sheet(rows: Sequence[Sequence[str]], block: list[int]) -> Sheet:
    while not any(cell.strip() for cell in rows[block[-1]]):
        block.pop()
    name = next((rows[number][0].strip() for number in block[1:] if rows[number] and rows[number][0].strip()), "")
    cells = [[Given(one_break(unsafe(cell)), cell_name(number, place)) for place, cell in enumerate(rows[number])][2:]
             for number in block]
    return Sheet(name, cells, [number + 1 for number in block])
