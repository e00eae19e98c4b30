"""The frame of a box: its title stands in the border, and what does not fit there stands as its first line."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Vertical
from textual.widgets import Static

from nvplan.tui.literal import literal

#: The longest title that the border of a box has room for in the smallest window.
LONGEST_TITLE = 60
#: In a narrower window a box takes all of its width: nothing of the place stands in pieces beside it.
TIGHT = 84
#: From these widths on a box with a list is wider: its rows are no running text, and what stands beside them has room.
_BROAD, _BROADEST = 118, 160
BREAKPOINTS: list[tuple[int, str]] = [(0, "-tight"), (TIGHT, "-loose"), (_BROAD, "-broad"), (_BROADEST, "-broadest")]
#: How wide a box with a list is at most, and how much of the window it takes; border and padding take the rest.
_WIDEST, _WIDE, _SHARE, _AROUND = 116, {TIGHT: 76, _BROAD: 100}, 0.92, 4
#: What a list in a box has beside it: a blank, a scrollbar and its own padding.
_BAR = 3
#: The lines of a list box beside its rows: border, padding, filter and a blank line; and those that tell of a row.
_ELSE, _TOLD = 5, 3


def box_room(width: int, wanted: int = _WIDEST) -> int:
    """Return how many cells the rows of a list in a box have, in a window of so many; no more than they want.

    In a window that lets it a box is as wide as running text is, though its rows want less.
    """
    widest = _WIDEST if width >= _BROADEST else _WIDE[_BROAD if width >= _BROAD else TIGHT]
    if width < TIGHT:
        return max(20, width - _AROUND - _BAR)
    wanted = max(_WIDE[TIGHT], wanted + _AROUND + _BAR)
    return max(20, min(widest, wanted, int(width * _SHARE)) - _AROUND - _BAR)


class BoxFrame(Vertical):
    """The frame of every box: `small` is as high as its text, `form` as its fields and `list` as its rows."""

    def __init__(self, title: str, kind: str = "") -> None:
        fits = cell_len(title) <= LONGEST_TITLE
        super().__init__(*([] if fits else [Static(literal(title), classes="box-question")]), id="box", classes=kind)
        self.border_title = literal(title if fits else "")

    def hold(self, rows: int, room: int, *, told: bool) -> None:
        """Be as high as so many rows of a list need, and no higher than the window lets a box be; and so wide."""
        self.styles.height = rows + _ELSE + (_TOLD if told else 0)
        self.styles.width = room + _AROUND + _BAR
