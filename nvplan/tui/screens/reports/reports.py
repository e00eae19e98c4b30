"""Rapporter: every report to hand in, how far it is, how long is left, and whether it is frozen or handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects import ReportOccasion
from nvplan.model.safetext import one_line
from nvplan.services.reading.places import Place
from nvplan.services.reports.listing import (
    OccasionRow,
    deadline_left,
    occasion_rows,
    planner_cells,
    report_facts,
    standing_of,
    tally_text,
)
from nvplan.services.reports.opening import OCCASIONS, report_of
from nvplan.services.reports.standing import ItemStanding, standings
from nvplan.services.writing.commands import RemoveObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.reports.report_actions import (
    FIELDS,
    FREEZE,
    SENT,
    ask_to_freeze,
    ask_when_sent,
    carry_out,
    why_not_freeze,
)
from nvplan.tui.screens.shared.list_commands import BACK, OPEN, SORT
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Room, Where
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import TableRow

NEW = Command(
    "new", "plus,insert", reports_planner_texts.KEY_NEW, reports_planner_texts.HELP_NEW, english="new add report"
)
REMOVE = Command(
    "remove",
    "delete",
    reports_planner_texts.KEY_REMOVE,
    reports_planner_texts.HELP_REMOVE,
    shown=False,
    english="delete remove",
)
#: The columns with the days that are left.
_LEFT = 3
_LATE = "!"


class ReportsScreen(ListPlace):
    """The reports in the order of their last days."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, NEW, FREEZE, SENT, FIELDS, REMOVE, BACK, SORT)
    LEAST_BESIDE_PANEL: ClassVar[int] = 30  # how many days are left is said in the list in every window

    def __init__(self, session: PlanSession, mark: str = "") -> None:
        super().__init__(session)
        self._to_mark = mark
        self._known: tuple[int, list[OccasionRow]] = -1, []

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(OCCASIONS)

    @property
    def rows(self) -> Mapping[str, OccasionRow]:
        """The reports by id, counted anew when the plan has changed."""
        if self._known[0] != self.session.state.revision:
            self._known = self.session.state.revision, occasion_rows(self.session)
        return {row.occasion.id: row for row in self._known[1]}

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return reports_planner_texts.COLUMNS

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the reports that every word fits."""
        wanted, today, found = fold(words).split(), self.planner.today(), []
        for identity, row in self.rows.items():
            cells = planner_cells(row, today)
            if all(word in fold(f"{identity} {' '.join(cells)}") for word in wanted):
                found.append(TableRow(identity, cells, {_LEFT: "error"} if cells[_LEFT].startswith(_LATE) else {}))
        return found

    def count(self) -> int:
        """Return how many reports there are."""
        return len(self.rows)

    def above(self) -> str:
        """Return how many reports are drafts, frozen and handed in."""
        counted = Counter(standing_of(row.occasion) for row in self.rows.values())
        return reports_planner_texts.standing_counts(counted) if counted else ""

    def beside(self, identity: str) -> Content:
        """Return what is known of the marked report."""
        row = self.rows.get(identity)
        if row is None:
            return Content("")
        pairs = report_facts(self.session, row.occasion, self._standings(identity), self.planner.today())
        return Content("\n").join([literal(row.occasion.title, "bold"), Content(""), facts(pairs)])

    def below(self) -> Content:
        """Return what matters most of the marked report, where there is no room beside the list."""
        row = self.rows.get(self.table.marked)
        if row is None or self.size.width >= WIDE:
            return Content("")
        one = row.occasion
        lines = (one.title, f"{deadline_left(one, self.planner.today())} · {one.receiver}",
                 tally_text(self._standings(one.id)))
        return Content("\n").join(literal(one_line(line, self.aside.list_room), "bold" if number == 0 else "")
                                  for number, line in enumerate(lines) if line)

    def _standings(self, identity: str) -> Sequence[ItemStanding]:
        try:
            return standings(report_of(self.session, identity))
        except InputError:
            return ()

    def empty_text(self) -> Content:
        """Return what the reports are for, and how to begin."""
        return Content("\n\n").join([
            Content.styled(planner_objects_texts.place_name(OCCASIONS), "bold"),
            Content(reports_planner_texts.EMPTY),
            Content.styled(reports_planner_texts.EMPTY_BEGIN, "bold"),
        ])

    def crumb(self) -> tuple[str, str]:
        """Return the place's name and how many reports there are."""
        return planner_objects_texts.place_name(OCCASIONS), planner_objects_texts.counted(OCCASIONS, self.count())

    # -- what can be done ------------------------------------------------------------------------------------------
    why_not_open_marked = why_not_fields = why_not_sent = why_not_remove = ListPlace.needs_row

    def why_not_freeze(self) -> str:
        """Say that no report is marked, or that the marked one is frozen."""
        row = self.rows.get(self.table.marked) if self.framed else None
        return why_not_freeze(row.occasion) if row is not None else self.needs_row()

    def _with_marked(self, act: Callable[[ReportOccasion], None]) -> None:
        row = self.rows.get(self.table.marked)
        if row is not None:
            self._to_mark = row.occasion.id
            act(row.occasion)

    def action_open_marked(self) -> None:
        """Open the marked report."""
        self._with_marked(lambda one: self.show_over(Place(OCCASIONS, one.id)))

    def action_new(self) -> None:
        """Open the form for a new report."""
        self.show_over(Room.NEW_REPORT)

    def action_fields(self) -> None:
        """Open the fields of the marked report."""
        self._with_marked(lambda one: self.show_over(ObjectForm(OCCASIONS, one.id)))

    def action_freeze(self) -> None:
        """Freeze the marked report, after a question."""
        self._with_marked(lambda one: ask_to_freeze(self, self.session, one, self._standings(one.id), self.show_list))

    def action_sent(self) -> None:
        """Note when the marked report was handed in."""
        self._with_marked(lambda one: ask_when_sent(self, self.session, one, self.show_list))

    def action_remove(self) -> None:
        """Take the marked report away, after a question; a frozen one stays."""
        self._with_marked(self._remove)

    def _remove(self, one: ReportOccasion) -> None:
        def chosen(sure: bool | None) -> None:
            if sure:
                carry_out(self, lambda: self.session.do(RemoveObject(OCCASIONS, one.id)))
                self.show_list()

        title = planner_objects_texts.REMOVE_TITLE.format(what=f"”{one.title}”")
        self.app.push_screen(
            AskBox(title, planner_objects_texts.REMOVE_YES, lines=(planner_objects_texts.REMOVE_UNDO,)), chosen
        )
