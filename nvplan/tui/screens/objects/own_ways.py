"""What F6 does in the list of one type alone: the level of a hinder, and one decision given to several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.reading.conditions import may_share
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.writing.commands import SetObject, SpreadDecision
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox, SeveralBox

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.objects import ObjectsScreen


def spread(place: ObjectsScreen, marked: str) -> None:
    """Choose who has made the same decision as the marked one."""
    choices = [Choice(one.name, "", one.id, one.id) for one in may_share(place.session.state, marked)]
    if not choices:
        place.planner.say(planner_objects_texts.SPREAD_NONE)
        return

    def chosen(actors: list[str] | None) -> None:
        if actors:
            place.mark(marked)
            place.do_and_tell(SpreadDecision(marked, tuple(actors)))

    place.app.push_screen(SeveralBox(planner_objects_texts.SPREAD_TITLE, choices, ()), chosen)


def choose_level(place: ObjectsScreen, marked: str) -> None:
    """Choose the level of the marked hinder in a box."""
    spec = fields_by_name("hinder")["level"]
    choices = [Choice(option.label, option.help, "", option.id) for option in spec.options]

    def chosen(level: object) -> None:
        if isinstance(level, str):
            set_level(place, marked, level)

    place.app.push_screen(OneBox(spec.label, choices, _level_of(place, marked)), chosen)


def set_level(place: ObjectsScreen, marked: str, level: str) -> None:
    """Set the level of a hinder; the cursor stays on it."""
    seen = _level_of(place, marked)
    place.mark(marked)
    try:
        place.session.do(SetObject("hinder", marked, {"level": level}, {"level": seen}))
    except NvplanError as error:
        place.planner.say(str(error), bad=True)
    place.show_list()


def _level_of(place: ObjectsScreen, identity: str) -> object:
    return getattr(place.session.state.objects["hinder"][identity], "level", None)
