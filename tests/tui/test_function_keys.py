"""A function key means one thing in all places: in a list, in what is shown one at a time, and everywhere.

A meeting that is held is a mode of its own, with every key on its line; it is left out here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.cli import run
from nvplan.services.keys import change_key, keys_path, read_choices
from nvplan.texts import keys as keys_texts
from nvplan.tui.commands import CHANGED_KEYS, EVERYWHERE
from nvplan.tui.screens.meetings.assess import AssessScreen
from nvplan.tui.screens.meetings.run import MeetingScreen
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_commands import SORT
from tests.tui.planner import new_plan, planner, press, screen_text, type_text
from tests.tui.test_commands import places

#: What each function key may do: the actions that are the one thing, in the words of `keys_texts.MEANINGS`.
ONE_THING = {
    "f3": {"filter", "everything", "cards", "agenda"},
    "f4": {"beside", "list", "next_plan", "actor", "fields", "facts", "draws_on", "read", "go_through", "all_fields"},
    "f5": {"present", "meet", "begin", "back"},  # back: the same key ends what it began
    "f10": {"next_question", "missing"},
    "f12": {"comments", "carry", "survey"},  # what others have said
}
#: What a place does with what is marked, whatever that is.
OWN_ACT = "f6"
IN_A_LIST = {"f7": {"sort"}, "f8": {"turn", "sent"}}
ONE_AT_A_TIME = {"f7": {"previous", "previous_post", "compare"},
                 "f8": {"next", "next_post", "create", "save", "start", "take_in_file", "take_in", "count",
                        "follow_next", "switch_set", "sent", "begin"}}


@pytest.mark.parametrize("place", places(), ids=lambda place: place.__name__)
def test_a_function_key_means_one_thing_in_all_places(place: type[PlaceScreen]) -> None:
    if issubclass(place, MeetingScreen | AssessScreen):
        pytest.skip("a meeting that is held")
    meanings = ONE_THING | (IN_A_LIST if SORT in place.OFFERS else ONE_AT_A_TIME)
    everywhere = {key for command in EVERYWHERE for key in command.keys.split(",")}
    for command in place.OFFERS:
        for key in command.keys.split(","):
            if key.startswith("f") and key[1:].isdigit() and key not in everywhere:
                action = command.action.partition("(")[0]
                assert key == OWN_ACT or action in meanings[key], (command, key)


def test_every_key_with_one_thing_is_told_in_words() -> None:
    assert {*ONE_THING, *IN_A_LIST, OWN_ACT} <= set(keys_texts.MEANINGS)


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    """Let no test's own keys hold in the next."""
    yield
    CHANGED_KEYS.clear()


# -- a person's own keys -------------------------------------------------------------------------------------------
#: Moving, choosing and typing stay as they are on every keyboard.
STAYS = {"enter", "escape", "tab", "space", "up", "down", "left", "right", "pageup", "pagedown", "delete", "backspace",
         "plus", "insert", "ctrl+up", "ctrl+down", "alt+up", "alt+down", "ctrl+a", "ctrl+c"}


def test_every_key_of_a_command_can_be_changed_or_is_one_that_stays() -> None:
    used = {key for place in places() for command in (*place.OFFERS, *EVERYWHERE)
            for key in command.keys.split(",") if key}
    letters = {key for key in used if len(key) == 1}
    assert used - letters - STAYS <= set(keys_texts.MEANINGS)


@pytest.mark.parametrize(("line", "said"), [
    ("F9 = Ctrl+F", "Ctrl+F betyder redan något annat"), ("F9 = q", "q skriver i fälten"), ("F9", "ett likhetstecken"),
    ("F11 = F9", "F11 är ingen tangent som går att byta"), ("F9 = Ctrl+M", "Ctrl+M från Enter"),
    ("F9 = Hyper+Q", "är ingen tangent som nvplan kan använda"), ("F1 = av", "F1 går inte att stänga av"),
    ("F9 = Ctrl+V", "hör till fälten"), ("F9 = Alt+X\nF9 = Alt+Y", "F9 står för två saker"),
    ("F8 = Alt+X\nF9 = Alt+X", "Alt+X står för två saker"), ("F9 = Ctrl+[", "kan använda")])
def test_a_line_with_a_fault_is_told_and_the_usual_key_holds(line: str, said: str) -> None:
    found = read_choices(f"# mina\n\n{line}\nF7 = Alt+B\n")
    assert len(found.faults) == 1
    assert said in found.faults[0]
    assert found.changed["f7"] == "alt+b"
    assert len(found.changed) == line.count("\n") + 1


def test_two_keys_may_change_places_and_a_key_that_stays_leaves_no_room() -> None:
    assert read_choices("F8 = F9\nF9 = F8\n").changed == {"f8": "f9", "f9": "f8"}
    assert read_choices("F7 = F8\nF8 = F9\nF9 = q\n").changed == {}


@given(st.text(max_size=300))
def test_no_file_of_keys_stops_the_planner(text: str) -> None:
    found = read_choices(text)
    assert all(key in keys_texts.MEANINGS for key in found.changed)


async def test_a_changed_key_answers_is_shown_and_the_old_one_is_silent(tmp_path: Path) -> None:
    change_key("F2", "Alt+G")
    change_key("F9", "av")
    change_key("Ctrl+P", "F11")
    async with planner(new_plan(tmp_path)) as pilot:
        assert "Alt+G Gå till" in screen_text(pilot)
        await press(pilot, "f2", "f9", "ctrl+p")
        assert "Gör nu" in screen_text(pilot)
        await press(pilot, "alt+g")
        assert "╭─ Gå till" in screen_text(pilot)
        await press(pilot, "escape", "f11")
        await type_text(pilot, "exportera")
        assert "F9" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "Exportera" in screen_text(pilot)
    change_key("F9", "vanlig")
    async with planner(tmp_path / "plan.nvplan") as pilot:
        await press(pilot, "f9")
        assert "Exportera" in screen_text(pilot)


async def test_a_box_listens_to_a_changed_key(tmp_path: Path) -> None:
    change_key("F1", "Alt+H")
    async with planner(new_plan(tmp_path)) as pilot:
        assert "Alt+H" in screen_text(pilot)
        await press(pilot, "alt+h")
        assert "Tangenter" in screen_text(pilot)
        await press(pilot, "alt+h")
        assert "Gör nu" in screen_text(pilot)


async def test_a_faulty_file_is_told_when_the_planner_opens(tmp_path: Path) -> None:
    keys_path().parent.mkdir(parents=True, exist_ok=True)
    keys_path().write_bytes("\ufeffF9 = q\r\nF7 = Alt+B\r\n".encode())
    async with planner(new_plan(tmp_path)) as pilot:
        assert "q skriver i fälten" in screen_text(pilot)
    keys_path().write_bytes(b"\xff\xfe\x00")
    async with planner(tmp_path / "plan.nvplan") as pilot:
        assert "går inte att läsa" in screen_text(pilot)


def test_the_command_lists_changes_and_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tangenter", "F9", "Alt+X"]) == 0
    assert "F9 heter nu Alt+X" in capsys.readouterr().out
    assert run(["tangenter"]) == 0
    told = capsys.readouterr().out
    assert "F9       Alt+X       exportera" in told
    assert "helskärm" not in told
    assert run(["tangenter", "F8", "F9"]) == 0
    assert run(["tangenter", "F9", "vanlig"]) == 1
    assert "F9 betyder redan något annat" in capsys.readouterr().err
    assert "F9 = Alt+X\nF8 = F9\n" in keys_path().read_text()
    keys_path().write_text("bla\n")
    assert run(["tangenter", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"]
