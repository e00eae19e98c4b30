"""Prints a table whose cells are wrapped, so that nothing is cut and no line is wider than a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from nvplan.model.safetext import visible

#: The widest line, in characters.
WIDTH = 100
_GAP = "  "
#: A word longer than this may be divided: an address, say.
_LONGEST_WORD = 28
#: Rows that the widths are weighed on; more would not change them.
_SAMPLE = 60
#: Spaces where a line may break; a number keeps its no-break spaces.
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int = WIDTH) -> list[str]:
    """Return the lines of a table, at most `width` characters wide; a long cell continues on the lines below."""
    cells = [[_one_line(cell) for cell in row] for row in (headings, *rows)]
    widths = _widths(cells, width - len(_GAP) * (len(headings) - 1))
    return [line for row in cells for line in _row_lines(row, widths)]


def paragraph_lines(text: str, width: int = WIDTH) -> list[str]:
    """Return a text on lines of at most `width` characters."""
    return textwrap.wrap(_one_line(text), width, break_on_hyphens=False)


def _one_line(cell: str) -> str:
    return _IN_NUMBER.sub("\u00a0", _SPACES.sub(" ", visible(cell)).strip())


def _widths(cells: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return the columns' widths: the column gives way, a character at a time, that costs the fewest new lines."""
    columns = range(len(cells[0]))
    widths = [min(max(len(row[at]) for row in cells) or 1, available) for at in columns]
    least = [min(max((len(word) for row in cells for word in row[at].split(" ")), default=1) or 1, _LONGEST_WORD)
             for at in columns]
    sample = [[len(cell) for cell in row] for row in cells[:: max(1, len(cells) // _SAMPLE)]]
    while sum(widths) > available:
        can_give = [at for at in columns if widths[at] > least[at]] or [widths.index(max(widths))]
        giving = min(can_give, key=lambda at: (_lines_without(sample, widths, at), -widths[at]))
        widths[giving] -= 1
    return widths


def _lines_without(sample: Sequence[Sequence[int]], widths: Sequence[int], narrower: int) -> int:
    """Return about how many lines the rows take if one column is a character narrower."""
    tried = [width - (at == narrower) for at, width in enumerate(widths)]
    return sum(max(-(-length // max(width, 1)) for length, width in zip(row, tried, strict=True)) for row in sample)


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    wrapped = [textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
               for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
