"""A function key means one thing in all places: in a list, in what is shown one at a time, and everywhere.

A meeting that is held is a mode of its own, with every key on its line; it is left out here.
"""

from __future__ import annotations

import pytest

from nvplan.texts import keys as keys_texts
from nvplan.tui.commands import EVERYWHERE
from nvplan.tui.screens.meetings.assess import AssessScreen
from nvplan.tui.screens.meetings.run import MeetingScreen
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_commands import SORT
from tests.tui.test_commands import places

#: What each function key may do: the actions that are the one thing, in the words of `keys_texts.MEANINGS`.
ONE_THING = {
    "f3": {"filter", "everything", "cards", "agenda"},
    "f4": {"beside", "list", "next_plan", "actor", "fields", "facts", "draws_on", "read", "go_through", "all_fields"},
    "f5": {"present", "meet", "begin", "back"},  # back: the same key ends what it began
    "f6": {"skip", "use_draft", "own_way", "choose_judgement", "choose_state", "acknowledge", "restore", "take_back",
           "freeze", "parts", "minutes", "remind"},
    "f10": {"next_question", "missing"},
    "f12": {"comments", "carry"},
}
IN_A_LIST = {"f7": {"sort"}, "f8": {"turn", "sent"}}
ONE_AT_A_TIME = {"f7": {"previous", "previous_post", "compare"},
                 "f8": {"next", "next_post", "create", "save", "start", "take_in_file", "count", "follow_next", "switch_set",
                        "sent", "begin"}}


@pytest.mark.parametrize("place", places(), ids=lambda place: place.__name__)
def test_a_function_key_means_one_thing_in_all_places(place: type[PlaceScreen]) -> None:
    if issubclass(place, MeetingScreen | AssessScreen):
        pytest.skip("a meeting that is held")
    meanings = ONE_THING | (IN_A_LIST if SORT in place.OFFERS else ONE_AT_A_TIME)
    everywhere = {key for command in EVERYWHERE for key in command.keys.split(",")}
    for command in place.OFFERS:
        for key in command.keys.split(","):
            if key.startswith("f") and key[1:].isdigit() and key not in everywhere:
                assert command.action.partition("(")[0] in meanings[key], (command, key)


def test_every_key_with_one_thing_is_told_in_words() -> None:
    assert {*ONE_THING, *IN_A_LIST} <= set(keys_texts.MEANINGS)
