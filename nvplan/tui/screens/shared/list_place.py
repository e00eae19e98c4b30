"""A place that is a list: typing filters it, the arrows move, and what is marked is told beside it where room is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from nvplan.model.collation import sort_key
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_beside import ListBeside
from nvplan.tui.screens.shared.list_commands import ORDER
from nvplan.tui.screens.shared.list_order import ListOrder
from nvplan.tui.where import Where
from nvplan.tui.widgets.empty_actions import EmptyActions
from nvplan.tui.widgets.filter_line import FilterLine
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.reading import ShortText
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import Drawable, Group

#: A longer list is filtered when the person pauses, in seconds.
MANY, PAUSE = 400, 0.12


class ListPlace(PlaceScreen):
    """A list of rows. A subclass says what the rows are, what stands beside them and what an empty list is for."""

    OFFERS: ClassVar[tuple[Command, ...]] = ORDER
    #: The column that takes the room that is left, and how wide the others are at most.
    FLEXIBLE: ClassVar[int] = 0
    WIDEST: ClassVar[int] = 26
    #: How much room the flexible column wants at least where a panel tells what the others would have.
    LEAST_BESIDE_PANEL: ClassVar[int] = 36
    #: And where there is no panel: so much of a title says what it is.
    LEAST_ALONE: ClassVar[int] = 34

    LEAVES_OUT: ClassVar[bool] = True  # a column that says the same in every row
    ONCE: ClassVar[Collection[int]] = ()  # the columns that say once what several rows running have
    HAS_THIRD: ClassVar[bool] = False  # whether the widest windows tell a third part

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self.order, self.aside = ListOrder(self), ListBeside(self)
        self.own_keys = "+"
        """Keys that mean something else than a letter of the filter while the list has the focus."""
        self._typing = False
        """Whether the last key was a letter of the filter: a space after it belongs to the filter too."""
        self._to_mark = ""
        self._waiting: Timer | None = None

    # -- what a subclass says --------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        raise NotImplementedError

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the rows that the chosen part and the words fit."""
        raise NotImplementedError

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the groups that the rows stand in; none for a list that is told row by row."""
        return ()

    def same(self) -> Collection[int]:
        """Return the columns that say the same in every row of a list so long that its rows are not asked for it."""
        return ()

    @property
    def waits(self) -> bool:
        """Whether it is still being worked out what the list holds."""
        return False

    def found_count(self, rows: Sequence[Drawable]) -> int:
        """Return how many rows the chosen part has, those that are not drawn counted too."""
        return len(rows)

    def count(self) -> int:
        """Return how many rows there are without any filter."""
        raise NotImplementedError

    def beside(self, identity: str) -> Content:
        """Return what is told of the marked row."""
        raise NotImplementedError

    def third(self, identity: str, width: int) -> Content:
        """Return what the widest windows tell of the marked row beside that, in so many cells."""
        return Content("")

    def below(self) -> Content:
        """Return what stands below the list; nothing for most lists."""
        return Content("")

    @property
    def side_room(self) -> int:
        """How many cells what stands beside the list has."""
        return self.aside.panel - 6

    @property
    def table(self) -> ObjectTable:
        """The list."""
        return self.query_one(ObjectTable)

    def empty_text(self) -> Content:
        """Return what is shown where there is nothing at all."""
        raise NotImplementedError

    def first_steps(self) -> Sequence[tuple[Command, str]]:
        """Return what can be done in an empty list, with the words for it."""
        return ()

    def chosen_part(self) -> Sequence[str]:
        """Return in words what part of the list is chosen, besides what is typed."""
        return ()

    def above(self) -> str:
        """Return a line above the list; empty where there is none."""
        return ""

    def crumb(self) -> tuple[str, str]:
        """Return where this is, and what stands to the right of it."""
        raise NotImplementedError

    def about(self) -> Content | None:
        """Return what the list is for."""
        return self.empty_text()

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by in a column: its words in Swedish order; None where there are none."""
        return sort_key(row.cells[column]) if row.cells[column] else None

    # -- the place -------------------------------------------------------------------------------------------------
    def compose_place(self) -> Iterable[Widget]:
        """Compose the filter, the list and what stands beside it."""
        with Horizontal(id="sides"):
            with Vertical(id="list"):
                yield Static("", id="above", markup=False)
                yield FilterLine()
                yield ObjectTable(flexible=self.FLEXIBLE, widest=self.WIDEST, leaves_out=self.LEAVES_OUT,
                                  once=self.ONCE)
                yield Static("", id="empty", markup=False)
                yield EmptyActions()
                yield ShortText("", id="below", markup=False)
            yield from self.aside.compose()

    def on_mount(self) -> None:
        """Show the list and put the cursor in it."""
        self.table.focus()
        self.show_list()

    @property
    def typed(self) -> str:
        """What the list is filtered by."""
        return self.query_one("#filter", Input).value

    def show_list(self) -> None:
        """Show the rows as they stand now."""
        if not self.framed:
            return
        rows = self.order.sorted(self.table_rows(self.typed))
        table, empty = self.table, self.query_one("#empty", Static)
        table.show_rows(self.headings(), rows, self.aside.list_room, self.least, self.order.chosen, self.groups(rows),
                        self.same())
        if self._to_mark:
            table.mark(self._to_mark)
            self._to_mark = ""
        count = self.count()
        self.query_one("#panel").styles.width = max(1, self.aside.panel)
        table.display = bool(rows)
        empty.display = not rows
        self.query_one("#sides").set_class(not count and not self.waits, "-empty")
        if not rows:
            filtered = planner_objects_texts.EMPTY_HITS if self.typed else planner_objects_texts.EMPTY_FILTER
            empty.update(Content(filtered) if count else self.empty_text())
        self.query_one(FilterLine).tell(
            self.chosen_part(), table.same, (self.found_count(rows), count), self.aside.list_room)
        steps = self.query_one(EmptyActions)
        steps.show(() if count or self.waits else self.first_steps())
        if self.focused in (None, table, steps):
            (steps if steps.display else table).focus()
        above = self.query_one("#above", Static)
        above.update(literal(self.above()))
        above.display = bool(self.above())
        self.query_one("#list").set_class(bool(self.above()), "-with-above")
        self.show_frame()
        self.aside.show()

    def mark(self, identity: str) -> None:
        """Put the cursor on a row, once the list is shown."""
        self._to_mark = identity

    def show_frame(self) -> None:
        """Show where this is."""
        super().show_frame()
        if self.framed:
            crumb = self.query_one("#crumb", TopLine)
            crumb.left, crumb.right = self.crumb()

    @property
    def least(self) -> int:
        """How much room the flexible column wants at least."""
        return self.LEAST_BESIDE_PANEL if self.size.width >= WIDE else self.LEAST_ALONE

    def on_object_table_marked(self, event: ObjectTable.Marked) -> None:
        """Tell about the row that is marked now."""
        self.aside.show()

    async def on_object_table_chosen(self, event: ObjectTable.Chosen) -> None:
        """Open the row."""
        event.stop()
        await self.run_action("open_marked")

    def action_open_marked(self) -> None:
        """Open what is marked."""
        raise NotImplementedError

    def lead_to(self, where: Where | None) -> None:
        """Show where the marked row leads; Esc leads back to it. Say so where what it tells of is gone."""
        self._to_mark = self.table.marked
        if where is None:
            self.planner.say(planner_review_texts.NOWHERE)
        else:
            self.show_over(where)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the list to the new width."""
        super().on_resize(event)
        if self.is_mounted:
            self.show_list()

    def on_screen_resume(self) -> None:
        """Show what has changed while another place was on top."""
        super().on_screen_resume()
        self.show_list()
        self.remember_place()

    def plan_changed(self) -> None:
        """Show what has changed."""
        self.show_list()

    def action_change_theme(self) -> None:
        """Change colours, those of the list too."""
        super().action_change_theme()
        self.show_list()

    # -- order -----------------------------------------------------------------------------------------------------
    def action_sort(self) -> None:
        """Sort by the next column, and after the last one not at all."""
        self.order.sort_by_next()

    def why_not_turn(self) -> str:
        """Say that there is no order to turn."""
        return "" if self.order.chosen is not None else planner_objects_texts.NOT_SORTED

    def needs_row(self) -> str:
        """Say that a row is to be marked first, where none is."""
        return "" if self.framed and self.table.marked else planner_objects_texts.NOTHING_MARKED

    def action_turn(self) -> None:
        """Turn the order."""
        self.order.turn()

    def on_object_table_heading_chosen(self, event: ObjectTable.HeadingChosen) -> None:
        """Sort by the column whose heading was clicked."""
        event.stop()
        self.order.choose(event.column)

    # -- filter ----------------------------------------------------------------------------------------------------
    def on_key(self, event: events.Key) -> None:
        """Let letters filter the list while the cursor is in it, and the arrows lead back to it."""
        line = self.query_one("#filter", Input)
        if self.focused is line and event.key in ("down", "up"):
            self.table.focus()
        elif self.focused is self.table and event.key == "backspace" and line.value:
            line.value = line.value[:-1]
        elif self.focused is self.table and self._filters(event, line.value):
            line.value += event.character or ""
            line.cursor_position = len(line.value)
            self._typing = True
        else:
            self._typing = False
            return
        event.stop()
        event.prevent_default()

    def _filters(self, event: events.Key, typed: str) -> bool:
        if not event.is_printable or event.character is None:
            return False
        if event.character == " ":
            return self._typing and bool(typed)
        return event.character not in self.own_keys

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter, at a pause where the list is long."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self.count() > MANY:
            self._waiting = self.set_timer(PAUSE, self.show_list)
        else:
            self.show_list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the list."""
        self.table.focus()

    def action_back(self) -> None:
        """Take away what was typed, or go back to where the person came from."""
        line = self.query_one("#filter", Input)
        self.table.focus()
        if line.value:
            line.value = ""
        else:
            self.leave_place()
