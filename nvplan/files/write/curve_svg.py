"""Draws a curve as SVG: the same numbers give the same bytes, and nothing in it is told by colour alone.

Measured values are filled circles on a solid line, the target a square on its corner on a dashed level, the straight
line to it dotted. Values stand beside their points on a patch of the page, so that no line runs through them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from nvplan.files.write.characters import one_line
from nvplan.files.write.svg import ACCENT, GREY, INK, RULE, clear, stroke, svg, words
from nvplan.model.dates import MONTHS, format_date, last_day
from nvplan.model.document import Chart, Curve, Point
from nvplan.model.numbers import format_number
from nvplan.texts import pictures as pictures_texts

HEIGHT = 236
#: The part of the picture that the curve is drawn in: left, top, right, bottom.
LEFT, TOP, RIGHT, BOTTOM = 52.0, 16.0, 448.0, 178.0
_MOST_STEPS = 5
#: Room that a value needs beside its neighbour, in the picture's own units.
_VALUE_WIDTH = 34
_BELOW, _ABOVE, _CLOSE = 17, 9, 9
_STEPS = (1, 2, 5)


def has_picture(chart: Chart) -> bool:
    """Tell whether a chart has a curve that can be drawn: at least two points on different days."""
    return chart.curve is not None and len({point.day for point in _points(chart.curve)}) > 1


def _points(curve: Curve) -> list[Point]:
    return [point for point in (curve.base, *curve.measured, curve.target) if point is not None]


def described(chart: Chart) -> str:
    """Return the picture in words, for those who cannot see it."""
    curve = chart.curve or Curve(measured=())
    told = [pictures_texts.POINT_TOLD.format(value=point.text, date=format_date(point.day))
            for point in _measured(curve)]
    if curve.target is not None:
        told.append(pictures_texts.TARGET_TOLD.format(value=curve.target.text, date=format_date(curve.target.day)))
    return one_line(pictures_texts.described(chart.title, told, chart.alternative))


def _measured(curve: Curve) -> list[Point]:
    """Return the measured points; the base is the first of them unless it is there already."""
    first = [curve.base] if curve.base is not None and all(
        point.day != curve.base.day for point in curve.measured) else []
    return sorted((*first, *curve.measured), key=lambda point: point.day)


@dataclass(frozen=True)
class _Scale:
    first: dt.date
    last: dt.date
    low: float
    high: float
    step: float

    def x(self, day: dt.date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / (self.last - self.first).days

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - self.low) / (self.high - self.low)

    def place(self, point: Point) -> tuple[float, float]:
        return self.x(last_day(point.day)), self.y(float(point.value))


def _scale(curve: Curve) -> _Scale:
    points = _points(curve)
    days = [last_day(point.day) for point in points]
    values = [float(point.value) for point in points]
    least, most = min(values), max(values)
    room = (most - least) or abs(most) or 1.0
    step = _step(room * 1.3)
    low = step * ((least - room * 0.15) // step)
    if least >= 0:
        low = max(low, 0.0)
    high = low + step
    while high < most + room * 0.12:
        high += step
    return _Scale(min(days), max(days), low, high, step)


def _step(room: float) -> float:
    """Return a round step, 1, 2 or 5 times a power of ten, that the room has at most five of."""
    power = 1e-6
    while True:
        for one in _STEPS:
            if room / (one * power) <= _MOST_STEPS:
                return one * power
        power *= 10


def curve_svg(chart: Chart) -> str:
    """Return the chart's curve as SVG with a title and a description."""
    curve = chart.curve
    if curve is None:
        raise ValueError(chart.title)
    scale = _scale(curve)
    drawn = [*_grid(scale, curve.unit), *_days(scale), *_target(scale, curve), *_line(scale, curve),
             *_key(scale, curve)]
    return svg(HEIGHT, chart.title, described(chart), drawn)


def _grid(scale: _Scale, unit: str) -> list[str]:
    places = max(0, -int(Decimal(f"{scale.step:.6g}").normalize().as_tuple().exponent))
    drawn = []
    count = round((scale.high - scale.low) / scale.step)
    for number in range(count + 1):
        value = scale.low + number * scale.step
        y = scale.y(value)
        drawn.append(stroke(LEFT, y, RIGHT + 14, y, INK if number == 0 else RULE, 1 if number == 0 else 0.7))
        shown = format_number(Decimal(f"{value:.{places}f}")) + (f"\u00a0{unit}" if number == count and unit else "")
        drawn.append(words(LEFT - 7, y + 4, shown, "end", GREY))
    return drawn


