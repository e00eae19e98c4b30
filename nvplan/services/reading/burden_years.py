"""The burden of agreements year by year in a plan of several years, and whether it has risen since the year before.

A year that is over is read from the state that it left. An answer that was taken over from the year before and that
nobody has confirmed is that year's, not this one's.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from nvplan.catalog import anchors
from nvplan.model.errors import NvplanError
from nvplan.model.numbers import format_number
from nvplan.model.plan import PlanState
from nvplan.services.reading.burden import HARDER, Burden, burden, rises
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import open_snapshot
from nvplan.texts import burden as burden_texts

_MINUTES = (anchors.BURDEN_BEFORE, anchors.BURDEN_AFTER)


@dataclass(frozen=True)
class YearOfBurden:
    """What was said of one year: the minutes before and after, and the staff's judgement from 1 to 5; or nothing."""

    year: int
    minutes: Burden | None
    staff: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Before, after, the difference with its sign and the staff's judgement; empty where nothing is said."""
        if self.minutes is None:
            return "", "", "", self.staff
        one = self.minutes
        return (format_number(one.before), format_number(one.after),
                burden_texts.signed(format_number(abs(one.difference)), one.difference), self.staff)


def burden_years(plan: OpenPlan) -> list[YearOfBurden]:
    """Return the years of which something is said, in order; in a plan of one year that year alone."""
    def found(state: PlanState) -> list[YearOfBurden]:
        earlier = [_of_year(int(year), before) for year, frozen in sorted(state.info.followed_up.items())
                   if (before := _left(plan, frozen)) is not None]
        return [one for one in (*earlier, _of_year(state.info.year, state)) if one.minutes or one.staff]

    return plan.once("borda-ar", found)


def _left(plan: OpenPlan, frozen: str) -> PlanState | None:
    try:
        return open_snapshot(plan, frozen).state
    except NvplanError:  # what was frozen can no longer be read: the year says nothing, as in the list of the years
        return None


def _of_year(year: int, state: PlanState) -> YearOfBurden:
    minutes = None if any(state.answer(one).carried for one in _MINUTES[1:]) else burden(state)
    said = state.answer(anchors.BURDEN)
    return YearOfBurden(year, minutes, str(said.value) if isinstance(said.value, str) and not said.carried else "")


def since_year_before(plan: OpenPlan) -> str:
    """Return how the minutes have changed since the latest year before that was counted; empty where none was."""
    counted = [(one.year, one.minutes.after) for one in burden_years(plan) if one.minutes is not None]
    if len(counted) < 2:
        return ""
    (before, then), (year, now) = counted[-2:]
    return burden_texts.since(before, year, format_number(then), format_number(now), format_number(abs(now - then)),
                              now - then)


def over_years(plan: OpenPlan) -> str:
    """Return the minutes of each year that was counted, and how they went; empty where there are not two to compare."""
    counted = [(one.year, one.minutes.after) for one in burden_years(plan) if one.minutes is not None]
    if len(counted) < 2:
        return ""
    told = [(year, format_number(minutes)) for year, minutes in counted]
    return burden_texts.over_years(told, since_year_before(plan))


def risen(plan: OpenPlan) -> str:
    """Return in what way the burden has risen: since before the agreements, or since the year before; else nothing."""
    told = [rises(plan.state)]
    counted = [one.minutes.after for one in burden_years(plan) if one.minutes is not None]
    said = [one.staff for one in burden_years(plan) if one.staff.isdecimal()]
    if any(now > then for then, now in list(pairwise(counted))[-1:]):
        told.append(since_year_before(plan))
    if any(now > then and now not in HARDER for then, now in list(pairwise(said))[-1:]):
        told.append(burden_texts.STAFF_HARDER)
    return " ".join(filter(None, told))

