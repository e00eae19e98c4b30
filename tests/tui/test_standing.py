"""The plan's standing, remiss comments and next year's plan, as a coordinator meets them."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from nvplan.files.ports import WRITER
from nvplan.model.objects import Comment
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import export
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import (
    WIDE,
    go_to,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    type_text,
    until,
)


async def command(pilot: Pilot[None], words: str) -> None:
    """Run a command from the palette."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, words)
    await press(pilot, "enter")


async def test_a_decision_needs_its_day_and_later_changes_show(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await command(pilot, "planens lage")
        await press(pilot, "down", "down", "space", "f8")
        assert "Skriv vilken dag planen beslutades" in screen_text(pilot)
        await press(pilot, "tab")
        await type_text(pilot, "1 mars 2027")
        await press(pilot, "enter")
        await type_text(pilot, "Samverkansnämnden")
        await press(pilot, "enter")
        assert "Det här är kvar före beslut" in screen_text(pilot)
        await press(pilot, "enter")
        assert PlanSession.open(path).state.info.standing == "utkast", "the safe answer leaves it as it was"
        await press(pilot, "f8", "down", "enter")
        shown = screen_text(pilot)
        assert "Inget är ändrat sedan beslutet" in shown
        assert "plan 2027 · beslutad" in shown
        assert PlanSession.open(path).state.info.standing_date == "2027-03-01"
        PlanSession.open(path).do(SetAnswer("1.0.agare", "[X] chefen", "region"))
        shown = await until(pilot, "Ändrat sedan beslutet")
        assert "är: [X] chefen" in shown


async def test_a_comment_is_added_on_a_question_and_counted(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.1.lage")
        assert "remissynpunkt" not in screen_text(pilot)
        await press(pilot, "f12", "enter")
        await type_text(pilot, "Alvesta kommun")
        await press(pilot, "f8")
        assert "Synpunkt" in screen_text(pilot)
        await press(pilot, "tab")
        await type_text(pilot, "[/] Målbilden är för vid")
        await press(pilot, "f8")
        assert "1 remissynpunkt, 1 obehandlad" in screen_text(pilot)
        found = list(PlanSession.open(path).state.objects["kommentar"].values())
        assert isinstance(found[0], Comment)
        assert (found[0].body, found[0].question, found[0].text) == ("Alvesta kommun", "1.1.lage",
                                                                     "[/] Målbilden är för vid")
        await press(pilot, "f12", "down", "enter")
        await press(pilot, "down", "space", "escape")
        assert "alla behandlade" in screen_text(pilot)


async def test_an_empty_comment_is_let_go_and_a_half_one_is_asked_about(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.1.lage")
        await press(pilot, "f12", "enter", "escape")
        await press(pilot, "f12", "enter")
        await type_text(pilot, "Alvesta")
        await press(pilot, "escape")
        assert "Stänga utan att spara" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Alvesta" in screen_text(pilot)
        await press(pilot, "escape", "down", "enter")
    assert not PlanSession.open(path).state.objects["kommentar"]


async def test_next_years_plan_is_made_and_its_answers_confirmed(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetAnswer("1.0.struktur", "finns"))
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    async with planner(path, WIDE) as pilot:
        await command(pilot, "forra arets")
        await type_text(pilot, str(tmp_path / "nasta"))
        await press(pilot, "enter")
        assert "plan 2028" in screen_text(pilot)
        pilot.app.clear_notifications()  # it may lie over the row
        shown = screen_text(pilot)
        await press(pilot, "end")
        assert "2  svar från 2027 att bekräfta" in shown + screen_text(pilot)
        await go_to(pilot, "1.0.struktur")
        assert "Ctrl+G bekräftar" in screen_text(pilot)
        await press(pilot, "ctrl+g")
        assert question_at_hand(pilot) == "1.0.agare"
        await type_text(pilot, "!")
        await press(pilot, "f7", "ctrl+g")
        assert "Svaret kommer inte från" in screen_text(pilot)
    state = PlanSession.open(tmp_path / "nasta.nvplan").state
    assert not state.answer("1.0.struktur").carried
    assert not state.answer("1.0.agare", "region").carried
    assert state.answer("1.0.agare", "region").value == "chefen!"


async def test_next_years_plan_begins_from_a_pdf_of_ours(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetAnswer("1.0.struktur", "finns"))
    session.do(SetAnswer("1.0.agare", "Vår [X] chef, åäö", "region"))
    session.do(SetObject("insats", "", {"title": "Fast läkare", "state": "pagaende", "plans": ["gemensam"]}))
    pdf = next(iter(export(session, [DOCUMENTS["gemensam-plan"]], ["pdf"], tmp_path / "ut", Request(), writer=WRITER)))
    path.unlink()
    async with planner(None, WIDE) as pilot:
        await command(pilot, "forra arets")
        source = pilot.app.screen.query_one("#source", Input)
        source.value = str(pdf)
        pilot.app.screen.query_one("#year", Input).value = "2028,5"
        pilot.app.screen.query_one("#file", Input).value = str(tmp_path / "nasta")
        await press(pilot, "f8")
        assert "”2028,5” är inget år." in screen_text(pilot)
        pilot.app.screen.query_one("#year", Input).value = "2028"
        await press(pilot, "f8")
        assert "plan 2028" in await until(pilot, "plan 2028")
        assert "2  svar från 2027 att bekräfta" in await until(pilot, "att bekräfta")
    state = PlanSession.open(tmp_path / "nasta.nvplan").state
    assert state.info.year == 2028
    assert state.answer("1.0.struktur").carried
    assert state.answer("1.0.agare", "region").value == "Vår [X] chef, åäö"
    assert [one.model_dump()["title"] for one in state.objects["insats"].values()] == ["Fast läkare"]


async def test_a_column_of_last_years_answers_is_confirmed_in_the_table(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    for actor in ("0764", "0767"):
        session.do(SetAnswer("1.7.lakaravtal", "galler", actor))
    carry_over(path, tmp_path / "b.nvplan").session.close()
    async with planner(tmp_path / "b.nvplan") as pilot:
        await go_to(pilot, "1.7.lakaravtal")
        await press(pilot, "ctrl+t")
        assert "↻" in screen_text(pilot)
        await press(pilot, *["space"] * 8, "ctrl+g")
        assert "↻" not in screen_text(pilot)
