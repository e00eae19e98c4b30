"""What a list draws: its rows and groups of rows, and how wide each column is in the room that there is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rich.cells import cell_len

#: A column beside the flexible one is never wider than this; that one does not give way below the other.
WIDEST, LEAST = 26, 25
#: The space on both sides of a cell.
PADDING = 2
#: So many rows say how wide a column need be; the rest are cut where they are wider.
_MEASURED = 120
#: From so many cells on there is room for more than the least of the flexible column.
_MUCH = 90
#: From so many rows on a column that says the same in all of them says nothing.
_SAME = 3
_NUMBER = re.compile(r"[-−]?\d[\d\s]*(,\d+)?(\s%)?")
#: What stands in a cell that has no number.
_NONE = ("", "–", "·")


class Drawable(Protocol):
    """A row: its id, its cells, and the roles of colour for some of them, by column."""

    @property
    def id(self) -> str:
        """What the row is found again by."""

    @property
    def cells(self) -> Sequence[str]:
        """The words of each column."""

    @property
    def colours(self) -> Mapping[int, str]:
        """The roles of colour, by column."""


@dataclass(frozen=True)
class TableRow:
    """A row whose words are known from the start."""

    id: str
    cells: tuple[str, ...]
    colours: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sorting:
    """Which column a list is sorted by, and whether backwards."""

    column: int
    backwards: bool = False


@dataclass(frozen=True)
class Group:
    """Rows that follow each other under a heading: how many are drawn of how many there are."""

    title: str
    drawn: int
    count: int
    sign: str = ""
    role: str = ""
    """The sign's role of colour."""

    @property
    def hidden(self) -> int:
        """How many are not drawn."""
        return self.count - self.drawn


@dataclass(frozen=True)
class HeadingLine:
    """A line with the heading of a group."""

    group: Group


@dataclass(frozen=True)
class HiddenLine:
    """A line that tells how many rows of a group are not drawn."""

    group: Group


#: A line of a list: the number of a row, something about a group, or nothing.
Line = int | HeadingLine | HiddenLine | None


def lines_of(count: int, groups: Sequence[Group]) -> list[Line]:
    """Return the lines of so many rows; between two groups one is blank."""
    if not groups:
        return list(range(count))
    lines: list[Line] = []
    row = 0
    for group in groups:
        lines += [*([None] if lines else []), HeadingLine(group), *range(row, row + group.drawn),
                  *([HiddenLine(group)] if group.hidden else [])]
        row += group.drawn
    return lines


def telling(columns: int, rows: Sequence[Drawable], flexible: int) -> list[int]:
    """Return the columns that tell rows apart; one that says the same in every row tells nothing."""
    if not _SAME <= len(rows) <= _MEASURED:  # in a longer list every row would be asked for its words
        return list(range(columns))
    return [place for place in range(columns)
            if place == flexible or any(row.cells[place] != rows[0].cells[place] for row in rows[1:])]


def numbers(rows: Sequence[Drawable], columns: Sequence[int]) -> frozenset[int]:
    """Return the columns whose cells are numbers, or nothing."""
    measured = [row.cells for row in rows[:_MEASURED]]
    return frozenset(place for place in columns if any(cells[place] not in _NONE for cells in measured)
                     and all(cells[place] in _NONE or _NUMBER.fullmatch(cells[place]) for cells in measured))


def fit(headings: Sequence[str], rows: Sequence[Drawable], kept: Sequence[int], room: int, flexible: int, widest: int,
        least: int) -> tuple[list[int], list[int]]:
    """Return which of the columns there is room for and how wide each is; the last ones give way first.

    Where the flexible column has all that it needs, what is left goes to those that are cut: the first of them first.
    In much room the flexible column wants more than its least, and the last ones give way for that too.
    """
    kept, measured = list(kept), [row.cells for row in rows[:_MEASURED]]
    whole = [max([cell_len(heading), *(cell_len(cells[place]) for cells in measured)])
             for place, heading in enumerate(headings)]
    widths = [min(widest, width) for width in whole]
    if room >= _MUCH:
        least = max(least, min(whole[flexible], room * 2 // 5))
    while True:
        left = room - sum(widths[place] for place in kept if place != flexible) - PADDING * len(kept)
        if left >= least or len(kept) <= 2:
            break
        kept.remove(max(place for place in kept if place != flexible))
    spare = left - whole[flexible]
    for place in kept:
        if place != flexible and spare > 0:
            more = min(spare, whole[place] - widths[place])
            widths[place], spare, left = widths[place] + more, spare - more, left - more
    return kept, [max(10, left) if place == flexible else widths[place] for place in kept]
