"""The overview's rows about goals: those that a room should see first, each as a small line with its words."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from nvplan.model.dates import format_date
from nvplan.model.safetext import one_line
from nvplan.services.reading.goal_standing import (
    SMALL_WIDTH,
    GoalStanding,
    amount_of,
    most_telling,
    small_line,
    standings,
    where_words,
)
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.places import Place
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.screens.overview.overview_rows import heading

#: So many goals: those that are most behind.
_MOST = 3


def goal_rows(session: OpenPlan, room: int, style: str) -> Iterator[tuple[Content, Place | None]]:
    """Yield a heading and the goals that have been measured, in so many cells; nothing where none has."""
    found = most_telling(session.once("malens-lage", standings), _MOST)
    if found:
        yield heading(planner_objects_texts.place_name("mal")), None
    for one in found:
        yield _goal_row(one, room, style), Place("mal", one.goal.id)


def _goal_row(standing: GoalStanding, room: int, style: str) -> Content:
    """Return a goal, and below it the small line to its target with the latest value against the line in words."""
    goal, latest = standing.goal, standing.measured[-1]
    told = f"{amount_of(latest.value, goal)} {format_date(latest.date)}, {where_words(standing)}"
    line = Content.assemble("  ", small_line(standing), "  ", Content.styled(
        one_line(told, max(20, room - SMALL_WIDTH - 4)), style))
    return Content("\n").join([Content(one_line(goal.title, room)), line])
