"""The line under a question whose answer is taken from a list of shared objects."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.services.reading.object_rows import fits, objects_of
from nvplan.services.reading.places import LISTED, part_of
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal


class DrawsOnLine(Static):
    """Which list the answer is taken from and how much is in it; nothing where it is taken from none."""

    def show(self, state: PlanState, question: Question) -> None:
        """Count anew."""
        kind = question.draws_on
        self.display = kind in LISTED
        if self.display:
            found, filters = objects_of(state, kind), part_of(kind, question.plan)
            here = sum(fits(state, kind, one, filters) for one in found.values())
            count = planner_objects_texts.counted(kind, len(found))
            count = count if here == len(found) else planner_objects_texts.SHOWN_OF.format(shown=here, count=count)
            taken = question.bound is not None
            told = planner_places_texts.DRAWS_ON if taken else planner_places_texts.DRAWS_ON_BESIDE
            self.update(literal(told.format(place=planner_objects_texts.place_name(kind), count=count)))
