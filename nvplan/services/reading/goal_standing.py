"""Where a goal stands: its measurements, the straight line to it, and both told in words and as a small line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nvplan.model.dates import date_order, format_date, last_day
from nvplan.model.goal_line import GoalLine, OnLine, against, line_of
from nvplan.model.numbers import NO_BREAK, format_number
from nvplan.model.objects import Goal, Measurement
from nvplan.model.objects.figures import INDEX_MEASURES, SHARE_MEASURES
from nvplan.model.plan import PlanState
from nvplan.services.reading.goal_measurements import follows
from nvplan.services.reading.object_fields import code_options
from nvplan.texts import goal_line as line_texts
from nvplan.texts import objects as objects_texts

_HEIGHTS = "▁▂▃▄▅▆▇█"
_SHARE = "andel_lakarkontakt"
#: Of whom a share may be that stands for the county, the better first.
_EVERYBODY = ("befolkning", "listade")
_BETWEEN, _TARGET = "·", "◇"
#: How many characters wide the small line is.
SMALL_WIDTH = 24


@dataclass(frozen=True)
class GoalStanding:
    """A goal with what has been measured of it, the county's own, oldest first."""

    goal: Goal
    measured: tuple[Measurement, ...]
    line: GoalLine | None
    latest: OnLine | None
    """The latest value against the line; None without either, or where it was not measured after the line begins: the
    day on which the goal is counted from is one measurement, and a pace takes two."""
    share: Measurement | None = None
    """For a goal of an index to doctors: the latest share with a fast läkarkontakt, which says another thing and always
    stands beside it (002 lines 749-753)."""


