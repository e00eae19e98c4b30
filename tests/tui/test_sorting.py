"""How a coordinator puts a list in order, told as stories."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.tui.widgets.object_table import ObjectTable
from tests.tui.planner import WIDE, go_to, planner, press, screen_text, settle, type_text

#: In the order they are entered; Swedish order puts å ä ö last.
GOALS = (("mal-1", "Öka närheten", "25,5", "2027-03"), ("mal-2", "Äldres vård", "9", "2028-01-01"),
         ("mal-3", "Ångest hos unga", "", ""), ("mal-4", "Zon för vila", "100", "2027-02-28"),
         ("mal-5", "alla med plan", "-3", "2026-12"))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with five goals, and insatser in different states."""
    session = create_plan(tmp_path / "plan.nvplan", "07", 2027)
    for identity, title, target, date in GOALS:
        session.do(SetObject("mal", identity, {"title": title, "target": target, "date": date}))
    for number, state in enumerate(("avslutad", "planerad", "", "pagaende"), 1):
        session.do(SetObject("insats", f"insats-{number}", {"title": f"Insats {number}", "state": state}))
    session.close()
    return tmp_path / "plan.nvplan"


def shown(pilot: Pilot[None]) -> list[str]:
    """Return the ids of the list's rows in order."""
    return pilot.app.screen.query_one(ObjectTable).ids


def numbers(*of: int) -> list[str]:
    """Return the ids of goals."""
    return [f"mal-{number}" for number in of]


async def test_f7_sorts_by_the_next_column_and_f8_turns_the_order(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "mål och mått")
        assert shown(pilot) == numbers(1, 2, 3, 4, 5)
        await press(pilot, "f7")
        assert shown(pilot) == numbers(5, 4, 3, 2, 1)  # a z å ä ö
        assert "▲" in screen_text(pilot)
        await press(pilot, "f8")
        assert shown(pilot) == numbers(1, 2, 3, 4, 5)
        assert "▼" in screen_text(pilot)


async def test_numbers_are_sorted_as_numbers_days_as_days_and_what_is_empty_comes_last(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "mål och mått")
        await press(pilot, "f7", "f7")  # what it is, to; nothing is said of from where
        assert shown(pilot) == numbers(5, 2, 1, 4, 3)
        await press(pilot, "f8")
        assert shown(pilot) == numbers(4, 1, 2, 5, 3)
        await press(pilot, "f7")
        assert shown(pilot) == numbers(5, 4, 1, 2, 3)
        await press(pilot, "f7")
        assert shown(pilot) == numbers(1, 2, 3, 4, 5)
        assert "▲" not in screen_text(pilot)


async def test_the_mark_follows_its_row_and_the_order_is_there_when_one_comes_back(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "mål och mått")
        await press(pilot, "down", "f7")
        assert pilot.app.screen.query_one(ObjectTable).marked == "mal-2"
        await press(pilot, "escape")
        await go_to(pilot, "mål och mått")
        assert shown(pilot) == numbers(5, 4, 3, 2, 1)
        await type_text(pilot, "a")
        assert shown(pilot) == numbers(5, 4, 3, 2, 1)
        await go_to(pilot, "aktörer")
        assert "▲" not in screen_text(pilot)


async def test_codes_are_sorted_in_their_own_order(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "f7", "f7")
        assert shown(pilot) == ["insats-2", "insats-4", "insats-1", "insats-3"]


async def test_a_click_on_a_heading_sorts_turns_and_lets_go(plan: Path) -> None:
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "mål och mått")
        for order in (numbers(5, 4, 3, 2, 1), numbers(1, 2, 3, 4, 5)):
            await pilot.click(ObjectTable, offset=(4, 0))
            await settle(pilot)
            assert shown(pilot) == order
            assert ("▲" if order[0] == "mal-5" else "▼") in screen_text(pilot)
        await pilot.click(ObjectTable, offset=(4, 0))
        await settle(pilot)
        assert "▼" not in screen_text(pilot)


async def test_a_list_that_is_not_sorted_says_so_when_it_is_to_be_turned(plan: Path) -> None:
    async with planner(plan) as pilot:
        await go_to(pilot, "mål och mått")
        await press(pilot, "f8")
        assert "Listan är inte sorterad" in screen_text(pilot)


async def test_the_checklist_and_the_review_are_sorted_too(plan: Path) -> None:
    PlanSession.open(plan).do(SetObject("kravbedomning", "", {"requirement": "KON-01", "actor": "region",
                                                              "judgement": "uppfyllt"}))
    async with planner(plan, WIDE) as pilot:
        await go_to(pilot, "checklistan")
        await press(pilot, "f7", "f7")
        assert shown(pilot)[0] == "KON-01"
        await go_to(pilot, "granska")
        await press(pilot, "f7", "f8")
        assert "▼" in screen_text(pilot)
