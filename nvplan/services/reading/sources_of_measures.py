"""When a mätkälla last had values, and when it should have new ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nvplan.model.collation import fold
from nvplan.model.dates import last_day, months_after
from nvplan.model.objects import MONTHS, Measurement, MeasureSource
from nvplan.model.plan import PlanState


@dataclass(frozen=True)
class Freshness:
    """How fresh the values of a source are: stored times, empty where nobody has said or nothing follows."""

    last: str = ""
    """The last day that any of its values is about, in the register or in a measurement that points at it."""
    expected: str = ""
    """When the next value is to come: the county's own day, or so long after the last as the source says."""

    def is_late(self, today: dt.date) -> bool:
        """Whether the day of the next value has passed."""
        return bool(self.expected) and last_day(self.expected) < today


def freshness(state: PlanState, source: MeasureSource) -> Freshness:
    """Return when a source last had values and when it should have new ones.

    A day for the next value that the values have already reached says nothing of the one after it.
    """
    days = [source.date, *(one.date for one in measurements_of(state, source) if one.value is not None)]
    last = max((day for day in days if day), key=last_day, default="")
    if source.due and (not last or last_day(last) < last_day(source.due)):
        return Freshness(last, source.due)
    months = MONTHS.get(source.interval or "")
    return Freshness(last, months_after(last_day(last), months).isoformat() if last and months else "")


def measurements_of(state: PlanState, source: MeasureSource) -> list[Measurement]:
    """Return the measurements that come from a source: that point at it, or that call theirs what it is called."""
    called = fold(source.title.strip())
    return [one for one in state.objects.get(Measurement.about.name, {}).values() if isinstance(one, Measurement)
            and (one.origin == source.id or (not one.origin and fold(one.source.strip()) == called))]
