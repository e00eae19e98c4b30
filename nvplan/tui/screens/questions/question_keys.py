"""The keys of a question, and those that its field takes itself."""

from __future__ import annotations

from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command

NEXT = Command("next", "enter", planner_texts.KEY_NEXT, planner_texts.HELP_NEXT)
NEXT_FROM_TEXT = Command("next", "f8", planner_texts.KEY_NEXT, planner_texts.HELP_NEXT, priority=True, english="next")
PREVIOUS = Command("previous", "f7", planner_texts.KEY_PREVIOUS, planner_texts.HELP_PREVIOUS, shown=True, priority=True)
EVERYTHING = Command(
    "everything", "f3", planner_texts.KEY_EVERYTHING, planner_texts.HELP_EVERYTHING, shown=False, priority=True
)
NEXT_QUESTION = Command(
    "next_question",
    "f10",
    planner_texts.KEY_NEXT_QUESTION,
    planner_texts.HELP_NEXT_QUESTION,
    shown=False,
    priority=True,
)
UP = Command("up", "escape", planner_texts.KEY_UP, planner_texts.HELP_UP, shown=False)
#: What the field for a table takes itself; listed here so that the footer and the help tell it.
TABLE_KEYS = (
    Command("in_field('add_row')", "plus", planner_texts.KEY_ADD_ROW, planner_texts.HELP_ADD_ROW),
    Command("in_field('edit_row')", "enter", planner_texts.KEY_EDIT_ROW, planner_texts.HELP_EDIT_ROW),
    Command(
        "in_field('remove_row')", "delete", planner_texts.KEY_REMOVE_ROW, planner_texts.HELP_REMOVE_ROW, shown=False
    ),
)
#: What the field of a step that shows a register takes itself.
ENTRY_KEYS = (
    Command("in_field('add_entry')", "plus", planner_places_texts.KEY_ADD_ENTRY, planner_places_texts.HELP_ADD_ENTRY),
    Command("in_field('open_entry')", "enter", planner_places_texts.KEY_OPEN_ENTRY,
            planner_places_texts.HELP_OPEN_ENTRY),
)
