"""Draws need against capacity: filled is what the doctors are enough for, hatched is what is beyond the guide value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nvplan.files.write.svg import ACCENT, GREY, INK, box, fitted, hatched, stroke, words
from nvplan.model.drawn import Need, NeedRow
from nvplan.texts import pictures as pictures_texts

_LEFT, _RIGHT, _TOP, _ROW, _BAR = 130.0, 360.0, 8.0, 27.0, 14.0
_MOST_LETTERS = 22
_KEY_HEIGHT = 34.0


def height_of(need: Need) -> float:
    """Return how high the picture is, in its own units."""
    return _TOP + _ROW * len(need.rows) + _KEY_HEIGHT


def drawn(need: Need) -> Iterator[str]:
    """Yield the parts of the picture; the bars begin at zero."""
    most = max((max(row.need, row.capacity) for row in need.rows), default=Decimal(1)) or Decimal(1)
    for place, row in enumerate(need.rows):
        yield from _row(row, float(most), _TOP + _ROW * (place + 0.5))
    bottom = _TOP + _ROW * len(need.rows)
    yield stroke(_LEFT, _TOP, _LEFT, bottom, INK, 1)
    yield from _key(need, bottom + 20)


def _row(row: NeedRow, most: float, middle: float) -> Iterator[str]:
    def x(value: Decimal) -> float:
        return (_RIGHT - _LEFT) * float(value) / most

    top, enough = middle - _BAR / 2, min(row.need, row.capacity)
    yield words(_LEFT - 8, middle + 4, fitted(row.label, _MOST_LETTERS), "end", INK)
    if enough:
        yield box(_LEFT, top, x(enough), _BAR, ACCENT)
    if row.need > row.capacity:
        yield hatched(_LEFT + x(enough), top, x(row.need - enough), _BAR, ACCENT)
    elif row.capacity > row.need:
        yield box(_LEFT + x(enough), top + 0.6, x(row.capacity - enough), _BAR - 1.2, "#ffffff", GREY)
    end = _LEFT + x(max(row.need, row.capacity))
    yield words(end + 7, middle + 4, pictures_texts.NEED_ROW.format(
        need=row.need_text, capacity=row.capacity_text), "start", INK, 600)


def _key(need: Need, y: float) -> Iterator[str]:
    """Yield what the fillings mean, of those that a row has."""
    x = 8.0
    if any(row.need and row.capacity for row in need.rows):
        yield box(x, y - 9, 22, 9, ACCENT)
        yield words(x + 28, y, pictures_texts.ENOUGH, "start", GREY)
        x += 36 + 5.4 * len(pictures_texts.ENOUGH)
    if any(row.need > row.capacity for row in need.rows):
        yield hatched(x, y - 9, 22, 9, ACCENT)
        yield words(x + 28, y, pictures_texts.BEYOND, "start", GREY)
        x += 36 + 5.4 * len(pictures_texts.BEYOND)
    if any(row.capacity > row.need for row in need.rows):
        yield box(x, y - 8.4, 22, 7.8, "#ffffff", GREY)
        yield words(x + 28, y, pictures_texts.ROOM, "start", GREY)
