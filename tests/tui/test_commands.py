"""Every place's commands: each key does one thing, and each command has its sentence."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest

import nvplan.tui.screens
from nvplan.services.reading.ranking import folded, ranked
from nvplan.tui.commands import EVERYWHERE
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.shared.base import PlaceScreen

for module in pkgutil.walk_packages(nvplan.tui.screens.__path__, "nvplan.tui.screens."):
    importlib.import_module(module.name)


def places(of: type[PlaceScreen] = PlaceScreen) -> list[type[PlaceScreen]]:
    """Return every kind of place there is."""
    return [one for place in of.__subclasses__() for one in (place, *places(place))]


@pytest.mark.parametrize("place", places(), ids=lambda place: place.__name__)
def test_a_key_does_one_thing_at_a_place(place: type[PlaceScreen]) -> None:
    keys = Counter(key for command in place.OFFERS for key in command.keys.split(",") if key)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("place", places(), ids=lambda place: place.__name__)
def test_every_command_has_a_word_and_a_sentence(place: type[PlaceScreen]) -> None:
    for command in (*place.OFFERS, *EVERYWHERE):
        assert command.label
        assert command.help.endswith((".", "?")), command


@pytest.mark.parametrize("place", places(), ids=lambda place: place.__name__)
def test_a_command_is_found_by_its_own_name_before_others_that_speak_of_it(place: type[PlaceScreen]) -> None:
    """”För in” is the name of a command; a help text with the same words does not come before it."""
    rows = [Choice(one.label, one.help, one.english, one.action) for one in (*place.OFFERS, *EVERYWHERE)]
    choices = [(folded(row), row) for row in rows]
    for row in rows:
        assert ranked(choices, row.text)[0].text == row.text
        begun = ranked(choices, row.text[:6].strip())[0].text
        assert begun.lower().startswith(row.text[:6].strip().lower()), (row.text, begun)
