"""The frame of a box: its title stands in the border, and what does not fit there stands as its first line."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Vertical
from textual.widgets import Static

from nvplan.tui.literal import literal

#: The longest title that the border of a box has room for in the smallest window.
LONGEST_TITLE = 60


class BoxFrame(Vertical):
    """The frame that every box is composed in: `small` is as wide as its text, `form` as high as its fields."""

    def __init__(self, title: str, kind: str = "") -> None:
        fits = cell_len(title) <= LONGEST_TITLE
        super().__init__(*([] if fits else [Static(literal(title), classes="box-question")]), id="box", classes=kind)
        self.border_title = literal(title if fits else "")
