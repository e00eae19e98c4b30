"""One report: its questions in the receiver's order, how far each is, and what is missing from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.errors import InputError, NvplanError
from nvplan.model.objects import ReportOccasion
from nvplan.model.safetext import one_line
from nvplan.services.reading.places import Place, find_place
from nvplan.services.reports.listing import deadline_left, missing_from, report_facts, standing_text, tally_text
from nvplan.services.reports.occasions import why_not_written
from nvplan.services.reports.opening import OCCASIONS, Report, number_of, occasions, report_of
from nvplan.services.reports.sources import source_place
from nvplan.services.reports.standing import ItemStanding, standings
from nvplan.services.writing.commands_reports import CarryReportOver
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reports as reports_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.reading import TextBox
from nvplan.tui.screens.reports.report_actions import (
    FIELDS,
    FREEZE,
    SENT,
    ask_to_freeze,
    ask_when_sent,
    carry_out,
    why_not_freeze,
)
from nvplan.tui.screens.shared.list_commands import BACK, OPEN
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import Comparison, ObjectForm, ReportQuestion
from nvplan.tui.widgets.frame import KeyBar
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import LEAST, TableRow

FILTER = Command(
    "filter", "f3", reports_planner_texts.KEY_FILTER, reports_planner_texts.HELP_FILTER, priority=True, english="filter"
)
COMPARE = Command(
    "compare",
    "f7",
    reports_planner_texts.KEY_COMPARE,
    reports_planner_texts.HELP_COMPARE,
    priority=True,
    english="compare diff",
)
MISSING = Command(
    "missing",
    "f10",
    reports_planner_texts.KEY_MISSING,
    reports_planner_texts.HELP_MISSING,
    shown=False,
    priority=True,
    english="missing who",
)
CARRY = Command(
    "carry",
    "f12",
    reports_planner_texts.KEY_CARRY,
    reports_planner_texts.HELP_CARRY,
    shown=False,
    priority=True,
    english="copy forward",
)
_COLOURS = {"saknas": "error", "overfort": "warning"}


class ReportScreen(ListPlace):
    """The questions of one report."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, FILTER, FREEZE, COMPARE, SENT, FIELDS, MISSING, CARRY, BACK)
    FLEXIBLE: ClassVar[int] = 2
    WIDEST: ClassVar[int] = 16
    LEAST_BESIDE_PANEL: ClassVar[int] = LEAST
    HAS_THIRD: ClassVar[bool] = True

    def __init__(self, session: PlanSession, identity: str, mark: str = "") -> None:
        super().__init__(session)
        self.identity = identity
        self.own_keys = ""
        self.part = ""
        """The standing that the list is narrowed down to."""
        self.fault = ""
        """Why the questions cannot be shown."""
        self._to_mark = mark
        self._report: Report | None = None
        self._found: list[ItemStanding] = []
        self._revision = -1

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here: what is frozen is noted as handed in and compared, and no longer changed."""
        one = self.occasion
        if one is not None and one.frozen:
            return (OPEN, SENT, COMPARE, FILTER, FIELDS, MISSING, BACK, *EVERYWHERE)
        return super().commands

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(OCCASIONS, self.identity)

    @property
    def occasion(self) -> ReportOccasion | None:
        """The occasion as the plan has it; None where someone has removed it."""
        return next((one for one in occasions(self.session.state) if one.id == self.identity), None)

    @property
    def report(self) -> Report | None:
        """The report, opened anew when the plan has changed; None where it has no questions, `fault` says why."""
        if self._revision != self.session.state.revision:
            self._revision, self._report, self._found, self.fault = self.session.state.revision, None, [], ""
            try:
                self._report = report_of(self.session, self.identity)
                self._found = standings(self._report)
            except InputError as error:
                one = self.occasion
                self.fault = reports_planner_texts.NO_FORM if one is not None and not one.form else str(error)
        return self._report

    @property
    def found(self) -> Sequence[ItemStanding]:
        """How far each question is."""
        return self._found if self.report is not None else ()

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return reports_planner_texts.ITEM_COLUMNS

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the questions that fit."""
        wanted = fold(words).split()
        return [_row(one) for one in self.found if self.part in ("", one.standing)
                and all(word in fold(f"{number_of(one.item)} {one.item.text} {one.text} {' '.join(one.missing)}")
                        for word in wanted)]

    def count(self) -> int:
        """Return how many questions there are."""
        return len(self.found)

    def above(self) -> str:
        """Return the report's standing, its last day and how many questions are done."""
        one = self.occasion
        if one is None:
            return ""
        parts = (deadline_left(one, self.planner.today()), tally_text(self.found))
        return one_line(" · ".join(part for part in parts if part), self.aside.list_room)

    def beside(self, identity: str) -> Content:
        """Return the marked question with its answer, and below it what is known of the report, if not beside that."""
        one = self._marked(identity)
        if one is None:
            return Content("")
        report = [] if self.aside.has_third else self._report_facts()
        return Content("\n").join([literal(f"{number_of(one.item)} {one.item.text}", "bold"), Content(""),
                                   facts([*_item_facts(one), *report])])

    def third(self, identity: str, width: int) -> Content:
        """Return what is known of the report."""
        return facts(self._report_facts(), width)

    def _report_facts(self) -> Sequence[tuple[str, str]]:
        if self.occasion is None or self.report is None:
            return ()
        return report_facts(self.session, self.occasion, self.found, self.planner.today())

    def below(self) -> Content:
        """Return the whole question, where there is no room for it beside the list."""
        one = self._marked(self.table.marked)
        if one is None or self.size.width >= WIDE:
            return Content("")
        room = self.aside.list_room
        rows = [literal(one_line(one.item.text, room * (1 if one.missing else 2)), "bold"),
                literal(one_line(_in_a_row(one.text), room) or reports_planner_texts.ITEM_STANDING_LONG[one.standing])]
        if one.missing:
            rows.append(
                literal(one_line(reports_planner_texts.MISSING_FROM.format(names=", ".join(one.missing)), room))
            )
        return Content("\n").join(rows)

    def _marked(self, identity: str) -> ItemStanding | None:
        return next((one for one in self.found if one.item.id == identity), None)

    def about(self) -> Content:
        """Return how the questions and their drafts work."""
        return Content(reports_planner_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return why there are no questions."""
        return literal(self.fault or reports_texts.unknown_occasion(self.identity, ()), "bold")

    def chosen_part(self) -> Sequence[str]:
        """Return the chosen standing in words."""
        return [reports_planner_texts.FILTERS[self.part]] if self.part else []

    def crumb(self) -> tuple[str, str]:
        """Return which report this is, and whether it is a draft, frozen or handed in."""
        one = self.occasion
        return reports_planner_texts.CRUMB.format(title=one.title if one else self.identity), standing_text(
            one
        ) if one else ""

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Open the marked question; what the report takes from the plan is opened where it is filled in."""
        one, report = self._marked(self.table.marked), self.report
        if one is None or report is None:
            return
        self._to_mark = one.item.id
        if why_not_written(report, one.item):
            self._open_source(report, one)
        else:
            self.show_over(ReportQuestion(self.identity, one.item.id))

    def _open_source(self, report: Report, one: ItemStanding) -> None:
        place = find_place(source_place(report, one.item), self.session.state)
        if place is None or (isinstance(place, Place) and place.kind == OCCASIONS and place.identity):
            self.action_fields()
        else:
            self.show_over(place)

    def show_frame(self) -> None:
        """Show where this is, and the keys that matter now."""
        super().show_frame()
        if self.framed:
            self.query_one(KeyBar).commands = self.commands

    def action_filter(self) -> None:
        """Choose which questions are shown, by how far they are."""
        counted = Counter(one.standing for one in self.found)
        choices = (
            [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")]
            if self.part
            else []
        )
        choices += [Choice(label, str(counted[standing]), "", standing)  # type: ignore[index]
                    for standing, label in reports_planner_texts.FILTERS.items() if counted[standing]]  # type: ignore[index]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, standing: object) -> None:
        if isinstance(standing, str):
            self.part = standing
            self.show_list()

    def action_fields(self) -> None:
        """Open the occasion's fields."""
        self.show_over(ObjectForm(OCCASIONS, self.identity))

    def why_not_freeze(self) -> str:
        """Say that the report is frozen already."""
        return why_not_freeze(self.occasion) if self.occasion is not None else ""

    def why_not_compare(self) -> str:
        """Say that no occasion is given as the one before."""
        return "" if self.occasion is None or self.occasion.previous else reports_texts.NO_PREVIOUS

    why_not_carry = why_not_compare

    def action_freeze(self) -> None:
        """Freeze the report, after a question."""
        one = self.occasion
        if one is not None:
            ask_to_freeze(self, self.session, one, self.found, self.show_list)

    def action_sent(self) -> None:
        """Note when the report was handed in."""
        one = self.occasion
        if one is not None:
            ask_when_sent(self, self.session, one, self.show_list)

    def action_compare(self) -> None:
        """Show what differs from the occasion before."""
        try:
            self.show_over(Comparison(self.identity))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)

    def action_missing(self) -> None:
        """Show who has not answered what."""
        lines = [reports_planner_texts.MISSING_NUMBERS.format(name=name, numbers=", ".join(numbers))
                 for name, numbers in missing_from(self.found).items()]
        self.app.push_screen(
            TextBox(
                reports_planner_texts.MISSING_TITLE, literal("\n".join(lines) or reports_planner_texts.MISSING_NOBODY)
            )
        )

    def action_carry(self) -> None:
        """Copy the answers of the occasion before to where nothing is written."""
        def carry() -> str:
            numbers = self.session.do(CarryReportOver(self.identity))
            return reports_texts.carried_numbers(numbers) if numbers else reports_planner_texts.CARRY_NOTHING

        carry_out(self, carry)
        self.show_list()


def _row(one: ItemStanding) -> TableRow:
    cells = (number_of(one.item), reports_planner_texts.ITEM_STANDING[one.standing], one.item.text,
             reports_planner_texts.MISSING_SHORT.format(count=len(one.missing)) if one.missing else one.who)
    colour = _COLOURS.get(one.standing)
    return TableRow(one.item.id, cells, {1: colour} if colour else {})


def _in_a_row(text: str) -> str:
    """Return the lines of an answer after each other, so that one who answers is told from the next."""
    return " · ".join(line.strip() for line in text.splitlines() if line.strip())


def _item_facts(one: ItemStanding) -> list[tuple[str, str]]:
    pairs = [
        (reports_planner_texts.FACT_STANDING, reports_planner_texts.ITEM_STANDING_LONG[one.standing]),
        (reports_planner_texts.FACT_WHO, one.who),
        (reports_planner_texts.FACT_MISSING, ", ".join(one.missing)),
        (reports_planner_texts.FACT_ANSWER, one.text),
    ]
    return [(label, value) for label, value in pairs if value]
