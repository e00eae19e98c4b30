"""The box that asks for one line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input, Static

from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields.line import PastingInput


class LineBox(Box[str]):
    """Asks for a line; Enter gives it as it stands, also empty, and Esc changes nothing."""

    def __init__(self, title: str, label: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title, self._label, self._value, self._hint = title, label, value, hint

    def compose(self) -> ComposeResult:
        """Compose the line with its label above and a word on it below."""
        with BoxFrame(self._title, "small"):
            yield Static(literal(self._label), classes="label")
            yield PastingInput(self._value, select_on_focus=False)
            yield Static(literal(self._hint), classes="note")

    def on_mount(self) -> None:
        """Put the cursor in the line."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what was typed."""
        self.dismiss(event.value.strip())
