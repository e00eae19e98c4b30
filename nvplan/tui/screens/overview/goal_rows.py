"""The overview's rows about goals: how each moves, what was measured last, and what is to be reached."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rich.cells import cell_len
from textual.content import Content

from nvplan.model.dates import short_date
from nvplan.model.objects import Goal
from nvplan.model.safetext import one_line
from nvplan.services.reading.goal_standing import GoalStanding, amount_of, in_order, spark, standings, state_words
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.places import Place
from nvplan.texts import overview as overview_texts
from nvplan.tui.widgets.blocks import BlockRow

#: So many goals; the list has them all.
MOST = 8
#: The columns of the numbers: the small line, the latest value, the target, and the side of the line to it.
_SPARK, _VALUE, _TARGET, _SIDE = 5, 9, 11, 6
#: From this width on the side stands in words too, at the right.
_WORDS = 66
_STYLES = {"efter": "$warning", "fore": "$success"}


def goal_rows(session: OpenPlan) -> Iterator[BlockRow]:
    """Yield the goals, those that have been measured and are most behind first."""
    for one in in_order(session.once("malens-lage", standings))[:MOST]:
        yield BlockRow(partial(goal_row, one), Place("mal", one.goal.id))


def goal_row(standing: GoalStanding, width: int) -> Content:
    """Return a goal on one line of so many cells: its name, how it moves, the latest value and the target."""
    goal = standing.goal
    if goal.is_state:
        return _state_row(goal, width)
    value = amount_of(standing.measured[-1].value, goal) if standing.measured else overview_texts.NOT_MEASURED
    target = amount_of(goal.target, goal) if goal.target is not None else overview_texts.NO_LEVEL
    value, target = (_brief(text, room) for text, room in ((value, _VALUE), (target, _TARGET)))
    side = standing.latest.side if standing.latest is not None else ""
    told = f" {overview_texts.SIDE.get(side, ''):<{_SIDE - 1}}" if width >= _WORDS else ""
    room = width - 3 - 1 - _SPARK - _VALUE - 3 - _TARGET - len(told)
    style = _STYLES.get(side, "$quiet")
    line, taken = spark(standing, _SPARK - 1), _VALUE
    if line:
        line = f"{line:<{_SPARK}}"
    else:  # the name goes on to where the value begins: two that begin alike are told apart
        room, taken = room + _SPARK + _VALUE - len(value), len(value)
    return Content.assemble(
        (f" {overview_texts.SIDE_SIGN.get(side, ''):<2}", style), f"{one_line(_name(goal), room):<{room}} ",
        (line, "$primary"),
        (f"{value:>{taken}}", "bold" if standing.measured else "$quiet"), (f" {overview_texts.NEXT} ", "$quiet"),
        (f"{target:<{_TARGET}}", "" if goal.target is not None else "$quiet"), (told, style))


def _state_row(goal: Goal, width: int) -> Content:
    """Return a goal without a number: its name, how far it has come, and the day by which it is to be reached."""
    told = f"{state_words(goal)} {overview_texts.NEXT} {short_date(goal.date)}" if goal.date else state_words(goal)
    room = width - 3 - 1 - cell_len(told)
    return Content.assemble(f"   {one_line(_name(goal), room):<{room}} ", (told, "$quiet"))


def _name(goal: Goal) -> str:
    """Return what a goal is called in few words: as the national goal that it answers to, where there is one."""
    if goal.national:
        from nvplan.catalog.figures import goals as national_goals  # the money and the history come with it

        return next((one.title for one in national_goals() if one.id == goal.national), goal.title)
    return goal.title


def _brief(amount: str, room: int) -> str:
    """Return an amount, without the words of its unit where they have no room."""
    return amount if len(amount) <= room else one_line(amount.split(" ", 1)[0], room)
