"""The list that every place and box uses: one cursor, a bar at the left of its row and the row's own ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import OptionList

#: The bar and the space after it: text stands in the third column, under the line that says where one is.
GUTTER = 2
#: Where another widget has the cursor but the arrows still move in the list, as under a filter.
LIVE = "-live"
#: The bar beside the marked row, and where something else has the cursor: which of several lists it is in is read.
_BAR, _RESTING = "▌", "│"


class RowList(OptionList):
    """An option list whose marked row is told by a bar as well as by its ground, and read in one colour.

    Words that are quiet or warn in other rows are read in the mark's own colour on the marked one: no other colour is
    held against that ground. While something else has the cursor a thin bar is left, in the colour of an edge.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--bar"}
    bar_room: ClassVar[int] = GUTTER
    """Cells to the left of the words; one where a list is so narrow that a word more counts."""

    _made_for = 0
    """The width that the rows were broken for."""
    _hidden: frozenset[int] = frozenset()
    """The options in view that are not drawn."""

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the list; which options are not drawn is looked at once for all of them."""
        self._update_lines()
        self._hidden = self._left_out()
        return super().render_lines(crop)

    def _left_out(self) -> frozenset[int]:
        """Return the options in view that are not drawn; where each is a row of one line every one is."""
        top, known = self.scroll_offset.y, self._line_cache
        shown = dict.fromkeys(number for number, _ in known.lines[top:top + self.size.height])
        if all(known.heights[number] == 1 and not self.get_option_at_index(number).disabled for number in shown):
            return frozenset()
        return frozenset(number for number in shown if self._is_left_out(number))

    def render_line(self, y: int) -> Strip:
        """Return a line of the list with the bar, or room for it, to its left."""
        strip = super().render_line(y)
        line, lines = self.scroll_offset.y + y, self._line_cache.lines
        if line >= len(lines):
            return strip
        if lines[line][0] in self._hidden:
            return Strip([])
        plain = self.get_visual_style("option-list--option").rich_style
        if lines[line][0] != self.highlighted:
            return Strip([Segment(" " * self.bar_room, plain), *strip])
        bar, sign = self.get_visual_style("row-list--bar").rich_style, _RESTING
        if self.has_focus or self.has_class(LIVE):
            sign = _BAR
            plain = self.get_component_rich_style("option-list--option-highlighted")
            strip = in_one_colour(strip, plain)
        return Strip([Segment(sign, bar), Segment(" " * (self.bar_room - 1), plain), *strip])

    def _is_left_out(self, number: int) -> bool:
        """Tell whether an option is not drawn: one in view in part, or a heading with no row of its own in view.

        The bar beside the list tells that there is more. The marked row is scrolled into view whole, and what is higher
        than the window is drawn as far as there is room.
        """
        top, height = self.scroll_offset.y, self.size.height
        last = min(len(self._lines), top + height) - 1
        if not height or number == self.highlighted or not any(
                map(self._is_whole, range(self._lines[top][0], self._lines[last][0] + 1))):
            return False
        if number == self._lines[top][0] and self._words_of(number).start < top:
            return self._words_of(number).stop <= top + height
        if last == len(self._lines) - 1:
            return False
        lowest = self._lines[last][0]
        if number == lowest and self._words_of(number).stop > top + height:
            return self._words_of(number).start > top
        return not any(map(self._is_whole, range(number, lowest + 1)))

    def _is_whole(self, number: int) -> bool:
        """Tell whether a row is in view from its first line to its last; a heading is no row."""
        top, words = self.scroll_offset.y, self._words_of(number)
        return not self.get_option_at_index(number).disabled and (
            top <= words.start and words.stop <= top + self.size.height)

    def _words_of(self, number: int) -> range:
        """Return the lines of an option that have words; a heading begins with a blank one, a card may end with one."""
        first = self._index_to_line[number]
        lines = range(first, first + self._heights[number])
        words = str(self.get_option_at_index(number).prompt).split("\n")
        before = next((at for at, text in enumerate(words) if text.strip()), 0)
        after = next((at for at, text in enumerate(reversed(words)) if text.strip()), 0)
        return lines[before:len(lines) - after]


class OneLine(Content):
    """Words for a row that are known to be one line, where there is room: Textual breaks every row to count its lines.

    A list of some hundred rows is broken three times before it is painted.
    """

    @classmethod
    def of(cls, words: Content) -> Content:
        """Return the words as such a row; those that hold a line break, as a heading with a blank line does, stay."""
        if "\n" in words.plain:
            return words
        return cls(words.plain, [*words.spans], words.cell_length, strip_control_codes=False)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines they take in so many cells."""
        return 1 if self.cell_length <= width else super().get_height(rules, width)


def in_one_colour(strip: Strip, mark: Style) -> Strip:
    """Return a line with all its words in the colour of the mark, turned about where it is; bold and italic stay.

    Textual forgets that a mark is turned about where it draws an option.
    """
    colour = Style(color=mark.color, reverse=mark.reverse)
    return Strip([Segment(text, (style or mark) + colour, control) for text, style, control in strip],
                 strip.cell_length)
