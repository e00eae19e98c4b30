"""The keys of the meeting places."""

from __future__ import annotations

from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.texts import planner_surveys as planner_surveys_texts
from nvplan.tui.commands import Command

#: What the page after the last item is called among the items' ids.
PARKING = "parkering"

#: In the meeting itself the line takes every letter, so that every key is one that no line takes.
RUN = (
    Command("park", "f3", planner_meetings_texts.KEY_PARK, planner_meetings_texts.HELP_PARK, priority=True),
    Command("edit", "f4", planner_meetings_texts.KEY_EDIT, planner_meetings_texts.HELP_EDIT, priority=True),
    Command("assess", "f5", planner_assess_texts.KEY_ASSESS, planner_assess_texts.HELP_ASSESS, priority=True),
    Command("group", "f6", planner_meetings_texts.KEY_GROUP, planner_meetings_texts.HELP_GROUP, priority=True),
    Command("ungroup", "f7", planner_meetings_texts.KEY_UNGROUP, planner_meetings_texts.HELP_UNGROUP, priority=True),
    Command("decide", "f8", planner_meetings_texts.KEY_DECIDE, planner_meetings_texts.HELP_DECIDE, priority=True),
    Command("time", "f12", planner_meetings_texts.KEY_TIME, planner_meetings_texts.HELP_TIME, priority=True,
            english="clock timer silent"),
    Command("next", "pagedown", planner_meetings_texts.KEY_NEXT, planner_meetings_texts.HELP_NEXT, shown=False,
            priority=True),
    Command("previous", "pageup", planner_meetings_texts.KEY_PREVIOUS, planner_meetings_texts.HELP_PREVIOUS,
            shown=False, priority=True),
    Command("mark_up", "up", planner_meetings_texts.KEY_MARK_UP, planner_meetings_texts.HELP_MARK_UP, shown=False,
            priority=True),
    Command("mark_down", "down", planner_meetings_texts.KEY_MARK_DOWN, planner_meetings_texts.HELP_MARK_DOWN,
            shown=False, priority=True),
    Command("move_up", "ctrl+up,alt+up", planner_meetings_texts.KEY_MOVE_UP, planner_meetings_texts.HELP_UP,
            shown=False, priority=True),
    Command("move_down", "ctrl+down,alt+down", planner_meetings_texts.KEY_MOVE_DOWN, planner_meetings_texts.HELP_DOWN,
            shown=False, priority=True),
    Command("back", "escape", planner_meetings_texts.KEY_LEAVE, planner_meetings_texts.HELP_LEAVE, shown=False),
)

#: Where the meeting scores together: between rounds, and while one is open.
ASSESS = (
    Command("next", "pagedown,right", planner_assess_texts.KEY_NEXT, planner_assess_texts.HELP_NEXT),
    Command("new_round", "n", planner_assess_texts.KEY_NEW, planner_assess_texts.HELP_NEW),
    Command("dots", "p", planner_assess_texts.KEY_DOTS, planner_assess_texts.HELP_DOTS),
    Command("settle", "b", planner_assess_texts.KEY_SETTLE, planner_assess_texts.HELP_SETTLE),
    Command("previous", "pageup,left", planner_assess_texts.KEY_PREVIOUS, planner_assess_texts.HELP_PREVIOUS,
            shown=False),
)
VOTE = (
    Command("cast", "enter", planner_assess_texts.KEY_CAST, planner_assess_texts.HELP_CAST),
    Command("close_round", "f8", planner_assess_texts.KEY_CLOSE, planner_assess_texts.HELP_CLOSE),
    Command("cancel_round", "delete", planner_assess_texts.KEY_CANCEL, planner_assess_texts.HELP_CANCEL),
)
LEAVE = Command("back", "escape", planner_assess_texts.KEY_BACK, planner_assess_texts.HELP_BACK)

#: In the agenda.
AGENDA = (
    Command("begin", "f8,f5", planner_meetings_texts.KEY_BEGIN, planner_meetings_texts.HELP_BEGIN),
    Command("open_item", "enter", planner_meetings_texts.KEY_OPEN_ITEM, planner_meetings_texts.HELP_OPEN_ITEM,
            shown=False),
    Command("add", "plus", planner_meetings_texts.KEY_ADD, planner_meetings_texts.HELP_ADD),
    Command("agenda", "f3", planner_meetings_texts.KEY_AGENDA, planner_meetings_texts.HELP_AGENDA),
    Command("minutes", "f6", planner_meetings_texts.KEY_MINUTES, planner_meetings_texts.HELP_MINUTES),
    Command("survey", "f12", planner_surveys_texts.KEY_SURVEY, planner_surveys_texts.HELP_SURVEY, english="survey"),
    Command("facts", "f4", planner_meetings_texts.KEY_FACTS, planner_meetings_texts.HELP_FACTS, shown=False),
    Command("remove", "delete", planner_meetings_texts.KEY_REMOVE, planner_meetings_texts.HELP_REMOVE, shown=False),
    Command("move_up", "ctrl+up,alt+up", planner_meetings_texts.KEY_MOVE_UP, planner_meetings_texts.HELP_UP,
            shown=False, priority=True),
    Command("move_down", "ctrl+down,alt+down", planner_meetings_texts.KEY_MOVE_DOWN, planner_meetings_texts.HELP_DOWN,
            shown=False, priority=True),
    Command("back", "escape", planner_meetings_texts.KEY_BACK, planner_meetings_texts.HELP_BACK, shown=False),
)

#: Where the answers of a survey are taken in.
SURVEY = (
    Command("look", "enter", planner_surveys_texts.KEY_LOOK, planner_surveys_texts.HELP_LOOK),
    Command("take_in", "f8", planner_surveys_texts.KEY_TAKE_IN, planner_surveys_texts.HELP_TAKE_IN, priority=True),
    Command("zero", "z", planner_surveys_texts.KEY_ZERO, planner_surveys_texts.HELP_ZERO),
    Command("labels", "p", planner_surveys_texts.KEY_LABELS, planner_surveys_texts.HELP_LABELS),
    Command("doubles", "d", planner_surveys_texts.KEY_DOUBLES, planner_surveys_texts.HELP_DOUBLES, shown=False),
    Command("write_questions", "f6", planner_surveys_texts.KEY_WRITE, planner_surveys_texts.HELP_WRITE),
    Command("back", "escape", planner_meetings_texts.KEY_BACK, planner_meetings_texts.HELP_BACK, shown=False),
)
