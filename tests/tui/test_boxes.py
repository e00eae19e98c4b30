"""Stories about the boxes that open over a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.planner import go_to, planner, press


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
