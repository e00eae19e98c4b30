"""Undo of what the person does not see is asked about first, and one's own undo is nobody else's change."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.commands import Judge, SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import WIDE, go_to, look_at_file, new_plan, planner, press, screen_text, until


def value(path: Path, question: str, actor: str = "lan") -> object:
    """Return an answer on disk."""
    with PlanSession.open(path) as session:
        return session.state.answer(question, actor).value


async def test_what_is_at_another_place_is_asked_about_in_words(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer("1.0.struktur", "byggs"))
        session.do(Judge("SAM-11", "0760", "uppfyllt"))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "ctrl+z")
        shown = await until(pilot, "annat ställe")
        assert "Uppvidinge kommun: bedömning av SAM-11" in shown
        await press(pilot, "enter")  # no is what Enter gives
        with PlanSession.open(path) as session:
            assert session.state.objects["kravbedomning"]
        await press(pilot, "ctrl+z", "down", "down", "enter")  # to where it is, with nothing undone
        assert "Krav › Redovisa hur samverkan utvecklas · Uppvidinge kommun" in await until(pilot, "Krav ›")
        with PlanSession.open(path) as session:
            assert session.state.objects["kravbedomning"]
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "ctrl+z", "down", "enter")
        assert "Ångrat: Uppvidinge kommun: bedömning av SAM-11" in await until(pilot, "Ångrat")
        assert value(path, "1.0.struktur") == "byggs"


async def test_what_is_shown_is_undone_at_once_and_it_is_nobody_else_s_change(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer("1.0.struktur", "byggs"))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "ctrl+z")
        await until(pilot, "Ångrat")
        await look_at_file(pilot)
        shown = screen_text(pilot)
        assert "annat ställe" not in shown
        assert "Någon annan" not in shown
        assert value(path, "1.0.struktur") is None
        await press(pilot, "ctrl+y")
        assert "Gjort om" in await until(pilot, "Gjort om")
        assert value(path, "1.0.struktur") == "byggs"
