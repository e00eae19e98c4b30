"""Framåt: what is due, from Översikt or with a few letters, and each row leads to its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import WIDE, go_to, new_plan, planner, press, screen_text, type_text, until


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with an insats that is late, one that comes, and a review of the plan: today is 23 November 2026."""
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        for title, end, actor in (("Sen insats", "2026-11-20", "region"), ("Snart klar", "2026-12-01", "0780"),
                                  ("Långt fram", "2028-01-01", "region")):
            session.do(SetObject("insats", "", {"title": title, "plans": ["gemensam"], "state": "pagaende", "end": end,
                                                "actor": actor}))
        session.do(SetAnswer("1.17.revidering", "2026-12-15"))
    return path


async def test_the_overview_shows_what_is_late_and_the_nearest_of_all_kinds(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        shown = screen_text(pilot)
        late = next(line for line in shown.splitlines() if "Insats ska vara klar: Sen insats" in line)
        assert late.split()[0] == "!"
        assert "3 dagar sent" in late
        assert "Långt fram" not in shown


async def test_a_few_letters_lead_there_a_key_narrows_it_and_enter_goes_on(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "framåt")
        shown = await until(pilot, "1 försenat")
        assert shown.index("Sen insats") < shown.index("Snart klar")
        row = next(line for line in shown.splitlines() if "Snart klar" in line)
        assert "om 8 dagar" in row
        await press(pilot, "down")
        assert "Växjö kommun" in screen_text(pilot)
        await press(pilot, "f3")
        await type_text(pilot, "inom 30")
        await press(pilot, "enter")
        shown = await until(pilot, "Urval: Inom 30 dagar")
        assert "Snart klar" in shown
        assert "Sen insats" not in shown
        assert "Planen ska ses över" in shown
        await type_text(pilot, "snart")
        await press(pilot, "enter")
        assert "Insatser › Snart klar" in await until(pilot, "Insatser ›")
        await press(pilot, "escape")
        assert "Framåt" in screen_text(pilot).splitlines()[1]
