"""Framåt: everything with a day, what is late first; each row leads to its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold, sort_key
from nvplan.model.dates import format_date, short_date
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.due import Due, due
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import DUE, Place, place_words
from nvplan.services.writing.session import PlanSession
from nvplan.texts import due as due_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import where_found
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.shared.led_to import about_led_to
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.table_rows import Drawable

GO = Command("open_marked", "enter", planner_objects_texts.KEY_GO, due_texts.HELP_GO, english="go open")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, due_texts.HELP_FILTER, priority=True,
                 english="filter overdue month actor")
#: What the list is narrowed down to: what is late, what comes within a month, or one actor's.
_LATE, _SOON, _ACTOR = "late", "soon", "actor:"
_MONTH = 30
#: The columns that are sorted by the day.
_BY_DAY = (0, 1)


class DueScreen(ListPlace):
    """What is late and what comes, by actor and role."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, FILTER, BACK, *ORDER)
    FLEXIBLE: ClassVar[int] = 2
    HAS_THIRD: ClassVar[bool] = True
    WIDEST: ClassVar[int] = 24
    LEAST_BESIDE_PANEL: ClassVar[int] = 30  # how late a thing is says more than the whole of its name

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.part = ""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(DUE)

    @property
    def _rows(self) -> Mapping[str, _Row]:
        today = self.planner.today()
        return self.session.once((DUE, today), lambda state: {
            row.id: row for row in (_Row(number, one, state, today) for number, one in enumerate(due(state, today)))})

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return due_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the rows that fit."""
        wanted = fold(words).split()
        return [row for row in self._rows.values() if row.fits(self.part)
                and (not wanted or all(word in row.found_by for word in wanted))]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: its day, or its words."""
        if isinstance(row, _Row) and column in _BY_DAY:
            return row.days
        return sort_key(row.cells[column]) if row.cells[column] else None

    def count(self) -> int:
        """Return how much is late or comes."""
        return len(self._rows)

    def beside(self, identity: str) -> Content:
        """Return all of the marked row: what, when, whose, and where it stands."""
        row = self._rows.get(identity)
        return facts(row.facts) if row is not None else Content("")

    def third(self, identity: str, width: int) -> Content:
        """Return what the marked row leads to."""
        row = self._rows.get(identity)
        return about_led_to(self.session, row.due.place, width) if row is not None else Content("")

    def about(self) -> Content:
        """Return what the place is for."""
        return Content(due_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return that nothing has a day."""
        return Content(due_texts.nothing(None))

    def chosen_part(self) -> Sequence[str]:
        """Return what the list is narrowed down to."""
        if self.part.startswith(_ACTOR):
            return [actor_name(self.session.state, self.part.removeprefix(_ACTOR))]
        return [due_texts.PARTS[self.part]] if self.part else []

    def crumb(self) -> tuple[str, str]:
        """Return the place's name, how much is late and how much comes."""
        late = sum(row.is_late for row in self._rows.values())
        return planner_objects_texts.place_name(DUE), due_texts.summary(late, len(self._rows) - late).rstrip(".")

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first."""
        return self.needs_row()

    def action_open_marked(self) -> None:
        """Go to where the marked thing stands; Esc leads back here."""
        row = self._rows.get(self.table.marked)
        if row is not None:
            self.lead_to(where_found(row.due.place, self.session.state))

    def action_filter(self) -> None:
        """Choose what is late, what comes within a month, or one actor's."""
        rows = self._rows.values()
        choices = [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")
                   ] if self.part else []
        parts = [*due_texts.PARTS, *dict.fromkeys(f"{_ACTOR}{row.due.actor}" for row in rows if row.due.actor)]
        for part in parts:
            count = sum(row.fits(part) for row in rows)
            name = due_texts.PARTS.get(part) or actor_name(self.session.state, part.removeprefix(_ACTOR))
            choices += [Choice(name, str(count), "", part)] if count and name else []
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, part: object) -> None:
        if isinstance(part, str):
            self.part = part
            self.show_list()


@dataclass(frozen=True)
class _Row:
    """One thing with its day; its words are worked out when they come into view."""

    number: int
    due: Due
    state: PlanState
    today: dt.date

    @property
    def id(self) -> str:
        """What the row is called: a thing may have several days."""
        return f"{self.number}-{self.due.place}"

    @property
    def days(self) -> int:
        """How many days are left."""
        return self.due.days(self.today)

    @property
    def is_late(self) -> bool:
        """Whether it is late."""
        return self.due.is_late(self.today)

    def fits(self, part: str) -> bool:
        """Whether it belongs to a part of the list."""
        if part.startswith(_ACTOR):
            return self.due.actor == part.removeprefix(_ACTOR)
        return part == "" or (part == _LATE and self.is_late) or (part == _SOON and 0 <= self.days <= _MONTH)

    @cached_property
    def _who(self) -> str:
        return ", ".join(part for part in (actor_name(self.state, self.due.actor), self.due.role) if part)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The day, how far off it is, what it is and whose."""
        return (short_date(self.due.date), due_texts.distance(self.days), one_line(self.due.what, 200),
                one_line(self._who, 60))

    @property
    def colours(self) -> Mapping[int, str]:
        """The colour of what is late."""
        return {1: "error"} if self.is_late else {}

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by."""
        return fold(" ".join(self.cells))

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """What there is to tell of it."""
        when, far, what, who = due_texts.COLUMNS
        told = ((what, self.due.what), (when, format_date(self.due.date)), (far, due_texts.distance(self.days)),
                (who, self._who), (due_texts.WHERE, place_words(self.due.place, self.state)))
        return [pair for pair in told if pair[1]]
