"""Mot beslut: what remains, and a chapter that is signed off."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.session import PlanSession
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text, until


async def test_a_chapter_is_signed_off_and_taken_back_and_granska_stands_before_each_step(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "godkänna kapitel")
        shown = screen_text(pilot)
        assert "Före remiss" in shown
        assert "Granska" in shown
        await press(pilot, "f6")
        assert "Bara kapitel godkänns" in screen_text(pilot)
        await type_text(pilot, "målbild och")
        await press(pilot, "f6", *["backspace"] * 30)
        await type_text(pilot, "Ordförande")
        await press(pilot, "enter")
        assert "godkänt av Ordförande" in await until(pilot, "godkänt av")
        (one,) = PlanSession.open(path).state.objects["godkannande"].values()
        assert (getattr(one, "chapter", ""), getattr(one, "date", "")) == ("1.1", "2026-11-23")
        await press(pilot, "f6")
        assert "Ta tillbaka godkännandet?" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert PlanSession.open(path).state.objects["godkannande"] == {}
        await press(pilot, "enter")
        assert "Målbild och beslutsläge" in screen_text(pilot)
