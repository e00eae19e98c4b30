"""The overview: a card for each plan, and what to do now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nvplan import texts_tui as texts
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.model.safetext import one_line
from nvplan.services.guide import Stop, first_stop, next_actions
from nvplan.services.session import PlanSession
from nvplan.services.status import plan_status, requirement_tally
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.base import PlaceScreen
from nvplan.tui.widgets.frame import TopLine, bar

OPEN = Command("open_marked", "enter", texts.KEY_OPEN, texts.HELP_OPEN)


class OverviewScreen(PlaceScreen):
    """Where a plan stands and what comes next; each row leads to its place."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN,)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._targets: list[PlanKey | Stop | str | None] = []

    def compose_place(self) -> Iterable[Widget]:
        """Compose the list of places."""
        yield OptionList(id="overview")
        yield Static("", id="set", markup=False)

    def on_mount(self) -> None:
        """Show where the plan stands."""
        super().on_mount()
        self.show_plan()
        self.query_one("#overview", OptionList).focus()

    def on_screen_resume(self) -> None:
        """Show what has changed."""
        super().on_screen_resume()
        self.show_plan()

    def plan_changed(self) -> None:
        """Show what has changed."""
        self.show_plan()

    def show_plan(self) -> None:
        """Show the cards and what to do now."""
        self.show_frame()
        crumb = self.query_one("#crumb", TopLine)
        crumb.left, crumb.right = texts.CRUMB_OVERVIEW, ""
        self.query_one("#set", Static).update(
            literal(texts.OVERVIEW_SET.format(label=self.session.requirement_set.label), "dim"))
        options = self.query_one("#overview", OptionList)
        standing = options.highlighted
        rows: list[Option] = []
        self._targets = []

        def add(content: Content, target: PlanKey | Stop | str | None) -> None:
            rows.append(Option(content, disabled=target is None))
            self._targets.append(target)

        for plan in PLANS:
            add(self._card(plan), plan)
        add(_heading(texts.OVERVIEW_NOW), None)
        actions = next_actions(self.session.state)
        for stop in actions:
            add(_action(stop, self._room), stop)
        if not actions:
            add(Content(texts.OVERVIEW_DONE), "export")
        add(_heading(texts.OVERVIEW_MORE), None)
        add(Content.assemble(texts.OVERVIEW_EXPORT, Content.styled(f"  {texts.OVERVIEW_EXPORT_HELP}", "dim")), "export")
        options.set_options(rows)
        options.highlighted = standing if standing is not None and standing < len(rows) else 0

    @property
    def _room(self) -> int:
        """How many characters a row of the list can hold."""
        return max(40, self.size.width - 8)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the new width."""
        super().on_resize(event)
        if self.is_mounted:
            self.show_plan()

    def _card(self, plan: PlanKey) -> Content:
        found = plan_status(plan, self.session.state)
        done = found.progress
        head = Content.assemble(
            Content.styled(f"{texts.PLAN_NAME[plan]:<34}", "bold"), f"{bar(done.share)} {done.percent:>3} %  ",
            texts.answered_of(float(done.answered), done.applicable))
        counts = [(texts.MODALITY[modality], counted["met"], sum(counted.values()))
                  for modality, counted in requirement_tally(self.session.state, plan).items() if any(counted.values())]
        lines = [head, Content.styled(f"  {texts.CARD_REQUIREMENTS}{texts.tally_line(counts)}", "dim")]
        if found.next is not None:
            lines.append(Content("  " + one_line(texts.next_line(found.next.id, found.next.label), self._room)))
        return Content("\n").join([*lines, Content("")])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the marked place."""
        target = self._targets[event.option_index]
        if isinstance(target, Stop):
            self.planner.show_stop(target)
        elif target == "export":
            self.planner.show_export()
        elif target in PLANS:
            stop = first_stop(self.session.form(target), self.session.state)
            if stop is not None:
                self.planner.show_stop(stop)

    def action_open_marked(self) -> None:
        """Go to the marked place."""
        self.query_one("#overview", OptionList).action_select()


def _heading(text: str) -> Content:
    return Content.styled(text, "bold $primary")


def _action(stop: Stop, room: int) -> Content:
    return Content.assemble(Content.styled(f"{texts.PLAN_SHORT[stop.question.plan]:<16}", "dim"),
                            one_line(f"{stop.question.id}  {stop.question.label}", room - 14))
