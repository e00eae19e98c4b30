"""The start screen: open what was open lately, begin a county, open a file, look at the example."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path, is_there
from nvplan.model.safetext import one_line
from nvplan.services.preferences import RecentPlan, recent_plans, tour_seen
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.row_list import RowList

OPEN = Command("open_marked", "enter", planner_texts.KEY_OPEN, planner_texts.HELP_OPEN)
TOUR = Command("tour", "", planner_places_texts.KEY_TOUR, planner_places_texts.HELP_TOUR, english="tour introduction")
NEXT_YEAR = Command(
    "next_year", "", planner_places_texts.NEXT_YEAR, planner_places_texts.NEXT_YEAR_HELP, english="new plan copy"
)


class StartScreen(PlaceScreen):
    """Where a person begins."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, TOUR, NEXT_YEAR)

    def __init__(self) -> None:
        super().__init__()
        self._targets: list[RecentPlan | str | None] = []

    def compose_place(self) -> Iterable[Widget]:
        """Compose the welcome and the list."""
        yield Static(
            Content.assemble(Content.styled(planner_texts.START_HEAD, "bold"), "\n", planner_texts.START_LEAD),
            id="welcome",
            markup=False,
        )
        yield RowList(id="start")

    def on_mount(self) -> None:
        """Show what there is to open."""
        self.show_list()
        self.query_one("#start", OptionList).focus()

    def show_list(self) -> None:
        """Show the recent plans and the ways to begin."""
        rows: list[Option] = []
        self._targets = []

        def add(content: Content, target: RecentPlan | str | None) -> None:
            rows.append(Option(content, disabled=target is None))
            self._targets.append(target)

        add(Content.styled(planner_texts.START_RECENT, "bold"), None)
        recent = recent_plans()
        for row in recent:
            add(Content.assemble(f"{one_line(row.title, 40):<42}", Content.styled(one_line(row.address), "$quiet")),
                row)
        if not recent:
            add(Content.styled(planner_texts.START_NO_RECENT, "$quiet"), None)
        add(Content.styled(f"\n{planner_texts.START_BEGIN}", "bold"), None)
        ways = [
            ("new", planner_texts.START_NEW, planner_texts.START_NEW_HELP),
            ("next-year", planner_places_texts.NEXT_YEAR, planner_places_texts.NEXT_YEAR_HELP),
            ("open", planner_texts.START_OPEN, planner_texts.START_OPEN_HELP),
            ("example", planner_texts.START_EXAMPLE, planner_texts.START_EXAMPLE_HELP),
        ]
        if not tour_seen():
            ways.append(("tour", planner_places_texts.TOUR_ROW, planner_places_texts.TOUR_ROW_HELP))
        for name, title, about in ways:
            add(Content.assemble(f"{title:<26}", Content.styled(about, "$quiet")), name)
        options = self.query_one("#start", OptionList)
        options.set_options(rows)
        options.highlighted = next(at for at, target in enumerate(self._targets) if target is not None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        target = self._targets[event.option_index]
        if isinstance(target, RecentPlan):
            self.planner.open_plan(target.address)
        elif target == "new":
            self.planner.go(Room.NEW_COUNTY)
        elif target == "example":
            self.planner.open_example()
        elif target == "tour":
            self.action_tour()
        elif target == "next-year":
            self.action_next_year()
        elif target == "open":
            self.app.push_screen(OpenBox(), self._open_typed)

    def _open_typed(self, typed: str | None) -> None:
        from nvplan.services.writing.creating import plan_path

        if typed and typed.strip():
            try:
                path = given_path(typed)
                path = path if is_there(path) else plan_path(typed)
            except NvplanError as error:
                self.planner.say(str(error), bad=True)
            else:
                self.planner.open_plan(path)

    def action_tour(self) -> None:
        """Begin the tour."""
        self.planner.start_tour()

    def action_next_year(self) -> None:
        """Show the form for next year's plan."""
        self.planner.go(Room.NEXT_YEAR)

    def action_open_marked(self) -> None:
        """Go to the marked row."""
        self.query_one("#start", OptionList).action_select()


class OpenBox(Box[str]):
    """Asks for a plan's file."""

    def compose(self) -> ComposeResult:
        """Compose the input."""
        with BoxFrame(planner_texts.OPEN_TITLE, "small"):
            yield Static(literal(planner_texts.OPEN_LABEL), classes="label")
            yield Input(placeholder=planner_texts.OPEN_HINT)
            yield Static(literal(planner_texts.OPEN_HINT), classes="note")

    def on_mount(self) -> None:
        """Put the cursor in the input."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what was typed."""
        self.dismiss(event.value)
