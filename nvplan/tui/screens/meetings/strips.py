"""How closed rounds look: a strip per dimension, a mark per vote, told apart without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from textual.content import Content

from nvplan.model.objects import Contribution
from nvplan.model.safetext import one_line
from nvplan.services.meetings.agreement import SCORES, is_inside
from nvplan.services.meetings.scoring import Scored, told
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.meetings.view import MOST_ROWS, WIDEST

#: How wide a score's column is; so many marks stand in it, and more are a number.
_COLUMN, _MOST_MARKS = 8, 7
#: Where the verdict begins on the line of the dimension.
_VERDICT_AT = 48
_NONE = "·"
#: Where the median was the last time.
_EARLIER = "▵"
#: More dots than this are a number alone.
_MOST_DOTS = 30


@dataclass(frozen=True)
class Strip:
    """A dimension's lines, without the scale above them."""

    rows: tuple[Content, ...]


def strip(one: Scored, before: Scored | None) -> Strip:
    """Return a round as lines: what and the verdict, the marks, and what they say in words."""
    verdict = meeting_rounds_texts.VERDICTS[one.verdict]
    number = one.round.number
    title = one.title if number == 1 else f"{one.title} ({number})"
    first = f"{one_line(title, _VERDICT_AT - 2):<{_VERDICT_AT}}{verdict}"
    said = list(told(one, before))
    earlier = before.found.median if before is not None and before.found is not None else None
    if earlier is not None:
        said[-1] = f"{_EARLIER} {said[-1]}"
    words = textwrap.wrap(meeting_rounds_texts.listed(said), WIDEST)
    if one.round.settled:
        words += textwrap.wrap(meeting_rounds_texts.SETTLED_AS[one.round.settled].format(reason=one.round.reason),
                               WIDEST, max_lines=1, placeholder=" …")
    return Strip((literal(first, "bold"), literal(marks(one.counts, one, earlier)),
                  *(literal(row, "$quiet") for row in words)))


def marks(counts: Sequence[int], one: Scored, earlier: Fraction | None = None) -> str:
    """Return a mark per vote in the column of its score: full within a step from the median, else empty.

    Where the last time's median was stands a mark of its own: after the votes on that score, at the far end of the
    column where it lay between two.
    """
    median = one.found.median if one.found is not None else None
    cells = []
    for score, count in enumerate(counts):
        mark = "●" if median is not None and is_inside(score, median) else "○"
        most = _MOST_MARKS - (earlier is not None)
        cell = _NONE if not count else mark * count if count <= most else f"{count} {mark}"
        if earlier is not None and int(earlier) == score:
            cell = f"{cell}{_EARLIER}" if earlier == score else f"{cell:<{_COLUMN - 1}}{_EARLIER}"
        cells.append(cell)
    return "".join(f"{cell:<{_COLUMN}}" for cell in cells).rstrip()


def scale() -> Content:
    """Return the scores above their columns."""
    return literal("".join(f"{score:<{_COLUMN}}" for score in SCORES).rstrip(), "$quiet")


def dot_rows(found: Sequence[tuple[int, Contribution]]) -> list[Content]:
    """Return the proposals with their dots, most first; those with as many share a place and say so."""
    places = [place for place, _ in found]
    rows: list[Content] = [literal(planner_assess_texts.DOTS_TITLE, "$quiet")] if found else []
    for place, one in found:
        told_at = planner_assess_texts.DOTS_SHARED if places.count(place) > 1 else planner_assess_texts.DOTS_ROW
        count = one.dots or 0
        drawn = f"  {'●' * count}" if 0 < count <= _MOST_DOTS else ""
        words = f"  {meeting_rounds_texts.dots(count)}{drawn}"
        first = told_at.format(place=place)
        rows.append(Content.assemble(literal(first + one_line(one.text, WIDEST - len(first + words)), "bold"),
                                     literal(words, "$quiet")))
    return rows


def pages(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return the strips a screen at a time: as many as there is room for below the scale, at least one."""
    found: list[list[Strip]] = []
    left = 0
    for one in strips:
        need = len(one.rows) + 1
        if not found or need > left:
            found.append([])
            left = MOST_ROWS
        found[-1].append(one)
        left -= need
    return found


def page_of(laid: Sequence[Sequence[Strip]], place: int) -> int:
    """Return which page a strip stands on, by its place among all of them."""
    passed = 0
    for number, page in enumerate(laid):
        passed += len(page)
        if place < passed:
            return number
    return 0
