"""The years of the plan: how far each came, on to the next one, and which years the plan holds for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from nvplan.model.errors import NvplanError
from nvplan.model.plan_years import read_years
from nvplan.model.safetext import one_line
from nvplan.services.reading.burden_years import over_years
from nvplan.services.reading.places import YEARS, Place
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.reading.plan_years import year_rows, years_of
from nvplan.services.writing.commands_plans import FollowNextYear, SetPlanYears
from nvplan.services.writing.session import PlanSession
from nvplan.texts import plan_years as years_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Where
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import KeyBar, TopLine

FOLLOW = Command("follow_next", "f8", years_texts.KEY_FOLLOW, years_texts.HELP_FOLLOW, priority=True,
                 english="follow up next year")
SAVE = Command("save_years", "", years_texts.KEY_SAVE, years_texts.HELP_SAVE, english="save plan years")
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)

#: So much room has the county's own word among the headings.
_WIDEST = 20


class YearsScreen(PlaceScreen):
    """The plan's years, and the two things that can be done with them."""

    OFFERS: ClassVar[tuple[Command, ...]] = (FOLLOW, SAVE, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session

    def about(self) -> Content:
        """Say what a plan of several years is."""
        return literal(years_texts.ABOUT)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(YEARS)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the table of years, the button that moves on, and the field with the years."""
        with VerticalScroll(id="form", can_focus=False):
            yield Static("", id="years-head", classes="label", markup=False)
            yield Static("", id="years-table", markup=False)
            yield Button("", id="follow", variant="primary")
            yield Static("", id="years-burden", classes="note", markup=False)
            yield Static("", id="years-next", classes="note", markup=False)
            yield Static(literal(years_texts.WHICH), classes="label")
            yield PastingInput(self.session.state.info.years.span, id="years", select_on_focus=False)
            yield Static(literal(years_texts.WHICH_HINT), classes="note")
            yield Button(years_texts.KEY_SAVE, id="save-years")
            yield Static("", id="years-note", classes="note", markup=False)

    def on_mount(self) -> None:
        """Show the years; start where something can be done."""
        self.query_one("#crumb", TopLine).left = planner_objects_texts.place_name(YEARS)
        self.show_years()
        self.query_one("#years" if self.why_not_follow_next() else "#follow").focus()

    def plan_changed(self) -> None:
        """Show the years as they are now."""
        super().plan_changed()
        self.show_years()

    def show_years(self) -> None:
        """Show the table and what comes next; what someone is typing is left."""
        info = self.session.state.info
        words = years_texts.HEAD if info.years.is_long else years_texts.HEAD_ONE_YEAR
        self.query_one("#years-head", Static).update(literal(words.format(span=info.years.span, year=info.year)))
        rows = self.session.once("years", lambda _: year_rows(years_of(self.session), short=True))
        self.query_one("#years-table", Static).update(_aligned([self._headings(), *rows]))
        burden = over_years(self.session)
        self.query_one("#years-burden", Static).update(literal(burden))
        self.query_one("#years-burden").display = bool(burden)
        why_not = self.why_not_follow_next()
        button = self.query_one("#follow", Button)
        button.display = not why_not
        button.label = f"{years_texts.FOLLOW.format(year=info.year + 1)} (F8)"
        told = why_not or years_texts.FOLLOW_MEANS.format(year=info.year)
        self.query_one("#years-next", Static).update(literal(told))
        self.query_one(KeyBar).refresh()

    def _headings(self) -> Sequence[str]:
        """Return the headings, with the county's word for its plan as short as there is room for."""
        first, joint, other, _, *rest = years_texts.SHORT_COLUMNS
        return [first, joint, other, one_line(plan_short(self.session.state, "patientkontrakt"), _WIDEST), *rest]

    def why_not_follow_next(self) -> str:
        """Say why there is no next year to follow up."""
        info = self.session.state.info
        if not info.years.is_long:
            return years_texts.WHY_NOT_ONE_YEAR
        return years_texts.LAST_YEAR.format(year=info.year) if info.year >= info.years.last else ""

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Move on, or save the years."""
        await self.run_action("follow_next" if event.button.id == "follow" else "save_years")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save the years."""
        event.stop()
        self.action_save_years()

    def action_follow_next(self) -> None:
        """Ask, then follow up the next year."""
        seen = self.session.state.info.year
        box = AskBox(years_texts.FOLLOW_QUESTION.format(year=seen + 1, before=seen),
                     years_texts.FOLLOW.format(year=seen + 1))
        self.app.push_screen(box, lambda sure: self._follow(seen) if sure else None)

    def _follow(self, seen: int) -> None:
        self._do(FollowNextYear(seen))

    def action_save_years(self) -> None:
        """Save which years the plan holds for; what they cannot be is said in one sentence."""
        try:
            years = read_years(self.query_one("#years", Input).value)
        except NvplanError as error:
            self._note(str(error), bad=True)
        else:
            self._do(SetPlanYears(years))

    def _do(self, command: FollowNextYear | SetPlanYears) -> None:
        try:
            told = self.session.do(command)
        except NvplanError as error:
            self._note(str(error), bad=True)
        else:
            self._note(told)
        self.plan_changed()

    def _note(self, text: str, *, bad: bool = False) -> None:
        note = self.query_one("#years-note", Static)
        note.update(literal(f"{'!' if bad else '✓'} {text}"))
        note.set_classes("note note-bad" if bad else "note note-good")
        self.query_one("#form", VerticalScroll).scroll_end(animate=False)

    def action_back(self) -> None:
        """Go back to where the person came from."""
        self.leave_place()


def _aligned(rows: Sequence[Sequence[str]]) -> Content:
    """Return rows with their columns under each other, the first one the headings."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return Content("\n").join([literal(lines[0], "$quiet"), *(literal(line) for line in lines[1:])])
