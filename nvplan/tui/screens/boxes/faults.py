"""A box with everything that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal, refused
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame


class FaultsBox(Box[None]):
    """Tells everything that could not be read, in one list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", planner_texts.KEY_CLOSE, show=False)]

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        """Compose the list."""
        with BoxFrame(planner_places_texts.FAULTS_TITLE, "form"):
            with VerticalScroll(id="faults"):
                yield Static(Content("\n").join([*(refused(one) for one in self._sentences[:-1]),
                                                 literal(self._sentences[-1])]), markup=False)
            yield Static(literal(planner_places_texts.FAULTS_CLOSE), classes="note")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#faults").focus()
