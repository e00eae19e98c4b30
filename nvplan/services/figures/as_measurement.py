"""Makes a measurement for a goal out of what a file came to; what the goal is about decides which value it is."""

from __future__ import annotations

from typing import Any

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects import Goal
from nvplan.model.objects.figures import INDEX_MEASURES
from nvplan.model.plan import PlanState
from nvplan.services.figures.outcome import Outcome
from nvplan.services.figures.telling import rounded, rule_lines
from nvplan.texts import continuity_index as index_texts

#: Decimals of a value that is kept: more than are shown, so that a change can be worked out.
_DECIMALS = 4
_OF_DOCTORS = ("coc_lakare", "coc_lakare_sabo")
_DOCTOR = "lakare"


def index_goals(state: PlanState) -> list[Goal]:
    """Return the plan's goals that are measured with a continuity index."""
    return [one for one in state.objects.get("mal", {}).values()
            if isinstance(one, Goal) and one.measure in INDEX_MEASURES]


def find_goal(state: PlanState, identity: str) -> Goal:
    """Return the goal, which must be measured with a continuity index.

    Raises:
        InputError: there is no such goal, or it is about something else.
    """
    goal = state.objects.get("mal", {}).get(identity)
    if not isinstance(goal, Goal):
        raise InputError(index_texts.GOAL_UNKNOWN.format(goal=identity))
    if goal.measure not in INDEX_MEASURES:
        raise InputError(index_texts.GOAL_NO_INDEX.format(goal=goal.title))
    return goal


def measurement_of(outcome: Outcome, goal: Goal, only_doctors: bool = False) -> dict[str, Any]:
    """Return the fields of a measurement of the goal.

    Args:
        outcome: what the file came to.
        goal: the goal, as `find_goal` returns it.
        only_doctors: the person says that the file has visits to doctors alone.

    Raises:
        InputError: the visits that were counted are not those that the goal is about, or too few patients count.
    """
    measure = goal.measure or ""
    if measure in _OF_DOCTORS and not only_doctors:
        _check_doctors(outcome)
    if measure == "coc_alla" and (outcome.rule.professions or outcome.rule.types or only_doctors):
        raise InputError(index_texts.GOAL_OF_ALL)
    found = outcome.total.measures
    value = {"upc": found.upc, "secon": found.secon}.get(measure, found.coc)
    if value is None or not outcome.total.shows_index:
        raise InputError(index_texts.GOAL_TOO_FEW)
    rule = [*rule_lines(outcome), *([index_texts.ONLY_DOCTORS] if only_doctors else [])]
    return {"goal": goal.id, "measure": measure, "value": str(rounded(value, _DECIMALS)), "unit": "index",
            "count": found.n, "inclusion": " ".join(rule), "least_visits": outcome.rule.least_visits,
            "period_start": outcome.window.first.isoformat(), "date": outcome.window.end.isoformat(),
            "source": index_texts.SOURCE.format(end=outcome.last_day.isoformat())}


def _check_doctors(outcome: Outcome) -> None:
    names = outcome.rule.professions or tuple(one.name for one in outcome.groups if one.by == "yrke")
    if not names:
        raise InputError(index_texts.GOAL_UNSURE_DOCTORS)
    if not all(_DOCTOR in fold(name) for name in names):
        raise InputError(index_texts.GOAL_OF_DOCTORS)
