"""The boxes that let nothing go unseen: what is not saved when a person leaves, and the plan in a new file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from nvplan.model.safetext import one_line
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.asking import LineBox
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.row_list import RowList

Way = Literal["stay", "save_as", "write", "leave"]
_WAYS: Sequence[tuple[Way, str]] = (
    ("stay", unsaved_texts.UNSAVED_STAY), ("save_as", unsaved_texts.SAVE_AS_TITLE),
    ("write", unsaved_texts.UNSAVED_WRITE), ("leave", unsaved_texts.UNSAVED_LEAVE),
)
#: So many of the texts are shown, and so much of each.
_MOST, _SHOWN = 6, 160


class UnsavedBox(Box[Way]):
    """Tells what is not saved and asks what is to be done. Enter stays, so that no key in flight loses anything."""

    def __init__(self, texts: Sequence[tuple[str, str]], fault: str) -> None:
        """Make the box.

        Args:
            texts: where each was written, and what it says.
            fault: why they are not saved, where there is one reason.
        """
        super().__init__()
        self._texts, self._fault = texts, fault

    def compose(self) -> ComposeResult:
        """Compose the texts and the ways out."""
        with BoxFrame(unsaved_texts.UNSAVED_TITLE, "small"):
            if self._fault:
                yield Static(literal(self._fault), classes="box-line")
            for where, text in self._texts[:_MOST]:
                shown = unsaved_texts.UNSAVED_LINE.format(where=where, text=one_line(text, _SHOWN))
                yield Static(literal(shown), classes="box-line")
            if len(self._texts) > _MOST:
                more = unsaved_texts.UNSAVED_MORE.format(count=len(self._texts) - _MOST)
                yield Static(literal(more), classes="box-line")
            yield RowList(*(Content(label) for _, label in _WAYS))

    def on_mount(self) -> None:
        """Stand on staying."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the way that was chosen."""
        self.dismiss(_WAYS[event.option_index][0])

    def copied(self) -> str:
        """Return all the texts."""
        return "\n\n".join(f"{where}\n{text}" for where, text in self._texts)


class SaveAsBox(LineBox):
    """Asks for the name of a new file for the plan."""

    def __init__(self, suggested: str) -> None:
        super().__init__(unsaved_texts.SAVE_AS_TITLE, unsaved_texts.SAVE_AS_HELP, suggested, unsaved_texts.SAVE_AS_HINT)
