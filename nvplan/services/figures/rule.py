"""The rule for which patients and visits count: printed whole, and changeable in every part."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from nvplan.model.numbers import SMALLEST_GROUP

#: Primärvårdskvalitet's rule as far as it is public (2019): listed patients with three visits in 18 months, own unit.
MONTHS, LEAST_VISITS = 18, 3
#: An index needs a pair of visits.
FEWEST_LEAST_VISITS = 2
MOST_MONTHS = 120
#: The limit for small groups may be raised, but not to less than this.
FEWEST_IN_GROUP = 3


@dataclass(frozen=True)
class Rule:
    """Which visits count. What the file has no column for is left out, and said."""

    end: dt.date | None = None
    """The window's last day; None is the file's last valid date."""
    months: int = MONTHS
    least_visits: int = LEAST_VISITS
    """Fewest visits of a patient who counts, after all filters."""
    own_unit: bool = True
    """Only visits to the unit where the patient was listed at the visit."""
    once_a_day: bool = True
    """The same patient, provider and day is one contact."""
    professions: tuple[str, ...] = ()
    """Only visits to these; empty is all."""
    types: tuple[str, ...] = ()
    """Only visits of these types; empty is all."""
    smallest_group: int = SMALLEST_GROUP


@dataclass(frozen=True)
class Window:
    """The days that count: from the day after `start` to `end`, both days in the window included."""

    start: dt.date
    end: dt.date

    @property
    def first(self) -> dt.date:
        """The first day of the window."""
        return self.start + dt.timedelta(days=1)


def window_to(end: dt.date, months: int) -> Window:
    """Return the window (end − months, end]."""
    return Window(months_before(end, months), end)


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day so many calendar months before, or the month's last day where there is no such day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_ends(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the last day of each calendar month that ends within the days, both included."""
    found = []
    year, month = first.year, first.month
    while (end := dt.date(year, month, calendar.monthrange(year, month)[1])) <= last:
        found.append(end)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
