"""A table that fits its window: the first column takes the room that is left, and the last ones give way.

Only the rows in view are drawn, and only those are asked for their words, so that a list of thousands opens as fast as
one of ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from nvplan.model.safetext import one_line
from nvplan.texts import planner_objects as planner_objects_texts

#: A column beside the flexible one is never wider than this; that one does not give way below the other.
_WIDEST, LEAST = 26, 25
_BAR = "▌"
#: The space on both sides of a cell.
_PADDING = 2
#: So many rows say how wide a column need be; the rest are cut where they are wider.
_MEASURED = 120


class Drawable(Protocol):
    """A row: its id, its cells, and the names of theme colours for some of them, by column."""

    @property
    def id(self) -> str:
        """What the row is found again by."""

    @property
    def cells(self) -> Sequence[str]:
        """The words of each column."""

    @property
    def colours(self) -> Mapping[int, str]:
        """The names of theme colours, by column."""


@dataclass(frozen=True)
class TableRow:
    """A row whose words are known from the start."""

    id: str
    cells: tuple[str, ...]
    colours: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sorting:
    """Which column a list is sorted by, and whether backwards."""

    column: int
    backwards: bool = False


class ObjectTable(ScrollView, can_focus=True):
    """Shows rows, each found again by its id. The cursor is a row; a click on a heading asks for the list sorted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "object-table--header", "object-table--row", "object-table--cursor", "object-table--bar"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False), Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False), Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False), Binding("home,ctrl+home", "end(-1)", show=False),
        Binding("end,ctrl+end", "end(1)", show=False)]
    ALLOW_SELECT = False

    cursor_row: reactive[int] = reactive(0)

    @dataclass
    class Marked(Message):
        """The cursor stands on another row."""

        table: ObjectTable

    @dataclass
    class Chosen(Message):
        """The person wants to open the marked row."""

        table: ObjectTable

    @dataclass
    class HeadingChosen(Message):
        """The person wants the list sorted by a column."""

        table: ObjectTable
        column: int

    def __init__(self, *, flexible: int = 0, widest: int = _WIDEST) -> None:
        """Make the table; the column `flexible` takes the room that is left, the others are at most `widest`."""
        super().__init__(id="rows")
        self._flexible, self._widest = flexible, widest
        self._layout: tuple[tuple[str, int], ...] = ()
        self._rows: Sequence[Drawable] = ()
        self.columns: tuple[int, ...] = ()
        """The columns that there is room for."""

    # -- what is shown ---------------------------------------------------------------------------------------------
    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def marked(self) -> str:
        """The id of the marked row, empty where there is none."""
        return self._rows[self.cursor_row].id if 0 <= self.cursor_row < len(self._rows) else ""

    @property
    def ids(self) -> list[str]:
        """The ids of the rows in order."""
        return [row.id for row in self._rows]

    def mark(self, identity: str) -> None:
        """Put the cursor on the row with this id, where there is one."""
        place = next((place for place, row in enumerate(self._rows) if row.id == identity), None)
        if place is not None:
            self.cursor_row = place

    def show_rows(self, headings: Sequence[str], rows: Sequence[Drawable], room: int, least: int = LEAST,
                  sorting: Sorting | None = None) -> None:
        """Show rows within so many characters, the flexible column at least `least` of them.

        The cursor stays on the row where it stood.
        """
        standing, self._rows = self.marked, rows
        if sorting is not None:
            headings = [
                planner_objects_texts.sorted_heading(heading, backwards=sorting.backwards)
                if place == sorting.column
                else heading
                for place, heading in enumerate(headings)
            ]
        kept, widths = _fit(headings, rows, room - 1, self._flexible, self._widest, least)
        self._layout = tuple((headings[place], width) for place, width in zip(kept, widths, strict=True))
        self.columns = tuple(kept)
        self.virtual_size = Size(sum(widths) + _PADDING * len(widths), len(rows) + 1)
        self.set_reactive(ObjectTable.cursor_row, min(self.cursor_row, max(0, len(rows) - 1)))
        if standing and self.marked != standing:
            self.mark(standing)
        self.refresh()
        self._see_cursor()

    def copied(self) -> str:
        """Return the marked row as text, with tabs between its cells."""
        if not self.marked:
            return ""
        cells = self._rows[self.cursor_row].cells
        return "\t".join(cells[column] for column in self.columns)

    def render_line(self, y: int) -> Strip:
        """Return a line: the headings, which stay in place, or the row that stands there."""
        row = y - 1 + self.scroll_offset.y
        if y == 0:
            style = self.get_component_rich_style("object-table--header")
            cells = [(heading, width, style) for heading, width in self._layout]
        elif row < len(self._rows):
            style = self._row_style(row)
            cells = [(self._rows[row].cells[column], width, style + self._colour(self._rows[row], column))
                     for column, (_, width) in zip(self.columns, self._layout, strict=True)]
        else:
            style, cells = self.rich_style, []
        segments = [Segment(f" {set_cell_size(one_line(cell, width), width)} ", one) for cell, width, one in cells]
        if y and row == self.cursor_row and segments:
            first = segments[0]
            bar = Segment(_BAR, self.get_component_rich_style("object-table--bar"))
            segments[:1] = [bar, Segment(first.text[1:], first.style)]
        strip = Strip(segments)
        return strip.crop_extend(self.scroll_offset.x, self.scroll_offset.x + self.size.width, style)

    def _row_style(self, row: int) -> Style:
        if row == self.cursor_row:
            return self.get_component_rich_style("object-table--cursor")
        return self.get_component_rich_style("object-table--row")

    def _colour(self, row: Drawable, column: int) -> Style:
        """Return the colour of a cell; on the marked row all is in the mark's own, the only one held against it."""
        role = row.colours.get(column, "")
        if not role or row.id == self.marked:
            return Style(bold=bool(role))
        colour = Color.parse(self.app.theme_variables[role])
        return Style(bold=True, color=colour.rich_color)

    # -- moving ----------------------------------------------------------------------------------------------------
    def validate_cursor_row(self, row: int) -> int:
        """Keep the cursor among the rows."""
        return max(0, min(row, len(self._rows) - 1))

    def watch_cursor_row(self, before: int, row: int) -> None:
        """Draw the two rows anew and bring the cursor into view."""
        for place in (before, row):
            self.refresh(Region(0, place + 1 - self.scroll_offset.y, self.size.width, 1))
        self._see_cursor()
        self.post_message(self.Marked(self))

    def _see_cursor(self) -> None:
        """Scroll until the marked row is in view; before there is a height nothing can be."""
        top, room = self.scroll_offset.y, self.size.height - 1
        if room < 1:
            return
        row = self.cursor_row
        wanted = row if row < top else row - room + 1 if row >= top + room else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._see_cursor()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor_row += by

    def action_page(self, by: int) -> None:
        """Move the cursor by as many rows as are in view."""
        self.cursor_row += by * max(1, self.size.height - 1)

    def action_end(self, way: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor_row = len(self._rows) if way > 0 else 0

    def action_choose(self) -> None:
        """Ask for the marked row to be opened."""
        if self.marked:
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Let a click on the marked row open it, one on another row mark that one, one on a heading sort by it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        row = place.y - 1 + self.scroll_offset.y
        if place.y == 0:
            column = self._column_at(place.x + self.scroll_offset.x)
            if column is not None:
                self.post_message(self.HeadingChosen(self, column))
        elif row == self.cursor_row:
            self.action_choose()
        elif row < len(self._rows):
            self.cursor_row = row

    def _column_at(self, x: int) -> int | None:
        right = 0
        for column, (_, width) in zip(self.columns, self._layout, strict=True):
            right += width + _PADDING
            if x < right:
                return column
        return None


def _fit(headings: Sequence[str], rows: Sequence[Drawable], room: int, flexible: int, widest: int,
         least: int) -> tuple[list[int], list[int]]:
    """Return which columns there is room for and how wide each is."""
    measured = [row.cells for row in rows[:_MEASURED]]
    natural = [min(widest, max([cell_len(heading), *(cell_len(cells[place]) for cells in measured)]))
               for place, heading in enumerate(headings)]
    kept = list(range(len(headings)))
    while True:
        others = sum(natural[place] for place in kept if place != flexible) + _PADDING * len(kept)
        if room - others >= least or len(kept) <= 2:
            break
        kept.remove(max(place for place in kept if place != flexible))
    widths = [max(10, room - others) if place == flexible else natural[place] for place in kept]
    return kept, widths
