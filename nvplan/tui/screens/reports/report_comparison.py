"""A report against the occasion before it: what has changed, what is new, what is gone, and both answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.safetext import one_line
from nvplan.services.reports.occasions import Compared, compare, previous_report, why_not_written
from nvplan.services.reports.opening import number_of, report_of
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.shared.list_commands import BACK, OPEN
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where_in_plan import ReportQuestion
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import LEAST, TableRow

FILTER = Command(
    "filter",
    "f3",
    reports_planner_texts.KEY_FILTER,
    reports_planner_texts.HELP_FILTER_COMPARED,
    priority=True,
    english="filter",
)


class ReportComparisonScreen(ListPlace):
    """Every question against the occasion before, what has changed first."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, FILTER, BACK)
    FLEXIBLE: ClassVar[int] = 2
    LEAST_BESIDE_PANEL: ClassVar[int] = LEAST

    def __init__(self, session: PlanSession, identity: str) -> None:
        """Compare at once, so that a report without an occasion before it is said where it was asked for.

        Raises:
            InputError: no occasion is given as the one before.
        """
        super().__init__(session)
        self.identity, self.own_keys, self.part = identity, "", ""
        self._compare()

    def _compare(self) -> None:
        self._report = report_of(self.session, self.identity)
        before = previous_report(self.session, self._report).occasion
        self._title = before.title if before else ""
        order = list(reports_planner_texts.COMPARED)
        self._found = sorted((one for one in compare(self.session, self.identity) if one.before or one.after),
                             key=lambda one: order.index(one.change))
        self._revision = self.session.state.revision

    def show_list(self) -> None:
        """Show the comparison, made anew when the plan has changed."""
        if self._revision != self.session.state.revision:
            self._compare()
        super().show_list()

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return reports_planner_texts.COMPARE_COLUMNS

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the questions that fit."""
        wanted = fold(words).split()
        return [TableRow(one.item.id, (number_of(one.item), reports_planner_texts.COMPARED[one.change], one.item.text))
                for one in self._found if self.part in ("", one.change)
                and all(word in fold(f"{number_of(one.item)} {one.item.text} {one.before} {one.after}")
                        for word in wanted)]

    def count(self) -> int:
        """Return how many questions have an answer in either."""
        return len(self._found)

    def above(self) -> str:
        """Return what is compared with, and how many questions there are of each change."""
        counted = Counter(one.change for one in self._found)
        counts = {change: counted[change] for change in reports_planner_texts.COMPARED}  # type: ignore[index]
        return one_line(
            reports_planner_texts.COMPARE_ABOVE.format(
                title=self._title, parts=reports_planner_texts.compared_parts(counts)
            ),
            self.aside.list_room,
        )

    def beside(self, identity: str) -> Content:
        """Return the marked question with both answers."""
        one = self._marked(identity)
        if one is None:
            return Content("")
        pairs = [
            (reports_planner_texts.COMPARE_ADDED, "\n".join(one.added)),
            (reports_planner_texts.COMPARE_REMOVED, "\n".join(one.removed)),
        ]
        pairs = [(label, text) for label, text in pairs if text and one.change == "andrad"]
        pairs.append((reports_planner_texts.COMPARE_NOW, one.after or reports_planner_texts.BEFORE_NONE))
        if one.change != "samma":
            pairs.append((reports_planner_texts.COMPARE_BEFORE, one.before or reports_planner_texts.BEFORE_NONE))
        return Content("\n").join([literal(f"{number_of(one.item)} {one.item.text}", "bold"), Content(""),
                                   facts(pairs)])

    def below(self) -> Content:
        """Return both answers in short, where there is no room beside the list."""
        one = self._marked(self.table.marked)
        if one is None or self.size.width >= WIDE:
            return Content("")
        room = self.aside.list_room - 15
        rows = [(reports_planner_texts.COMPARE_NOW, one.after), (reports_planner_texts.COMPARE_BEFORE, one.before)][
            : 1 if one.change == "samma" else 2
        ]
        if one.change == "andrad" and (one.added or one.removed):
            rows = [
                (reports_planner_texts.COMPARE_ADDED, " ".join(one.added)),
                (reports_planner_texts.COMPARE_REMOVED, " ".join(one.removed)),
            ]
        return Content("\n").join(
            Content.assemble(
                Content.styled(f"{label:<14}", "bold"),
                literal(one_line(text, room) or reports_planner_texts.COMPARE_EMPTY),
            )
            for label, text in rows
        )

    def _marked(self, identity: str) -> Compared | None:
        return next((one for one in self._found if one.item.id == identity), None)

    def about(self) -> Content:
        """Return what is compared."""
        return Content(reports_planner_texts.COMPARE_ABOUT)

    def empty_text(self) -> Content:
        """Return that there is nothing to compare."""
        return Content.styled(reports_planner_texts.COMPARE_NOTHING, "bold")

    def chosen_part(self) -> Sequence[str]:
        """Return the chosen change in words."""
        return [reports_planner_texts.COMPARED_LONG[self.part]] if self.part else []

    def crumb(self) -> tuple[str, str]:
        """Return which report this is."""
        one = self._report.occasion
        return reports_planner_texts.COMPARE_CRUMB.format(title=one.title if one else self.identity), ""

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Open the marked question, where it is one that people write in."""
        one = self._marked(self.table.marked)
        if one is None:
            return
        known = any(item.id == one.item.id for item in self._report.items)
        fault = why_not_written(self._report, one.item) if known else reports_planner_texts.ITEM_GONE
        if fault:
            self.planner.say(fault)
        else:
            self._to_mark = one.item.id
            self.show_over(ReportQuestion(self.identity, one.item.id))

    def action_filter(self) -> None:
        """Choose which changes are shown."""
        counted = Counter(one.change for one in self._found)
        choices = (
            [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")]
            if self.part
            else []
        )
        choices += [Choice(label, str(counted[change]), "", change)  # type: ignore[index]
                    for change, label in reports_planner_texts.COMPARED_LONG.items() if counted[change]]  # type: ignore[index]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, change: object) -> None:
        if isinstance(change, str):
            self.part = change
            self.show_list()
