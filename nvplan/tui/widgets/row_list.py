"""The list that every place and box uses: one cursor, a bar at the left of its row and the row's own ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

#: The bar and the space after it: text stands in the third column, under the line that says where one is.
GUTTER = 2
#: Where another widget has the cursor but the arrows still move in the list, as under a filter.
LIVE = "-live"
_BAR = "▌"


class RowList(OptionList):
    """An option list whose marked row is told by a bar as well as by its ground, and read in one colour.

    Words that are quiet or warn in other rows are read in the mark's own colour on the marked one: no other colour is
    held against that ground. While something else has the cursor the bar alone is left, in the colour of an edge.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--bar"}
    bar_room: ClassVar[int] = GUTTER
    """Cells to the left of the words; one where a list is so narrow that a word more counts."""

    _made_for = 0
    """The width that the rows were broken for."""

    def _update_lines(self) -> None:
        """Break the rows anew where the list is of another width, as when a scrollbar came: last words were lost."""
        width = self.scrollable_content_region.width
        if width != self._made_for:
            self._made_for = width
            self._option_render_cache.clear()
            self._line_cache.clear()
        super()._update_lines()

    def _get_left_gutter_width(self) -> int:
        return self.bar_room

    def options_in_view(self) -> Iterator[tuple[int, int]]:
        """Return on which line of the window each option begins that can be chosen and is in view, with its number."""
        for y, (number, within) in enumerate(self._lines[self.scroll_offset.y:self.scroll_offset.y + self.size.height]):
            if not within and not self.get_option_at_index(number).disabled:
                yield y, number

    def render_line(self, y: int) -> Strip:
        """Return a line of the list with the bar, or room for it, to its left."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return strip
        plain = self.get_visual_style("option-list--option").rich_style
        if self._lines[line][0] != self.highlighted:
            return Strip([Segment(" " * self.bar_room, plain), *strip])
        bar = self.get_visual_style("row-list--bar").rich_style
        if self.has_focus or self.has_class(LIVE):
            plain = self.get_component_rich_style("option-list--option-highlighted")
            strip = in_one_colour(strip, plain)
        return Strip([Segment(_BAR, bar), Segment(" " * (self.bar_room - 1), plain), *strip])


def in_one_colour(strip: Strip, mark: Style) -> Strip:
    """Return a line with all its words in the colour of the mark, turned about where it is; bold and italic stay.

    Textual forgets that a mark is turned about where it draws an option.
    """
    colour = Style(color=mark.color, reverse=mark.reverse)
    return Strip([Segment(text, (style or mark) + colour, control) for text, style, control in strip],
                 strip.cell_length)
