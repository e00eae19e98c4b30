"""Blocks of a place: a heading with a rule and rows below it, one cursor in the block that has the focus.

A row is drawn to the width that its block was given, so that nothing is cut without a sign and nothing wraps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from nvplan.model.safetext import one_line

#: Between what a row says and what stands at its right end.
_GAP = 2
#: What stands at the right takes so much of a row at most while the words need the rest.
_TOLD = 2 / 5
#: What tells the row or the cell at hand, where its ground is not seen.
BAR = "▌"


@dataclass(frozen=True)
class BlockRow:
    """A row: how it is drawn in so many cells, and where it leads; one that leads nowhere is passed by."""

    draw: Callable[[int], Content]
    target: object = None


@dataclass(frozen=True)
class Sized:
    """How many lines a block wants, and how many it can do with."""

    wanted: int
    fewest: int


def heading_line(title: str, width: int, *, focused: bool = False, told: str = "") -> Content:
    """Return a heading with a rule to its right, and what is told at the rule's end; accent where the focus is."""
    end = f" {told}" if told else ""
    rule = "─" * max(0, width - cell_len(title) - 1 - cell_len(end))
    return Content.assemble((title, "bold $primary" if focused else "bold"), " ",
                            (rule, "$primary" if focused else "$line"), (end, "$quiet"))


def sides(left: Content, right: Content, width: int) -> Content:
    """Return two texts at the ends of a line of so many cells; each is cut with `…` where both have no room."""
    most = max(int(width * _TOLD), width - left.cell_length - _GAP) if right.plain else 0
    right = right.truncate(most, ellipsis=True) if right.cell_length > most else right
    room = width - right.cell_length - (_GAP if right.plain else 0)
    left = left.truncate(room, ellipsis=True) if left.cell_length > room else left
    return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)


def filled(share: Fraction, width: int) -> int:
    """Return how many of so many cells are filled: at least one of what is begun, never all of what is not done."""
    if share <= 0 or share >= 1:
        return width if share >= 1 else 0
    return min(width - 1, max(1, round(share * width)))


def marked_row(mark: tuple[str, str], text: str, told: Content, width: int, *, column: int = 4) -> Content:
    """Return a row: a sign or a number with its style in a column of its own, words, and something at the right."""
    sign, style = mark
    return sides(Content.assemble((f"{sign:>{column}}", style), f"  {one_line(text)}"), told, width)


class Block(Widget, can_focus=True):
    """A heading and rows. The arrows move within it and, at its ends, ask to go on to the block beside."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"block--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(0, -1)", show=False), Binding("down", "step(0, 1)", show=False),
        Binding("left", "step(-1, 0)", show=False), Binding("right", "step(1, 0)", show=False),
        Binding("home", "edge(1)", show=False), Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False)]
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """The person wants to go where the marked row leads."""

        block: Block
        target: object

    @dataclass
    class Leave(Message):
        """The person wants to go on to the block that lies this way."""

        block: Block
        x: int
        y: int

    def __init__(self, title: str, *, id: str, least: int = 1) -> None:  # noqa: A002
        super().__init__(id=id)
        self.title = title
        self.least = least
        """With fewer rows than this the block tells too little: it goes to the next page instead."""
        self.rows: Sequence[BlockRow] = ()

    # -- what is shown ---------------------------------------------------------------------------------------------
    def show(self, rows: Sequence[BlockRow]) -> None:
        """Show other rows; the cursor stays at its place."""
        grown = len(rows) != len(self.rows)
        self.rows = rows
        self.cursor = self._nearest(min(self.cursor, max(0, len(rows) - 1)), 1)
        self.refresh(layout=grown)

    def sized(self, width: int) -> Sized:
        """Return how many lines the block would have in so many cells, its heading counted."""
        wanted = 1 + max(1, len(self.rows))
        return Sized(wanted, min(wanted, 1 + self.least))

    @property
    def in_view(self) -> int:
        """How many of the rows there is room for."""
        return min(len(self.rows), max(0, self.size.height - 1))

    @property
    def target(self) -> object:
        """Where the marked row leads."""
        return self.rows[self.cursor].target if self.cursor < len(self.rows) else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the block has."""
        return self.sized(width).wanted

    def render(self) -> Content:
        """Return the heading and the rows that there is room for."""
        width = self.size.width
        lines = [heading_line(self.title, width, focused=self.has_focus)]
        for place, row in enumerate(self.rows[:self.in_view]):
            lines.append(self.drawn(place, row, width))
        return Content("\n").join(lines)

    def drawn(self, place: int, row: BlockRow, width: int) -> Content:
        """Return a row, in the cursor's own colours where it is marked."""
        line = row.draw(width)
        if self.has_focus and place == self.cursor and row.target is not None:
            return self.under_cursor(line, width)
        return line

    def under_cursor(self, line: Content, width: int) -> Content:
        """Return a line as it is drawn under the cursor: as wide as its list, and in one colour."""
        text = line.plain + " " * max(0, width - line.cell_length)
        if text.startswith(" "):
            return Content.assemble((BAR, "$primary"), Content(text[1:]).stylize(self.cursor_style))
        return Content(text).stylize(self.cursor_style)

    @property
    def cursor_style(self) -> Style:
        """How what is at hand is painted; the terminal's own colours have nothing but the two turned about."""
        turned = self.get_component_styles("block--cursor").text_style.reverse
        return self.get_visual_style("block--cursor") + Style(reverse=turned)

    def watch_has_focus(self, value: bool) -> None:
        """Draw the heading and the cursor anew."""
        super().watch_has_focus(value)
        self.refresh()

    # -- moving ----------------------------------------------------------------------------------------------------
    def _nearest(self, place: int, way: int) -> int:
        """Return the nearest row that leads somewhere, this way first."""
        order = [*range(place, len(self.rows)), *range(place - 1, -1, -1)]
        if way < 0:
            order = [*range(place, -1, -1), *range(place + 1, len(self.rows))]
        return next((one for one in order if one < len(self.rows) and self.rows[one].target is not None), 0)

    def enter_from(self, y: int) -> None:
        """Put the cursor where one comes in: at the first row from above, at the last from below."""
        if y:
            self.cursor = self._nearest(0 if y > 0 else max(0, self.in_view - 1), y)

    def action_step(self, x: int, y: int) -> None:
        """Move the cursor, and at the end go on to the block that lies there."""
        place = self.cursor + y
        ahead = self.rows[place:self.in_view] if y > 0 else self.rows[:place + 1] if place >= 0 else ()
        if not x and any(row.target is not None for row in ahead):
            self.cursor = self._nearest(place, y)
        else:
            self.post_message(self.Leave(self, x, y))

    def action_edge(self, y: int) -> None:
        """Go to the first row or the last."""
        self.enter_from(y)

    def action_choose(self) -> None:
        """Ask to go where the marked row leads."""
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    def on_click(self, event: events.Click) -> None:
        """Let a click on a row lead there."""
        at = event.get_content_offset(self)
        if at is not None and 1 <= at.y <= self.in_view and self.rows[at.y - 1].target is not None:
            self.cursor = at.y - 1
            self.action_choose()

    def copied(self) -> str:
        """Return the marked row as text."""
        if self.cursor >= len(self.rows):
            return ""
        return " ".join(self.rows[self.cursor].draw(self.size.width).plain.split())
