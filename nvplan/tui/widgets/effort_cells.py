"""How an insats and a count of insatser look on the board."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.model.safetext import one_line, visible
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import objects as objects_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal_cell

#: The code of the row and the column that count everything.
SUM = "summa"
#: Headings that would not fit their column as they stand.
SHORT_HEADINGS = {
    "projekt": planner_objects_texts.SHORT_PROJECT,
    "under_breddinforande": planner_objects_texts.SHORT_SPREADING,
    NOT_GIVEN: planner_objects_texts.SHORT_MISSING,
}


def effort_words(field: str, code: str) -> str:
    """Return what a state or spread is called; the sum and what nobody has given have words too."""
    known = {option.id: option.label for option in fields_by_name("insats")[field].options}
    return {NOT_GIVEN: planner_objects_texts.BOARD_MISSING, SUM: planner_objects_texts.BOARD_SUM}.get(code) or known[
        code
    ]


def count_cell(count: int, total: bool) -> Text:
    """Return a count for a cell of the board; none is a dot."""
    text = literal_cell(str(count) if count else planner_objects_texts.BOARD_NONE)
    text.justify = "right"
    text.stylize("bold" if total or count else "$quiet")
    return text


def effort_reach(one: Effort) -> str:
    """Return how many of how many an insats reaches, empty where that is not known."""
    if one.reached is None or one.reach_of is None:
        return ""
    return planner_objects_texts.BOARD_REACH.format(reached=format_number(one.reached), of=format_number(one.reach_of),
                                    unit=objects_texts.unit_of(one.reach_of, one.reach_unit)).strip()


def effort_line(one: Effort, room: int) -> Content:
    """Return an insats on one line: its title and how many of how many it reaches."""
    reach = one_line(effort_reach(one), 40)
    title = one_line(one.title, room - len(reach) - 6)
    return Content(f"{title}  ·  {reach}" if reach else title)


def effort_card(one: Effort) -> Content:
    """Return an insats as a card: its title, spread and reach."""
    spread = effort_words("spread", one.spread) if one.spread else planner_objects_texts.BOARD_MISSING
    parts = [Content.styled(one_line(one.title, 90), "bold"), Content(spread)]
    reach = visible(effort_reach(one))
    return Content("\n").join([*parts, *([Content(reach)] if reach else []), Content("")])
