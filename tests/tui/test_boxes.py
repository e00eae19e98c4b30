"""Stories about the boxes that open over a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text


@pytest.fixture
def county(tmp_path: Path) -> Path:
    path = tmp_path / "kronoberg.nvplan"
    example_plan(path)
    return path


async def test_a_box_opens_on_what_is_chosen_so_that_enter_changes_nothing(county: Path) -> None:
    before = PlanSession.open(county).state.objects["insats"]["uppfoljning"]
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "down", "enter", *["tab"] * 6, "enter")
        options = pilot.app.screen.query_one(OptionList)
        assert options.highlighted is not None
        assert "● Pågående" in str(options.get_option_at_index(options.highlighted).prompt)
        await press(pilot, "enter", "escape")
    assert PlanSession.open(county).state.objects["insats"]["uppfoljning"] == before


async def test_a_search_is_in_groups_with_counts_and_the_rest_of_one_is_a_row_away(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    for number in range(9):
        session.do(SetObject("insats", f"linje-{number}", {"title": f"Läkarlinje {number}"}))
    session.close()
    async with planner(path, (120, 40)) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, "lakarlinje")
        shown = screen_text(pilot)
        assert "Insatser  9" in shown
        assert "4 till" in shown
        assert shown.count("Läkarlinje ") == 5
        await press(pilot, *["down"] * 5)
        await press(pilot, "enter")
        assert screen_text(pilot).count("Läkarlinje ") == 9
        await press(pilot, "enter")
        assert "Insatser › Läkarlinje 5" in screen_text(pilot)
