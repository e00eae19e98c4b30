"""Someone else writes in the field where a person is typing: one box asks, no key is lost, and nothing answers it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from nvplan.catalog.questions import find_question
from nvplan.model.errors import PlanFileError
from nvplan.model.values import Row
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.answer_saving import AnswerSaver
from nvplan.tui.app import NvplanApp
from nvplan.tui.clashing import Clash
from nvplan.tui.screens.boxes.clash import ClashBox
from tests.tui.planner import (
    answer_clash,
    burst,
    go_to,
    new_plan,
    planner,
    press,
    screen_text,
    type_text,
    until,
    until_holds,
)

LINE, LONG, TABLE = "1.0.agare", "1.8.starker", "1.4.forum"
ASKS = "Någon annan har ändrat samma svar"
SAVED = "✓ Sparat"


def answer(path: Path, question: str, actor: str = "region") -> object:
    """Return an answer as it is on disk."""
    return PlanSession.open(path).state.answer(question, actor).value


def write(path: Path, question: str, value: str, actor: str = "region") -> None:
    """Write as someone else does."""
    PlanSession.open(path, "annan").do(SetAnswer(question, value, actor))


def boxes(pilot: Pilot[None]) -> int:
    """Return how many boxes ask."""
    return sum(isinstance(screen, ClashBox) for screen in pilot.app.screen_stack)


@pytest.fixture
def slow_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody look at the file by the clock, so that the clash is met while typing."""
    monkeypatch.setattr("nvplan.tui.app.WATCH", 1000.0)


@pytest.mark.usefixtures("slow_watch")
@pytest.mark.parametrize(("keys", "stands"), [(("up", "enter"), "start och mer"), (("down", "enter"), "DERAS")])
async def test_a_burst_gives_one_box_and_screen_and_disk_say_what_was_chosen(
        tmp_path: Path, keys: tuple[str, ...], stands: str) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "start")
        write(path, LINE, "DERAS")
        await burst(pilot, " och mer")
        shown = await until(pilot, ASKS)
        assert boxes(pilot) == 1
        assert "Ni skrev: start och mer" in shown
        assert "I filen står nu: DERAS" in shown
        assert answer(path, LINE) == "DERAS"
        await answer_clash(pilot, *keys)
        assert boxes(pilot) == 0
        assert answer(path, LINE) == stands
        assert stands in screen_text(pilot)
        entries = PlanSession.open(path).repository.history()
        told = [change.get(side) for entry in entries for change in entry["changes"] for side in ("before", "after")]
        assert any("DERAS" in str(one) for one in told), "what was overwritten stands in the history"
        await type_text(pilot, "!")
        assert answer(path, LINE) == f"{stands}!"
        assert SAVED in screen_text(pilot)


@pytest.mark.usefixtures("slow_watch")
async def test_no_key_of_the_typing_answers_and_none_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LONG)
        await type_text(pilot, "start")
        write(path, LONG, "DERAS", "lan")
        await burst(pilot, " ett")
        await until(pilot, ASKS)
        await burst(pilot, "<enter>", "två", "<up>", "<end>", "<down>", "<enter>", "<backspace>", "tre", "<enter>")
        assert boxes(pilot) == 1
        assert answer(path, LONG, "lan") == "DERAS"
        field = pilot.app.screen_stack[-2].query_one(TextArea)
        assert field.text.split() == ["start", "ett", "tvåtre"]
        monkeypatch.setattr("nvplan.tui.screens.boxes.clash.REST", 0.05)
        await pilot.pause(0.1)
        await press(pilot, "enter", "enter")
        assert boxes(pilot) == 1, "Enter chooses nothing where nothing is marked"
        assert field.text.split() == ["start", "ett", "tvåtre"], "after a rest it is no typing either"
        await answer_clash(pilot, "up", "enter")
        assert answer(path, LONG, "lan") == field.text


@pytest.mark.usefixtures("slow_watch")
async def test_what_was_typed_for_the_next_field_waits_for_the_answer_and_goes_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LONG)
        await type_text(pilot, "start")
        write(path, LONG, "DERAS", "lan")
        await burst(pilot, " ett", "<f8>", "nästa", "<f8>", "sedan")
        await answer_clash(pilot, "up", "enter")
        await until(pilot, "sedan")
        assert [answer(path, f"1.8.{name}", "lan") for name in ("starker", "omraden", "landsbygd")] == [
            "start ett", "nästa", "sedan"]


