"""The box that asks why a finding may stand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input, Static

from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields.line import PastingInput


class ReasonBox(Box[str]):
    """Asks for a reason in a sentence. Esc changes nothing."""

    def __init__(self, finding: str, reason: str) -> None:
        super().__init__()
        self._finding, self._reason = finding, reason

    def compose(self) -> ComposeResult:
        """Compose the finding and the reason."""
        with BoxFrame(planner_review_texts.REASON_TITLE, "small"):
            yield Static(literal(self._finding), classes="box-line")
            yield Static(literal(planner_review_texts.REASON_LABEL), classes="label")
            yield PastingInput(self._reason, placeholder=planner_review_texts.REASON_HINT, select_on_focus=False)
            yield Static(literal(planner_review_texts.REASON_KEYS), classes="note")

    def on_mount(self) -> None:
        """Start in the reason."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the reason."""
        if event.value.strip():
            self.dismiss(event.value.strip())
