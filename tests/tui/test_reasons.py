"""What cannot be done now is dimmed with the reason before it is pressed, and pressing it says the same."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content
from textual.pilot import Pilot

from nvplan.services.reading.places import Place
from nvplan.texts.requirement_sets import NOTHING_CHOSEN
from nvplan.tui.widgets.frame import KeyBar
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, type_text

ONLY_PER_ACTOR = "Frågan besvaras en gång för hela länet."
NO_ROW = "Markera en rad först."


def _dimmed(pilot: Pilot[None]) -> str:
    """Return the words of the footer that are dimmed."""
    shown = pilot.app.screen.query_one(KeyBar).render()
    assert isinstance(shown, Content)
    return " ".join(shown.plain[span.start:span.end] for span in shown.spans if span.style == "$quiet")


async def test_a_key_that_can_do_nothing_is_dimmed_and_says_why_when_it_is_pressed(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        pilot.app.place.show_over(Place("mal"))  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Ta bort" in _dimmed(pilot)
        assert "Ny" not in _dimmed(pilot)
        await press(pilot, "delete")
        assert NO_ROW in screen_text(pilot)


async def test_the_list_of_commands_tells_the_reason_and_choosing_says_it(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.1.lage")
        await press(pilot, "ctrl+p")
        await type_text(pilot, "table matrix")
        assert f"Går inte nu. {ONLY_PER_ACTOR}"[:40] in screen_text(pilot)
        await press(pilot, "enter")
        assert ONLY_PER_ACTOR in " ".join(screen_text(pilot).split())


async def test_the_help_tells_the_reason_where_the_keys_are(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.1.lage")
        assert "Går inte nu" not in screen_text(pilot)
        await press(pilot, "f1", *["pagedown"] * 3)
        assert "Går inte nu." in screen_text(pilot)


async def test_a_change_to_the_set_that_the_plan_has_is_dimmed(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "set agreement")
        await press(pilot, "enter")
        assert "F8" in _dimmed(pilot)
        await press(pilot, "f8")
        assert NOTHING_CHOSEN in " ".join(screen_text(pilot).split())
