"""A table of cells whose cursor is told by a bar as well as by its ground, as the cursor of a list is."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.widgets import DataTable

#: The lines of a cell, each as its segments.
_Lines = list[list[Segment]]
_BAR = "▌"


class MarkedTable(DataTable[Text]):
    """A bar stands in the space before the words of the marked cell, or of the first one in the marked row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked-table--bar"}

    def _render_cell(self, row_index: int, column_index: int, base_style: Style, width: int, cursor: bool = False,
                     hover: bool = False) -> _Lines:
        """Return the lines of a cell, the first one with the bar where the cursor is."""
        lines = super()._render_cell(row_index, column_index, base_style, width, cursor, hover)
        is_marked = cursor and self.show_cursor and row_index >= 0
        if not is_marked or column_index < 0 or (column_index and self.cursor_type != "cell"):
            return lines
        bar = self.get_component_rich_style("marked-table--bar")
        return [_with_bar(line, bar) for line in lines]


def _with_bar(line: list[Segment], bar: Style) -> list[Segment]:
    """Return a line whose first cell is the bar; what a click there does stays."""
    first, *rest = line
    meta = Style.from_meta(first.style.meta) if first.style is not None and first.style.meta else Style()
    return [Segment(_BAR, bar + meta), Segment(first.text[1:], first.style), *rest]
