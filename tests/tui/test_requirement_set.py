"""Stories about changing the requirement set that a plan is measured against."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.planner import planner, press, screen_text, type_text


async def open_sets(pilot: Pilot[None]) -> None:
    """Open the place from the palette."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, "krav enligt")
    await press(pilot, "enter")


def kept(path: Path) -> tuple[str, object, object]:
    """Return the plan's set, and the answers and assessments that a change must not touch."""
    state = PlanSession.open(path).state
    return state.info.requirement_set, dict(state.answers), dict(state.objects["kravbedomning"])


async def test_a_set_is_changed_after_a_preview_and_a_question_and_undone(tmp_path: Path) -> None:
    path = tmp_path / "kronoberg.nvplan"
    example_plan(path)
    before = kept(path)
    async with planner(path) as pilot:
        await open_sets(pilot)
        shown = screen_text(pilot)
        assert "Vilka krav bedöms planen mot?" in shown
        assert "Planen bedöms mot de här kraven" in shown
        await press(pilot, "f8")
        assert kept(path) == before, "there is nothing to change to"
        await press(pilot, "down", "space")
        assert "Samma:" in screen_text(pilot)
        assert kept(path) == before, "looking changes nothing"
        await press(pilot, "f8")
        assert "Byta till krav enligt" in screen_text(pilot)
        await press(pilot, "down", "enter")
        after = kept(path)
        assert after[0] != before[0]
        assert after[1:] == before[1:]
        await press(pilot, "ctrl+z")
        assert kept(path) == before
        await press(pilot, "escape")
        assert "Översikt" in screen_text(pilot)
