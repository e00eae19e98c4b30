"""The places of a plan as words with their numbers that flow over the lines there are; each leads to its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content

from nvplan.tui.widgets.blocks import BAR, Block, Sized, heading_line

_BETWEEN = 3
#: The space before the first place of a line.
_FIRST = 2


@dataclass(frozen=True)
class FlowPlace:
    """A place: what it is called, how much is in it, and where it leads."""

    name: str
    count: str
    target: object
    empty: bool = False
    """Whether there is nothing in it yet: its name is quiet then."""

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(f"{self.name} {self.count}".strip())


class PlaceFlow(Block):
    """Goes from place to place with all four arrows; Enter leads there."""

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002
        super().__init__(title, id=id)
        self.places: Sequence[FlowPlace] = ()

    def tell(self, places: Sequence[FlowPlace]) -> None:
        """Show the places."""
        grown = [place.width for place in places] != [place.width for place in self.places]
        self.places = places
        self.cursor = min(self.cursor, max(0, len(places) - 1))
        self.refresh(layout=grown)

    def sized(self, width: int) -> Sized:
        """Return how many lines it has in so many cells; no place is left out."""
        lines = 1 + max(1, len(self.lines(width)))
        return Sized(lines, lines)

    @property
    def target(self) -> object:
        """Where the place at hand leads."""
        return self.places[self.cursor].target if self.places else None

    def lines(self, width: int) -> list[list[int]]:
        """Return which places stand on each line."""
        lines: list[list[int]] = []
        room = 0
        for number, place in enumerate(self.places):
            if lines and place.width + _BETWEEN <= room:
                lines[-1].append(number)
                room -= place.width + _BETWEEN
            else:
                lines.append([number])
                room = width - _FIRST - place.width
        return lines

    def render(self) -> Content:
        """Return the heading and the places."""
        width = self.size.width
        found = [heading_line(self.title, width, focused=self.has_focus)]
        for line in self.lines(width):
            parts: list[Content] = []
            for number in line:
                before = _BETWEEN if parts else _FIRST
                here = self.has_focus and number == self.cursor
                parts += [Content(" " * (before - 1)), Content.styled(BAR if here else " ", "$primary"),
                          self._place(number)]
            found.append(Content.assemble(*parts))
        return Content("\n").join(found)

    def _place(self, number: int) -> Content:
        place = self.places[number]
        if self.has_focus and number == self.cursor:
            return Content(f"{place.name} {place.count}".strip()).stylize(self.cursor_style)
        parts = [Content.styled(place.name, "$quiet" if place.count or place.empty else ""), *(
            [Content.styled(f" {place.count}", "bold")] if place.count else [])]
        return Content.assemble(*parts)

    def spots(self) -> Iterator[tuple[int, int, int]]:
        """Return on which line, and how far in, each place stands, with its number; the heading is line 0."""
        for y, line in enumerate(self.lines(self.size.width), 1):
            for number in line:
                yield y, _FIRST + self._left(line, number), number

    def enter_from(self, y: int) -> None:
        """Begin at the first place from above, at the last line from below."""
        lines = self.lines(self.size.width)
        if y and lines:
            self.cursor = lines[0][0] if y > 0 else lines[-1][0]

    def action_edge(self, y: int) -> None:
        """Go to the first place or the last."""
        self.cursor = 0 if y > 0 else max(0, len(self.places) - 1)

    def action_step(self, x: int, y: int) -> None:
        """Go to the next place, or to the one above or below."""
        lines = self.lines(self.size.width)
        row = next((at for at, line in enumerate(lines) if self.cursor in line), 0)
        if x and 0 <= self.cursor + x < len(self.places):
            self.cursor += x
        elif y and 0 <= row + y < len(lines):
            left = self._left(lines[row], self.cursor)
            self.cursor = min(lines[row + y], key=lambda one: abs(self._left(lines[row + y], one) - left))
        else:
            self.post_message(self.Leave(self, x, y))

    def _left(self, line: Sequence[int], number: int) -> int:
        return sum(self.places[one].width + _BETWEEN for one in line if one < number)

    def on_click(self, event: events.Click) -> None:
        """Let a click on a place lead there."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for y, begins, number in self.spots():
            if y == at.y and begins <= at.x < begins + self.places[number].width:
                self.cursor = number
                self.action_choose()

    def copied(self) -> str:
        """Return the place at hand as text."""
        return f"{self.places[self.cursor].name} {self.places[self.cursor].count}".strip() if self.places else ""
