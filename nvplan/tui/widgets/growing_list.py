"""A list whose rows are drawn as the person comes to them, so that hundreds of cards open as fast as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets.option_list import Option

from nvplan.texts import lists as lists_texts
from nvplan.tui.widgets.row_list import RowList

#: So many rows are drawn at first, so many more when the cursor or the view is this near the end.
_FIRST, _MORE, _NEAR = 24, 60, 12


class GrowingList(RowList):
    """An option list over things with an id each; `ids` knows them all, `options` those that have been drawn."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._things: Sequence[Any] = ()
        self._draw: Callable[[Any], Option] = Option

    @property
    def ids(self) -> list[str]:
        """The ids of everything in the list."""
        return [thing.id for thing in self._things]

    def show(self, things: Sequence[Any], draw: Callable[[Any], Option]) -> None:
        """Show other things; nothing is marked until someone marks it."""
        self._things, self._draw = things, draw
        self.set_options(draw(thing) for thing in things[:_FIRST])

    def mark(self, identity: str) -> None:
        """Put the cursor on the thing with this id, on the first where it is not there."""
        ids = self.ids
        self.mark_place(ids.index(identity) if identity in ids else 0)

    def mark_place(self, place: int) -> None:
        """Put the cursor on the row with this number, the last where there are fewer."""
        if self._things:
            place = min(place, len(self._things) - 1)
            self._grow(place + _NEAR)
            self.highlighted = place

    def _grow(self, until: int) -> None:
        drawn = self.option_count
        if drawn < len(self._things) and until > drawn:
            self.add_options(self._draw(thing) for thing in self._things[drawn:max(until, drawn + _MORE)])

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Draw what comes next before the cursor is there."""
        super().watch_highlighted(highlighted)
        if highlighted is not None:
            self._grow(highlighted + _NEAR)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what comes next before it is in view."""
        super().watch_scroll_y(old_value, new_value)
        if new_value + 2 * self.size.height >= self.virtual_size.height:
            self._grow(self.option_count + 1)

    def action_last(self) -> None:
        """Go to the last row of all."""
        self._grow(len(self._things))
        super().action_last()


class CardColumn(GrowingList):
    """A column of cards, so narrow that the bar stands close to the words.

    No card is cut: one that has no room is left out, and the last line tells how many there are below.
    """

    bar_room = 1

    def render_line(self, y: int) -> Strip:
        """Return a line of a card that is in view whole; where it is not, nothing, or how many there are beside."""
        top, height = self.scroll_offset.y, self.size.height
        lines = self._lines
        if len(lines) <= height and self.option_count == len(self._things):
            return super().render_line(y)
        first = self._card(top)
        before = first if top and lines[top - 1][0] == first else first - 1
        cut = self._card(top + height - 1)
        if self._last_line(cut) <= top + height - 2:  # its last line is blank, and may tell
            cut += 1
        here = self._card(top + y)
        quiet = self.get_visual_style("option-list--option").rich_style
        if y == height - 1 and cut < len(self._things):
            return Strip([Segment(f" {lists_texts.more_below(len(self._things) - cut)}", quiet)])
        if y == 0 and before >= first:
            return Strip([Segment(f" {lists_texts.more_above(first + 1)}", quiet)])
        if here >= cut or here <= before:
            return Strip([])
        return super().render_line(y)

    def _card(self, line: int) -> int:
        """Return which card a line belongs to; below the last one, how many there are."""
        return self._lines[line][0] if line < len(self._lines) else self.option_count

    def _last_line(self, card: int) -> int:
        """Return the last line of a card with words on it; the one after is blank."""
        last = max((at for at, (owner, *_) in enumerate(self._lines) if owner == card), default=0)
        return last - 1
