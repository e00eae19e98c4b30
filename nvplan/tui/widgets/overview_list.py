"""The rows of the overview; it knows where in a row a click was, for the rows that are a table."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from nvplan.tui.widgets.row_list import GUTTER, RowList


class OverviewList(RowList):
    """An option list in which the arrows to the sides go from cell to cell."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("left", "screen.cell(-1)", show=False),
                                             Binding("right", "screen.cell(1)", show=False)]
    clicked: int | None = None
    """Where in its row the last click was; None once it has been used, and where the row was chosen with a key."""

    def on_click(self, event: events.Click) -> None:
        """Remember where in the row the click was; the list itself marks and chooses the row."""
        place = event.get_content_offset(self)
        self.clicked = None if place is None else place.x - GUTTER
