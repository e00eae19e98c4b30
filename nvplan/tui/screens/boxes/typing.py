"""A box in which one line is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input, Static

from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields.line import PastingInput


class TypeBox(Box[str]):
    """Asks for a line of text; Enter gives it, empty too, and Esc gives nothing."""

    def __init__(self, title: str, text: str, hint: str, help_text: str = "") -> None:
        super().__init__()
        self._title, self._text, self._hint, self._help = title, text, hint, help_text

    def compose(self) -> ComposeResult:
        """Compose the line and what it is for."""
        with BoxFrame(self._title):
            if self._help:
                yield Static(literal(self._help), classes="box-line")
            yield PastingInput(self._text, select_on_focus=False)
            yield Static(self._hint, classes="note", markup=False)

    def on_mount(self) -> None:
        """Put the cursor in the line."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text."""
        self.dismiss(event.value)
