"""What can be done in the list of one type of shared object, and what belongs together with it."""

from __future__ import annotations

from nvplan.model.objects import OBSTACLE_LEVELS
from nvplan.services.reading.places import BOARD, Place
from nvplan.texts import planner_mailing as planner_mailing_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command

REMOVE = Command("remove", "delete", planner_objects_texts.KEY_REMOVE, planner_objects_texts.HELP_REMOVE,
                 english="delete remove")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, planner_objects_texts.HELP_FILTER, priority=True,
                 english="filter")
#: F4 leads to what belongs together with a list; its words depend on the list.
BESIDE = Command("beside", "f4", planner_objects_texts.KEY_BOARD, planner_objects_texts.HELP_BOARD, priority=True,
                 english="board matrix")
GOALS = Command("beside", "f4", planner_objects_texts.KEY_GOALS, planner_objects_texts.HELP_GOALS, priority=True)
MEASURES = Command("beside", "f4", planner_objects_texts.KEY_MEASURES, planner_objects_texts.HELP_MEASURES,
                   priority=True)
COLLECTION = Command("beside", "f4", planner_mailing_texts.KEY_COLLECTION, planner_mailing_texts.HELP_COLLECTION,
                     priority=True)
MAILINGS = Command("beside", "f4", planner_mailing_texts.KEY_MAILINGS, planner_mailing_texts.HELP_MAILINGS,
                   priority=True)
#: What F5 does in the list of meetings.
MEET = Command("meet", "f5", planner_meetings_texts.KEY_MEET, planner_meetings_texts.HELP_MEET, english="workshop")
LEVEL_KEYS = tuple(
    Command(
        f"level('{level}')", str(number), planner_objects_texts.KEY_LEVEL, planner_objects_texts.HELP_LEVEL, shown=False
    )
    for number, level in enumerate(OBSTACLE_LEVELS, 1)
)
#: What F4 does in each list that something belongs together with, and where it leads.
BESIDE_OF = {"insats": (BESIDE, Place(BOARD)), "mal": (MEASURES, Place("matning")), "matning": (GOALS, Place("mal")),
           "utskick": (COLLECTION, Place("insamling")), "insamling": (MAILINGS, Place("utskick"))}
