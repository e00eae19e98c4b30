"""Historik: what has changed is found, leads to its place and is taken back alone."""

from __future__ import annotations

from pathlib import Path

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.commands import AddObjects, SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import WIDE, go_to, new_plan, planner, press, screen_text, type_text, until

EARLIER, LATER = (all_questions()[name].label for name in ("1.0.agare", "1.8.starker"))


async def test_a_change_is_found_gone_to_and_taken_back(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer("1.0.agare", "Regiondirektör [/] åäö", "region"))
        session.do(SetAnswer("1.8.starker", "Sedan"))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "historik")
        shown = await until(pilot, "den senaste först")
        assert shown.index(LATER[:20]) < shown.index(EARLIER[:20])
        await type_text(pilot, "regiondir")
        shown = screen_text(pilot)
        assert LATER[:20] not in shown
        assert "inget → Regiondirektör [/] åäö" in shown
        (row,) = [line for line in shown.splitlines() if "inget → Regiondir" in line.split("│")[0]]
        assert "Vilken roll hos er äger" in row, "what it was about stands in the row with what it was and became"
        await press(pilot, "enter")
        assert "Vilken roll hos er äger den gemensamma planen?" in screen_text(pilot)
        await press(pilot, "escape")
        await until(pilot, "den senaste först")
        await press(pilot, "f6")
        assert "Ta tillbaka den här ändringen?" in screen_text(pilot)
        await press(pilot, "enter")
        assert PlanSession.open(path).state.answer("1.0.agare", "region").value, "Enter alone changes nothing"
        await press(pilot, "f6", "down", "enter")
        state = PlanSession.open(path).state
        assert state.answer("1.0.agare", "region").value is None
        assert state.answer("1.8.starker").value == "Sedan"
        shown = await until(pilot, "tillbakataget · ")
        assert "tog tillbaka" in shown
        await press(pilot, "ctrl+z")
        assert PlanSession.open(path).state.answer("1.0.agare", "region").value, "undone at once, for it is seen here"


async def test_a_change_of_thousands_of_fields_tells_the_first_of_them_and_how_many_more(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(AddObjects("insats", tuple({"title": f"Insats {number}"} for number in range(60))))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "historik")
        await press(pilot, "home")
        place = pilot.app.screen
        told = place.beside(place.table.marked).plain  # type: ignore[attr-defined]
    assert "Insats 39" in told
    assert "Insats 40" not in told
    assert "och 20 till" in told
