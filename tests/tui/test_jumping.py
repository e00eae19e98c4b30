"""A letter beside everything that can be reached: it leads there, and answers nothing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from nvplan.services.writing.session import PlanSession
from nvplan.tui.jumping import JumpLayer, labels
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, planner, press, question_at_hand, screen_text


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Return the example county."""
    path = tmp_path / "k.nvplan"
    example_plan(path)
    return path


def test_no_label_begins_another() -> None:
    for count in (1, 26, 27, 300):
        found = sorted(labels(count))
        assert len(set(found)) == count
        assert not any(later.startswith(first) for first, later in pairwise(found))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_letter_leads_to_a_row_of_the_overview(county: Path, size: tuple[int, int]) -> None:
    async with planner(county, size) as pilot:
        await press(pilot, "ctrl+l")
        assert "Tryck en bokstav för att gå dit." in screen_text(pilot)
        await press(pilot, *"a" * (1 if size == NARROW else 2))
        assert question_at_hand(pilot) == "1.0.agare"


async def test_a_letter_opens_a_row_of_a_list_and_goes_to_a_field_of_a_form(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "ctrl+l", "s")
        assert "Insatser › Gemensam läkarlinje" in screen_text(pilot)
        await press(pilot, "ctrl+l", "s")
        assert pilot.app.focused is pilot.app.screen.focus_chain[1]


async def test_a_letter_beside_a_choice_marks_it_and_answers_nothing(county: Path) -> None:
    with PlanSession.open(county) as session:
        before = session.state.answer("1.1.lage").value
    async with planner(county) as pilot:
        await go_to(pilot, "1.1.lage")
        await press(pilot, "ctrl+l", "a")
    with PlanSession.open(county) as session:
        assert session.state.answer("1.1.lage").value == before


async def test_another_key_and_esc_take_the_letters_away_and_do_nothing(county: Path) -> None:
    async with planner(county) as pilot:
        for key in ("escape", "å", "1", "f9"):
            await press(pilot, "ctrl+l")
            assert isinstance(pilot.app.screen, JumpLayer)
            await press(pilot, key)
            assert not isinstance(pilot.app.screen, JumpLayer)
            assert "Gör nu" in screen_text(pilot)


async def test_a_resized_window_takes_the_letters_away(county: Path) -> None:
    async with planner(county) as pilot:
        await press(pilot, "ctrl+l")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert not isinstance(pilot.app.screen, JumpLayer)
