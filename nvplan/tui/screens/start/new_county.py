"""The form for a new county plan: county, year, RSS and file, each with a default that can be taken as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.catalog.requirements import latest_verified, requirement_sets, set_told
from nvplan.model.collation import fold
from nvplan.model.county import County
from nvplan.model.errors import InputError, NvplanError
from nvplan.model.plan_years import PlanYears, read_years
from nvplan.services.writing.creating import create_plan, default_year, matching_counties, plan_path
from nvplan.texts import common as common_texts
from nvplan.texts import planner as planner_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.start.new_file import FolderHint, in_its_folder
from nvplan.tui.where import Room
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.form_pages import FormPage, FormPages
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.row_list import RowList

CREATE = Command("create", "f8", planner_texts.KEY_CREATE, planner_texts.HELP_CREATE, priority=True)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_BACK)


class NewCountyScreen(PlaceScreen):
    """Asks what a new plan needs and makes its file."""

    OFFERS: ClassVar[tuple[Command, ...]] = (CREATE, BACK)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[County] = []
        self._county: County | None = None

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form."""
        yield FormPages(FormPage(planner_texts.NEW_COUNTY, *self._asks_county()),
                        FormPage(planner_texts.NEW_FILE, *self._asks_file()))

    def _asks_county(self) -> Iterable[Widget]:
        yield Static(literal(planner_texts.NEW_COUNTY), classes="label")
        yield Input(placeholder=common_texts.FILTER_HINT, id="filter")
        yield RowList(id="counties")
        yield Static(literal(planner_texts.NEW_YEAR), classes="label")
        yield Input(str(default_year(self.planner.today())), id="year", select_on_focus=False)

    def _asks_file(self) -> Iterable[Widget]:
        yield Static(literal(planner_texts.NEW_RSS), classes="label", id="rss-label")
        yield Input("", id="rss", select_on_focus=False)
        yield Static(literal(planner_texts.NEW_RSS_HINT), classes="note", id="rss-note")
        yield Static(literal(planner_texts.NEW_FILE), classes="label")
        yield Input("", id="file", select_on_focus=False)
        yield FolderHint()
        label = set_told(latest_verified(), "", requirement_sets())
        yield Static(literal(planner_texts.NEW_SET.format(label=label)), classes="note")
        yield FaultLine(id="fault")
        yield Button(f"{planner_texts.NEW_CREATE} (F8)", id="create", variant="primary")

    def on_mount(self) -> None:
        """Show every county."""
        self.query_one("#crumb", TopLine).left = planner_texts.NEW_TITLE
        self._fill("")
        self.query_one("#filter", Input).focus()

    def _fill(self, typed: str) -> None:
        self._shown = matching_counties(typed)
        options = self.query_one("#counties", OptionList)
        options.set_options([Option(Content(f"{county.code}  {county.name}")) for county in self._shown])
        options.highlighted = 0 if self._shown else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter the counties, and tell where the file will lie."""
        if event.input.id == "filter":
            self._fill(event.value)
        elif event.input.id == "file":
            self.query_one(FolderHint).tell(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the county that stands first, go on to the next input, create from the last."""
        if event.input.id == "filter" and self._shown:
            self._choose(self._shown[self.query_one("#counties", OptionList).highlighted or 0])
        elif event.input.id == "file":
            self.action_create()
        else:
            self.focus_next()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a county."""
        self._choose(self._shown[event.option_index])

    def _choose(self, county: County) -> None:
        self._county = county
        self.query_one("#crumb", TopLine).left = f"{planner_texts.NEW_TITLE} · {county.name}"
        line = self.query_one("#filter", Input)
        with line.prevent(Input.Changed):
            line.value = county.name
        self._fill(county.name)
        rss = self.query_one("#rss", Input)
        rss.value = "; ".join(county.rss_suggested)
        rss.disabled = county.is_one_body
        note = planner_texts.NEW_RSS_ONE_BODY if county.is_one_body else planner_texts.NEW_RSS_HINT
        self.query_one("#rss-note", Static).update(literal(note))
        self.query_one("#file", Input).value = f"{'-'.join(fold(county.short).split())}.nvplan"
        self.query_one("#year", Input).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Create the plan."""
        self.action_create()

    def action_create(self) -> None:
        """Create the plan's file and open it; what is wrong is said in one sentence."""
        try:
            if self._county is None:
                raise InputError(planner_texts.NEW_CHOOSE_COUNTY)
            years = read_years(self.query_one("#year", Input).value)
            rss = tuple(self.query_one("#rss", Input).value.split(";"))
            path = plan_path(self.query_one("#file", Input).value)
        except NvplanError as error:
            self._refuse(str(error))
        else:
            code = self._county.code
            in_its_folder(self, path, lambda: self._create(path, code, years, rss), self._refuse)

    def _create(self, path: Path, county: str, years: PlanYears, rss: tuple[str, ...]) -> None:
        try:
            create_plan(path, county, years, rss=rss).close()
        except NvplanError as error:
            self._refuse(str(error))
        else:
            self.planner.open_plan(path)

    def _refuse(self, sentence: str) -> None:
        self.query_one(FaultLine).refuse(sentence)
        self.query_one("#form", VerticalScroll).scroll_end(animate=False)

    def action_back(self) -> None:
        """Go back to the start screen."""
        self.planner.go(Room.START)
