"""The field for long text: a text editor that takes pasted text with its line breaks."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import TextArea

from nvplan.model.values import Value
from nvplan.tui.widgets.fields.base import AnswerField


class LongField(AnswerField):
    """A field for `langtext`. Enter makes a new line; Tab leaves the field."""

    def compose(self) -> ComposeResult:
        """Compose the editor and its note."""
        self._shown = self.value if isinstance(self.value, str) else ""
        yield TextArea(self._shown, soft_wrap=True, tab_behavior="focus", placeholder=self.question.hint)
        yield self._note

    def show_value(self, value: Value | None) -> None:
        """Show another value, without saying that the person changed it."""
        self.value = value
        self._shown = value if isinstance(value, str) else ""
        editor = self.query_one(TextArea)
        with editor.prevent(TextArea.Changed):
            editor.load_text(self._shown)

    def focus_input(self) -> None:
        """Put the cursor at the end of the text."""
        editor = self.query_one(TextArea)
        editor.focus()
        editor.move_cursor(editor.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what was typed; filling the editor at the start is no typing."""
        event.stop()
        if event.text_area.text != self._shown:
            self._shown = event.text_area.text
            self.tell(self._shown)
