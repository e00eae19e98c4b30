"""The controls of a form in which a person types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from nvplan.services.reading.tabular import read_rows
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.text_undo import UndoingText

#: The keys that lead from one field to the next where the control does not use them itself.
MOVES: Sequence[BindingType] = (Binding("down", "screen.focus_next", show=False),
                                 Binding("up", "screen.focus_previous", show=False))


@runtime_checkable
class TakesText(Protocol):
    """A field that hears of every letter before it is painted."""

    def take(self, text: str) -> None:
        """Take what was typed."""


class FormInput(PastingInput):
    """A line of a form; the arrows up and down lead to the fields above and below."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]


class FormText(UndoingText):
    """A long text of a form, whose field hears of a change before it is painted."""

    def post_message(self, message: Message) -> bool:
        """Tell the field at once, and everyone else in turn."""
        if isinstance(message, TextArea.Changed):
            for field in self.ancestors:
                if isinstance(field, TakesText):
                    field.take(self.text)
        return super().post_message(message)


class LinesArea(FormText):
    """A list with an item a line; each cell that is pasted from a spreadsheet is an item."""

    async def _on_paste(self, event: events.Paste) -> None:
        items = [" ".join(cell.split()) for row in read_rows(event.text) for cell in row if cell.strip()]
        event.prevent_default()
        event.stop()
        self.replace("\n".join(items), *self.selection)
