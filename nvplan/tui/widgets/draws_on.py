"""The line under a question whose answer is taken from a list of shared objects."""

from __future__ import annotations

from textual.widgets import Static

from nvplan import texts_tui_objects as texts
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.services.object_rows import objects_of
from nvplan.services.places import LISTED
from nvplan.tui.literal import literal


class DrawsOnLine(Static):
    """Which list the answer is taken from and how much is in it; nothing where it is taken from none."""

    def show(self, state: PlanState, question: Question) -> None:
        """Count anew."""
        kind = question.draws_on
        self.display = kind in LISTED
        if self.display:
            count = texts.counted(kind, len(objects_of(state, kind)))
            self.update(literal(texts.DRAWS_ON.format(place=texts.place_name(kind), count=count)))
