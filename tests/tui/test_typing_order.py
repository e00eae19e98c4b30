"""Typing without a pause: no letter is lost where one field gives way to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.writing.session import PlanSession
from nvplan.tui import typing_order
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.boxes.help import HelpBox
from nvplan.tui.screens.questions.question import QuestionScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.object_fields import FormField
from tests.tui.planner import (
    burst,
    go_to,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    settle,
    until,
    until_holds,
)


async def test_letters_before_and_after_a_key_that_moves_on_reach_their_own_fields(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.8.starker")
        await burst(pilot, "ett", "<f8>", "två", "<f8>", "tre", "<f8>", "fyra", "<f8>")
        state = PlanSession.open(path).state
        told = [state.answer(identity, "lan").value
                for identity in ("1.8.starker", "1.8.omraden", "1.8.landsbygd", "1.10.kronisk")]
        assert told == ["ett", "två", "tre", "fyra"]


async def test_enter_moves_from_actor_to_actor_as_fast_as_one_types(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, "region", "<enter>", "alfa", "<enter>", "beta", "<enter>", "gamma", "<enter>")
        state = PlanSession.open(path).state
        given = [state.answer("1.0.agare", actor.id).value for actor in state.actors
                 if state.answer("1.0.agare", actor.id).value is not None]
        assert sorted(map(str, given)) == ["alfa", "beta", "gamma", "region"]


async def test_a_new_row_and_its_cells_are_typed_in_one_go(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "2.5.definition")
        await burst(pilot, "+", "en", "<tab>", "två", "<tab>", "tre", "<f8>")
        rows = PlanSession.open(path).state.answer("2.5.definition", "lan").value
        assert isinstance(rows, list)
        row = rows[-1]
        assert isinstance(row, dict)
        assert list(row.values()) == ["en", "två", "tre"]


async def test_a_place_is_gone_to_and_written_in_in_one_go(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await burst(pilot, "<f2>", "1.8.starker", "<enter>", "ett svar", "<f2>", "1.8.aldre", "<enter>", "ett till",
                    "<f8>")
        state = PlanSession.open(path).state
        assert (state.answer("1.8.starker", "lan").value, state.answer("1.8.aldre", "lan").value) == (
            "ett svar", "ett till")


async def test_a_new_insats_gets_the_letters_that_follow_at_once(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await burst(pilot, "+", "Hembesök", "<escape>", "+", "Läkarlinje", "<escape>")
        titles = {getattr(one, "title", "") for one in PlanSession.open(path).state.objects["insats"].values()}
        assert titles == {"Hembesök", "Läkarlinje"}


async def test_leaving_in_the_middle_of_a_word_saves_it_all(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.8.starker")
        await press(pilot, "x")
        assert question_at_hand(pilot) == "1.8.starker"
        await burst(pilot, "yz", "<ctrl+q>")
    assert PlanSession.open(path).state.answer("1.8.starker", "lan").value == "xyz"


def answer(path: Path, question: str, actor: str = "lan") -> object:
    """Return an answer as it is on disk."""
    return PlanSession.open(path).state.answer(question, actor).value


async def test_enter_and_the_next_answer_in_one_breath(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, "Direktören", "<enter>", "Nästa svar")
        assert "Nästa svar" in await until(pilot, "Nästa svar")
        assert "Direktören" not in screen_text(pilot)
        written = {key: one.value for key, one in PlanSession.open(path).state.answers.items() if one.value}
        assert sorted(map(str, written.values())) == ["Direktören", "Nästa svar"]


async def test_f8_and_text_at_once(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, "<f8>", "Chefen")
        written = {key: one.value for key, one in PlanSession.open(path).state.answers.items() if one.value}
        assert [value for (_, question), value in written.items() if question == "1.0.agare"] in ([], ["Chefen"])
        assert list(written.values()) == ["Chefen"]


async def test_a_new_insats_is_named_before_its_form_is_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await burst(pilot, "+", "SIP för alla", "<tab>")
        assert [one.title for one in PlanSession.open(path).state.objects["insats"].values()] == ["SIP för alla"]  # type: ignore[attr-defined]


async def test_a_row_of_a_table_is_filled_in_as_fast_as_it_is_opened(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.4.forum")
        await burst(pilot, "+", "Länsrådet")
        assert "Länsrådet" in screen_text(pilot)
        await burst(pilot, "<f8>")
        assert "Länsrådet" in str(answer(path, "1.4.forum"))


async def test_going_somewhere_by_its_name_and_enter_in_one_burst(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await burst(pilot, "<f2>", "insatser", "<enter>", "+", "Ny", "<f4>", "Syftet")
        assert pilot.app.screen.query_one("#field-title", FormField).given == "Ny"
        assert pilot.app.screen.query_one("#field-purpose", FormField).given == "Syftet"


@pytest.mark.parametrize("keys", [("<f2>", "<escape>", "<f1>", "<escape>"),
                                  ("<ctrl+f>", "sip", "<escape>", "<ctrl+p>", "<escape>")])
async def test_nothing_is_stuck_after_boxes_that_open_and_close(tmp_path: Path, keys: tuple[str, ...]) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, *keys, "Rätt")
        await press(pilot, "f8")
        assert any(one.value == "Rätt" for one in PlanSession.open(path).state.answers.values())


async def test_a_screen_that_never_answers_does_not_make_the_planner_deaf(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_plan(tmp_path)
    monkeypatch.setattr(typing_order, "_MOST_LOOKS", 3)
    async with planner(path) as pilot:
        await go_to(pilot, "1.8.starker")
        with monkeypatch.context() as patched:
            patched.setattr(HelpBox, "call_after_refresh", lambda *_: True)
            await burst(pilot, "ett", "<f1>")
        await burst(pilot, "<escape>", "två")
        await until_holds(pilot, lambda: answer(path, "1.8.starker") == "etttvå", "all that was typed is on disk")


async def test_a_place_that_is_left_before_it_is_painted_is_not_filled(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        app = pilot.app
        assert isinstance(app, NvplanApp)
        await go_to(pilot, "1.8.starker")
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        done: list[str] = []
        screen.when_painted(done.append, "there")
        await settle(pilot)
        screen.when_painted(done.append, "left")
        screen.when_painted(screen.show_stop, screen.stop)
        app.go(Room.OVERVIEW)
        await settle(pilot)
        assert "Översikt" in screen_text(pilot)
        assert done == ["there"]
