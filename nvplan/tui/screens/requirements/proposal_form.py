"""Where a county says that a proposed set is in force with it, by its own reference, and takes that back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from nvplan.catalog.requirements import plan_sets
from nvplan.model.errors import NvplanError
from nvplan.model.requirement import RequirementSet
from nvplan.services.writing.commands_plans import SayInForce, TakeBackInForce
from nvplan.services.writing.session import PlanSession
from nvplan.texts import requirement_sets as requirement_sets_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.fields.line import PastingInput


class ProposalForm(Vertical):
    """One proposal: the reference to write, or the one that was given."""

    def __init__(self, session: PlanSession, proposal: RequirementSet) -> None:
        super().__init__(classes="proposal")
        self.session, self.proposal = session, proposal

    def compose(self) -> Iterable[Widget]:
        """Compose the label, the reference and the button."""
        yield Static("", classes="label", markup=False)
        yield PastingInput("", select_on_focus=False)
        yield Button("")
        yield FaultLine(id="proposal-note")

    def on_mount(self) -> None:
        """Show how it stands."""
        self.show_standing()

    @property
    def is_held(self) -> bool:
        """Whether the county has said that it is in force."""
        return self.proposal.id in self.session.state.info.own_standing

    def show_standing(self) -> None:
        """Show whether the county has said that it is in force."""
        if not self.is_mounted:
            return
        info = self.session.state.info
        words = (requirement_sets_texts.PROPOSAL_HELD.format(label=plan_sets(info)[self.proposal.id].label)
                 if self.is_held else requirement_sets_texts.PROPOSAL_LABEL.format(label=self.proposal.label))
        self.query_one(".label", Static).update(literal(words))
        self.query_one(Input).display = not self.is_held
        self.query_one(Button).label = (
            requirement_sets_texts.KEY_TAKE_BACK if self.is_held else requirement_sets_texts.KEY_IN_FORCE)

    def begin(self) -> None:
        """Put the cursor where something can be done."""
        self.query_one(Button if self.is_held else Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say that it is in force."""
        event.stop()
        self.save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Say that it is in force, or take that back."""
        event.stop()
        self.save()

    def save(self) -> None:
        """Save; what is missing is said below."""
        note = self.query_one(FaultLine)
        command = (TakeBackInForce(self.proposal.id) if self.is_held
                   else SayInForce(self.proposal.id, self.query_one(Input).value))
        try:
            told = self.session.do(command)
        except NvplanError as error:
            note.refuse(str(error))
        else:
            note.tell(told)
            self.show_standing()
            self.scroll_visible(animate=False)
