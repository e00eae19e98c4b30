"""The straight line from where a goal is counted to where it is to be: no forecast, only what even pace would be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from nvplan.model.dates import last_day
from nvplan.model.objects import Goal

#: Before the line is better than it, after it worse, whichever way is up.
Side = Literal["fore", "efter", "pa"]
_LEAST_PLACES, _MOST_PLACES = 1, 4


@dataclass(frozen=True)
class GoalLine:
    """A line between two days, in the unit of the goal."""

    start: dt.date
    base: Decimal
    end: dt.date
    target: Decimal

    def at(self, day: dt.date) -> Fraction:
        """Return where the line is on a day, exactly; before it begins the base, when it has ended the target."""
        whole = (self.end - self.start).days
        passed = min(max((day - self.start).days, 0), whole)
        return Fraction(self.base) + (Fraction(self.target) - Fraction(self.base)) * Fraction(passed, whole)


@dataclass(frozen=True)
class OnLine:
    """A measured value against the line on its day."""

    expected: Decimal
    """Where the line is, with the decimals of the numbers that it is drawn from, at least one."""
    difference: Decimal
    """How far from it, without sign."""
    side: Side


def line_of(goal: Goal, measured: dt.date | None = None) -> GoalLine | None:
    """Return a goal's line; None without base and base year or target and day, or where they come backwards.

    `measured` is the day on which the base was measured, where that is known; else the line begins where the base year
    ends, so that nothing within the year counts as movement.
    """
    if goal.baseline is None or goal.baseline_year is None or goal.target is None or not goal.date:
        return None
    start, end = measured or dt.date(goal.baseline_year, 12, 31), last_day(goal.date)
    return GoalLine(start, goal.baseline, end, goal.target) if start < end else None


def against(line: GoalLine, day: dt.date, value: Decimal, *, higher: bool | None = None) -> OnLine:
    """Return where a value stands against the line.

    `higher` tells whether more is better, and decides only where base and target are the same. Two values that are the
    same in the decimals that were written are on the line.
    """
    places = min(_MOST_PLACES, max(_LEAST_PLACES, *(_places(one) for one in (line.base, line.target, value))))
    exact = line.at(day)
    difference = _rounded(abs(Fraction(value) - exact), places)
    above = Fraction(value) > exact
    upwards = line.target > line.base if line.target != line.base else higher is not False
    side: Side = "pa" if difference == 0 else "fore" if above == upwards else "efter"
    return OnLine(_rounded(exact, places), difference, side)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(value: Fraction, places: int) -> Decimal:
    scaled = Decimal(value.numerator) * 10 ** places / Decimal(value.denominator)
    whole: Decimal = scaled.quantize(Decimal(1), ROUND_HALF_UP)
    return whole.scaleb(-places)
