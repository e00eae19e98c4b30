"""The first frame when a plan is named on the command line: the frame, and which file is being opened."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.base import PlaceScreen


class OpeningScreen(PlaceScreen):
    """Shown for the moment that it takes to read the plan and the catalogue."""

    STYLED_FIRST = True

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_of_file = name

    def compose_place(self) -> Iterable[Widget]:
        """Compose the line that says what is happening."""
        yield Static(literal(planner_texts.OPENING.format(name=self._name_of_file)), id="welcome", markup=False)
