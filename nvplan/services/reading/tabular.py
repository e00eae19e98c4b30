"""Rows and cells as text: what a spreadsheet, a table in Word or a text editor puts on the clipboard, and back.

A line is a row, and a tab stands between two cells. A cell that holds a line break or a tab, or begins with a quotation
mark, stands within quotation marks, and those inside it are doubled (as Excel and LibreOffice write; RFC 4180).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nvplan.model.collation import fold

#: Line breaks that do not end a row: Word's soft break, a form feed, and Unicode's separators of lines and paragraphs.
_SOFT = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
#: A cell within quotation marks, up to what ends it.
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_ROW_END = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"\r\n|\r")
#: What makes a program put quotation marks around a cell.
_NEEDS_QUOTES = re.compile('[\t\r\n]|^"')
#: What people put in a cell to say that nothing is there: a dash of any length, alone.
_DASHES = re.compile("[-\u2010-\u2015\u2212]{1,3}")
#: A unit or an explanation after a heading, as in «Andel (%)».
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class _Cell:
    text: str
    bare: str | None = None
    """Without the quotation marks around it, None where there are none."""


def read_rows(pasted: str) -> list[list[str]]:
    r"""Return the cells of each row, without the empty rows at the end; a line break in a cell is `\n`.

    Quotation marks that a person wrote around a cell's text are kept; those that a program put there are not.
    """
    rows = _without_doubled_ends(pasted, _cells(pasted))
    filled = [cell for row in rows for cell in row if cell.text]
    everywhere = len(filled) > 1 and all(cell.bare is not None for cell in filled)
    read = [[_text(cell, always=everywhere) for cell in row] for row in rows]
    while read and not any(cell.strip() for cell in read[-1]):
        read.pop()
    return read


def _cells(pasted: str) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(pasted, at)
        if quoted is not None:
            rows[-1].append(_Cell(quoted[0], quoted[1].replace('""', '"')))
            at = quoted.end()
        else:
            plain = _PLAIN.match(pasted, at)
            rows[-1].append(_Cell(plain[0] if plain else ""))
            at = plain.end() if plain else len(pasted)
        if at >= len(pasted):
            return rows
        end = _ROW_END.match(pasted, at)
        if end is not None:
            rows.append([])
        at = end.end() if end is not None else at + 1


def _without_doubled_ends(pasted: str, rows: list[list[_Cell]]) -> list[list[_Cell]]:
    r"""Leave out the rows that are there only because a terminal made `\r\r` of every `\r\n`."""
    between = rows[1::2]
    doubled = "\n" not in pasted and len(between) > 1 and all(len(row) == 1 and not row[0].text for row in between)
    return rows[::2] if doubled else rows


def _text(cell: _Cell, *, always: bool) -> str:
    is_needed = cell.bare is not None and (not cell.bare or _NEEDS_QUOTES.search(cell.bare) or '""' in cell.text[1:-1])
    text = cell.bare if cell.bare is not None and (always or is_needed) else cell.text
    return _SOFT.sub("\n", _BREAK.sub("\n", text))


def write_rows(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as text that spreadsheets and `read_rows` take in as the same cells."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def _written(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


# -- which column a cell belongs to --------------------------------------------------------------------------------
@dataclass(frozen=True)
class PlacedRow:
    """A row: its number in what was pasted, from 1, and its cells by the number of the column, from 0."""

    number: int
    cells: dict[int, str]


@dataclass
class Extra:
    """A column of what was pasted that the table has not: its heading or its number, and the cells that are in it."""

    heading: str
    number: int
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Placed:
    """Pasted rows, each cell in its column; `headed` says that the first row was headings and was left out."""

    rows: list[PlacedRow]
    extra: list[Extra]
    headed: bool
    dashes: int = 0
    """How many cells hold a dash and nothing else, and count as empty."""


def place_rows(rows: Sequence[Sequence[str]], columns: Sequence[Sequence[str]], start: int = 0) -> Placed:
    """Put each cell in its column: by the headings where the first row is headings, else from `start` to the right.

    Empty cells are left out, and so are those with a dash alone; a row that is empty keeps its place among the rows.

    Args:
        rows: the cells as they were read.
        columns: what each column of the table may be headed.
        start: the column of the first cell where there are no headings.
    """
    places = _headings(rows[0], columns) if rows else None
    extra: dict[int, Extra] = {}
    placed, dashes = [], 0
    for number, row in enumerate(rows, 1):
        if places is not None and number == 1:
            continue
        cells: dict[int, str] = {}
        for at, cell in enumerate(row):
            text = cell.strip()
            if not text or _DASHES.fullmatch(text):
                dashes += bool(text)
                continue
            place = start + at if places is None else places[at] if at < len(places) else None
            if place is None or place >= len(columns):
                heading = rows[0][at].strip() if places is not None and at < len(rows[0]) else ""
                extra.setdefault(at, Extra(heading, at + 1)).cells.append(text)
            else:
                cells[place] = text
        placed.append(PlacedRow(number, cells))
    return Placed(placed, [extra[at] for at in sorted(extra)], places is not None, dashes)


def _headings(row: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int | None] | None:
    """Return the column of each heading; None where the row is no headings: less than half, or a single one of many.

    A heading that stands twice leads to its column the first time only.
    """
    known: dict[str, int] = {}
    for column, names in enumerate(columns):
        for name in names:
            known.setdefault(_heading(name), column)
    found: list[int | None] = []
    for cell in row:
        place = known.get(_heading(cell)) if cell.strip() else None
        found.append(None if place in found else place)
    hits, filled = sum(place is not None for place in found), sum(bool(cell.strip()) for cell in row)
    enough = hits * 2 >= filled and (hits > 1 or (hits == filled == 1))
    return found if hits and enough else None


def _heading(text: str) -> str:
    return " ".join(fold(_UNIT.sub("", text)).split()).rstrip(" ?:*")
