"""A plan over 2024–2030 in the planner: begun, followed up, moved on to the next year, confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from nvplan.services.reading.places import YEARS, Place
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, type_text, until


async def test_a_plan_of_seven_years_is_begun_and_followed_up_in_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                                                     ) -> None:
    monkeypatch.chdir(tmp_path)
    async with planner(None) as pilot:
        await press(pilot, "enter")
        await type_text(pilot, "kalmar")
        await press(pilot, "enter")
        pilot.app.screen.query_one("#year", Input).value = "2030-2024"
        await press(pilot, "f8")
        assert "Planen kan inte sluta 2024, före 2030" in " ".join(screen_text(pilot).split())
        pilot.app.screen.query_one("#year", Input).value = "2024–2030"
        await press(pilot, "f8")
        assert "Kalmar · 2024–2030 · uppföljning 2026 · utkast" in await until(pilot, "uppföljning 2026")
        await go_to(pilot, "1.0.struktur")
        await press(pilot, "down", "space")
        await _open_years(pilot)
        assert "2027–2030" in screen_text(pilot)
        await press(pilot, "f8")
        assert "2026 fryses som det ser ut" in screen_text(pilot)
        await press(pilot, "down", "enter")
        shown = await until(pilot, "Uppföljningen gäller nu 2027")
        assert "2024–2030 · uppföljning 2027 · utkast" in shown
        await go_to(pilot, "1.0.struktur")
        assert "Ctrl+G bekräftar" in screen_text(pilot)
        await press(pilot, "ctrl+g")
    state = PlanSession.open(tmp_path / "kalmar.nvplan").state
    assert (state.info.year, list(state.info.followed_up)) == (2027, ["2026"])
    assert state.answer("1.0.struktur").value
    assert not state.answer("1.0.struktur").carried


async def test_a_yearly_plan_is_given_more_years_and_undo_takes_them_back(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await _open_years(pilot)
        assert "Planen gäller ett år, 2027." in screen_text(pilot)
        assert "Följ upp 2028" not in screen_text(pilot)
        pilot.app.screen.query_one("#years", Input).value = "2028-2030"
        await press(pilot, "enter")
        assert "Uppföljningen kan inte gälla 2027" in await until(pilot, "Uppföljningen kan inte")
        pilot.app.screen.query_one("#years", Input).value = "2027-2030"
        await press(pilot, "enter")
        assert "Följ upp 2028" in await until(pilot, "Sparat: planen gäller 2027–2030")
        await press(pilot, "ctrl+z")
        await until(pilot, "Planen gäller ett år, 2027.")
    assert not PlanSession.open(path).state.info.years.is_long


async def _open_years(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, NvplanApp)
    app.place.show_over(Place(YEARS))
    await settle(pilot)