def _days(scale: _Scale) -> list[str]:
    """Return the days below: the ends, and each turn of the year that has room between them."""
    shown = [scale.first, scale.last]
    for year in range(scale.first.year, scale.last.year + 1):
        day = dt.date(year, 12, 31)
        if all(abs(scale.x(day) - scale.x(other)) > 70 for other in shown):
            shown.append(day)
    drawn = []
    for day in sorted(shown):
        x = scale.x(day)
        drawn.append(stroke(x, BOTTOM, x, BOTTOM + 5, INK, 1))
        drawn.append(words(x, BOTTOM + 18, f"{MONTHS[day.month - 1][:3]} {day.year}", "middle", GREY))
    return drawn


def _target(scale: _Scale, curve: Curve) -> list[str]:
    if curve.target is None:
        return []
    x, y = scale.place(curve.target)
    drawn = [stroke(LEFT, y, x, y, INK, 1.2, "6 4")]
    if curve.base is not None:
        start = scale.place(curve.base)
        drawn.append(stroke(*start, x, y, GREY, 1.4, "1.5 3.5"))
    drawn.append(f'<path d="M{x:.1f} {y - 6.5:.1f} l6.5 6.5 l-6.5 6.5 l-6.5 -6.5 Z" fill="#ffffff" '
                 f'stroke="{INK}" stroke-width="1.8"/>')
    return drawn


def _line(scale: _Scale, curve: Curve) -> list[str]:
    points = _measured(curve)
    places = [scale.place(point) for point in points]
    drawn = []
    if len(places) > 1:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{ACCENT}" stroke-width="2.2"/>')
    drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ACCENT}"/>' for x, y in places]
    return [*drawn, *_values(points, places, scale, curve), *_target_words(scale, curve)]


def _values(points: list[Point], places: list[tuple[float, float]], scale: _Scale, curve: Curve) -> list[str]:
    """Return the values, the latest first of all and the others where there is room beside it."""
    target = scale.place(curve.target)[1] if curve.target is not None else None
    drawn: list[str] = []
    taken = float("inf")
    for at in reversed(range(len(points))):
        x, y = places[at]
        if taken - x < _VALUE_WIDTH:
            continue
        below = _goes_below(at, places, scale, curve)
        if target is not None and abs((y + 13 if below else y - 13) - target) < _CLOSE:
            below = not below
        if y + _BELOW > BOTTOM - 3:
            below = False
        anchor, line = "start" if x - LEFT < _CLOSE else "middle", y + _BELOW if below else y - _ABOVE
        drawn += [clear(x, line, points[at].text, anchor), words(x, line, points[at].text, anchor, INK, 600)]
        taken = x
    return drawn


def _goes_below(at: int, places: list[tuple[float, float]], scale: _Scale, curve: Curve) -> bool:
    """Tell whether a value stands below its point: away from the lines that meet there."""
    x, y = places[at]
    if at == len(places) - 1 and curve.base is not None and curve.target is not None:
        start, end = scale.place(curve.base), scale.place(curve.target)
        if end[0] > start[0]:
            even = start[1] + (end[1] - start[1]) * (x - start[0]) / (end[0] - start[0])
            return y >= even - 0.5 if at else end[1] < y
    beside = [places[one][1] for one in (at - 1, at + 1) if 0 <= one < len(places)]
    return sum(beside) <= y * len(beside)


def _target_words(scale: _Scale, curve: Curve) -> list[str]:
    if curve.target is None:
        return []
    _, y = scale.place(curve.target)
    text = f"{pictures_texts.TARGET.capitalize()} {curve.target.text}"
    rises = curve.base is None or curve.base.value <= curve.target.value
    line = y - 6 if rises else y + 15
    return [clear(LEFT + 5, line, text, "start"), words(LEFT + 5, line, text, "start", INK, 600)]


def _key(scale: _Scale, curve: Curve) -> list[str]:
    """Return what the marks mean, and that the scale does not begin at zero where it does not."""
    y, x = BOTTOM + 40, LEFT
    drawn = [f'<circle cx="{x + 4:.1f}" cy="{y - 4:.1f}" r="4" fill="{ACCENT}"/>',
             words(x + 13, y, pictures_texts.MEASURED, "start", GREY)]
    if curve.target is not None:
        x += 62
        drawn.append(f'<path d="M{x:.1f} {y - 10:.1f} l6 6 l-6 6 l-6 -6 Z" fill="#ffffff" stroke="{INK}" '
                     f'stroke-width="1.6"/>')
        drawn.append(words(x + 11, y, pictures_texts.TARGET, "start", GREY))
        if curve.base is not None:
            x += 52
            drawn.append(stroke(x, y - 4, x + 22, y - 4, GREY, 1.4, "1.5 3.5"))
            drawn.append(words(x + 28, y, pictures_texts.EVEN_PACE, "start", GREY))
    if scale.low != 0:
        drawn.append(words(LEFT, y + 15, pictures_texts.NOT_FROM_ZERO, "start", GREY))
    return drawn
