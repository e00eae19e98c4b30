"""Scrollbars that are no heavier than the text: a thin thumb and no track."""

from __future__ import annotations

from math import ceil

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

#: What Textual would paint a bar with that has no colour; it always gives one.
_NONE = Color.default()


class ThinBar(ScrollBarRender):
    """Draws the thumb as half a cell, upright or lying; what is not the thumb is the page."""

    @classmethod
    def render_bar(cls, size: int = 25, virtual_size: float = 50, window_size: float = 20, position: float = 0,
                   thickness: int = 1, vertical: bool = True, back_color: Color = _NONE,
                   bar_color: Color = _NONE) -> Segments:
        """Return the bar, a segment a cell, with what a click on each does."""
        start, end = _thumb(size, virtual_size, window_size, position)
        glyph, room = ("▐", thickness) if vertical else ("━", 1)
        segments = []
        for cell in range(int(size)):
            in_thumb = start <= cell < end
            does = "grab" if in_thumb else "scroll_up" if cell < start else "scroll_down"
            style = Style(color=bar_color, bgcolor=back_color, meta={"@mouse.down": does})
            segments.append(Segment((glyph if in_thumb else " ") * room, style))
        if vertical:
            return Segments(segments, new_lines=True)
        return Segments([*segments, Segment.line()] * thickness, new_lines=False)


def _thumb(size: int, virtual_size: float, window_size: float, position: float) -> tuple[int, int]:
    """Return the first cell of the thumb and the one after its last; none where everything is in view."""
    if not (size and window_size and virtual_size) or virtual_size <= window_size:
        return 0, 0
    length = max(1, ceil(size * window_size / virtual_size))
    start = round((size - length) * min(1, position / (virtual_size - window_size)))
    return start, start + length


def use_thin_bars() -> None:
    """Draw every scrollbar of the program so."""
    ScrollBar.renderer = ThinBar
