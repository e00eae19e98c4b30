"""What can be done in the form of an object."""

from __future__ import annotations

from nvplan.texts import object_parts as parts_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command

NEXT_FIELD = Command(
    "focus_next",
    "tab",
    planner_objects_texts.KEY_NEXT_FIELD,
    planner_objects_texts.HELP_NEXT_FIELD,
    english="next field",
)
CHOOSE = Command(
    "choose", "enter", planner_objects_texts.KEY_CHOOSE, planner_objects_texts.HELP_CHOOSE, english="choose"
)
DONE = Command(
    "back", "escape", planner_objects_texts.KEY_DONE, planner_objects_texts.HELP_DONE, english="done back close"
)
PARTS = Command("parts", "f6", parts_texts.KEY, parts_texts.HELP, priority=True, english="milestones")
MEET = Command("meet", "f5", planner_meetings_texts.KEY_MEET, planner_meetings_texts.HELP_MEET, shown=False,
               priority=True, english="workshop")
PREVIOUS_POST = Command(
    "previous_post",
    "f7",
    planner_objects_texts.KEY_PREVIOUS_POST,
    planner_objects_texts.HELP_PREVIOUS_POST,
    priority=True,
)
NEXT_POST = Command(
    "next_post", "f8", planner_objects_texts.KEY_NEXT_POST, planner_objects_texts.HELP_NEXT_POST, priority=True
)
