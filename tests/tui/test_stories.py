"""What a coordinator does in the planner, told as stories."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.question import Question
from nvplan.services.reading.guide import stops
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from tests.tui.planner import (
    NARROW,
    WIDE,
    answer_clash,
    go_to,
    look_at_file,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    settle,
    type_text,
    until,
)


def answer(path: Path, question: str, actor: str = "lan") -> object:
    """Return what is on disk, read anew."""
    return PlanSession.open(path).state.answer(question, actor).value


async def test_a_county_is_begun_from_the_start_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with planner(None) as pilot:
        assert "Ny plan för ett län" in screen_text(pilot)
        await press(pilot, "enter")
        await type_text(pilot, "vastra got")
        await press(pilot, "enter", "tab")
        assert "Fyrbodal; Boråsregionen; Göteborgsregionen; Skaraborg" in screen_text(pilot)
        await press(pilot, "f8")
        assert "Västra Götalands län · plan" in screen_text(pilot)
    state = PlanSession.open(tmp_path / "vastra-gotaland.nvplan").state
    assert sum(actor.type == "kommun" for actor in state.actors) == 49
    assert [actor.name for actor in state.actors if actor.type == "rss"] == [
        "Fyrbodal", "Boråsregionen", "Göteborgsregionen", "Skaraborg"]


async def test_gotland_needs_no_rss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with planner(None) as pilot:
        await press(pilot, "enter")
        await type_text(pilot, "09")
        await press(pilot, "enter", "tab")
        assert "region och kommun samma organisation" in screen_text(pilot)
        await press(pilot, "f8")
    assert [actor.id for actor in PlanSession.open(tmp_path / "gotland.nvplan").state.actors] == ["region"]


async def test_each_key_is_on_disk_before_the_next(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        for typed in ("c", "h", "ef å"):
            await type_text(pilot, typed)
            assert str(answer(path, "1.0.agare", "region")).endswith(typed)
        assert "✓ Sparat" in screen_text(pilot)


@pytest.mark.parametrize("text", ["[X] klar", "[/]", "[@click=app.quit]x[/]", "[red]å"])
async def test_markup_is_text_in_a_line_a_long_text_and_the_search(tmp_path: Path, text: str) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await type_text(pilot, text)
        assert answer(path, "1.0.agare", "region") == text
        assert text in screen_text(pilot)
        await go_to(pilot, "1.2.mellanrum")
        await press(pilot, "ctrl+f")
        await type_text(pilot, "vilken roll region")
        assert text in screen_text(pilot)


async def test_a_number_is_read_the_swedish_way_and_nonsense_keeps_the_last_good_one(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "lakare-basvarde")
        await type_text(pilot, "0,33")
        assert "Läst som 0,33" in screen_text(pilot)
        await press(pilot, "enter")
        assert answer(path, "2.4.lakare-basvarde") == "0.33"
        await press(pilot, "f7")
        await press(pilot, *["backspace"] * 4)
        await type_text(pilot, "12,5x")
        assert "är inget tal" in screen_text(pilot)
        await press(pilot, "enter")
        assert question_at_hand(pilot) == "2.4.lakare-basvarde"
        assert answer(path, "2.4.lakare-basvarde") == "0.33"


async def test_a_choice_is_made_with_the_arrows_and_enter_goes_on(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await press(pilot, "enter")
        await press(pilot, "down", "down", "enter")
        assert answer(path, "1.0.struktur") == "finns"
        assert "● 2  Ja, men den används sällan" in screen_text(pilot)
        await press(pilot, "enter")
        assert question_at_hand(pilot) == "1.0.agare"


async def test_every_kind_of_question_can_be_answered(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    form = PlanSession.open(path).form("kontinuitet")
    chosen: dict[str, Question] = {}
    for question in form.questions:
        if question.per == "lan" and not question.condition and question.kind != "register":  # nothing is typed there
            chosen.setdefault(question.kind, question)
    assert set(chosen) == {"text", "langtext", "tal", "datum", "val", "flerval", "ja_nej", "tabell"}
    async with planner(path) as pilot:
        for kind, question in chosen.items():
            await go_to(pilot, question.id)
            if kind in ("val", "flerval", "ja_nej"):
                await press(pilot, "down", "space")
            elif kind == "tabell":
                await press(pilot, "plus")
                await type_text(pilot, "1" if question.columns[0].kind == "tal" else "Råd")
                await press(pilot, "f8")
            else:
                number = str(max(question.least or 1, 1))
                await type_text(pilot, {"tal": number, "datum": "2027-03-01"}.get(kind, "Åsa"))
                await press(pilot, "f8")
            assert answer(path, question.id) is not None, kind


async def test_undo_takes_back_one_stay_in_a_field(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await type_text(pilot, "chef")
        await press(pilot, "ctrl+z")
        assert answer(path, "1.0.agare", "region") is None
        await press(pilot, "ctrl+y")
        assert answer(path, "1.0.agare", "region") == "chef"


async def test_what_others_write_is_shown_within_two_seconds(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        PlanSession.open(path, "annan").do(SetAnswer("1.0.agare", "utvecklingschef", "region"))
        assert "utvecklingschef" in await until(pilot, "utvecklingschef")


async def test_the_same_field_written_twice_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nvplan.tui.app.WATCH", 1000.0)  # what the other wrote is not read before the key is pressed
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        PlanSession.open(path, "annan").do(SetAnswer("1.0.agare", "deras", "region"))
        await type_text(pilot, "v")
        await until(pilot, "deras")
        assert answer(path, "1.0.agare", "region") == "deras"
        await answer_clash(pilot, "up", "enter")
        assert answer(path, "1.0.agare", "region") == "v"


async def test_the_place_survives_leaving(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "2.4.lakare-basvarde")
        await press(pilot, "ctrl+q")
    async with planner(path) as pilot:
        assert question_at_hand(pilot) == "2.4.lakare-basvarde"


async def test_a_skipped_question_waits_and_counts_as_unanswered(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "f6")
        assert question_at_hand(pilot) == "1.0.agare"
    state = PlanSession.open(path).state
    assert state.answer("1.0.struktur").skipped
    assert state.answer("1.0.struktur").value is None


async def test_the_plan_is_exported_in_word_where_nothing_else_is_chosen(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await press(pilot, "f9")
        await press(pilot, "f8")
        await settle(pilot)
        assert "Klart. Filerna ligger här:" in screen_text(pilot)
    assert [found.name for found in (tmp_path / "dokument").iterdir()] == ["gemensam-plan Kronoberg 2027.docx"]


async def test_a_window_too_small_says_so_and_a_resize_brings_the_place_back(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "för litet" in screen_text(pilot)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert "Översikt" in screen_text(pilot)


async def test_a_file_that_cannot_be_opened_is_said_and_nothing_else_happens(tmp_path: Path) -> None:
    path = tmp_path / "tom.nvplan"
    path.write_bytes(b"")
    async with planner(path) as pilot:
        assert "är tom" in pilot.app.failure  # type: ignore[attr-defined]
        assert pilot.app.return_code == 1
    assert path.read_bytes() == b""


async def _crash(path: Path) -> NvplanApp:
    async with planner(path) as pilot:
        pilot.app.call_later(lambda: 1 // 0)
        with suppress(ZeroDivisionError):
            await settle(pilot)
        assert isinstance(pilot.app, NvplanApp)
        crashed = pilot.app
        pilot.app._exception = None  # the test is to go on
    return crashed


async def test_an_error_of_our_own_leaves_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    app = await _crash(new_plan(tmp_path))
    assert "stannade oväntat (ZeroDivisionError)" in app.crashed
    log = (tmp_path / "hem" / "krasch.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "Kronoberg" not in log


async def test_two_plans_made_as_one_are_one_path(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    last = [stop.question.id for stop in stops(plan_form("kontinuitet"), PlanSession.open(path).state, False)][-1]
    async with planner(path) as pilot:
        await go_to(pilot, last)
        await press(pilot, "f8")
        assert "Det här är sista frågan" in screen_text(pilot)
        PlanSession.open(path).do(SetAnswer("2.0.planform", "kombinerad", "lan"))
        await look_at_file(pilot)
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "Patientkontrakt ›" in shown
        assert question_at_hand(pilot) == "3.0.term"
        assert "Här börjar Handlingsplan för patientkontrakt" in " ".join(shown.split())
        pilot.app.clear_notifications()  # what is said in passing stands over the line with where one is
        assert "fråga 1 av" in await until(pilot, "fråga 1 av")
        await press(pilot, "f7")
        assert question_at_hand(pilot) == last


async def test_a_figure_chooses_at_once_and_one_that_is_no_option_does_nothing(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "9")
        assert answer(path, "1.0.struktur") is None
        await press(pilot, "2")
        assert answer(path, "1.0.struktur") == "finns"
        assert "Ni valde: Ja, men den används sällan" in screen_text(pilot)
        await press(pilot, "1")
        first = PlanSession.open(path).form("gemensam").by_id["1.0.struktur"].options[0]
        assert answer(path, "1.0.struktur") == first.id
        await press(pilot, "enter")
        assert question_at_hand(pilot) == "1.0.agare"
