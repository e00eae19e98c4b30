"""A box with something to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.reading import Reading, ReadingScroll


class TextBox(Box[None]):
    """Something to read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "close", show=False)]

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Compose the text."""
        with BoxFrame(self._title, "form"):
            with ReadingScroll(id="help-text"):
                yield Reading(self._text, markup=False)
            yield Static(literal(planner_objects_texts.BOX_CLOSE), classes="note")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help-text").focus()
