"""Draws what goes on when, by quarter: the state is told by the shape of the bar and never by colour alone.

Filled is at work, outlined is planned, a thin line with an end stroke is finished, hatched is paused, and hatched with
a cross is broken off. An arrow goes on outside the picture; a dotted stroke is the day that the picture is of.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Iterator

from nvplan.files.write.characters import one_line
from nvplan.files.write.svg import ACCENT, GREY, INK, RULE, WIDTH, box, clear, hatched, stroke, text_width, words
from nvplan.model.dates import format_date, last_day
from nvplan.model.drawn import TimeLine, TimeSpan
from nvplan.texts import pictures as pictures_texts

_LEFT, _RIGHT, _TOP, _ROW, _BAR = 240.0, 466.0, 30.0, 12.6, 7.4
#: So many letters of a title fit on a line beside the bars, and so many lines: most titles take one, which is what
#: makes the picture low.
_MOST_LETTERS, _MOST_LINES = 50, 2
_SMALL = 9.5
_ARROW, _LEAST = 6.0, 3.0
#: What one more line of a title takes.
_LINE = 10.2
#: Room below the bars for what the marks mean, and between the lines of that.
_KEY_HEIGHT, _KEY_LINE = 54.0, 14.0
_QUARTER_MONTHS = (1, 4, 7, 10)


def height_of(line: TimeLine) -> float:
    """Return how high the picture is, in its own units."""
    return _bottom(line) + _KEY_HEIGHT


def _bottom(line: TimeLine) -> float:
    return _TOP + sum(_height(span) for span in line.spans)


def _height(span: TimeSpan) -> float:
    """Return how high a row is: as its title asks."""
    return _ROW + _LINE * (len(_lines(span.label)) - 1)


def _lines(label: str) -> list[str]:
    """Return a title on as many lines as it asks for, cut where even those are too few."""
    return textwrap.wrap(one_line(label), _MOST_LETTERS, max_lines=_MOST_LINES, placeholder="…") or [""]


def drawn(line: TimeLine) -> Iterator[str]:
    """Yield the parts of the picture."""
    scale, bottom = _scale(line), _bottom(line)
    yield from _quarters(line, scale, bottom)
    top = _TOP
    for span in line.spans:
        yield from _span(span, line, scale, top + _height(span) / 2)
        top += _height(span)
    today = dt.date.fromisoformat(line.today)
    if dt.date.fromisoformat(line.first) <= today <= dt.date.fromisoformat(line.last):
        yield stroke(scale(today), _TOP - 4, scale(today), bottom, INK, 1.2, "1.5 3")
        yield from _today(scale(today), format_date(line.today))
    yield from _key(bottom + 24)


def _today(x: float, told: str) -> Iterator[str]:
    """Yield the day above its stroke, inside the picture and on a patch of the page: a year may turn behind it."""
    half = text_width(told) / 2
    middle = min(max(x, _LEFT + half), WIDTH - half)
    yield clear(middle, _TOP - 7, told, "middle")
    yield words(middle, _TOP - 7, told, "middle", INK, 600)


def _scale(line: TimeLine) -> Callable[[dt.date], float]:
    first, last = dt.date.fromisoformat(line.first), dt.date.fromisoformat(line.last)
    days = (last - first).days + 1
    return lambda day: _LEFT + (_RIGHT - _LEFT) * (day - first).days / days


def _quarters(line: TimeLine, scale: Callable[[dt.date], float], bottom: float) -> Iterator[str]:
    """Yield the turn of each quarter, each year with its number above."""
    first, last = dt.date.fromisoformat(line.first), dt.date.fromisoformat(line.last)
    for year in range(first.year, last.year + 1):
        for month in _QUARTER_MONTHS:
            day = dt.date(year, month, 1)
            if first <= day <= last:
                x, turn = scale(day), month == 1
                yield stroke(x, _TOP - (14 if turn else 3), x, bottom, GREY if turn else RULE, 0.9 if turn else 0.6)
        middle = max(scale(dt.date(year, 1, 1)), _LEFT), min(scale(dt.date(year, 12, 31)), _RIGHT)
        yield words(sum(middle) / 2, _TOP - 19, str(year), "middle", GREY)
    yield stroke(_RIGHT, _TOP - 14, _RIGHT, bottom, GREY, 0.9)


def _span(span: TimeSpan, line: TimeLine, scale: Callable[[dt.date], float], middle: float) -> Iterator[str]:
    first, last = dt.date.fromisoformat(line.first), dt.date.fromisoformat(line.last)
    told = _lines(span.label)
    for place, text in enumerate(told):
        y = middle + 3.4 + _LINE * (place - (len(told) - 1) / 2)
        yield words(_LEFT - 8, y, text, "end", INK, size=_SMALL)
    start = dt.date.fromisoformat(span.start) if span.start else None
    end = last_day(span.end) if span.end else None
    before, after = start is None or start < first, end is None or end > last
    if (end is not None and end < first) or (start is not None and start > last):
        left = end is not None and end < first
        yield _arrow(_LEFT if left else _RIGHT, middle, -1 if left else 1)
        return
    x1 = _LEFT if before or start is None else scale(start)
    x2 = _RIGHT if after or end is None else max(scale(end + dt.timedelta(days=1)), x1 + _LEAST)
    yield from _bar(span.state, x1, x2, middle)
    if before:
        yield _arrow(_LEFT, middle, -1)
    if after:
        yield _arrow(_RIGHT, middle, 1)


def _bar(state: str, x1: float, x2: float, middle: float) -> Iterator[str]:
    top, width = middle - _BAR / 2, x2 - x1
    if state == "avslutad":
        yield stroke(x1, middle, x2, middle, GREY, 2.4)
        yield stroke(x2, top, x2, top + _BAR, GREY, 2)
    elif state in ("pausad", "avbruten"):
        yield hatched(x1, top, width, _BAR, ACCENT)
        if state == "avbruten":
            yield from _cross((x1 + x2) / 2, middle)
    elif state in ("paborjad", "pagaende"):
        yield box(x1, top, width, _BAR, ACCENT)
    else:
        yield box(x1 + 0.6, top + 0.6, max(width - 1.2, 1), _BAR - 1.2, "#ffffff", ACCENT)


def _cross(x: float, y: float) -> Iterator[str]:
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.2" fill="#ffffff"/>'
    yield stroke(x - 3.4, y - 3.4, x + 3.4, y + 3.4, INK, 1.8)
    yield stroke(x - 3.4, y + 3.4, x + 3.4, y - 3.4, INK, 1.8)


def _arrow(x: float, y: float, way: int) -> str:
    return (f'<path d="M{x + way * _ARROW:.1f} {y:.1f} L{x:.1f} {y - 4.5:.1f} L{x:.1f} {y + 4.5:.1f} Z" '
            f'fill="{INK}"/>')


def _key(y: float) -> Iterator[str]:
    """Yield what the marks mean."""
    x = 8.0
    for state, told in (*pictures_texts.STATES.items(), ("", pictures_texts.GOES_ON)):
        wide = 40 + 5.6 * len(told)
        if x + wide > WIDTH:
            x, y = 8.0, y + _KEY_LINE
        if state:
            yield from _bar(state, x, x + 22, y - 4)
        else:
            yield _arrow(x + 9, y - 4, 1)
        yield words(x + 28, y, told, "start", GREY)
        x += wide