def measured_for(goal: Goal, measurements: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """Return the county's dated values that follow a goal, oldest first: of everybody, and counted as the goal is.

    A share of the listed is no step on the way to a share of the population.
    """
    found = [one for one in measurements
             if follows(one, goal) and one.value is not None and one.date and not (one.actor or one.group)
             and (not goal.denominator or one.denominator in ("", goal.denominator))]
    return tuple(sorted(found, key=lambda one: (date_order(one.date), one.id)))


def standing_of(goal: Goal, measurements: Sequence[Measurement]) -> GoalStanding:
    """Return where a goal stands."""
    measured = measured_for(goal, measurements)
    first = next((last_day(one.date) for one in measured
                  if one.value == goal.baseline and one.date[:4] == str(goal.baseline_year)), None)
    line = line_of(goal, first)
    latest = None
    if line is not None and measured:
        last = measured[-1]
        day = last_day(last.date)
        if day > line.start and last.value is not None:
            latest = against(line, day, last.value, higher=goal.direction != "lagre")
    return GoalStanding(goal, measured, line, latest, _latest_share(measurements) if is_index(goal) else None)


def is_index(goal: Goal) -> bool:
    """Tell whether a goal is about a continuity index."""
    return goal.measure in INDEX_MEASURES


def _latest_share(measurements: Sequence[Measurement]) -> Measurement | None:
    """Return the latest share of everybody: of the population where it is known, else of the listed."""
    found = [one for one in measurements if one.measure == _SHARE and one.value is not None and one.date
             and one.denominator in _EVERYBODY and not (one.actor or one.group)]
    return max(found, key=lambda one: (-_EVERYBODY.index(one.denominator), one.date, one.id), default=None)


def standings(state: PlanState) -> list[GoalStanding]:
    """Return every goal of the plan with where it stands."""
    measurements = [one for one in state.objects.get("matning", {}).values() if isinstance(one, Measurement)]
    return [standing_of(goal, measurements) for goal in state.objects.get("mal", {}).values() if isinstance(goal, Goal)]


def in_order(found: Iterable[GoalStanding]) -> list[GoalStanding]:
    """Return goals as a room should see them: those after the line, on it, before it, and those not compared last.

    Where an index comes first, the goal for the share stands next to it: the two say different things.
    """
    order = ("efter", "pa", "fore")
    ordered = sorted(found, key=lambda one: order.index(one.latest.side) if one.latest else
                     len(order) if one.measured else len(order) + 1)
    first = next((place for place, one in enumerate(ordered) if is_index(one.goal)), None)
    share = next((place for place, one in enumerate(ordered) if one.goal.measure == _SHARE), None)
    if first is not None and share is not None and share > first + 1:
        ordered.insert(first + 1, ordered.pop(share))
    return ordered


def unit_of(goal: Goal) -> str:
    """Return the unit in which a goal counts, as it is written after a number; an index has none."""
    if goal.unit == "procent" or (goal.unit is None and goal.measure in SHARE_MEASURES):
        return "%"
    if goal.unit == "index" or (goal.unit is None and goal.measure in INDEX_MEASURES):
        return ""
    return goal.unit_text if goal.unit == "annan" else ""


def amount_of(value: Decimal | None, goal: Goal) -> str:
    """Return a value in the goal's unit, empty where there is none."""
    unit = "" if value is None else objects_texts.unit_of(value, unit_of(goal))
    return "" if value is None else f"{format_number(value)}{NO_BREAK if unit == '%' else ' '}{unit}".strip()


def brief_amount(value: Decimal | None, goal: Goal) -> str:
    """Return a value as it stands in a column: with its percent sign, and without a unit that is longer than that."""
    return amount_of(value, goal if unit_of(goal) == "%" else goal.model_copy(update={"unit_text": ""}))


def where_words(standing: GoalStanding) -> str:
    """Return on which side of the line the latest value is and by how much; empty where there is nothing to compare."""
    found = standing.latest
    if found is None:
        return ""
    points = f" {line_texts.POINTS}" if unit_of(standing.goal) == "%" else ""
    difference = format_number(found.difference) + points
    return line_texts.SIDE[found.side].format(difference=difference)


def told(standing: GoalStanding) -> str:
    """Return the small line in words: the latest value, its place against the line, and what the line is.

    Of an index the share with a fast läkarkontakt is told too, or that it is not measured; of a goal without a number
    how far it has come.
    """
    if standing.goal.is_state:
        return line_texts.state_told(state_words(standing.goal), format_date(standing.goal.date),
                                     format_date(standing.goal.reached))
    return " ".join(filter(None, (_line_told(standing), _share_told(standing))))


def state_words(goal: Goal) -> str:
    """Return how far a goal without a number has come; that nobody has said it, where nobody has."""
    return next((one.label for one in code_options("mallage") if one.id == goal.state), line_texts.NO_STATE)


def _share_told(standing: GoalStanding) -> str:
    if not is_index(standing.goal):
        return ""
    one = standing.share
    if one is None:
        return line_texts.NO_SHARE
    of = next((option.label.lower() for option in code_options("namnare") if option.id == one.denominator), "")
    value = f"{format_number(one.value or 0)}{NO_BREAK}%"
    return line_texts.SHARE.format(value=value, of=of, date=format_date(one.date))


def _line_told(standing: GoalStanding) -> str:
    goal, line = standing.goal, standing.line
    if line is None:
        return line_texts.NO_LINE
    bare = goal.model_copy(update={"unit_text": ""})  # a long unit is said once
    parts: dict[str, Any] = {"base": amount_of(line.base, bare), "start": format_date(line.start.isoformat()),
                             "target": amount_of(line.target, bare), "by": format_date(goal.date)}
    if not standing.measured:
        return line_texts.NOT_MEASURED.format(**parts)
    last = standing.measured[-1]
    if standing.latest is None and last_day(last.date) == line.start:
        return line_texts.AT_BASE.format(value=amount_of(last.value, goal), date=format_date(last.date), **parts)
    if standing.latest is None:
        return line_texts.BEFORE_BASE.format(date=format_date(last.date))
    return line_texts.TOLD.format(value=amount_of(last.value, goal), date=format_date(last.date),
                                  where=where_words(standing), **parts)


def spark(standing: GoalStanding, most: int) -> str:
    """Return the latest measured values as heights, so many at most; one alone is no movement and is not drawn."""
    values = [one.value for one in standing.measured if one.value is not None][-most:]
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    if high == low:
        return _HEIGHTS[3] * len(values)
    return "".join(_HEIGHTS[1 + round((value - low) / (high - low) * (len(_HEIGHTS) - 2))] for value in values)


def small_line(standing: GoalStanding, width: int = SMALL_WIDTH) -> str:
    """Return the base and the measured values as heights in order of time, dots between them, and the target's mark.

    Empty without a line. The heights are between the least and the greatest of base, measured and target: they tell of
    movement, and the words beside tell of size.
    """
    line = standing.line
    if line is None:
        return ""
    points = [(line.start, line.base)] + [
        (last_day(one.date), one.value) for one in standing.measured
        if one.value is not None and last_day(one.date) > line.start]
    values = [value for _, value in points] + [line.target]
    low, high = min(values), max(values)
    end = max(line.end, points[-1][0])
    drawn = [_BETWEEN] * (width - 1)
    for day, value in points:
        share = (value - low) / (high - low) if high > low else Decimal(0)
        drawn[_column(day, line.start, end, width - 1)] = _HEIGHTS[round(share * (len(_HEIGHTS) - 1))]
    return "".join(drawn) + _TARGET


def _column(day: dt.date, start: dt.date, end: dt.date, width: int) -> int:
    return round((day - start).days / (end - start).days * (width - 1))


def standing_json(standing: GoalStanding) -> dict[str, Any]:
    """Return a goal's standing with English names; numbers as they were written."""
    goal, line, latest = standing.goal, standing.line, standing.latest
    return {
        "goal": goal.id, "title": goal.title, "unit": goal.unit, "measure": goal.measure,
        "base": _number(goal.baseline), "base_year": goal.baseline_year, "target": _number(goal.target),
        "date": goal.date,
        "series": [{"id": one.id, "date": one.date, "value": _number(one.value), "source": one.source,
                    "women": _number(one.women), "men": _number(one.men)} for one in standing.measured],
        "line": None if line is None else {"start": line.start.isoformat(), "end": line.end.isoformat()},
        "expected": _number(latest.expected) if latest else None,
        "difference": _number(latest.difference) if latest else None, "side": latest.side if latest else None,
        "share": {"value": _number(standing.share.value), "date": standing.share.date} if standing.share else None,
        "text": told(standing),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
