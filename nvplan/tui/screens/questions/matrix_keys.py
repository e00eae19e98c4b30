"""The keys of the table of a question over its actors."""

from __future__ import annotations

from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command

EDIT = Command(
    "edit_cell", "enter", planner_places_texts.KEY_EDIT_CELL, planner_places_texts.HELP_EDIT_CELL, english="edit"
)
MARK = Command(
    "mark_row", "space", planner_places_texts.KEY_MARK_ROW, planner_places_texts.HELP_MARK_ROW, english="mark select"
)
FILL = Command(
    "fill_down", "ctrl+d", planner_places_texts.KEY_FILL_DOWN, planner_places_texts.HELP_FILL_DOWN, english="fill down"
)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_places_texts.HELP_MATRIX_BACK)
NEXT_COLUMN = Command("next_question", "f10", planner_texts.KEY_NEXT_QUESTION, planner_places_texts.HELP_MATRIX_NEXT,
                      shown=False, priority=True, english="next question column")
CLEAR = Command(
    "clear_cell",
    "delete,backspace",
    planner_places_texts.KEY_CLEAR_CELL,
    planner_places_texts.HELP_CLEAR_CELL,
    shown=False,
)
CONFIRM = Command("confirm", "ctrl+g", planner_places_texts.KEY_CONFIRM, planner_places_texts.HELP_CONFIRM, shown=False)
