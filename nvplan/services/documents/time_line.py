"""The insatser of a plan over time, as a picture: the tables below it have the same days and states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from nvplan.model.dates import first_day, last_day
from nvplan.model.document import Picture
from nvplan.model.drawn import TimeLine, TimeSpan
from nvplan.model.objects import EFFORT_STATES, Effort
from nvplan.services.documents.view import View
from nvplan.texts import documents_pictures as documents_pictures_texts

#: Years shown before and after the plan's own; what goes on outside them has an arrow.
_YEARS_BEFORE, _YEARS_AFTER = 1, 2
#: More rows than this cannot be taken in at a glance; the rest have a picture of their own.
_MOST_ROWS = 26
#: With fewer a picture says less than the table.
_ENOUGH = 4


def time_lines(view: View, efforts: Sequence[Effort]) -> Iterator[Picture]:
    """Yield the insatser with a day as bars from start to end, in the order given; none where too few have one."""
    dated = [one for one in efforts if one.start or one.end]
    if len(dated) < _ENOUGH:
        return
    count = -(-len(dated) // _MOST_ROWS)
    rows = -(-len(dated) // count)
    undated = len(efforts) - len(dated)
    for number in range(count):
        part = dated[number * rows : (number + 1) * rows]
        yield Picture(
            title=documents_pictures_texts.time_line_title(number + 1, count),
            alternative=documents_pictures_texts.time_line_told(
                _states(part), undated if number == count - 1 else 0),
            drawn=_line(view, part))


def _line(view: View, efforts: Sequence[Effort]) -> TimeLine:
    year = view.state.info.year
    known = [last_day(day).year for one in efforts for day in (one.start, one.end) if day]
    first = max(min(known), year - _YEARS_BEFORE)
    last = max(min(max(known), year + _YEARS_AFTER), year)
    return TimeLine(
        spans=tuple(TimeSpan(label=one.title, state=one.state or "", start=_first_day(one.start), end=one.end or "")
                    for one in efforts),
        first=dt.date(min(first, year), 1, 1).isoformat(), last=dt.date(last, 12, 31).isoformat(),
        today=view.state.changed[:10])


def _first_day(day: str | None) -> str:
    """Return the first day that a stored time covers: a month begins with its first day."""
    return first_day(day).isoformat() if day else ""


def _states(efforts: Sequence[Effort]) -> list[tuple[str, int]]:
    return [(state, count) for state in EFFORT_STATES if (count := sum(one.state == state for one in efforts))]
