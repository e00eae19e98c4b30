"""Undo in a long text: what was typed here first, and with nothing of that left, the latest change of the plan."""

from __future__ import annotations

from textual.widgets import TextArea


class UndoingText(TextArea):
    """A text area in which undo and redo go on in the plan, where those of the text have nothing left."""

    def action_undo(self) -> None:
        """Undo what was typed, or else the latest change of the plan."""
        if self.history.undo_stack:
            super().action_undo()
        else:
            self.call_later(self.screen.run_action, "undo")

    def action_redo(self) -> None:
        """Redo what was undone here, or else in the plan."""
        if self.history.redo_stack:
            super().action_redo()
        else:
            self.call_later(self.screen.run_action, "redo")
