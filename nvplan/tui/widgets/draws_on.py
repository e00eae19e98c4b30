"""The line under a question whose answer is taken from a list of shared objects."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.services.reading.bound import left_out
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.reading.object_rows import fits, objects_of
from nvplan.services.reading.places import LISTED, part_of
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal


class DrawsOnLine(Static):
    """Which list the answer is taken from and how much is in it, or what its decision lacks; else nothing."""

    def show(self, state: PlanState, stop: Stop) -> None:
        """Count anew."""
        question = stop.question
        lacking = left_out(state, question, stop.actor)
        if lacking:
            self.display = True
            name = actor_name(state, lacking[0].actor)
            self.update(literal(planner_places_texts.left_out(name, lacking[0].missing, len(lacking) - 1)))
            return
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
