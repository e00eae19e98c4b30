"""A box of a meeting with several fields that are saved together, and that loses nothing that was typed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from nvplan.model.errors import ConflictError, NvplanError
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.meetings.drafts import Drafts
from nvplan.tui.unsaved import Loose

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: How the ids of the fields begin: others of the same name stand in the frame.
FIELD = "field-"
#: So long a pause in typing, in seconds, is one in which what was typed is kept.
PAUSE = 0.4


class TypingBox(Box[str]):
    """A box with several fields that are saved together. What is typed stays in `drafts` until it is saved.

    It is kept at each pause and when the box is closed, so that neither a quit planner nor a power cut loses it.
    """

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("f8,ctrl+s", "save", planner_meetings_texts.AGREE_SAVE,
                                                         priority=True)

    def __init__(self, title: str, about: str, drafts: Drafts, save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__()
        self._title, self.about, self._drafts, self._carry_out = title, about, drafts, save
        self._replaces = False
        self._begun: dict[str, str] = {}
        """What stands in each field before anybody has typed."""
        self._pause: Timer | None = None

    def typed(self) -> dict[str, str]:
        """Return what stands in each field."""
        found = {(field.id or "").removeprefix(FIELD): field.value for field in self.query(Input)}
        return found | {(field.id or "").removeprefix(FIELD): field.text for field in self.query(TextArea)}

    def drafted(self, name: str, otherwise: str) -> str:
        """Return what was typed here before the box was closed, else what it begins with."""
        self._begun[name] = otherwise
        return self._drafts.of(self.about).get(name, otherwise)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed at the next pause."""
        self._wait()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed at the next pause."""
        self._wait()

    def _wait(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.keep_draft)

    def keep_draft(self) -> bool:
        """Keep what was typed, if that is anything; tell whether it outlives the planner."""
        if self._pause is not None:
            self._pause.stop()
        typed = self.typed()
        return self._drafts.keep(self.about, {} if typed == self._begun else typed)

    def action_close(self) -> None:
        """Close the box; what was typed stands there the next time."""
        self.keep_draft()
        self.dismiss(None)

    def keep_typing(self) -> None:
        """Keep what was typed when the planner ends; hand over what cannot be kept."""
        told = "\n".join(text for text in self.typed().values() if text.strip())
        if not self.keep_draft() and told:
            cast("NvplanApp", self.app).keep(Loose(self._title, told))

    def action_save(self) -> None:
        """Save, or say in the box what is wrong; where something else stands already, saving once more replaces it."""
        try:
            told = self._carry_out(self.typed(), self._replaces)
        except ConflictError as error:
            self._replaces = True
            self._say(f"{error} {planner_meetings_texts.AGREE_AGAIN}")
        except NvplanError as error:
            self._say(str(error))
        else:
            if self._pause is not None:
                self._pause.stop()
            self._drafts.keep(self.about, {})
            self.dismiss(told)

    def _say(self, fault: str) -> None:
        note = self.query_one("#box-note", Static)
        note.add_class("note-bad")
        note.update(literal(fault))
