"""What F6 does in the lists that have something of their own to do: each list one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvplan.model.objects import CountyArea, Decision, Effort, Mailing, Obstacle
from nvplan.model.plan import PlanState
from nvplan.services.reading.conditions import may_share
from nvplan.services.reading.county_structure import beginning_under
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.writing.commands import SpreadDecision
from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_mailing as planner_mailing_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox, SeveralBox
from nvplan.tui.screens.objects.sending import choose_what_to_send
from nvplan.tui.screens.shared.list_commands import NEW, KeySpan
from nvplan.tui.where_in_plan import ObjectForm

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.objects import ObjectsScreen

LEVEL = KeySpan("own_way", "f6", planner_objects_texts.KEY_LEVEL, planner_objects_texts.HELP_LEVEL,
                shown_as=planner_objects_texts.KEYS_LEVEL, english="level")
SPREAD = Command("own_way", "f6", planner_objects_texts.KEY_SPREAD, planner_objects_texts.HELP_SPREAD, english="copy")
#: In the list of what was sent to the actors.
SEND = Command("own_way", "f6", planner_mailing_texts.KEY_SEND, planner_mailing_texts.HELP_SEND, english="print mail")
#: In the lists whose posts lie under each other.
UNDER = Command("own_way", "f6", planner_objects_texts.KEY_UNDER, planner_objects_texts.HELP_UNDER, english="below")
TAKE_IN = next(command for command in EVERYWHERE if command.action == "take_in")
_HINDER = Obstacle.about.name
OWN_WAY: dict[str, Command] = {
    _HINDER: LEVEL, Decision.about.name: SPREAD, Mailing.about.name: SEND, CountyArea.about.name: UNDER,
    Effort.about.name: UNDER}


def first_steps(kind: str) -> Sequence[tuple[Command, str]]:
    """Return the ways to begin an empty list: printing the forms, a new post, and a file that others have filled in."""
    send = [(SEND, planner_mailing_texts.FIRST_SEND)] if OWN_WAY.get(kind) is SEND else []
    return [*send, (NEW, planner_objects_texts.NEW[kind]), (TAKE_IN, lists_texts.FIRST_TAKE_IN)]


def go_own_way(screen: ObjectsScreen, marked: str) -> None:
    """Do what only this list does; most of it is done with the marked row."""
    offered = OWN_WAY.get(screen.kind)
    if offered is SEND:
        choose_what_to_send(screen, screen.session)
    elif offered is SPREAD and marked:
        _spread(screen, marked)
    elif offered is LEVEL and marked:
        _choose_level(screen, marked)
    elif offered is UNDER and marked:
        screen.show_over(ObjectForm(screen.kind, begin=beginning_under(screen.session.state, screen.kind, marked)))


def level_of(state: PlanState, identity: str) -> object:
    """Return the level of a hinder."""
    return getattr(state.objects[_HINDER][identity], "level", None)


def _choose_level(screen: ObjectsScreen, marked: str) -> None:
    spec = fields_by_name(_HINDER)["level"]
    choices = [Choice(option.label, option.help, "", option.id) for option in spec.options]

    def chosen(level: object) -> None:
        if isinstance(level, str):
            screen.action_level(level)

    screen.app.push_screen(OneBox(spec.label, choices, level_of(screen.session.state, marked)), chosen)


def _spread(screen: ObjectsScreen, marked: str) -> None:
    """Choose who has made the same decision as the marked one."""
    choices = [Choice(one.name, "", one.id, one.id) for one in may_share(screen.session.state, marked)]
    if not choices:
        screen.planner.say(planner_objects_texts.SPREAD_NONE)
        return

    def chosen(actors: list[str] | None) -> None:
        if actors:
            screen.mark(marked)
            screen.do_and_tell(SpreadDecision(marked, tuple(actors)))

    screen.app.push_screen(SeveralBox(planner_objects_texts.SPREAD_TITLE, choices, ()), chosen)
