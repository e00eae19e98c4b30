"""A table that fits its window: the first column takes the room that is left, and the last ones give way.

Only the rows in view are drawn, and only those are asked for their words, so that a list of thousands opens as fast as
one of ten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

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

from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.table_drawing import fitted, heading_strip, said_again
from nvplan.tui.widgets.table_rows import (
    LEAST,
    PADDING,
    WIDEST,
    Drawable,
    Group,
    HeadingLine,
    HiddenLine,
    Line,
    Sorting,
    fit,
    lines_of,
    numbers,
    telling,
)

_BAR = "▌"


class ObjectTable(ScrollView, can_focus=True):
    """Shows rows, each found again by its id. The cursor is a row; a click on a heading asks for the list sorted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "object-table--header", "object-table--row", "object-table--cursor", "object-table--bar",
        "object-table--heading", "object-table--rule", "object-table--quiet"}
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

    def __init__(self, *, flexible: int = 0, widest: int = WIDEST, leaves_out: bool = True,
                 once: Collection[int] = ()) -> None:
        """Make the table; the column `flexible` takes the room that is left, the others are at most `widest`.

        `leaves_out` says whether a column that says the same in every row is left out, `once` which columns say what
        several rows running have in the first of them alone.
        """
        super().__init__(id="rows")
        self._leaves_out, self._once = leaves_out, once
        self._flexible, self._widest = flexible, widest
        self._layout: tuple[tuple[str, int], ...] = ()
        self._rows: Sequence[Drawable] = ()
        self._lines: list[Line] = []
        self._at: dict[int, int] = {}
        """On which line each row stands."""
        self._numbers: Collection[int] = ()
        """The columns that hold numbers."""
        self._head = 1
        """How many lines the headings take: none where no column has one."""
        self.ticked: frozenset[str] = frozenset()
        """The ids of the rows that are ticked, to do something with all of them."""
        self.columns: tuple[int, ...] = ()
        """The columns that there is room for."""
        self.same: tuple[tuple[str, str], ...] = ()
        """What every row says in a column that is left out for that, with the column's heading."""

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
                  sorting: Sorting | None = None, groups: Sequence[Group] = (), same: Collection[int] = ()) -> None:
        """Show rows within so many characters, the flexible column at least `least` of them; in groups where given.

        The cursor stays on the row where it stood. A column that says the same in every row is left out; in a long
        list, whose rows are not all asked for their words, those are left out that `same` names.
        """
        standing, self._rows = self.marked, rows
        if sorting is not None:
            headings = [
                planner_objects_texts.sorted_heading(heading, backwards=sorting.backwards)
                if place == sorting.column
                else heading
                for place, heading in enumerate(headings)
            ]
        known = telling(len(headings), rows, self._flexible) if self._leaves_out else list(range(len(headings)))
        known = [place for place in known if place not in same]
        if sorting is not None and sorting.column not in known:
            known = sorted([*known, sorting.column])
        kept, widths = fit(headings, rows, known, room - 1, self._flexible, self._widest, least)
        self._layout = tuple((headings[place], width) for place, width in zip(kept, widths, strict=True))
        self.columns = tuple(kept)
        self.same = tuple((heading, rows[0].cells[place]) for place, heading in enumerate(headings)
                          if place not in known and rows[0].cells[place])
        self._lines = lines_of(len(rows), groups)
        self._at = {line: place for place, line in enumerate(self._lines) if isinstance(line, int)}
        self._head = int(any(heading for heading, _ in self._layout))
        # What a row is called stands as a name does, also where it is only a number: an amount it is not.
        self._numbers = frozenset(numbers(rows, kept)) - {self._flexible}
        self.styles.max_height = len(self._lines) + self._head  # what stands below a short list stands right below it
        self.virtual_size = Size(sum(widths) + PADDING * len(widths), len(self._lines) + self._head)
        self.set_reactive(ObjectTable.cursor_row, min(self.cursor_row, max(0, len(rows) - 1)))
        if standing and self.marked != standing:
            self.mark(standing)
        self.refresh()
        self._see_cursor()

    def rows_in_view(self) -> Iterator[tuple[int, int]]:
        """Return on which line of the window each row stands that is in view, with its number."""
        top, room = self.scroll_offset.y, self.size.height - self._head
        room -= top + room < len(self._lines)  # the last line tells how much more there is
        for y, line in enumerate(self._lines[top:top + room], self._head):
            if isinstance(line, int):
                yield y, line

    def copied(self) -> str:
        """Return the marked row as text, with tabs between its cells."""
        if not self.marked:
            return ""
        cells = self._rows[self.cursor_row].cells
        return "\t".join(cells[column] for column in self.columns)

    def render_line(self, y: int) -> Strip:
        """Return a line: the headings, which stay in place, what stands there, or how much more there is below."""
        place = y - self._head + self.scroll_offset.y
        width, plain = self.size.width, self.get_component_rich_style("object-table--row")
        if y < self._head:
            style = self.get_component_rich_style("object-table--header")
            strip = self._drawn([(heading, room, style) for heading, room in self._layout])
        elif y == self.size.height - 1 and place < len(self._lines) - 1:
            left = sum(isinstance(line, int) for line in self._lines[place:])
            style = self.get_component_rich_style("object-table--quiet")
            strip = Strip([Segment(f" {lists_texts.more_below(left)}", style)])
        else:
            strip = self._line(self._lines[place] if place < len(self._lines) and not self._stands_last(y) else None)
        return strip.crop_extend(self.scroll_offset.x, self.scroll_offset.x + width, plain)

    def _stands_last(self, y: int) -> bool:
        """Tell whether a heading would be the last in view, above the line that tells how much more there is below."""
        place = y - self._head + self.scroll_offset.y
        below = y == self.size.height - 2 and place + 1 < len(self._lines) - 1
        return below and isinstance(self._lines[place], HeadingLine)

    def _line(self, line: Line) -> Strip:
        """Return a row, a group's heading with a rule and its count, how many of it are not drawn, or nothing."""
        quiet = self.get_component_rich_style("object-table--quiet")
        if isinstance(line, int):
            return self._row(line)
        if isinstance(line, HiddenLine):
            return Strip([Segment(f" {lists_texts.group_hidden(line.group.hidden)}", quiet)])
        if not isinstance(line, HeadingLine):
            return Strip([])
        style = self.get_component_rich_style
        return heading_strip(line.group, self.size.width, style("object-table--heading"), style("object-table--rule"),
                             self._role(line.group.role))

    def _row(self, row: int) -> Strip:
        style = self.get_component_rich_style(f"object-table--{'cursor' if row == self.cursor_row else 'row'}")
        one = self._rows[row]
        layout = self._layout
        if not self._head and not any(one.cells[column] for column in self.columns[1:]):
            layout = ((layout[0][0], self.virtual_size.width - PADDING),)
        cells = [(self._words(row, column) if one.cells[column] else heading and planner_objects_texts.NO_VALUE, width,
                  style + self._colour(one, column))
                 for column, (heading, width) in zip(self.columns, layout, strict=False)]
        if one.id in self.ticked:
            cells[0] = (lists_texts.TICK + cells[0][0], *cells[0][1:])
        strip = self._drawn(cells)
        if row != self.cursor_row:
            return strip
        first, *rest = list(strip)
        bar = Segment(_BAR, self.get_component_rich_style("object-table--bar"))
        return Strip([bar, Segment(first.text[1:], first.style), *rest])

    def _words(self, row: int, column: int) -> str:
        """Return what a cell says: not again what the rows above it say, but its sign; the marked row says it all."""
        cell, above = self._rows[row].cells[column], self._at[row] - 1
        if row == self.cursor_row or above < self.scroll_offset.y or not isinstance(self._lines[above], int):
            return cell
        return said_again(self._rows, row, column, once=column in self._once)

    def _drawn(self, cells: Sequence[tuple[str, int, Style]]) -> Strip:
        """Return a line of cells; a number, and the heading of a column of numbers, at the right end of its room."""
        return Strip([Segment(f" {fitted(cell, width, right=column in self._numbers)} ", one)
                      for column, (cell, width, one) in zip(self.columns, cells, strict=False)])

    def _role(self, role: str) -> Style:
        if not role:
            return Style()
        return Style(color=Color.parse(self.app.theme_variables[role]).rich_color)

    def _colour(self, row: Drawable, column: int) -> Style:
        """Return the colour of a cell; on the marked row all is in the mark's own, the only one held against it."""
        role = row.colours.get(column, "") if row.cells[column] else "quiet"
        bold = Style(bold=bool(role) and role != "quiet")
        return bold if row.id == self.marked else bold + self._role(role)

    # -- moving ----------------------------------------------------------------------------------------------------
    def validate_cursor_row(self, row: int) -> int:
        """Keep the cursor among the rows."""
        return max(0, min(row, len(self._rows) - 1))

    def watch_cursor_row(self, before: int, row: int) -> None:
        """Draw the two rows anew and bring the cursor into view."""
        for place in (before, row):
            line = self._at.get(place, 0) + self._head - self.scroll_offset.y
            self.refresh(Region(0, line, self.size.width, 1))
        self._see_cursor()
        self.post_message(self.Marked(self))

    def _see_cursor(self) -> None:
        """Scroll until the marked row is in view, with the heading above it; before there is a height nothing can be.

        The last line in view tells how much more there is, where there is more.
        """
        top, room = self.scroll_offset.y, self.size.height - self._head
        if room < 2:
            return
        line = self._at.get(self.cursor_row, 0)
        above = line - 1 if line and isinstance(self._lines[line - 1], HeadingLine) else line
        wanted = top
        if above < top:
            wanted = above
        elif line >= top + room - int(top + room < len(self._lines)):
            wanted = line - room + 1 + int(line + 1 < len(self._lines))
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
        at = place.y - self._head + self.scroll_offset.y
        row = self._lines[at] if 0 <= at < len(self._lines) else None
        if place.y < self._head:
            column = self._column_at(place.x + self.scroll_offset.x)
            if column is not None:
                self.post_message(self.HeadingChosen(self, column))
        elif row == self.cursor_row:
            self.action_choose()
        elif isinstance(row, int):
            self.cursor_row = row

    def _column_at(self, x: int) -> int | None:
        right = 0
        for column, (_, width) in zip(self.columns, self._layout, strict=True):
            right += width + PADDING
            if x < right:
                return column
        return None
