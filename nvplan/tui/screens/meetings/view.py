"""How a meeting looks from the back of a room: few lines, none long, and marks that need no colour."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from textual.content import Content

from nvplan.model.dates import format_date
from nvplan.model.objects import Contribution, MeetingItem
from nvplan.model.safetext import one_line
from nvplan.services.meetings.course import Line
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import meetings as meetings_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.literal import literal

#: Whatever the window, no line is longer and no more lines are shown: what is larger cannot be read from afar.
WIDEST, MOST_ROWS = 70, 11
#: From this width on there is room for larger letters, and the person is told how to get them.
WIDE = 100
#: So many lines are kept for what is said, at least.
LEAST_SAID = 5


def head(title: str, prompt: str, so_far: str, item: MeetingItem | None) -> list[Content]:
    """Return what the item is about: its title, what to talk about, the answers in numbers, and how it ended."""
    rows = [literal(row, "bold") for row in wrapped(title, 2)]
    rows += [literal(row) for row in wrapped(prompt, 2)]
    if so_far:
        rows.append(literal(one_line(so_far, WIDEST), "$quiet"))
    ended = outcome(item) if item is not None else ""
    if ended:
        rows += [literal(row, "bold $success" if item is not None and item.outcome == "enig" else "bold $warning")
                 for row in wrapped(ended, 2)]
    return rows


def outcome(item: MeetingItem) -> str:
    """Return how an item ended, in words; empty while it is open."""
    if item.outcome == "enig":
        by = meetings_texts.BY.format(day=format_date(item.due)) if item.due else ""
        text = planner_meetings_texts.facts([one_line(item.agreed), item.role, by])
        return planner_meetings_texts.AGREED.format(text=text)
    if item.outcome == "oenig":
        told = planner_meetings_texts.NOT_AGREED_BECAUSE if item.dissent else planner_meetings_texts.NOT_AGREED
        return told.format(text=one_line(item.dissent))
    return planner_meetings_texts.SAVED_FOR_LATER if item.outcome == "sparad" else ""


def said(shown: Sequence[Line], marked: str, room: int) -> list[Content]:
    """Return the contributions that there is room for, with the marked one among them, and how many are not seen."""
    if not shown:
        return [literal(planner_meetings_texts.NOTHING_SAID, "$quiet")]
    place = next((at for at, line in enumerate(shown) if line.one.id == marked), len(shown) - 1)
    if len(shown) <= room:
        first, last = 0, len(shown)
    else:
        seen = max(1, room - 2)
        first = max(0, min(place - seen // 2, len(shown) - seen))
        last = first + seen
    rows = [_line(line, marked=line.one.id == marked) for line in shown[first:last]]
    if first:
        rows.insert(0, literal(planner_meetings_texts.MORE_ABOVE.format(count=first), "$quiet"))
    if last < len(shown):
        rows.append(literal(planner_meetings_texts.MORE_BELOW.format(count=len(shown) - last), "$quiet"))
    return rows


def _line(line: Line, *, marked: bool) -> Content:
    mark, indent = "▌" if marked else " ", "  └ " if line.grouped else "• "
    became = _became(line.one)
    text = one_line(line.one.text, WIDEST - 2 - len(indent) - len(became))
    return literal(f"{mark} {indent}{text}{became}", "bold" if marked else "")


def _became(one: Contribution) -> str:
    """Return what a contribution became, else how many dots it has."""
    if one.effort:
        return planner_meetings_texts.BECAME_EFFORT
    if one.obstacle:
        return planner_meetings_texts.BECAME_OBSTACLE
    return f" · {meeting_rounds_texts.dots(one.dots)}" if one.dots is not None else ""


def wrapped(text: str, most: int) -> list[str]:
    """Return a text in lines that are not too long, at most so many; what has no room ends with an ellipsis."""
    flat = one_line(text)
    return textwrap.wrap(flat, WIDEST, max_lines=most, placeholder=" …") if flat else []
