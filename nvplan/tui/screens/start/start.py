"""The start screen: open what was open lately, begin a county, open a file, look at the example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from typing import ClassVar

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.dates import short_date
from nvplan.model.safetext import one_line
from nvplan.services.preferences import RecentPlan, recent_plans, tour_seen
from nvplan.texts import common as common_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.blocks import Block, BlockRow, filled, sides

OPEN = Command("open_marked", "enter", planner_texts.KEY_OPEN, planner_texts.HELP_OPEN)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_BACK_TO_PLAN)
TOUR = Command("tour", "", planner_places_texts.KEY_TOUR, planner_places_texts.HELP_TOUR, english="tour introduction")
NEXT_YEAR = Command(
    "next_year", "", planner_places_texts.NEXT_YEAR, planner_places_texts.NEXT_YEAR_HELP, english="new plan copy"
)


WAYS = tuple(
    Command(f"begin('{name}')", key, planner_texts.KEY_OPEN, planner_texts.START_LETTER, shown=False)
    for name, key in planner_texts.START_KEYS.items()
)
#: The columns of a plan that was open lately: its name, how far it is decided, and the bar.
_TITLE, _STANDING, _BAR = 26, 11, 7
#: Lines that all else on the screen takes.
_ELSE = 17


class StartScreen(PlaceScreen):
    """Where a person begins; a digit opens a plan and a letter a way to begin."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, BACK, TOUR, NEXT_YEAR, *WAYS)
    STYLED_FIRST = True

    def __init__(self) -> None:
        super().__init__()
        self._recent: list[RecentPlan] = []

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; the way back to a plan only where one is open."""
        return tuple(one for one in super().commands if one is not BACK or self.planner.session is not None)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the welcome and the two lists."""
        with VerticalScroll(id="start", can_focus=False):
            yield Static(
                Content.assemble((planner_texts.START_HEAD, "bold"), "\n", (planner_texts.START_LEAD, "$quiet")),
                id="welcome",
                markup=False,
            )
            yield Block(planner_texts.START_RECENT, id="recent")
            yield Block(planner_texts.START_BEGIN, id="begin")

    def on_mount(self) -> None:
        """Show what there is to open."""
        self._recent = recent_plans()
        self.show_list()
        self.query_one("#recent" if self._recent else "#begin", Block).focus()

    def show_list(self) -> None:
        """Show the recent plans and the ways to begin."""
        room = max(3, self.app.size.height - _ELSE)
        shown = self._recent if len(self._recent) <= room else self._recent[:room - 1]
        rows = [BlockRow(partial(_recent_row, number, plan, self.planner.today()), plan)
                for number, plan in enumerate(shown, 1)]
        if not shown:
            rows = [BlockRow(_note(planner_texts.START_NO_RECENT))]
        elif len(shown) < len(self._recent):
            rows.append(BlockRow(_note(planner_texts.start_more(len(self._recent) - len(shown)))))
        self.query_one("#recent", Block).show(rows)
        ways = [
            ("new", planner_texts.START_NEW, planner_texts.START_NEW_HELP),
            ("next-year", planner_places_texts.NEXT_YEAR_ROW, planner_places_texts.NEXT_YEAR_ROW_HELP),
            ("open", planner_texts.START_OPEN, planner_texts.START_OPEN_HELP),
            ("example", planner_texts.START_EXAMPLE, planner_texts.START_EXAMPLE_HELP),
            *([] if tour_seen() else [("tour", planner_places_texts.TOUR_ROW, planner_places_texts.TOUR_ROW_HELP)]),
        ]
        self.query_one("#begin", Block).show([BlockRow(partial(_way_row, *way), way[0]) for way in ways])

    def on_resize(self, event: events.Resize) -> None:
        """Show as many plans as there is room for."""
        super().on_resize(event)
        if self.is_mounted:
            self.show_list()

    def on_key(self, event: events.Key) -> None:
        """Open the plan with the digit."""
        if event.character is not None and event.character.isdecimal():
            number = int(event.character)
            if 1 <= number <= len(self._recent):
                event.stop()
                self.planner.open_plan(self._recent[number - 1].address)

    def on_block_leave(self, event: Block.Leave) -> None:
        """Go on to the other list."""
        event.stop()
        other = self.query_one("#begin" if event.block.id == "recent" else "#recent", Block)
        if event.y == (1 if other.id == "begin" else -1) and any(row.target is not None for row in other.rows):
            other.enter_from(event.y)
            other.focus()

    def on_block_chosen(self, event: Block.Chosen) -> None:
        """Go there."""
        event.stop()
        if isinstance(event.target, RecentPlan):
            self.planner.open_plan(event.target.address)
        else:
            self.action_begin(str(event.target))

    def action_begin(self, way: str) -> None:
        """Begin in one of the ways."""
        if way == "new":
            self.planner.go(Room.NEW_COUNTY)
        elif way == "example":
            self.planner.open_example()
        elif way == "tour":
            self.action_tour()
        elif way == "next-year":
            self.action_next_year()
        elif way == "open":
            from nvplan.tui.other_plans import ask_for_file

            ask_for_file(self.planner)

    def why_not_back(self) -> str:
        """Say that there is no plan to go back to."""
        return "" if self.planner.session is not None else planner_texts.NEEDS_PLAN

    def action_back(self) -> None:
        """Go back to the plan that is open."""
        self.planner.return_to_plan()

    def action_tour(self) -> None:
        """Begin the tour."""
        self.planner.start_tour()

    def action_next_year(self) -> None:
        """Show the form for next year's plan."""
        self.planner.go(Room.NEXT_YEAR)

    def action_open_marked(self) -> None:
        """Go to the marked row."""
        if isinstance(self.focused, Block):
            self.focused.action_choose()


def _note(text: str) -> Callable[[int], Content]:
    return lambda width: Content.styled(f"  {one_line(text, width - 2)}", "$quiet")


def _recent_row(number: int, plan: RecentPlan, today: dt.date, width: int) -> Content:
    """Return a plan that was open lately: its name, how far it is decided and done, and when it was changed."""
    name = f"  {number}  {one_line(plan.title, _TITLE - 1):<{_TITLE}}"
    if plan.done is None or not plan.asked:
        return sides(Content(name), Content.styled(one_line(plan.address), "$quiet"), width)
    standing = planner_texts.STANDING.get(plan.standing, "")
    full = filled(Fraction(plan.done, plan.asked), _BAR)
    left = Content.assemble(name, f"{standing:<{_STANDING}}", ("━" * full, "$primary"), ("─" * (_BAR - full), "$edge"),
                            f" {common_texts.done_of(plan.done, plan.asked)}")
    day, time = plan.changed[:10], plan.changed[11:16]
    when = planner_texts.START_TODAY.format(time=time) if day == today.isoformat() else short_date(day)
    return sides(left, Content.styled(when, "$quiet"), width)


def _way_row(name: str, title: str, about: str, width: int) -> Content:
    """Return a way to begin: its letter, what it is, and what happens then."""
    letter = planner_texts.START_KEYS[name].upper()
    line = Content.assemble("  ", (letter, "bold $primary"), f"  {title:<{_TITLE}}", (about, "$quiet"))
    return line.truncate(width, ellipsis=True) if line.cell_length > width else line
