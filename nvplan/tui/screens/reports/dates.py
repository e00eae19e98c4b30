"""Datum: the reporting year's days, those of an earlier year as suggestions, each confirmed or said not to apply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from nvplan.model.collation import fold
from nvplan.model.dates import format_date, short_date
from nvplan.model.errors import NvplanError
from nvplan.services.reading.object_rows import objects_of
from nvplan.services.reading.places import Place
from nvplan.services.reading.report_days import DATES, ReportDay, day_facts, report_days
from nvplan.services.writing.commands import ConfirmDay, DismissDay
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reports as reports_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.reports.report_actions import carry_out
from nvplan.tui.screens.shared.list_commands import BACK, NEW, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import TableRow

CONFIRM = Command(
    "confirm",
    "enter",
    reports_planner_texts.KEY_CONFIRM_DAY,
    reports_planner_texts.HELP_CONFIRM_DAY,
    english="confirm date",
)
DISMISS = Command(
    "not_ours",
    "delete",
    reports_planner_texts.KEY_DISMISS_DAY,
    reports_planner_texts.HELP_DISMISS_DAY,
    english="dismiss not applicable",
)
FIELDS = Command(
    "fields",
    "f4",
    reports_planner_texts.KEY_FIELDS,
    reports_planner_texts.HELP_DAY_FIELDS,
    priority=True,
    english="properties",
)
_COLOURS = {"bekraftad": "success", "forslag": "warning"}


class DatesScreen(ListPlace):
    """The days of the reporting year in order; those that do not concern the county come last."""

    OFFERS: ClassVar[tuple[Command, ...]] = (CONFIRM, DISMISS, FIELDS, NEW, BACK, *ORDER)
    FLEXIBLE: ClassVar[int] = 2

    def __init__(self, session: PlanSession, mark: str = "") -> None:
        super().__init__(session)
        self._to_mark = mark

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(DATES)

    @property
    def days(self) -> Mapping[str, ReportDay]:
        """Every day by id, those that concern the county first."""
        found = report_days(self.session.state, everything=True)
        return {one.id: one for one in sorted(found, key=lambda one: one.standing == "galler_inte")}

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return reports_planner_texts.DATE_COLUMNS

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the days that every word fits."""
        wanted, today, rows = fold(words).split(), self.planner.today(), []
        for one in self.days.values():
            standing = reports_planner_texts.DAY_STANDING["passerad" if one.has_passed(today) else one.standing]
            cells = (
                short_date(one.date) if one.date else reports_planner_texts.NO_DEADLINE,
                standing,
                one.title,
                one.receiver,
            )
            if all(word in fold(" ".join(cells)) for word in wanted):
                colour = _COLOURS.get(one.standing)
                rows.append(TableRow(one.id, cells, {1: colour} if colour else {}))
        return rows

    def count(self) -> int:
        """Return how many days there are."""
        return len(self.days)

    def beside(self, identity: str) -> Content:
        """Return what is known of the marked day, and where it comes from."""
        one = self.days.get(identity)
        if one is None:
            return Content("")
        return Content("\n").join([literal(one.title, "bold"), Content(""),
                                   facts(day_facts(one, self.planner.today()))])

    def below(self) -> Content:
        """Return the marked day in short, where there is no room beside the list."""
        one = self.days.get(self.table.marked)
        if one is None or self.size.width >= WIDE:
            return Content("")
        told = [value for _, value in day_facts(one, self.planner.today())[1:]]
        return Content("\n").join([literal(one.title, "bold"), literal(" · ".join(told))])

    def empty_text(self) -> Content:
        """Return what the days are for."""
        return Content("\n\n").join([Content.styled(planner_objects_texts.place_name(DATES), "bold"),
                                     Content(planner_objects_texts.EMPTY[DATES])])

    def crumb(self) -> tuple[str, str]:
        """Return the place's name and how many days are left to confirm."""
        left = sum(one.standing == "forslag" for one in self.days.values())
        return planner_objects_texts.place_name(DATES), reports_planner_texts.days_to_confirm(left)

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Confirm the row."""
        self.action_confirm()

    why_not_open_marked = why_not_confirm = why_not_not_ours = ListPlace.needs_row

    def why_not_fields(self) -> str:
        """Say that the marked day is only a suggestion, which has no fields."""
        own = self.framed and self.table.marked in objects_of(self.session.state, DATES)
        return "" if own else self.needs_row() or reports_planner_texts.DAY_NOT_OWN

    def _with_marked(self, act: Callable[[ReportDay], None]) -> None:
        one = self.days.get(self.table.marked)
        if one is not None:
            self._to_mark = one.id
            act(one)

    def action_confirm(self) -> None:
        """Make the marked day the county's own, on the date that is suggested or another."""
        def ask(one: ReportDay) -> None:
            self.app.push_screen(DayBox(self.session, one), lambda _done: self.show_list())

        self._with_marked(ask)

    def action_not_ours(self) -> None:
        """Say that the marked day does not concern the county."""
        def dismiss(one: ReportDay) -> None:
            carry_out(self, lambda: self.session.do(DismissDay(one.id)))
            self.show_list()

        self._with_marked(dismiss)

    def action_fields(self) -> None:
        """Open the fields of a day that the county has made its own."""
        self._with_marked(lambda one: self.show_over(ObjectForm(DATES, one.id)))

    def action_new(self) -> None:
        """Open an empty form for a day of the county's own."""
        self.show_over(ObjectForm(DATES))


class DayBox(Box[bool]):
    """Asks which date a day falls on; what is wrong with it is said below."""

    def __init__(self, session: PlanSession, one: ReportDay) -> None:
        super().__init__()
        self._session, self._one = session, one

    def compose(self) -> ComposeResult:
        """Compose the date."""
        pattern = self._one.pattern
        with BoxFrame(reports_planner_texts.DAY_TITLE.format(title=self._one.title), "small"):
            if pattern is not None and not self._one.is_confirmed:
                told = reports_texts.MOVED_FROM.format(date=format_date(pattern.date), year=pattern.year)
                yield Static(literal(told), classes="box-line")
            yield PastingInput(self._one.date, select_on_focus=False)
            yield FaultLine(id="day-fault")
            yield Static(literal(reports_planner_texts.DAY_KEYS), classes="note")

    def on_mount(self) -> None:
        """Start in the date."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Confirm the day."""
        event.stop()
        try:
            sentence = self._session.do(ConfirmDay(self._one.id, event.value))
        except NvplanError as error:
            self.query_one(FaultLine).refuse(str(error))
            return
        self.app.notify(sentence, markup=False)
        self.dismiss(True)
