"""What the cells of the table over the actors say, cut to the width of a column."""

from __future__ import annotations

import textwrap

from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.matrix import Matrix, shown_text
from nvplan.texts import planner_places as planner_places_texts

#: A column is at least and at most so wide; a cell is cut there, and the whole answer is in its box.
COLUMN, WIDEST = 17, 44
HEADING_LINES = 3


def heading(label: str, width: int) -> str:
    """Return a question as the heading of a column of so many cells, on as many lines as there are."""
    return "\n".join(textwrap.wrap(label, width, max_lines=HEADING_LINES, placeholder="…"))


def cell_words(matrix: Matrix, row: int, column: int, state: PlanState, width: int) -> str:
    """Return an actor's answer in so many cells: marked where it is last year's, told apart where it is not asked."""
    question, answer = matrix.columns[column], matrix.answer(row, column, state)
    if answer.value is None:
        asked = matrix.is_asked(row, column, state)
        return planner_places_texts.MATRIX_EMPTY if asked else planner_places_texts.MATRIX_NOT_ASKED
    shown = shown_text(question, answer.value)
    if question.columns and isinstance(answer.value, list):
        shown = planner_places_texts.CELL_TABLE.format(count=len(answer.value))
    mark = planner_places_texts.MATRIX_CARRIED if answer.carried else ""
    return one_line(shown, width - len(mark)) + mark
