"""How much stands on the page of a plan that is read alone: less of each thing where there are many, so that it fits.

The page is laid out by the format; here its height is only reckoned, from how many characters a line takes in the
formats that have pages (measured in pdf; Word through LibreOffice has shorter lines, but lower ones).
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nvplan.model.document import Block, Bullets, Heading, Paragraph, Table

#: What a page holds between its margins, in points: some less than it is, for lines may break sooner than reckoned.
PAGE_HEIGHT = 710.0
#: Characters on a line of running text, and in a table on all its columns together, margins of the cells apart.
_TEXT_WIDTH, _TABLE_WIDTH, _CELL_MARGIN = 106, 124, 2
#: A line of text and the space after a paragraph; a line of a table and the space around a row, in points.
_LINE, _AFTER, _TABLE_LINE, _ROW = 13.45, 2.6, 10.9, 2.4
#: A heading with the space around it, the first one without that above; a table's caption, head and the space below.
_HEADING, _FIRST_HEADING, _AROUND_TABLE = 40.0, 25.0, 41.5


@dataclass(frozen=True)
class Room:
    """How much of each thing the page tells."""

    goals: int | None = None
    """How many goals at most; None for all."""
    sources: bool = True
    """Whether a goal has the source of its value, which stands in its chapter too."""
    bases: bool = True
    """Whether a goal has where it is counted from, which stands in its chapter too."""
    efforts: int = 5
    """How many insatser its table has at most."""
    money: bool = True
    """Whether it tells from where the money comes."""


#: Everything.
FULL = Room()
#: From the most to the least.
ROOMS = (FULL, Room(sources=False), Room(sources=False, bases=False), Room(sources=False, bases=False, efforts=3),
         *(Room(goals, sources=False, bases=False, efforts=3, money=False) for goals in (None, 8, 7, 6, 5, 4, 3)))


def fitted(tell: Callable[[Room], Sequence[Block]], after: Sequence[Block]) -> list[Block]:
    """Return the fullest page that has room for what stands `after` it too; the barest where none has."""
    blocks: list[Block] = []
    for room in ROOMS:
        blocks = [*tell(room), *after]
        if height(blocks) <= PAGE_HEIGHT:
            break
    return blocks


def height(blocks: Sequence[Block]) -> float:
    """Return how high some blocks are on a page, in points, as far as it can be reckoned."""
    return sum(_height(block, first=place == 0) for place, block in enumerate(blocks))


def _height(block: Block, *, first: bool) -> float:
    if isinstance(block, Heading):
        return _FIRST_HEADING if first else _HEADING
    if isinstance(block, Paragraph):
        return _lines(f"{block.lead}. {block.text}" if block.lead else block.text, _TEXT_WIDTH) * _LINE + _AFTER
    if isinstance(block, Bullets):
        return sum(_lines(item, _TEXT_WIDTH) * _LINE + 0.6 for item in block.items)
    return _AROUND_TABLE + _rows(block) if isinstance(block, Table) else 0.0


def _rows(table: Table) -> float:
    whole = sum(column.weight for column in table.columns)
    widths = [_TABLE_WIDTH * column.weight // whole - _CELL_MARGIN for column in table.columns]
    return sum(max(_lines(cell.text, width) for cell, width in zip(row, widths, strict=True)) * _TABLE_LINE + _ROW
               for row in table.rows)


def _lines(text: str, width: int) -> int:
    return sum(max(1, len(textwrap.wrap(line, width))) for line in text.split("\n"))
