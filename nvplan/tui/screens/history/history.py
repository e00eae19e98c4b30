"""Historik: every change, by whom and from what to what; each leads to its place and can be taken back alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold, sort_key
from nvplan.model.dates import format_date, short_date
from nvplan.model.errors import NvplanError
from nvplan.model.safetext import one_line
from nvplan.services.reading.change_log import ChangeRow, change_facts, change_row, changes_told
from nvplan.services.reading.change_words import documents_of
from nvplan.services.reading.object_references import Documents
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import HISTORY, Place
from nvplan.services.reading.undo_place import places_of
from nvplan.services.writing.commands import TakeBack
from nvplan.services.writing.session import PlanSession
from nvplan.store.journal import Entry, is_undoable, taken_back
from nvplan.texts import common as common_texts
from nvplan.texts import history as history_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import store as store_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import where_found
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Choice, PickBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import Drawable, Group

GO = Command("open_marked", "enter", planner_objects_texts.KEY_GO, history_texts.HELP_GO, english="go open")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, history_texts.HELP_FILTER, priority=True,
                 english="filter role")
TAKE_BACK = Command("take_back", "f6", history_texts.KEY_TAKE_BACK, history_texts.HELP_TAKE_BACK, priority=True,
                    english="revert undo one")
#: The column of the roles, which gives way first.
_ROLE = 2
#: So much of what a change was about stands in its row; the rest of the room is for what it changed.
_ABOUT = 24
#: So many fields of a change are told beside the list: an import has thousands, and nobody reads them there.
_MOST_FACTS = 40
#: So many of a change's fields are told before it is taken back.
_MOST_TOLD = 6


class HistoryScreen(ListPlace):
    """What has changed, latest first."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, TAKE_BACK, FILTER, BACK, *ORDER)
    SHOWS: ClassVar[tuple[str, ...]] = ("aterta",)
    FLEXIBLE: ClassVar[int] = 1
    ONCE: ClassVar[Collection[int]] = (0,)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.role: str | None = None

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(HISTORY)

    @property
    def _rows(self) -> Mapping[str, _Row]:
        drawn = _InDay if self._by_day else _Row

        def read(_state: object) -> Mapping[str, _Row]:
            documents = documents_of(self.session.repository)
            entries = self.session.repository.history()
            gone = taken_back(entries)
            return {str(entry["revision"]): drawn(entry, documents, entry["revision"] in gone)
                    for entry in reversed(entries)}

        return self.session.once((HISTORY, drawn.__name__), read)

    @property
    def _by_day(self) -> bool:
        """Whether the list follows time, and so stands in days."""
        return self.order.chosen is None or self.order.chosen.column == 0

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return history_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the changes that fit."""
        wanted = fold(words).split()
        return [row for row in self._rows.values() if self.role in (None, row.entry.get("role", ""))
                and (not wanted or all(word in row.found_by for word in wanted))]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: its number for its time, else its words."""
        if isinstance(row, _Row) and column == 0:
            return row.entry["revision"]
        return sort_key(row.cells[column]) if row.cells[column] else None

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the days, each with how many changes were made on it; none where the list follows something else."""
        if not self._by_day:
            return ()
        days = groupby(rows, lambda row: row.day if isinstance(row, _Row) else "")
        counts = [(day, sum(1 for _ in changes)) for day, changes in days]
        return [Group(format_date(day), count, count) for day, count in counts]

    def count(self) -> int:
        """Return how many changes there are."""
        return len(self._rows)

    def same(self) -> Collection[int]:
        """Return the column of the roles where one role has made every change."""
        roles = {row.entry.get("role", "") for row in self._rows.values()}
        return () if len(roles) > 1 else (_ROLE,)

    def beside(self, identity: str) -> Content:
        """Return all of a change: each field with what stood there and what stands there."""
        row = self._rows.get(identity)
        return facts(row.facts) if row is not None else Content("")

    def below(self) -> Content:
        """Return when the marked change was made, in which role and what it did, where there is no room beside it."""
        row = self._rows.get(self.table.marked)
        if row is None or self.size.width >= WIDE:
            return Content("")
        return literal(" · ".join((f"{format_date(row.day)} {row.time}", row.told.role or history_texts.NO_ROLE,
                                   *([store_texts.CHANGE_TAKEN_BACK.rstrip(".")] if row.withdrawn else []),
                                   *([row.told.values] if row.told.values and not row.told.is_new else []))))

    def about(self) -> Content:
        """Return what the place is for."""
        return literal(history_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return that nothing has changed."""
        return literal(history_texts.EMPTY)

    def chosen_part(self) -> Sequence[str]:
        """Return whose changes are shown."""
        return [] if self.role is None else [history_texts.in_role(self.role or history_texts.NO_ROLE)]

    def crumb(self) -> tuple[str, str]:
        """Return the place's name."""
        return planner_objects_texts.place_name(HISTORY), history_texts.summary(len(self._rows))

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first."""
        return self.needs_row()

    def action_open_marked(self) -> None:
        """Go to where the change was made; Esc leads back here."""
        row = self._rows.get(self.table.marked)
        if row is not None:
            found = (where_found(place, self.session.state) for place in reversed(places_of(row.entry)))
            self.lead_to(next((one for one in found if one is not None), None))

    def why_not_take_back(self) -> str:
        """Say that a row is to be marked first, or that the change stays."""
        row = self._rows.get(self.table.marked) if self.framed else None
        if row is None:
            return self.needs_row()
        if row.withdrawn:
            return store_texts.CHANGE_TAKEN_BACK
        return "" if is_undoable(row.entry) else store_texts.CHANGE_STAYS

    def action_take_back(self) -> None:
        """Ask, and take back the marked change alone."""
        row = self._rows.get(self.table.marked)
        if row is None:
            return
        told = [f"{label}: {values}" for label, values in list(change_facts(row.entry, row.documents))[:_MOST_TOLD]]

        def answered(yes: bool | None) -> None:
            if yes:
                self._take_back(row.entry["revision"])

        self.app.push_screen(AskBox(history_texts.ASK_TAKE_BACK, history_texts.KEY_TAKE_BACK,
                                    lines=(row.told.what, *told, history_texts.ASK_AFTER)), answered)

    def _take_back(self, revision: int) -> None:
        try:
            self.planner.say(self.session.do(TakeBack(revision)))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()

    def action_filter(self) -> None:
        """Choose whose changes are shown."""
        counts = Counter(row.entry.get("role", "") for row in self._rows.values())
        choices = [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", None)
                   ] if self.role is not None else []
        choices += [Choice(role or history_texts.NO_ROLE, str(count), "", (role,)) for role, count in counts.items()]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, chosen: object) -> None:
        self.role = str(chosen[0]) if isinstance(chosen, tuple) else None
        self.show_list()


@dataclass(frozen=True)
class _Row:
    """One change; its words are worked out when they come into view."""

    entry: Entry
    documents: Documents
    withdrawn: bool = False
    """Whether it has been taken back or undone, and so does not stand in the plan."""
    colours: Mapping[int, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The change's number."""
        return str(self.entry["revision"])

    @cached_property
    def told(self) -> ChangeRow:
        """The change as the list shows it."""
        return change_row(self.entry, self.documents)

    @property
    def day(self) -> str:
        """The day of the change, as it is stored."""
        return self.entry["when"][:10]

    @property
    def time(self) -> str:
        """The time of the day."""
        return self.told.when.partition(" ")[2]

    @property
    def when(self) -> str:
        """When it was made, as the list says it."""
        return f"{short_date(self.day)} {self.time}"

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """When, what and from what to what, and in which role; what is new tells itself."""
        what, values = self.told.what, "" if self.told.is_new else self.told.values
        told = history_texts.CHANGED.format(what=_shortened(what), values=values) if values else what
        return self.when, history_texts.GONE.format(what=told) if self.withdrawn else told, self.told.role

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by; its day both as a list and as a sentence writes it."""
        return fold(" ".join((short_date(self.day), format_date(self.day), *self.cells, self.told.what,
                              self.told.values)))

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """What there is to tell of it."""
        when, what, role = history_texts.COLUMNS
        told = list(islice(change_facts(self.entry, self.documents), _MOST_FACTS))
        more = len(changes_told(self.entry)) - len(told)
        gone = [("", store_texts.CHANGE_TAKEN_BACK)] if self.withdrawn else []
        return [*gone, (what, self.told.what), (when, f"{format_date(self.day)} {self.time}"),
                (role, self.told.role or history_texts.NO_ROLE), *told,
                *([("", common_texts.AND_MORE.format(count=more))] if more > 0 else [])]


def _shortened(what: str) -> str:
    """Return what a change was about in its part of the row; a name that is cut keeps the sign that ends it."""
    short = one_line(what, _ABOUT)
    return one_line(what, _ABOUT - 1) + "”" if short != what and short.count("”") % 2 else short


class _InDay(_Row):
    """One change under the heading of its day."""

    @property
    def when(self) -> str:
        """The time of the day."""
        return self.time
