"""Which requirement set the plan is measured against: what a change means is shown before it is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from nvplan.model.errors import NvplanError
from nvplan.services.reading.places import AFTER_SWITCH, Place
from nvplan.services.reports.after_switch import waiting
from nvplan.services.reports.switching import preview, proposals, sets_to_choose, told
from nvplan.services.writing.commands_plans import SwitchSet
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import requirement_sets as requirement_sets_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.requirements.proposal_form import ProposalForm
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.one_of import OneOf

SWITCH = Command(
    "switch_set",
    "f8",
    requirement_sets_texts.KEY_SWITCH,
    requirement_sets_texts.HELP_SWITCH,
    priority=True,
    english="switch set",
)
GO_THROUGH = Command("go_through", "f4", requirement_sets_texts.KEY_GO_THROUGH, requirement_sets_texts.HELP_GO_THROUGH,
                     priority=True, english="judgements after switch")
IN_FORCE = Command("in_force", "", requirement_sets_texts.KEY_IN_FORCE, requirement_sets_texts.HELP_IN_FORCE,
                   english="proposal in force")
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)


class RequirementSetScreen(PlaceScreen):
    """The sets to choose among, and what a change to the chosen one means."""

    OFFERS: ClassVar[tuple[Command, ...]] = (SWITCH, GO_THROUGH, IN_FORCE, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session

    def about(self) -> Content:
        """Say what a requirement set is."""
        return literal(requirement_sets_texts.ABOUT)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Room.REQUIREMENT_SET

    def compose_place(self) -> Iterable[Widget]:
        """Compose the choice and what it means."""
        chosen = self.session.state.info.requirement_set
        with VerticalScroll(id="form", can_focus=False):
            yield Static(literal(requirement_sets_texts.WHICH), classes="label")
            yield OneOf([(one.id, one.label, "") for one in sets_to_choose(self.session.state)], chosen, id="sets")
            yield Button(f"{requirement_sets_texts.KEY_SWITCH} (F8)", id="switch", variant="primary")
            yield Static("", id="switch-waiting", classes="note", markup=False)
            yield Static("", id="switch-told", markup=False)
            yield from (ProposalForm(self.session, one) for one in proposals())

    def on_mount(self) -> None:
        """Start among the sets."""
        self.query_one("#crumb", TopLine).left = requirement_sets_texts.TITLE
        self.query_one("#sets", OneOf).focus()
        self.show_meaning()

    def on_one_of_changed(self, event: OneOf.Changed) -> None:
        """Show what a change to another set means."""
        event.stop()
        self.show_meaning()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Change."""
        if event.button.id == "switch":
            await self.run_action("switch_set")

    def plan_changed(self) -> None:
        """Show what a change means now."""
        super().plan_changed()
        self.show_meaning()

    @property
    def chosen(self) -> str:
        """The set that is chosen in the list."""
        return self.query_one("#sets", OneOf).chosen

    def show_meaning(self) -> None:
        """Show what the chosen set would change; nothing is changed by looking."""
        self.query_one(KeyBar).refresh()
        note = self.query_one("#switch-waiting", Static)
        note.update(literal(requirement_sets_texts.waiting_note(self._waiting)))
        note.display = bool(self._waiting)
        for form in self.query(ProposalForm):
            form.show_standing()
        parts = [(requirement_sets_texts.NOTHING_CHOSEN, list[str]())]
        if self.chosen != self.session.state.info.requirement_set:
            parts = told(preview(self.session.state, self.chosen))
        shown = [Content("\n").join([literal(title, "bold" if lines else ""),
                                     *(literal(f"  {line}") for line in lines)]) for title, lines in parts]
        self.query_one("#switch-told", Static).update(Content("\n\n").join(shown))

    @property
    def _waiting(self) -> int:
        """How many judgements of former requirements wait."""
        return self.session.once("kravbyte-vantar", waiting)

    def why_not_go_through(self) -> str:
        """Say that no judgement waits."""
        return "" if self._waiting else requirement_sets_texts.OFFERS_EMPTY

    def action_go_through(self) -> None:
        """Show the judgements that wait."""
        self.show_over(Place(AFTER_SWITCH))

    def why_not_in_force(self) -> str:
        """Say that there is no proposal."""
        return "" if proposals() else requirement_sets_texts.NO_PROPOSAL

    def action_in_force(self) -> None:
        """Go to the first proposal."""
        self.query(ProposalForm).first().begin()

    def why_not_switch_set(self) -> str:
        """Say that the plan is measured against the chosen set already."""
        same = self.framed and self.chosen == self.session.state.info.requirement_set
        return requirement_sets_texts.NOTHING_CHOSEN if same else ""

    def action_switch_set(self) -> None:
        """Ask, then change."""
        label = next(one.label for one in sets_to_choose(self.session.state) if one.id == self.chosen)
        self.app.push_screen(
            AskBox(requirement_sets_texts.SWITCH_QUESTION.format(label=label), requirement_sets_texts.KEY_SWITCH),
            self._switch,
        )

    def _switch(self, sure: bool | None) -> None:
        if not sure:
            return
        try:
            self.planner.say(self.session.do(SwitchSet(self.chosen)))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.plan_changed()

    def action_back(self) -> None:
        """Go back to where the person came from."""
        self.leave_place()
