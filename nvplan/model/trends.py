"""What figures mean when set against each other: trend, relative change, the level that a goal comes to."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from nvplan.model.figures import Compared, Goal

Trend = Literal["battre", "samre", "oforandrad"]
_ONE_DECIMAL = Decimal("0.1")


def trend(figure: Compared) -> Trend | None:
    """Return whether the value is better, worse or the same as the one it is compared with.

    None without a comparison value or a direction. Any difference counts: the sources give no margin of error.
    """
    if figure.comparison_value is None or figure.direction is None:
        return None
    if figure.value == figure.comparison_value:
        return "oforandrad"
    rose = figure.value > figure.comparison_value
    return "battre" if rose == (figure.direction == "hogre") else "samre"


def relative_change(value: Decimal, base: Decimal) -> Decimal | None:
    """Return the change from base to value in percent of base, to one decimal; None when base is 0.

    This is not percentage points: from 40 to 69 percent is a relative change of 72.5 percent.
    """
    if base == 0:
        return None
    return ((value - base) / base * 100).quantize(_ONE_DECIMAL, rounding=ROUND_HALF_UP)


def figure_change(figure: Compared) -> Decimal | None:
    """Return the relative change in percent from the comparison value, or None without one."""
    return None if figure.comparison_value is None else relative_change(figure.value, figure.comparison_value)


def goal_level(goal: Goal, base: Decimal | None = None) -> Decimal | None:
    """Return the level that the goal comes to, in the unit of what is measured.

    A share is its own level. A relative increase needs the county's base value: base × (1 + value/100).
    None for an increase without a base or without a number, and for a guide value, which is no level to reach.
    """
    if goal.value is None or not goal.is_limit:
        return None
    if goal.kind == "andel_minst":
        return goal.value
    return None if base is None else base * (1 + goal.value / 100)
