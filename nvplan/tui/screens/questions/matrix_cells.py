"""What the cells of the table over the actors say, cut to the width of a column."""

from __future__ import annotations

import textwrap

from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.matrix import Matrix, shown_text
from nvplan.texts import planner_places as planner_places_texts

#: A cell is cut here; the whole answer is in its box.
COLUMN = 17
HEADING_LINES = 3


def heading(label: str) -> str:
    """Return a question as the heading of a column, on as many lines as there are."""
    return "\n".join(textwrap.wrap(label, COLUMN, max_lines=HEADING_LINES, placeholder="…"))


def cell_words(matrix: Matrix, row: int, column: int, state: PlanState) -> str:
    """Return an actor's answer in a cell: marked where it is last year's, and told apart where it is not asked."""
    question, answer = matrix.columns[column], matrix.answer(row, column, state)
    if answer.value is None:
        asked = matrix.is_asked(row, column, state)
        return planner_places_texts.MATRIX_EMPTY if asked else planner_places_texts.MATRIX_NOT_ASKED
    shown = shown_text(question, answer.value)
    if question.columns and isinstance(answer.value, list):
        shown = planner_places_texts.CELL_TABLE.format(count=len(answer.value))
    mark = planner_places_texts.MATRIX_CARRIED if answer.carried else ""
    return one_line(shown, COLUMN - len(mark)) + mark
