"""Bibliotek: what the catalogue knows, to look through and to begin an insats from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from nvplan.catalog.reference import codes
from nvplan.services.reading.library import (
    EXAMPLES,
    LibraryRow,
    beginning_from,
    county_choices,
    library,
    look_through,
)
from nvplan.services.reading.object_list import field_words
from nvplan.services.reading.places import LIBRARY, Place
from nvplan.services.reading.plan_names import in_own_words
from nvplan.services.writing.session import PlanSession
from nvplan.texts import library as library_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AnswersBox, Choice, PickBox
from nvplan.tui.screens.boxes.reading import TextBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.table_rows import Drawable, Group

READ = Command("open_marked", "enter", planner_objects_texts.KEY_OPEN, library_texts.HELP_READ, english="open read")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, planner_objects_texts.HELP_FILTER, priority=True,
                 english="filter part area county")
BEGIN = Command("begin", "f6", library_texts.KEY_BEGIN, library_texts.HELP_BEGIN, priority=True,
                english="use as start template example")
#: What the list is narrowed down by.
_PART, _AREA, _COUNTY = "part", "area", "county"


class LibraryScreen(ListPlace):
    """The entries of the library in their parts."""

    OFFERS: ClassVar[tuple[Command, ...]] = (READ, FILTER, BEGIN, BACK, *ORDER)
    LEAVES_OUT: ClassVar[bool] = False

    def __init__(self, session: PlanSession, mark: str = "") -> None:
        super().__init__(session)
        self.own_keys = ""
        self.part: dict[str, str] = {}
        """What the list is narrowed down to: a part, an area, a county, or nothing."""
        self.mark(mark)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(LIBRARY)

    @property
    def _entries(self) -> Sequence[LibraryRow]:
        return self.session.once(LIBRARY, lambda state: library(state.info))

    def _entry(self, identity: str) -> LibraryRow | None:
        return next((one for one in self._entries if one.id == identity), None)

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return library_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the entries that fit."""
        return [_Row(one) for one in look_through(self._entries, words, **self.part)]

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the parts, where the list stands in the order of the library."""
        if self.order.chosen is not None:
            return ()
        counts = Counter(row.id.partition(":")[0] for row in rows)
        return [Group(library_texts.PARTS[part], count, count) for part, count in counts.items()]

    def count(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def beside(self, identity: str) -> Content:
        """Return everything that the marked entry tells."""
        one = self._entry(identity)
        return facts(self._facts(one), self.side_room) if one is not None else Content("")

    def _facts(self, one: LibraryRow) -> Sequence[tuple[str, str]]:
        """Return what an entry tells, its area as the county calls it; the rest stands as its source has it."""
        return [(label, self._area(value) if label == library_texts.AREA else value) for label, value in one.facts]

    def _area(self, name: str) -> str:
        return in_own_words(self.session.state, name)

    def about(self) -> Content:
        """Return what the place is for."""
        return literal(library_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return what the place is for: it is never empty."""
        return literal(library_texts.ABOUT)

    def chosen_part(self) -> Sequence[str]:
        """Return what the list is narrowed down to."""
        names = {**library_texts.PARTS, **{code: name for code, name, _ in county_choices(self._entries)}}
        return [self._area(codes("omrade").label(value)) if kind == _AREA else names[value]
                for kind, value in self.part.items()]

    def crumb(self) -> tuple[str, str]:
        """Return the place's name and how much is in it."""
        return planner_objects_texts.place_name(LIBRARY), library_texts.found(self.count())

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first."""
        return self.needs_row()

    def action_open_marked(self) -> None:
        """Show all of the marked entry."""
        one = self._entry(self.table.marked)
        if one is not None:
            self.app.push_screen(TextBox(library_texts.PARTS[one.part], facts(self._facts(one), 70)))

    def why_not_begin(self) -> str:
        """Say that only an example can be begun from."""
        one = self._entry(self.table.marked) if self.framed else None
        return "" if one is not None and one.part == EXAMPLES else library_texts.ONLY_EXAMPLES

    def action_begin(self) -> None:
        """Show the marked example whole and what a new insats takes over from it; open its form once that is wanted."""
        one = self._entry(self.table.marked)
        if one is None:
            return
        begin, state = beginning_from(one), self.session.state
        told = [library_texts.TAKEN_OVER.format(label=label, words=words.replace("\n", ", "))
                for label, words in field_words(state, "insats", begin)]

        def answered(sure: bool | None) -> None:
            if sure:
                self.show_over(ObjectForm("insats", begin=begin))
                self.planner.say(library_texts.BEGUN)

        self.app.push_screen(AnswersBox[bool](
            library_texts.BEGIN_FROM, ((library_texts.KEY_BEGIN, True), (planner_texts.CANCEL, False)),
            (one.title, one.whence, "", library_texts.FOLLOWS, *told, "", library_texts.WORDS_STAY)), answered)

    def action_filter(self) -> None:
        """Choose a part, an area or a county."""
        rows = self._entries
        choices = [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", ("", ""))
                   ] if self.part else []
        parts = Counter(one.part for one in rows)
        choices += [Choice(library_texts.PARTS[name], str(count), "", (_PART, name)) for name, count in parts.items()]
        for area in codes("omrade").codes:
            count = len(look_through(rows, area=area.id))
            if count:
                choices.append(Choice(library_texts.FACET_AREA.format(name=self._area(area.label)), str(count), "",
                                      (_AREA, area.id)))
        choices += [Choice(library_texts.FACET_COUNTY.format(name=name), str(count), "", (_COUNTY, code))
                    for code, name, count in county_choices(rows)]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, chosen: object) -> None:
        if isinstance(chosen, tuple):
            kind, value = chosen
            self.part = {**self.part, kind: value} if kind else {}
            self.show_list()


@dataclass(frozen=True)
class _Row:
    """An entry as the list draws it."""

    entry: LibraryRow
    colours: Mapping[int, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The entry's part and name."""
        return self.entry.id

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """What it is, and whence."""
        return self.entry.title, self.entry.whence
