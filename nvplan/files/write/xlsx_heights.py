"""How many lines a text takes in a cell: Excel keeps a row as high as the file says, and cuts what has no room."""

from __future__ import annotations

from functools import lru_cache

from nvplan.files.write.characters import visible
from nvplan.files.write.columns import text_width

#: The height of a line, and Excel's highest row, in points.
LINE_HEIGHT, MOST_HEIGHT = 13.5, 409
#: How wide a character of a column's width is, in ems of our type: a digit of Arial 10 takes 7 pixels of a screen.
CHARACTER = 0.525
#: How much of a cell's width words are laid out in; programs differ by some hundredths in how wide they make a column.
USED = 0.96
#: How much wider bold letters are.
BOLD = 1.08
#: The space above and below the lines of a row, in points.
SPACE = 3.0


def lines_needed(text: str, width: float, *, size: float = 1.0) -> int:
    """Return how many lines a text takes in a cell of so many characters, and never too few.

    `size` is how many times larger than the type of a cell the letters are. A line is broken between words, and inside
    a word that has no room on a line.
    """
    room = max(width, 1.0) * CHARACTER * USED / size
    return sum(_lines(line, room) for line in visible(text).split("\n"))


@lru_cache(maxsize=20_000)
def _lines(line: str, room: float) -> int:
    space = text_width(" ")
    lines, at = 1, 0.0
    for word in line.split(" "):
        wide = text_width(word)
        if at and at + space + wide <= room:
            at += space + wide
            continue
        lines += bool(at)
        rest = -(-wide // room) - 1 if wide > room else 0.0
        lines += int(rest)
        at = wide - rest * room
    return lines


def row_height(lines: int, *, size: float = 1.0) -> float:
    """Return the height of a row with so many lines, in points; no row is higher than Excel's highest."""
    return min(lines * LINE_HEIGHT * size + SPACE, MOST_HEIGHT)
