"""A box in which one line is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Input, Static

from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields.line import PastingInput


class TypeBox(Box[str]):
    """Asks for a line of text; Enter gives it, empty too, and Esc gives nothing."""

    def __init__(self, title: str, text: str, hint: str, help_text: str = "",
                 check: Callable[[str], str] | None = None) -> None:
        """Make the box.

        Args:
            title: what is asked.
            text: what stands in the line.
            hint: what the keys do.
            help_text: more about what is asked.
            check: returns what is wrong with a text, empty where nothing is; where it is given Esc gives the text too.
        """
        super().__init__()
        self._title, self._text, self._hint, self._help, self._check = title, text, hint, help_text, check

    def compose(self) -> ComposeResult:
        """Compose the line, what it is for and what is wrong with it."""
        with BoxFrame(self._title, "small"):
            if self._help:
                yield Static(literal(self._help), classes="box-line")
            yield PastingInput(self._text, select_on_focus=False)
            yield Static("", classes="note note-bad", markup=False)
            yield Static(self._hint, classes="note", markup=False)

    def on_mount(self) -> None:
        """Put the cursor behind what stands in the line."""
        line = self.query_one(Input)
        line.cursor_position = len(line.value)
        line.focus()
        self.query_one(".note-bad").display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text, or say what is wrong with it."""
        self._give(event.value)

    def _give(self, text: str) -> None:
        fault = self._check(text) if self._check is not None else ""
        if fault:
            note = self.query_one(".note-bad", Static)
            note.update(literal(f"! {fault}"))
            note.display = True
        else:
            self.dismiss(text)

    def action_close(self) -> None:
        """Close without a text; where a text can be kept, keep it."""
        text = self.query_one(Input).value
        if self._check is not None and text and not self._check(text):
            self.dismiss(text)
        else:
            self.dismiss(None)
