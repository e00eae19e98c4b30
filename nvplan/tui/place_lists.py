"""The rows of the lists that lead to places: the overview's, those of «Gå till», and what a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nvplan.model.objects import Collection, Milestone
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.guide import Stop, actor_name, stop_at
from nvplan.services.reading.object_rows import object_name, objects_of
from nvplan.services.reading.places import (
    ANSWERING,
    BACKUPS,
    BOARD,
    DUE,
    HISTORY,
    LIBRARY,
    LISTED,
    REQUIREMENTS,
    REVIEW,
    TOWARDS_DECISION,
    YEARS,
    Place,
    find_place,
)
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.reading.report_days import DATES, report_days
from nvplan.services.reading.status import requirement_tally
from nvplan.texts import common as common_texts
from nvplan.texts import found_by as found_by_texts
from nvplan.texts import overview as overview_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.where import Where
from nvplan.tui.widgets.place_flow import FlowPlace

if TYPE_CHECKING:
    from nvplan.tui.screens.boxes.box import Choice
    pass

#: Places that are no list of one type of shared object.
_OWN = (REQUIREMENTS, REVIEW, DUE, ANSWERING, HISTORY, BACKUPS, YEARS, LIBRARY, TOWARDS_DECISION)

#: Places that another leads to with a key or are seldom gone to: they leave room on the overview. «Gå till» has them.
_BESIDE_ANOTHER = (BACKUPS, Collection.about.name, Milestone.about.name)
#: Places that a walk through everything would have to count: the list itself tells how much there is.
_WALKS = (DUE, ANSWERING, HISTORY, BACKUPS, LIBRARY, TOWARDS_DECISION)


def recent_choice(state: PlanState, where: Where) -> Choice | None:
    """Return a recent place as a row of «Gå till»; None where it is gone, or is no question and no list."""
    if isinstance(where, Stop):
        return _recent_stop(state, where) if stop_at(where.place, state) == where else None
    place = find_place(where.text, state) if isinstance(where, Place) else None
    if not isinstance(place, Place):
        return None
    name = object_name(state, place.kind, place.identity) if place.kind in LISTED and place.identity else ""
    actor = actor_name(state, place.actor)
    shown = " · ".join(part for part in (place.identity if not name else "", actor) if part) or name
    from nvplan.tui.screens.boxes.box import Choice

    title = planner_objects_texts.place_name(place.kind)
    if shown:
        title = planner_objects_texts.FORM_CRUMB.format(place=title, name=shown)
    return Choice(title, planner_objects_texts.RECENT, "", place)


def _recent_stop(state: PlanState, stop: Stop) -> Choice:
    from nvplan.tui.screens.boxes.box import Choice

    where = actor_name(state, stop.actor) or plan_short(state, stop.question.plan)
    return Choice(one_line(stop.question.label, 100), f"{planner_places_texts.RECENT} · {where}", stop.question.plan,
                  stop, code=stop.question.id)


# -- lists of places -----------------------------------------------------------------------------------------------
def place_order() -> Sequence[str]:
    """Return the places in the order of the overview."""
    known = [kind for kind in planner_objects_texts.PLACE_ORDER if kind in (*LISTED, *_OWN)]
    return [*known[:-1], *(kind for kind in LISTED if kind not in known and kind != "matning"), *known[-1:]]


def place_flow(state: PlanState) -> list[FlowPlace]:
    """Return the places of the overview, each with how much is in it, but for Granska, which is counted later."""
    places = [FlowPlace(planner_objects_texts.place_name(kind), amount := _amount(state, kind), Place(kind),
                        empty=not amount and kind not in (DUE, DATES))
              for kind in place_order() if kind not in (REVIEW, *_BESIDE_ANOTHER)]
    return [*places, FlowPlace(overview_texts.STANDING, planner_texts.STANDING[state.info.standing], "standing"),
            FlowPlace(overview_texts.EXPORT, "", "export")]


def reviewed(findings: Mapping[str, int] | None) -> FlowPlace:
    """Return Granska as the last of the places; None where the findings are still to be counted."""
    told = planner_review_texts.findings(findings) if findings is not None else planner_review_texts.NOT_COUNTED
    return FlowPlace(planner_objects_texts.place_name(REVIEW), told, Place(REVIEW))


def _amount(state: PlanState, kind: str) -> str:
    """Return how much is in a place, as briefly as it can be told."""
    if kind == REQUIREMENTS:
        met, count = _requirements_met(state)
        return common_texts.NUMBER_OF.format(number=met, count=count)
    if kind in _WALKS:
        return ""
    if kind == YEARS:
        return state.info.years.span
    if kind == DATES:
        left = sum(one.standing == "forslag" for one in report_days(state))
        return reports_planner_texts.days_to_confirm(left) if left else ""
    count = len(objects_of(state, kind))
    return str(count) if count else ""


def _requirements_met(state: PlanState) -> tuple[int, int]:
    """Return how many requirements are met, of how many that anything is said of."""
    counts = [found for found in requirement_tally(state).values() if any(found.values())]
    return sum(found["met"] for found in counts), sum(sum(found.values()) for found in counts)


def _summary(state: PlanState, kind: str) -> str:
    """Return how much is in a place, in words."""
    if kind == REQUIREMENTS:
        met, count = _requirements_met(state)
        return planner_objects_texts.REQUIREMENTS_MET.format(met=met, count=count)
    if kind in (REVIEW, *_WALKS):
        return ""
    if kind == YEARS:
        return state.info.years.span
    if kind == DATES:
        return reports_planner_texts.days_to_confirm(sum(one.standing == "forslag" for one in report_days(state)))
    return planner_objects_texts.counted(kind, len(objects_of(state, kind)))


def place_names() -> list[Choice]:
    """Return the places as rows that do not tell how much is in them: to know that is a walk through the plan."""
    from nvplan.tui.screens.boxes.box import Choice

    kinds = list(place_order())
    kinds[1:1] = [BOARD]
    kinds.insert(kinds.index("mal") + 1, "matning")
    return [Choice(planner_objects_texts.place_name(kind), "",
                   f"{planner_objects_texts.PLACES[kind][1]} {found_by_texts.PLACES.get(kind, '')}", Place(kind))
            for kind in kinds]


def place_choices(state: PlanState) -> list[Choice]:
    """Return the places as rows of «Gå till», with how much is in each."""
    return [replace(one, detail=_summary(state, one.result.kind))
            if isinstance(one.result, Place) and one.result.kind != BOARD else one for one in place_names()]
