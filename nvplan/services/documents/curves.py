"""Goals and measures over time: the numbers of a chart, and the curve that is drawn of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.dates import last_day
from nvplan.model.document import Bar, Curve, Point
from nvplan.model.objects import Measurement
from nvplan.services.documents.shown_values import show_value
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount
from nvplan.services.reading.goal_standing import GoalStanding, amount_of, unit_of
from nvplan.texts import documents_plans as documents_plans_texts

PERCENT = "%"


def bar(label: str, value: Decimal, text: str) -> Bar:
    """Return a bar of a chart."""
    return Bar(label=label, value=value, text=text)


def base_label(year: object) -> str:
    """Return what the base is called, with its year where that is known."""
    return documents_plans_texts.BASE_BAR.format(year=year) if year else documents_plans_texts.BASE_BAR_NO_YEAR


def after_base(standing: GoalStanding) -> list[Measurement]:
    """Return the measurements of a goal in its unit, without the one that is the base itself."""
    goal, line = standing.goal, standing.line
    return [one for one in standing.measured if one.unit in (None, goal.unit)
            and not (line is not None and one.value == line.base and last_day(one.date) == line.start)]


def measured_bars(view: View, measured: Sequence[Measurement]) -> list[Bar]:
    """Return a number for each measurement, which the document is then about to show."""
    bars = []
    for one in measured:
        if one.value is not None:
            show_value(view, one)
            bars.append(bar(documents_plans_texts.LATEST_BAR.format(date=view.text(one, "date")), one.value,
                            amount(one.value, one.unit)))
    return bars


def points(measured: Sequence[Measurement], unit: str) -> tuple[Point, ...]:
    """Return dated values as points; the unit stands on the scale and not at each of them."""
    return tuple(Point(day=one.date, value=one.value, text=_short(amount(one.value, one.unit), unit))
                 for one in measured if one.value is not None and one.date)


def _short(text: str, unit: str) -> str:
    return text.removesuffix(unit).rstrip() if unit else text


def goal_curve(standing: GoalStanding, measured: Sequence[Measurement]) -> Curve | None:
    """Return a goal's curve, None where nothing has a day."""
    goal, line = standing.goal, standing.line
    unit = PERCENT if unit_of(goal) == PERCENT else ""
    bare = goal.model_copy(update={"unit_text": ""})
    base = target = None
    if line is not None:
        base = Point(day=line.start.isoformat(), value=line.base, text=_short(amount_of(line.base, bare), unit))
        target = Point(day=goal.date, value=line.target, text=amount_of(line.target, bare))
    found = points(measured, unit)
    return Curve(measured=found, base=base, target=target, unit=unit) if found or base else None


def measure_curve(measured: Sequence[Measurement], base: tuple[Decimal | None, Decimal | None],
                  standing: GoalStanding | None, unit: str) -> Curve | None:
    """Return the curve of a measure that the plan follows, with the county's own goal where it has one.

    `base` is year and value as chapter 2.4 has them; with a goal of the county's own that has a line, the line's.
    """
    if standing is not None and standing.line is not None:
        return goal_curve(standing, measured)
    found = points(measured, unit)
    year, value = base
    start = None
    if year is not None and value is not None:
        start = Point(day=f"{int(year)}-12-31", value=value, text=_short(amount(value, None), unit))
        found = tuple(point for point in found if last_day(point.day) > last_day(start.day))
    return Curve(measured=found, base=start, unit=unit) if found else None
