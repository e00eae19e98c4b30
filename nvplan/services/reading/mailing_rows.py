"""The column of the list of what was sent that no field holds: how much of its core each actor has answered."""

from __future__ import annotations

from nvplan.model.dates import short_date
from nvplan.model.objects import Mailing
from nvplan.model.plan import PlanState
from nvplan.services.reading.collecting import standing
from nvplan.texts import planner_mailing as planner_mailing_texts

#: Where the column stands.
COMPLETE = 3


def with_heading(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings of the fields' columns with that of the column."""
    return (*headings[:COMPLETE], planner_mailing_texts.HEADING_COMPLETE, *headings[COMPLETE:])


def with_complete(state: PlanState, one: Mailing, cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of the fields with how much is answered; the last day of all where the actor has none."""
    actor = state.actor(one.actor)
    if actor is None:
        return (*cells[:COMPLETE], "", *cells[COMPLETE:])
    how = standing(state, actor)
    told = planner_mailing_texts.complete(how.answered, how.asked)
    last_day = short_date(how.last_day) if how.last_day else ""
    return (*cells[:COMPLETE], told, last_day, *cells[COMPLETE + 1:])


def answered(state: PlanState, one: Mailing) -> int | None:
    """Return how many of its core questions the actor has answered, to sort by."""
    actor = state.actor(one.actor)
    return None if actor is None else standing(state, actor).answered
