"""The control of a form in which a choice is made in a box: what is chosen, and the sign that there is a list."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from nvplan.model.safetext import visible
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.form_inputs import MOVES

#: The sign and the space before it.
_SIGN = 2


class Chooser(Widget, can_focus=True):
    """Shows what is chosen; Enter, space or a click opens the choices, Delete takes the choice away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES, Binding("enter,space", "choose", show=False), Binding("delete,backspace", "clear_choice", show=False),
    ]

    def __init__(self, words: str, *, classes: str) -> None:
        """Show what is chosen, in words; nothing where nothing is."""
        super().__init__(classes=classes)
        self._words = words

    def show(self, words: str) -> None:
        """Show what is chosen now."""
        self._words = words
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[str]:
        """Return the words on lines that leave room for the sign of a list."""
        room = max(4, width - _SIGN)
        return [line for part in visible(self._words or planner_objects_texts.CHOOSE).split("\n")
                for line in textwrap.wrap(part, room) or [""]]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines what is chosen takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return what is chosen, and at the end of its first line the sign of a list."""
        width = self.content_size.width
        first, *rest = self._lines(width)
        style = "" if self._words else "italic $quiet"
        head = Content.assemble((first, style), " " * max(1, width - cell_len(first) - 1), ("▾", "$quiet"))
        return Content("\n").join([head, *(Content.styled(line, style) for line in rest)])

    class Opened(Message):
        """The person wants to choose."""

    class Cleared(Message):
        """The person takes the choice away."""

    @dataclass
    class Typed(Message):
        """The person typed the number of a choice, or the first letter of what they look for."""

        sign: str

    def action_choose(self) -> None:
        """Ask for the choices."""
        self.post_message(self.Opened())

    def action_clear_choice(self) -> None:
        """Take the choice away."""
        self.post_message(self.Cleared())

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose, and a letter begin the search among the choices."""
        if event.character is not None and event.character.isalnum():
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character))

    def on_click(self, event: events.Click) -> None:
        """Ask for the choices."""
        event.stop()
        self.focus()
        self.action_choose()
