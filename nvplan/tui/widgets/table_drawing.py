"""How a list draws what it has: a heading with its rule and count, a cell in its room, a word that is said once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from nvplan.model.safetext import one_line
from nvplan.texts import counts as counts_texts
from nvplan.tui.widgets.table_rows import Drawable, Group

#: A sign that says the same as the words after it.
_SIGNED = re.compile(r"([^\w\s–−-]+) \w")


def heading_strip(group: Group, width: int, bold: Style, rule: Style, role: Style) -> Strip:
    """Return a group's heading in so many cells: its sign in its role, its title, a rule and how many there are."""
    sign, count = f" {group.sign}" if group.sign else "", counts_texts.count_words(group.count)
    title = one_line(group.title, max(10, width - len(count) - 8))
    line = "─" * max(0, width - cell_len(sign + title) - len(count) - 4)
    return Strip([Segment(sign, bold + role), Segment(f" {title} ", bold), Segment(line, rule),
                  Segment(f" {count} ", bold)])


def said_again(rows: Sequence[Drawable], row: int, column: int, *, once: bool) -> str:
    """Return what a cell says below a row with the same one: its sign alone, where three rows running have the same.

    A cell without a sign is said again, but for a column that says everything once.
    """
    cell = rows[row].cells[column]
    sign = _SIGNED.match(cell)
    near = [one for one in (row - 2, row - 1, row + 1) if 0 <= one < len(rows) and rows[one].cells[column] == cell]
    if row - 1 not in near or len(near) < 2 or not (sign or once):
        return cell
    return sign[1] if sign else ""


def fitted(cell: str, width: int, *, right: bool) -> str:
    """Return a cell in so many cells of the screen, at the left or the right end of them."""
    words = _indented(cell, width)
    return " " * max(0, width - cell_len(words)) + words if right else set_cell_size(words, width)


def _indented(cell: str, width: int) -> str:
    """Return a cell on one line that keeps how far in it stands."""
    bare = cell.lstrip(" ")
    lead = cell[:len(cell) - len(bare)]
    return lead + one_line(bare, max(1, width - len(lead)))
