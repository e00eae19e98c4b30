"""The field for long text: a text editor that takes pasted text with its line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from nvplan.model.values import Value
from nvplan.tui.commands import key_bindings
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.text_undo import UndoingText

if TYPE_CHECKING:
    from nvplan.tui.keeping import KeepingApp


class LongField(AnswerField):
    """A field for `langtext`. Enter makes a new line in a text, and goes on from an empty one; Tab leaves the field."""

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("ctrl+e", "edit_outside", priority=True)

    def compose(self) -> ComposeResult:
        """Compose the editor and its note."""
        self._shown = self.value if isinstance(self.value, str) else ""
        yield _Editor(self._shown, soft_wrap=True, tab_behavior="focus", placeholder=self.asked.hint)
        yield self._note

    def show_value(self, value: Value | None) -> None:
        """Show another value, without saying that the person changed it."""
        self.value = value
        self._shown = value if isinstance(value, str) else ""
        editor = self.query_one(TextArea)
        was_last = editor.cursor_location == editor.document.end
        with editor.prevent(TextArea.Changed):
            editor.load_text(self._shown)
        if was_last:
            editor.move_cursor(editor.document.end)

    def focus_input(self) -> None:
        """Put the cursor at the end of the text."""
        editor = self.query_one(TextArea)
        editor.focus(scroll_visible=False)
        editor.move_cursor(editor.document.end)

    def begin(self, typed: str) -> None:
        """Put the letter where the cursor is."""
        self.query_one(TextArea).insert(typed)

    def changed(self, text: str) -> None:
        """Pass on what was typed; filling the editor at the start is no typing."""
        if text != self._shown:
            self._shown = text
            self.tell(text)

    def action_edit_outside(self) -> None:
        """Open the text in the person's own editor; what comes back is taken as if it were typed here."""
        from nvplan.tui.editor import edit

        found = edit(self.app, self.query_one(TextArea).text)
        self.app.notify(found.sentence, severity="error" if found.failed else "information",
                        timeout=20 if found.failed else 4, markup=False)
        if found.last_words:
            cast("KeepingApp", self.app).last_words.append(found.last_words)
        if found.text is not None:
            self.query_one(TextArea).text = found.text
            self.focus_input()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()


class _Editor(UndoingText):
    """An editor whose field hears of a change before it is painted."""

    def on_key(self, event: Key) -> None:
        """Go on with Enter where nothing is written: an empty line is no answer."""
        field = self.parent
        if event.key == "enter" and not self.text and isinstance(field, LongField) and field.value is None:
            event.stop()
            event.prevent_default()
            field.submit()

    def post_message(self, message: Message) -> bool:
        """Tell the field at once, and everyone else in turn."""
        field = self.parent
        if isinstance(message, TextArea.Changed) and isinstance(field, LongField):
            field.changed(self.text)
        return super().post_message(message)