@pytest.mark.usefixtures("slow_watch")
async def test_esc_postpones_without_losing_and_leaving_asks_again(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "start")
        write(path, LINE, "DERAS")
        await burst(pilot, " ett")
        await answer_clash(pilot, "escape")
        assert boxes(pilot) == 0
        assert "✗ Inte sparat" in screen_text(pilot)
        assert SAVED not in screen_text(pilot)
        assert pilot.app.screen.query_one(Input).value == "start ett"
        await press(pilot, "f2")
        assert boxes(pilot) == 0, "a box over the place leaves nothing"
        await press(pilot, "escape", "escape")
        assert boxes(pilot) == 1
        await answer_clash(pilot, "up", "enter")
        assert "Översikt" in await until(pilot, "Översikt")
        assert answer(path, LINE) == "start ett"


@pytest.mark.usefixtures("slow_watch")
async def test_a_cell_of_the_table_over_the_actors_asks_in_the_same_box(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await press(pilot, "ctrl+t")
        await type_text(pilot, "ett")
        write(path, LINE, "DERAS")
        await burst(pilot, " två", "<f8>", "x")
        await until(pilot, ASKS)
        assert boxes(pilot) == 1
        assert "Ni skrev: ett två" in screen_text(pilot)
        await answer_clash(pilot, "up", "enter")
        await press(pilot, "escape")
        assert answer(path, LINE) == "ett två"
        given = [one.value for (_, question), one in PlanSession.open(path).state.answers.items() if question == LINE]
        assert sorted(map(str, given)) == ["ett två", "x"], "what was typed after F8 is in the cell below"


async def test_a_row_that_is_written_while_others_change_the_table_asks_and_keeps_their_rows(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, TABLE)
        await burst(pilot, "+", "Länsrådet")
        first = find_question(TABLE).columns[0].id
        rows: list[Row] = [{first: "Deras forum"}]
        PlanSession.open(path, "annan").do(SetAnswer(TABLE, rows))
        await until(pilot, "Någon annan har ändrat planen")
        await press(pilot, "f8")
        await until(pilot, ASKS)
        assert boxes(pilot) == 1
        assert "Deras forum" in str(answer(path, TABLE, "lan"))
        await answer_clash(pilot, "down", "enter")
        assert "Deras forum" in str(answer(path, TABLE, "lan"))
        assert "Deras forum" in screen_text(pilot)


async def test_ones_own_undo_is_not_told_as_someone_elses(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "ett")
        await press(pilot, "ctrl+z")
        assert answer(path, LINE) is None
        assert "Någon annan" not in screen_text(pilot)
        await press(pilot, "ctrl+y")
        assert answer(path, LINE) == "ett"
        assert SAVED in screen_text(pilot)
        write(path, LINE, "DERAS")
        assert "Någon annan ändrade svaret" in await until(pilot, "Någon annan ändrade svaret")


@pytest.mark.usefixtures("slow_watch")
@pytest.mark.parametrize(("question", "actor"), [(LINE, "region"), (LONG, "lan")])
async def test_what_was_written_comes_back_with_undo_when_theirs_was_chosen(tmp_path: Path, question: str, actor: str
                                                                            ) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, question)
        await type_text(pilot, "start")
        write(path, question, "DERAS", actor)
        await burst(pilot, " och mer")
        await until(pilot, ASKS)
        await answer_clash(pilot, "down", "enter")
        assert "Ctrl+Z tar fram det ni skrev." in " ".join(screen_text(pilot).split())
        assert answer(path, question, actor) == "DERAS"
        await press(pilot, "ctrl+z")
        assert answer(path, question, actor) == "start och mer"
        assert "start och mer" in await until(pilot, "start och mer")


@pytest.mark.usefixtures("slow_watch")
async def test_what_cannot_be_saved_is_kept_beside_when_theirs_was_chosen(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_saver: AnswerSaver, _value: object) -> None:
        raise PlanFileError("Disken är full.")

    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "start")
        write(path, LINE, "DERAS")
        await burst(pilot, " och mer")
        await until(pilot, ASKS)
        monkeypatch.setattr(AnswerSaver, "store", refuses)
        await answer_clash(pilot, "down", "enter")
        assert isinstance(pilot.app, NvplanApp)
        assert [one.text for one in pilot.app.outbox.all] == ["start och mer"]
        shown = " ".join(screen_text(pilot).split())
        assert "Det ni skrev ligger kvar bland det som inte är sparat" in shown
        assert answer(path, LINE) == "DERAS"
        assert pilot.app.screen.query_one(Input).value == "DERAS"


async def test_a_pause_that_comes_when_the_planner_has_ended_asks_nobody(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        app = pilot.app
        assert isinstance(app, NvplanApp)
        await press(pilot, "ctrl+q")
        await until_holds(pilot, lambda: not app.is_running, "the planner has ended")
    app.ask(cast(Clash, object()))
    assert not app.is_asking
