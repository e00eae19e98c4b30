"""A question per actor as a table, told as stories from Västra Götaland with its 49 kommuner."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot

from nvplan.catalog.questions import all_questions
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.questions.matrix import MatrixScreen
from tests.tui.planner import (
    WIDE,
    burst,
    go_to,
    look_at_file,
    new_plan,
    planner,
    press,
    screen_text,
    settle,
    type_text,
    until,
)

QUESTION = "1.7.lakaravtal"
OPTIONS = all_questions()[QUESTION].options


async def open_matrix(pilot: Pilot[None], question: str = QUESTION) -> MatrixScreen:
    """Go to the question and open its table."""
    await go_to(pilot, question)
    await press(pilot, "ctrl+t")
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    return screen


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


def on_disk(path: Path, question: str, actor: str) -> object:
    """Return an answer as it is on disk."""
    return PlanSession.open(path).state.answer(question, actor).value


async def test_a_figure_fills_a_cell_and_goes_down(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        screen = await open_matrix(pilot)
        actors = screen.matrix.actors
        assert len(actors) == 49
        assert "0 av 49 har svarat" in screen_text(pilot)
        await press(pilot, "1", "2")
        assert on_disk(path, QUESTION, actors[0].id) == OPTIONS[0].id
        assert on_disk(path, QUESTION, actors[1].id) == OPTIONS[1].id
        assert "2 av 49 har svarat" in screen_text(pilot)
        await press(pilot, "delete")
        await press(pilot, "up", "delete")
        assert on_disk(path, QUESTION, actors[1].id) is None
        await press(pilot, "ctrl+z")
        assert on_disk(path, QUESTION, actors[1].id) == OPTIONS[1].id


async def test_a_row_is_filled_along(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path, WIDE) as pilot:
        actor = (await open_matrix(pilot)).matrix.actors[0].id
        await press(pilot, "enter")
        assert "● " not in screen_text(pilot)
        await press(pilot, "enter")
        assert on_disk(path, QUESTION, actor) is None  # nothing was marked: Enter went on downward
        await press(pilot, "up", "enter", "down", "enter", "up", "right")
        assert on_disk(path, QUESTION, actor) == OPTIONS[0].id
        await type_text(pilot, "1 mars 2028")
        await press(pilot, "tab")
        assert on_disk(path, "1.7.lakaravtal-till", actor) == "2028-03-01"
        await type_text(pilot, "22,5")
        await press(pilot, "enter")
        assert on_disk(path, "1.7.lakartid", actor) == "22.5"
        assert "22,5" in screen_text(pilot)


async def test_a_cell_that_cannot_be_read_is_not_left_silently(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actor = (await open_matrix(pilot)).matrix.actors[0].id
        await press(pilot, "1", "up", "right", "right")
        await type_text(pilot, "många")
        await press(pilot, "enter")
        assert "är inget tal" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert on_disk(path, "1.7.lakartid", actor) is None


async def test_a_value_is_filled_down_after_a_question_and_undone_in_one(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        screen = await open_matrix(pilot)
        actors = screen.matrix.actors
        await press(pilot, "ctrl+d")
        await press(pilot, "down", "1", "2", "up", "up", "ctrl+d")
        shown = screen_text(pilot)
        assert "på 46 rader" in shown
        assert actors[3].name in shown.partition("på 46 rader?")[2].partition("Avbryt")[0], "which rows is not said"
        assert "och 40 till." in " ".join(shown.replace("│", " ").split())
        await press(pilot, "down", "enter")
        state = PlanSession.open(path).state
        assert sum(state.answer(QUESTION, actor.id).value == OPTIONS[0].id for actor in actors) == 47
        assert on_disk(path, QUESTION, actors[0].id) is None, "a row above was filled"
        await press(pilot, "ctrl+z")
        assert on_disk(path, QUESTION, actors[30].id) is None
        assert on_disk(path, QUESTION, actors[1].id) == OPTIONS[0].id


async def test_f10_goes_on_to_the_next_question_of_the_table(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path, "14")) as pilot:
        screen = await open_matrix(pilot)
        await press(pilot, "f10")
        assert screen._cell[1] == 1
        assert screen.matrix.columns[1].label in " ".join(screen_text(pilot).split())


async def test_marked_rows_alone_are_filled(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actors = (await open_matrix(pilot)).matrix.actors
        await press(pilot, "1", "space", "space", "up", "up", "up", "ctrl+d")
        assert "på 2 rader" in screen_text(pilot)
        await press(pilot, "down", "enter")
        state = PlanSession.open(path).state
        answered = [actor.id for actor in actors if state.answer(QUESTION, actor.id).value]
        assert answered == [actor.id for actor in actors[:3]]


async def test_cells_from_a_spreadsheet_are_taken_and_wrong_ones_explained_in_one_list(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actors = (await open_matrix(pilot)).matrix.actors
        entries = len(PlanSession.open(path).repository.history())
        await paste(pilot, "\r\n".join([f"{OPTIONS[0].label}\t2028-01-01", "kanske\t", f"{OPTIONS[1].label}\tsnart"]))
        shown = screen_text(pilot)
        assert "Det här är inte med" in shown
        assert "kanske" in shown
        assert "Resten är sparat." in shown
        assert len(PlanSession.open(path).repository.history()) == entries + 1
        assert on_disk(path, "1.7.lakaravtal-till", actors[0].id) == "2028-01-01"
        assert on_disk(path, QUESTION, actors[2].id) == OPTIONS[1].id
        await press(pilot, "escape")
        await paste(pilot, OPTIONS[2].label)
        assert "ersätter svar som redan finns" in screen_text(pilot)
        await press(pilot, "escape")
        assert on_disk(path, QUESTION, actors[0].id) == OPTIONS[0].id


async def test_markup_control_characters_and_a_whole_sheet_neither_crash_nor_change_anything(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        await open_matrix(pilot)
        before = path.read_bytes()
        for text in ("[/]\t[@click=app.quit]x[/]", "\x1b[31m\t\x00", '"' * 7, "x\ty\n" * 3000):
            await paste(pilot, text)
            await press(pilot, "escape")
            if not isinstance(pilot.app.screen, MatrixScreen):
                await press(pilot, "ctrl+t")
        assert path.read_bytes() == before


async def test_what_another_writes_shows_in_the_table_and_is_never_overwritten(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nvplan.tui.app.WATCH", 1000.0)  # the key is to come before the planner has looked at the file
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actor = (await open_matrix(pilot)).matrix.actors[0].id
        PlanSession.open(path, "annan").do(SetAnswer(QUESTION, OPTIONS[2].id, actor))
        await press(pilot, "1")
        assert on_disk(path, QUESTION, actor) == OPTIONS[2].id
        await look_at_file(pilot)
        pilot.app.clear_notifications()  # what is said in passing stands over the line with the figures
        assert "1 av 49 har svarat" in await until(pilot, "1 av 49 har svarat")


async def test_escape_goes_to_the_question_where_the_cursor_stands(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actors = (await open_matrix(pilot)).matrix.actors
        await press(pilot, "down", "down", "escape")
        assert f"{actors[2].name} svarar:" in screen_text(pilot)
        await go_to(pilot, "1.1.lage")
        await press(pilot, "ctrl+t")
        assert "en gång för hela länet" in screen_text(pilot)


async def test_a_cell_or_the_marked_rows_are_copied_as_a_spreadsheet_takes_them(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actors = (await open_matrix(pilot)).matrix.actors
        await press(pilot, "1", "up", "ctrl+c")
        assert pilot.app.clipboard == OPTIONS[0].label
        assert "Kopierat" in screen_text(pilot)
        await press(pilot, "space", "ctrl+c")
        assert pilot.app.clipboard.startswith(f"{actors[0].name}\t{OPTIONS[0].label}")


async def test_the_name_of_a_choice_is_found_from_the_table(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    async with planner(path) as pilot:
        actors = (await open_matrix(pilot)).matrix.actors
        for option in OPTIONS:
            await burst(pilot, option.label, "<enter>")
        answered = [on_disk(path, QUESTION, actor.id) for actor in actors[:len(OPTIONS)]]
        assert answered == [option.id for option in OPTIONS]


async def test_ja_and_nej_written_out_answer_one_row_each(tmp_path: Path) -> None:
    path = new_plan(tmp_path, "14")
    question = next(one for one in all_questions().values() if one.kind == "ja_nej" and one.per == "aktor"
                    and not one.condition)
    async with planner(path) as pilot:
        actor = PlanSession.open(path).state.actors[0].id
        cast("NvplanApp", pilot.app).go(Stop(question, actor))
        await settle(pilot)
        await press(pilot, "ctrl+t")
        screen = pilot.app.screen
        assert isinstance(screen, MatrixScreen)
        actors = screen.matrix.actors
        await press(pilot, *["up"] * screen._cell[0])
        await burst(pilot, "ja", "nej", "<enter>", "nej")
        assert [on_disk(path, question.id, actor.id) for actor in actors[:4]] == [True, False, False, None]
