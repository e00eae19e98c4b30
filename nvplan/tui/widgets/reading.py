"""Texts with headings, scrolled: none of them stands last in view, and what has no room ends with `…`."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import Static


class ReadingScroll(VerticalScroll):
    """Scrolls `Reading` texts; what their last lines are changes as it moves."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines anew that were last and that are."""
        super().watch_scroll_y(old_value, new_value)
        for place in {round(old_value), round(new_value)}:
            self._draw_last(place)

    def on_resize(self, event: events.Resize) -> None:
        """Draw everything anew: other lines are last in another room."""
        for text in self.query_children(Reading):
            text.refresh()

    def _draw_last(self, top: int) -> None:
        for text in self.query_children(Reading):
            line = top + self.size.height - 1 - text.virtual_region.y
            if 0 <= line < text.size.height:
                text.refresh(Region(0, line, text.size.width, 1))


class ReadingPanel(ReadingScroll):
    """One text in a scroll of its own, beside what it is about."""

    def __init__(self, *, id: str, text: str, can_focus: bool = False) -> None:  # noqa: A002
        """Make the panel; `text` is the id of the text in it, which begins empty."""
        super().__init__(Reading("", id=text, markup=False), id=id, can_focus=can_focus)


class Reading(Static):
    """A text whose heading is left out while it would be the last line in view, with what it is about out of view."""

    def render_line(self, y: int) -> Strip:
        """Return a line of the text, blank where a heading would stand last."""
        strip = super().render_line(y)
        if not (self._is_last(y) and _is_heading(strip)):
            return strip
        return Strip([Segment(" " * segment.cell_length, segment.style) for segment in strip], strip.cell_length)

    def _is_last(self, y: int) -> bool:
        """Tell whether a line is the last in view and others are below it."""
        scroll = self.parent
        if not isinstance(scroll, ReadingScroll):
            return False
        line = self.virtual_region.y + y
        return line == round(scroll.scroll_y) + scroll.size.height - 1 and line < scroll.virtual_size.height - 1


def _is_heading(strip: Strip) -> bool:
    """Tell whether all the words of a line are bold."""
    words = [segment for segment in strip if segment.text.strip()]
    return bool(words) and all(segment.style is not None and segment.style.bold for segment in words)


class ShortText(Static):
    """A text in a room of a fixed height: what there is no room for is told by `…` at the end of the last line."""

    def render(self) -> VisualType:
        """Return the text, as much of it as there is room for."""
        shown = super().render()
        grows = self.styles.height is None or self.styles.height.is_auto  # with its text: the room it has is no bound
        if not isinstance(shown, Content) or not self.size.width or not self.size.height or grows:
            return shown
        return shortened(shown, self.size.width, self.size.height)


def shortened(text: Content, width: int, rows: int) -> Content:
    """Return so many lines of a text in so many cells; where there are more the last ends with `…`."""
    lines = text.wrap(width)
    if len(lines) <= rows:
        return text
    kept = lines[:rows]
    last = kept[-1].rstrip()
    kept[-1] = Content.assemble(last.truncate(width - 1).rstrip() if last.cell_length >= width else last, "…")
    return Content("\n").join(kept)
