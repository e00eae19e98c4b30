"""Säkerhetskopior: the plan as it was is looked at, put back once the person has said so, and undone."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, until

STRENGTHS = "1.8.starker"


async def test_a_backup_is_looked_at_put_back_and_that_is_undone(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer(STRENGTHS, "Vi [X] känner varandra"))
    with PlanSession.open(path) as session:
        session.do(SetAnswer(STRENGTHS, "Något annat"))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "säkerhetskopior")
        shown = await until(pilot, "1 svar skiljer")
        assert "Nu: Något annat" in shown
        assert "Då: Vi [X] känner varandra" in shown
        await press(pilot, "f6")
        assert "Göra planen till vad den var" in screen_text(pilot)
        await press(pilot, "enter")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Något annat", "Enter alone changes nothing"
        await press(pilot, "f6", "down", "enter")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Vi [X] känner varandra"
        assert "Planen är återställd" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Något annat"


async def test_a_plan_without_backups_says_when_the_first_is_made(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), NARROW) as pilot:
        await go_to(pilot, "säkerhetskopior")
        assert "inga säkerhetskopior av planen ännu" in " ".join((await until(pilot, "ännu")).split())
