"""The form for a new report: which one, for which year and period, and whether the last one's answers come with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from nvplan.model.dates import format_date
from nvplan.model.errors import InputError, NvplanError
from nvplan.model.numbers import parse_number
from nvplan.services.reading.places import Place
from nvplan.services.reports.beginning import (
    Proposal,
    checked_year,
    next_year_to_report,
    period_of,
    proposals,
    proposed_title,
)
from nvplan.services.reports.opening import OCCASIONS, find_occasion
from nvplan.services.writing.commands_reports import BeginReport, CarryReportOver
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import reports as reports_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.form_pages import FormPage, FormPages
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.one_of import OneOf

CREATE = Command(
    "create", "f8", reports_planner_texts.NEW_CREATE, reports_planner_texts.HELP_CREATE, priority=True, english="create"
)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)


class NewReportScreen(PlaceScreen):
    """Asks what a new report needs, each with a default that can be taken as it is."""

    OFFERS: ClassVar[tuple[Command, ...]] = (CREATE, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._offered = {one.id: one for one in proposals(session.state)}

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form."""
        rows = [(one.id, one.form.title, self._who(one)) for one in self._offered.values()]
        first = next(iter(self._offered), "")
        yield FormPages(
            FormPage(reports_planner_texts.NEW_WHICH,
                     Static(literal(reports_planner_texts.NEW_WHICH), classes="label"), OneOf(rows, first, id="which"),
                     Static(literal(reports_planner_texts.NEW_YEAR), classes="label"),
                     Input("", id="year", select_on_focus=False)),
            FormPage(reports_planner_texts.NEW_PART, *self._asks_rest()))

    def _asks_rest(self) -> Iterable[Widget]:
        yield Static(literal(reports_planner_texts.NEW_PART), classes="label", id="half-label")
        yield OneOf([(code, *words) for code, words in reports_planner_texts.NEW_PARTS.items()], "hel", id="half")
        yield Static(literal(reports_planner_texts.NEW_CARRY), classes="label", id="carry-label")
        yield OneOf([(code, *words) for code, words in reports_planner_texts.NEW_CARRIES.items()], "ja", id="carry")
        yield Static("", id="preview", markup=False)
        yield FaultLine(id="fault")
        yield Button(f"{reports_planner_texts.NEW_CREATE} (F8)", id="create", variant="primary")

    def _who(self, one: Proposal) -> str:
        if one.actor is None:
            return reports_planner_texts.EVERYONE
        several = sum(actor.acts_as("rss") for actor in self.session.state.actors) > 1
        return reports_planner_texts.THE_RSS if one.actor.type == "rss" and not several else one.actor.name

    def on_mount(self) -> None:
        """Start with the report."""
        self.query_one("#crumb", TopLine).left = reports_planner_texts.NEW_CRUMB
        self._show_chosen()
        self.query_one("#which", OneOf).focus()

    @property
    def chosen(self) -> Proposal:
        """The report that is chosen."""
        return self._offered[self.query_one("#which", OneOf).chosen]

    def _show_chosen(self) -> None:
        """Propose the year of the chosen report, and ask only what it needs."""
        one = self.chosen
        self.query_one("#year", Input).value = str(next_year_to_report(self.session.state, one, self.planner.today()))
        for name, needed in (("half", one.has_parts), ("carry", one.before is not None)):
            self.query_one(f"#{name}", OneOf).display = needed
            self.query_one(f"#{name}-label", Static).display = needed
        self._show_preview()

    def _year(self) -> int:
        number = parse_number(self.query_one("#year", Input).value)
        if number != number.to_integral_value():
            raise InputError(reports_texts.YEAR_WHOLE)
        return checked_year(int(number))

    @property
    def _part(self) -> bool:
        return self.chosen.has_parts and self.query_one("#half", OneOf).chosen == "halv"

    def _show_preview(self) -> None:
        one, preview = self.chosen, self.query_one("#preview", Static)
        self._say("")
        try:
            year = self._year()
        except NvplanError as error:
            preview.update("")
            self._say(str(error))
            return
        period = period_of(one.form, year, part=self._part)
        told = reports_planner_texts.NEW_PREVIEW.format(
            title=proposed_title(one.form, one.actor, year, part=self._part), receiver=one.form.receiver,
            deadline=format_date(period.deadline) if period.deadline else reports_planner_texts.NO_DEADLINE,
            period=reports_texts.FROM_TO.format(first=format_date(period.start), last=format_date(period.end)))
        if one.before is not None:
            told += reports_planner_texts.NEW_PREVIEW_BEFORE.format(title=one.before.title)
        preview.update(literal(told))

    def _say(self, sentence: str) -> None:
        self.query_one(FaultLine).refuse(sentence)

    def on_one_of_changed(self, event: OneOf.Changed) -> None:
        """Show what follows from the choice."""
        if event.list.id == "which":
            self._show_chosen()
        else:
            self._show_preview()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what follows from the year."""
        self._show_preview()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Make the report."""
        self.action_create()

    def action_create(self) -> None:
        """Make the report and open it; what is wrong is said in one sentence."""
        one = self.chosen
        carried: Sequence[str] = ()
        try:
            identity = self.session.do(BeginReport(one.form.id, one.actor, self._part, year=self._year()))
            if one.before is not None and self.query_one("#carry", OneOf).chosen == "ja":
                carried = self.session.do(CarryReportOver(identity))
        except NvplanError as error:
            self._say(str(error))
            self.query_one("#form", VerticalScroll).scroll_end(animate=False)
            return
        title = find_occasion(self.session.state, identity).title
        self.planner.say(reports_planner_texts.NEW_CARRIED.format(title=title, count=len(carried)) if carried
                         else reports_planner_texts.NEW_MADE.format(title=title))
        self.show_instead(Place(OCCASIONS, identity))

    def action_back(self) -> None:
        """Go back to the reports; nothing is stored before it is made."""
        self.leave_place()
