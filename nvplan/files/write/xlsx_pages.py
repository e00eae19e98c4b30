"""Where a printed sheet's pages end: no heading stands last on one, parted from what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: An A4 standing and lying, less the margins of our sheets, in points: width and height.
STANDING, LYING = (537.0, 744.0), (784.0, 498.0)
#: How wide a character and a column's edges are, in points, and a row of which nothing is said is high.
_CHARACTER, _EDGES, _ROW = 5.25, 3.75, 15.0
#: How much of a page is filled: programs differ by some hundredths in how high they print a row.
_FILLED = 0.97


def end_pages(sheet: Any, last: int, sizes: Sequence[float], *, lying: bool = False, every: bool = True) -> None:
    """End the pages of a sheet between rows that need not stand together: `sheet.kept` stay with the next.

    `last` is the row after the last, `sizes` the columns' widths in characters. With `every` each page is ended; else
    only those that would end with a row that is kept, as on a form whose rows grow when it is filled in.
    """
    width, height = LYING if lying else STANDING
    total = sum(size * _CHARACTER + _EDGES for size in sizes)
    room = height * max(1.0, total / width) * _FILLED
    breaks, first, filled, row = [], 0, 0.0, 0
    while row < last:
        high = sheet.heights.get(row, _ROW)
        if row > first and filled + high > room:
            begins = row
            while begins - 1 > first and begins - 1 in sheet.kept:
                begins -= 1
            if begins - 1 in sheet.kept:  # what is kept together is longer than a page
                begins = row
            if every or begins != row:
                breaks.append(begins)
            first, filled, row = begins, 0.0, begins
            continue
        filled += high
        row += 1
    sheet.set_h_pagebreaks(breaks)
