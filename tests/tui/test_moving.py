"""Back and forward, recent places, copying, and the tour."""

from __future__ import annotations

from pathlib import Path

from nvplan.services import preferences
from nvplan.services.reading.places import BOARD, Place
from nvplan.services.writing.commands import SetAnswer
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.overview.overview import OverviewScreen
from nvplan.tui.visits import Visits
from nvplan.tui.where import Room, Where
from tests.example import example_plan
from tests.tui.planner import (
    WIDE,
    go_to,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    settle,
    type_text,
    until,
)


def test_visits_go_back_and_forward_and_a_new_way_forgets_the_old() -> None:
    visits = Visits()
    first, second, third, fourth = Room.OVERVIEW, Place("mal"), Place("insats", "i-1"), Place("mal", "m-1")

    def step(by: int) -> Where | None:
        """Go there, which notes the place as a visit does."""
        where = visits.step(by)
        if where is not None:
            visits.note(where)
        return where

    for where in (first, second, third, second):
        visits.note(where)
    assert [step(-1), step(-1)] == [third, second]
    visits.note(fourth)
    assert step(1) is None
    assert step(-1) == second
    assert visits.recent() == [fourth, first]
    assert step(-1) == first
    assert step(-1) is None


async def test_alt_and_the_arrows_go_back_and_forward(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.1.lage")
        await go_to(pilot, "2.4.lakare-basvarde")
        await press(pilot, "alt+left")
        assert question_at_hand(pilot) == "1.1.lage"
        await press(pilot, "alt+left")
        assert "Gör nu" in screen_text(pilot)
        await press(pilot, "alt+left")
        assert "ingen tidigare plats" in screen_text(pilot)
        await press(pilot, "alt+right", "alt+right")
        assert question_at_hand(pilot) == "2.4.lakare-basvarde"
        await press(pilot, "alt+right")
        assert "ingen senare plats" in screen_text(pilot)


async def test_the_table_over_the_actors_is_a_place_to_come_back_to(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.7.lakaravtal")
        await press(pilot, "ctrl+t", "escape", "alt+left")
        assert "har svarat" in screen_text(pilot)
        await press(pilot, "alt+left", "alt+left")
        assert "Gör nu" in screen_text(pilot)


async def test_recent_places_stand_first_where_one_goes(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "2.4.lakare-basvarde")
        await go_to(pilot, "1.1.lage")
        await press(pilot, "f2", "enter")
        assert question_at_hand(pilot) == "2.4.lakare-basvarde"


async def test_copying_takes_the_field_and_says_so(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.0.agare")
        await type_text(pilot, "chef [X] å")
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard == "chef [X] å"
        assert "Kopierat" in screen_text(pilot)
        await go_to(pilot, "1.1.lage")
        await press(pilot, "down", "down", "ctrl+c")
        assert pilot.app.clipboard == "Arbetet pågår"
        await press(pilot, "f2")
        await type_text(pilot, "lakar")
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard == "lakar"


async def test_the_tour_is_offered_until_it_is_begun_and_takes_six_steps(tmp_path: Path) -> None:
    async with planner(None) as pilot:
        assert "Ta en rundtur" in screen_text(pilot)
        await press(pilot, "end", "enter")
        assert "Rundtur 1 av 6" in await until(pilot, "Rundtur 1 av 6")
        assert "EXEMPEL" in screen_text(pilot)
        for number in range(2, 7):
            await press(pilot, "enter")
            assert f"Rundtur {number} av 6" in await until(pilot, f"Rundtur {number} av 6")
        await press(pilot, "left")
        assert "Rundtur 5 av 6" in await until(pilot, "Rundtur 5 av 6")
        await press(pilot, "enter", "enter")
        assert "Rundtur" not in screen_text(pilot)
        assert preferences.tour_seen()
    async with planner(None) as pilot:
        assert "Ta en rundtur" not in screen_text(pilot)


async def test_escape_ends_the_tour(tmp_path: Path) -> None:
    async with planner(None) as pilot:
        await press(pilot, "end", "enter")
        await until(pilot, "Rundtur 1 av 6")
        await press(pilot, "enter")
        await until(pilot, "Rundtur 2 av 6")
        await press(pilot, "escape")
        assert "Rundtur" not in screen_text(pilot)
        assert "Hur långt har ni kommit" in screen_text(pilot)


async def test_the_overview_is_gone_to_from_another_place_right_after_a_change(tmp_path: Path) -> None:
    """What was to be counted on the overview that is left comes while that one is being taken away."""
    async with planner(example_plan(tmp_path / "p.nvplan"), WIDE) as pilot:
        app = pilot.app
        assert isinstance(app, NvplanApp)
        assert app.session is not None
        for number in range(3):
            app.session.do(SetAnswer("1.0.agare", f"roll {number}", "region"))
            app.place.show_over(Place(BOARD))
            await pilot.pause(0)
            app.go(Room.OVERVIEW)
            await settle(pilot)
            assert isinstance(app.screen, OverviewScreen)
            assert app.screen.framed
            assert "Granska" in screen_text(pilot)
