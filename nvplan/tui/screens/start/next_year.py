"""The form for a new plan that begins from last year's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from nvplan.files.ports import READER
from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path
from nvplan.model.plan_years import PlanYears, read_years
from nvplan.services.exchange.opening import open_source
from nvplan.services.preferences import recent_plans
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.creating import plan_path
from nvplan.texts import changes as changes_texts
from nvplan.texts import plan_years as years_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.start.new_file import FolderHint, in_its_folder
from nvplan.tui.where import Room
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.frame import TopLine

CREATE = Command("create", "f8", planner_texts.KEY_CREATE, planner_texts.HELP_CREATE, priority=True)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_BACK)


class NextYearScreen(PlaceScreen):
    """Asks which plan to begin from, which year, and what the file is to be called."""

    OFFERS: ClassVar[tuple[Command, ...]] = (CREATE, BACK)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form; the plan that was open last is proposed."""
        session = self.planner.session
        recent = recent_plans()
        source = session.address if session else recent[0].address if recent else ""
        years = session.state.info.years if session else None
        with VerticalScroll(id="form", can_focus=False):
            if years is not None and years.is_long and years.followed != years.last:
                yield Static(literal(years_texts.SAME_FILE.format(span=years.span)), classes="note")
            yield Static(literal(planner_places_texts.NEXT_YEAR_SOURCE), classes="label")
            yield Input(
                source, placeholder=planner_places_texts.NEXT_YEAR_SOURCE_HINT, id="source", select_on_focus=False
            )
            yield Static(literal(planner_places_texts.NEXT_YEAR_YEAR), classes="label")
            yield Input("", placeholder=planner_places_texts.NEXT_YEAR_YEAR_HINT, id="year", select_on_focus=False)
            yield Static(literal(planner_places_texts.NEXT_YEAR_FILE), classes="label")
            yield Input("", placeholder=planner_places_texts.NEXT_YEAR_FILE_HINT, id="file", select_on_focus=False)
            yield FolderHint()
            yield FaultLine(id="fault")
            yield Button(f"{planner_texts.NEW_CREATE} (F8)", id="create", variant="primary")

    def on_mount(self) -> None:
        """Start with the first input that is empty."""
        self.query_one("#crumb", TopLine).left = planner_places_texts.NEXT_YEAR
        empty = [line for line in self.query(Input) if not line.value and line.id != "year"]
        (empty[0] if empty else self.query(Input).first()).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell where the file will lie."""
        if event.input.id == "file":
            self.query_one(FolderHint).tell(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next input, create from the last."""
        if event.input.id == "file":
            self.action_create()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Create the plan."""
        self.action_create()

    def action_create(self) -> None:
        """Make the new plan and open it; what is wrong is said in one sentence."""
        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name in ("source", "year", "file")}
        try:
            source = plan_path(typed["source"])
            chosen = given_path(typed["source"])
            year = read_years(typed["year"]) if typed["year"] else None
            path = plan_path(typed["file"])
            found = open_source(chosen if chosen.is_file() else source, reader=READER)
        except NvplanError as error:
            self._refuse(str(error))
        else:
            in_its_folder(self, path, lambda: self._carry_over(found, path, year), self._refuse)

    def _refuse(self, sentence: str) -> None:
        self.query_one(FaultLine).refuse(sentence)
        self.query_one("#form", VerticalScroll).scroll_end(animate=False)

    def _carry_over(self, source: OpenPlan, path: Path, year: PlanYears | None) -> None:
        try:
            made = carry_over(source, path, year)
            made.session.close()
        except NvplanError as error:
            self._refuse(str(error))
            return
        if self.planner.open_plan(path):
            self.planner.say(changes_texts.CARRIED.format(answers=made.answers, objects=made.objects, year=made.year))

    def action_back(self) -> None:
        """Go back to where the person came from."""
        self.planner.go(Room.START if self.planner.session is None else Room.OVERVIEW)
