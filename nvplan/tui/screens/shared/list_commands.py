"""The commands that lists have in common."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command


@dataclass(frozen=True)
class KeySpan(Command):
    """A command that several keys carry out, each in its own way; its own key opens a box with the ways."""

    shown_as: str = ""
    """The keys as the footer names them."""

    @property
    def key_name(self) -> str:
        """The keys as they are shown."""
        return self.shown_as


OPEN = Command(
    "open_marked", "enter", planner_objects_texts.KEY_OPEN, planner_objects_texts.HELP_OPEN, english="open edit"
)
NEW = Command("new", "plus,insert", planner_objects_texts.KEY_NEW, planner_objects_texts.HELP_NEW, english="new add")
BACK = Command("back", "escape", planner_objects_texts.KEY_BACK, planner_objects_texts.HELP_BACK, english="back")
#: In a plan that was begun from last year's.
CONFIRM = Command(
    "confirm",
    "ctrl+g",
    planner_objects_texts.KEY_CONFIRM,
    planner_objects_texts.HELP_CONFIRM,
    priority=True,
    english="confirm carried",
)
SORT = Command(
    "sort",
    "f7",
    planner_objects_texts.KEY_SORT,
    planner_objects_texts.HELP_SORT,
    priority=True,
    english="sort order column",
)
TURN = Command(
    "turn",
    "f8",
    planner_objects_texts.KEY_TURN,
    planner_objects_texts.HELP_TURN,
    shown=False,
    priority=True,
    english="reverse descending",
)
#: What every list can do.
ORDER = (SORT, TURN)
