"""Rows pasted from a spreadsheet into the answer to a table: seen at once, and called saved when they are on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from nvplan.catalog.questions import all_questions
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.places import Place
from nvplan.services.writing.commands import SetObject, Undo
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.questions.question import QuestionScreen
from nvplan.tui.widgets.object_fields import FormField
from tests.services.reading.test_pasted_rows import FIGURES, FORUM, GAPS, HEADED
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, until


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


def unwrapped(shown: str) -> str:
    """Return what stands on the screen without the lines around a box and the breaks between its lines."""
    return " ".join(shown.replace("│", " ").split())


def rows_on_disk(path: Path, question: str) -> list[dict[str, object]]:
    """Return the rows of a table as they are on disk."""
    value = PlanSession.open(path).state.answer(question, "lan").value
    return [dict(row) for row in value if isinstance(row, dict)] if isinstance(value, list) else []


@pytest.mark.parametrize(("question", "pasted", "count", "seen"), [
    ("1.4.forum", FORUM, "2 rader är inklistrade.", "Politisk styr"),
    ("1.2.mellanrum", GAPS, "2 rader är inklistrade.", "Hemsjukvård natt"),
])
async def test_pasted_rows_are_seen_and_are_on_disk_when_that_is_said(
        tmp_path: Path, question: str, pasted: str, count: str, seen: str) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, question)
        await paste(pilot, pasted)
        shown = await until(pilot, count)
        assert count in shown
        assert "✓ Sparat" in shown
        assert seen in shown
        assert len(rows_on_disk(path, question)) == 2


async def test_good_rows_are_kept_and_the_bad_one_is_told_with_what_stood_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        assert isinstance(pilot.app, NvplanApp)
        pilot.app.go(Stop(all_questions()["1.2.nyckeltal"], "lan"))
        await until(pilot, "Vilka tal beskriver")
        await paste(pilot, FIGURES)
        shown = unwrapped(await until(pilot, "En rad är inte sparad."))
        assert "131.250" in shown
        assert "2 rader är inklistrade." in shown
        assert "3 rader" not in shown
        assert [row["varde"] for row in rows_on_disk(path, "1.2.nyckeltal")] == ["247175", "7.2"]
        await press(pilot, "escape")
        assert "Andel 80+" in screen_text(pilot)


async def test_headings_and_a_column_too_many_are_told(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.2.mellanrum")
        await paste(pilot, HEADED)
        shown = unwrapped(await until(pilot, "Rubrikraden är utelämnad."))
        assert "Kolumnen ”Ansvarig” finns inte här och är inte med: ”RSS”." in shown
        assert "En rad är inklistrad." in shown
        assert [row["slapper"] for row in rows_on_disk(path, "1.2.mellanrum")] == ["Sjukhuset"]


async def test_rows_that_cannot_be_saved_are_not_called_pasted(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nvplan.model.errors import PlanFileError

    def refuse(*_: object) -> str:
        raise PlanFileError("Disken är full.")

    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.2.mellanrum")
        assert isinstance(pilot.app.screen, QuestionScreen)
        monkeypatch.setattr(pilot.app.screen.session, "do", refuse)
        await paste(pilot, GAPS)
        shown = await until(pilot, "Disken är full.")
        assert "Disken är full." in shown
        assert "inklistrad" not in shown
        assert "Hemsjukvård natt" in shown
        assert rows_on_disk(path, "1.2.mellanrum") == []
        monkeypatch.undo()


async def test_each_cell_of_a_pasted_column_is_an_item_of_a_list(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    PlanSession.open(path).do(SetObject("mote", "styr", {"title": "Styrgruppen", "date": "2026-10-01"}))
    async with planner(path) as pilot:
        await go_to(pilot, "möten")
        await press(pilot, "enter")
        pilot.app.screen.query_one("#field-participants", FormField).focus_control()
        await settle(pilot)
        await paste(pilot, '"Ordförande\n(regionen)"\tSocialchef\r\nHälso- och sjukvårdsdirektör\r\n')
        await press(pilot, "escape")
        assert list(PlanSession.open(path).state.objects["mote"]["styr"].participants) == [  # type: ignore[attr-defined]
            "Ordförande (regionen)", "Socialchef", "Hälso- och sjukvårdsdirektör"]


async def test_rows_pasted_into_a_list_are_asked_about_and_then_are_posts(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        assert isinstance(pilot.app, NvplanApp)
        pilot.app.go(Place("insats"))
        await until(pilot, "Tryck + för att lägga till")
        await paste(pilot, "Insats\tLäge\r\nFast läkare\tPågående\r\nTeam\tRullar\r\nNattsjuksköterska\tPlanerad\r\n")
        shown = unwrapped(await until(pilot, "Klistra in 2 insatser?"))
        assert "”Fast läkare”, ”Nattsjuksköterska”" in shown
        assert "En rad går inte att ta med." in shown
        assert PlanSession.open(path).state.objects.get("insats", {}) == {}
        await press(pilot, "down", "enter")
        shown = unwrapped(await until(pilot, "En rad är inte sparad."))
        assert "2 rader är inklistrade." in shown
        assert "Rad 3 (”Team”): Läge: ”Rullar”" in shown
        await press(pilot, "escape")
        shown = screen_text(pilot)
        assert "Fast läkare" in shown
        assert "Nattsjuksköterska" in shown
        assert "2 insatser" in shown
    saved = PlanSession.open(path)
    titles = [one.model_dump()["title"] for one in saved.state.objects["insats"].values()]
    assert titles == ["Fast läkare", "Nattsjuksköterska"]
    saved.do(Undo())
    assert saved.state.objects.get("insats", {}) == {}


async def test_rows_that_nobody_says_yes_to_are_not_saved_and_that_is_said(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        assert isinstance(pilot.app, NvplanApp)
        pilot.app.go(Place("hinder"))
        await until(pilot, "Tryck + för att lägga till")
        await paste(pilot, "Journalen\nBemanningen\n")
        await until(pilot, "Klistra in 2 hinder?")
        await press(pilot, "enter")
        assert "Inget är ändrat" in unwrapped(await until(pilot, "Inget är ändrat"))
    assert PlanSession.open(path).state.objects.get("hinder", {}) == {}
