"""Stories about a coded question that every actor answers, with all of them in place."""

from __future__ import annotations

from pathlib import Path

from nvplan.model.values import Value
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import burst, go_to, look_at_file, new_plan, planner, press, question_at_hand, screen_text

#: Asked of each kommun, and answered with one of five.
QUESTION = "1.7.lakaravtal"


def answers(path: Path) -> dict[str, Value]:
    """Return the answers that are on disk, by actor."""
    state = PlanSession.open(path).state
    return {actor.id: answer.value for actor in state.actors
            if (answer := state.answer(QUESTION, actor.id)).value is not None}


async def test_a_figure_answers_for_the_marked_row_and_goes_down(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, QUESTION)
        shown = screen_text(pilot)
        assert "Alvesta kommun svarar:" in shown
        assert "Lessebo kommun" in shown
        assert "0 av 8 har svarat" in shown
        await press(pilot, "1")
        assert list(answers(path).values()) == ["galler"]
        assert "Lessebo kommun svarar:" in screen_text(pilot)
        assert "1 av 8 har svarat" in screen_text(pilot)
        await press(pilot, "4")
        assert sorted(answers(path).values()) == ["galler", "saknas"]


async def test_moving_answers_nothing_and_a_figure_in_a_burst_is_for_the_row_that_was_reached(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, QUESTION)
        await press(pilot, "down", "up", "down", "9", "x")
        assert answers(path) == {}
        await burst(pilot, "<home>", "<down>", "<down>", "3", "<up>", "<up>", "2")
        found = answers(path)
    names = {actor.id: actor.name for actor in PlanSession.open(path).state.actors}
    assert {names[actor]: value for actor, value in found.items()} == {
        "Ljungby kommun": "utgatt", "Lessebo kommun": "omforhandlas"}


async def test_enter_goes_on_through_the_actors_and_delete_takes_an_answer_away(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, QUESTION)
        await press(pilot, "1", "up", "delete")
        assert answers(path) == {}
        await press(pilot, "enter")
        assert "Lessebo kommun svarar:" in screen_text(pilot)
        await press(pilot, *["enter"] * 7)
        assert question_at_hand(pilot) != QUESTION


async def test_what_another_program_answers_for_an_actor_is_seen(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, QUESTION)
        other = PlanSession.open(path)
        other.do(SetAnswer(QUESTION, "galler", next(one.id for one in other.state.actors if "Växjö" in one.name)))
        other.close()
        await look_at_file(pilot)
        row = next(line for line in screen_text(pilot).splitlines() if "Växjö" in line)
        assert "● " in row
