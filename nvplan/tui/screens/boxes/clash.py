"""The one box that asks which of two texts is to stand. It waits: typing goes on in the field below it.

A person who types sees the box a moment after it has come, and a terminal may hold many keys that were pressed before.
So no key answers by itself: letters go on into the field, a key that would have moved on waits with all that comes
after it until there is an answer, and an answer must be marked with an arrow, after a moment's rest, before Enter
chooses it.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.clashing import Clash
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.styled_once import keep_new, take_width
from nvplan.tui.widgets.box_frame import BREAKPOINTS, BoxFrame
from nvplan.tui.widgets.row_list import RowList

#: A key that comes sooner after another one, or after the box, belongs to the typing, in seconds.
REST = 0.7
#: What the keys that change a text do in Textual's own text fields.
_EDITS = frozenset({"left", "right", "home", "end", "backspace", "delete"})
_IN_LONG_TEXT = frozenset({"up", "down", "enter", "pageup", "pagedown"})
_Typed = events.Key | events.Paste


class Then(Protocol):
    """Is told when the box is done."""

    def __call__(self, *, answered: bool, held: list[_Typed]) -> None:
        """Go on: with what was typed for another place than the field, in order."""


class ClashBox(ModalScreen[None]):
    """Asks about one clash. It closes itself once there is an answer; `then` is told whether there was one."""

    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, clash: Clash, below: Widget | None, then: Then, *, leaving: bool) -> None:
        """Make the box.

        Args:
            clash: what is asked about.
            below: where the cursor is under the box.
            then: told when the box is done.
            leaving: whether a key that moves on has come already, so that what follows is meant for another place.
        """
        super().__init__()
        take_width(self)
        self.clash, self._below, self._then, self._leaving = clash, below, then, leaving
        self._answer_list = _Answers(Content(unsaved_texts.KEEP_THEIRS), Content(unsaved_texts.KEEP_OURS))
        self._theirs = Static(classes="box-line", markup=False)
        self._ours = Static(classes="box-line", markup=False)
        self._last = _now()
        """When the latest key of the typing came, or the box."""
        self._held: list[_Typed] = []
        """What was typed after a key that moves on; it is meant for another place than the field."""
        self._done = False

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        keep_new(self, event)

    def compose(self) -> ComposeResult:
        """Compose both texts and the two answers."""
        with BoxFrame(self.clash.title, "small"):
            yield self._theirs
            yield self._ours
            yield self._answer_list
            yield Static(literal(unsaved_texts.CLASH_HINT), classes="note")

    def on_mount(self) -> None:
        """Show both texts, with neither answer marked."""
        self._answer_list.highlighted = None
        self._answer_list.focus()
        self.show()
        self.call_after_refresh(self._come)

    def _come(self) -> None:
        """Count the rest from when a person can see the box."""
        self._last = max(self._last, _now())

    def show(self) -> None:
        """Show both texts as they are now."""
        theirs, ours = self.clash.theirs(), self.clash.ours()
        self._theirs.update(literal(f"{unsaved_texts.CLASH_THEIRS}: {theirs or unsaved_texts.CLASH_NOTHING}"))
        self._ours.update(literal(f"{unsaved_texts.CLASH_OURS}: {_end_of(ours) or unsaved_texts.CLASH_NOTHING}"))

    # -- keys ------------------------------------------------------------------------------------------------------
    def take(self, event: events.Key | events.Paste) -> None:
        """Take what was typed: it goes on into the field, waits for the answer, or is the answer."""
        rested = event.time - self._last > REST
        if rested and isinstance(event, events.Key) and self._answers(event.key):
            return
        self._last = max(self._last, event.time)
        self._answer_list.highlighted = None
        if self._leaving or self._held or not self._into_field(event):
            self._held.append(event)

    def _answers(self, key: str) -> bool:
        """Do what a key does in the box; tell whether it does anything there."""
        answers = self._answer_list
        if key in ("up", "down"):
            answers.highlighted = {None: 0 if key == "down" else 1, 0: 1, 1: 0}[answers.highlighted]
        elif key == "enter":
            if answers.highlighted is not None:
                self._choose(answers.highlighted)
        elif key == "escape":
            self._done = True
            self.dismiss()
            self.clash.postpone()
            self.give_back(self._held)
            self.app.call_later(self._then, answered=False, held=[])
        else:
            return False
        return True

    def _into_field(self, event: _Typed) -> bool:
        """Let the field below take what only changes its text; tell whether that is all it does."""
        field = self._below
        if not isinstance(field, Input | TextArea) or not field.is_attached:
            return False
        keys = _EDITS | _IN_LONG_TEXT if isinstance(field, TextArea) else _EDITS
        if isinstance(event, events.Paste) or event.is_printable or (
                event.key == "enter" and isinstance(field, TextArea)):
            field._forward_event(event)
        elif event.key in keys:
            field.call_later(self._edit, field, event.key)
        else:
            return False
        return True

    async def _edit(self, field: Widget, key: str) -> None:
        for binding in field._bindings.get_bindings_for_key(key):
            await self.app.run_action(binding.action, field)

    # -- the answer ------------------------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the answer that was clicked."""
        event.stop()
        self._choose(event.option_index)

    def _choose(self, place: int) -> None:
        if self._done:
            return
        self._done = True
        self.dismiss()
        if place:
            self.clash.keep_ours()
        else:
            self.clash.keep_theirs()
        while self._held and _is_try(self._held[-1]):
            self._held.pop()
        self.app.call_later(self._then, answered=True, held=self._held)

    def hold(self, held: list[_Typed]) -> None:
        """Keep what was typed for another place until there is an answer."""
        self._held += held

    def give_back(self, held: list[_Typed]) -> None:
        """Let the field have what was held, as far as it is text."""
        for event in held:
            if isinstance(event, events.Paste) or event.is_printable:
                self._into_field(event)


class _Answers(RowList):
    """The answers; keys are the box's own to judge."""

    BINDINGS: ClassVar[list[BindingType]] = []


def _is_try(event: _Typed) -> bool:
    """Tell whether a key may have been a try to answer that came too soon; it is not done over again elsewhere."""
    return isinstance(event, events.Key) and event.key in ("up", "down", "enter")


def _now() -> float:
    """Return the time by the clock that keys are stamped with."""
    return events.Idle().time


def _end_of(text: str) -> str:
    """Return a text as it fits in the box: its end, where the person is writing."""
    shown = " ".join(text.split())
    return shown if len(shown) <= unsaved_texts.CLASH_SHOWN else f"… {shown[-unsaved_texts.CLASH_SHOWN:]}"
