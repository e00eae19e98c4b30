"""Which measured values follow a goal: those that are tied to it, and those of the national goal that it is about.

The plan for continuity asks for its shares and indices before it asks for goals, so the one who types a value cannot
tie it. What is measured says it: the same measure as the national goal, of everybody, counted on the same whole.
"""

from __future__ import annotations

from nvplan.catalog.following import given_by
from nvplan.model.objects import Goal, Measurement

#: The share of a county that a national goal is about is of its inhabitants (002 lines 817-821).
_SHARE, _INHABITANTS = "andel_lakarkontakt", "befolkning"


def follows(one: Measurement, goal: Goal) -> bool:
    """Whether a measured value is of a goal: tied to it, or to none and of the national goal that it is tied to."""
    if one.goal:
        return one.goal == goal.id
    if not goal.national or one.actor or one.group or not goal.measure:
        return False
    return one.measure == goal.measure == given_by(goal.national).get("measure") and _same_whole(one, goal)


def _same_whole(one: Measurement, goal: Goal) -> bool:
    whole = goal.denominator or (_INHABITANTS if goal.measure == _SHARE else "")
    return not whole or one.denominator in ("", None, whole)
