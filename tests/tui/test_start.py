"""The start screen: what was open lately with where it stood, by digit, and the ways to begin, by letter."""

from __future__ import annotations

import json
from pathlib import Path

from textual.widgets import Input

from nvplan.services.preferences import recent_plans
from nvplan.store.settings import read_settings, write_settings
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, type_text, until


async def test_a_plan_that_was_left_tells_how_far_it_was_and_a_digit_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "kronoberg.nvplan"
    example_plan(path)
    async with planner(path) as pilot:
        await press(pilot, "ctrl+q")
    [left] = [plan for plan in recent_plans() if plan.address == str(path)]
    assert left.standing == "utkast"
    assert left.done is not None
    async with planner(None) as pilot:
        row = next(line for line in screen_text(pilot).splitlines() if "Kronobergs län 2027" in line)
        assert row.split()[:2] in (["1", "Kronobergs"], ["▌", "1"])
        assert "utkast" in row
        assert f"{left.done} av {left.asked} klara" in row
        assert "%" not in row
        assert "━" in row
        await press(pilot, "1")
        assert "Översikt" in await until(pilot, "Översikt")


async def test_what_an_older_nvplan_remembered_is_shown_with_its_file(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    write_settings({"recent": [{"path": str(path), "title": "Kronobergs län 2027"}]})
    async with planner(None, (100, 22)) as pilot:
        row = next(line for line in screen_text(pilot).splitlines() if "Kronobergs län 2027" in line)
        assert "%" not in row
        assert str(path)[:12] in row


async def test_more_plans_than_there_is_room_for_are_told(tmp_path: Path) -> None:
    rows = []
    for number in range(9):
        folder = tmp_path / str(number)
        folder.mkdir()
        rows.append({"path": str(new_plan(folder)), "title": f"Län {number}"})
    write_settings({"recent": rows})
    async with planner(None, NARROW) as pilot:
        shown = screen_text(pilot)
        assert "Län 0" in shown
        assert "Län 8" not in shown
        assert "5 till. O öppnar en fil." in shown
        assert "Titta på ett exempel" in shown, "no row is outside the window"


async def test_a_letter_begins_and_what_cannot_be_read_is_no_plan(tmp_path: Path) -> None:
    write_settings({"recent": [json.loads("3"), {"path": str(tmp_path / "borta.nvplan"), "title": "Borta"}]})
    assert read_settings()["recent"]
    async with planner(None) as pilot:
        assert "Ni har inte öppnat någon plan" in screen_text(pilot)
        await press(pilot, "n")
        assert "Vilket län?" in await until(pilot, "Vilket län?")


async def test_where_there_is_nothing_yet_it_is_said_without_a_filter_and_a_key_begins(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), WIDE) as pilot:
        assert "Ni har inga insatser än. Enter öppnar listan." in screen_text(pilot)
        await go_to(pilot, "insatser")
        shown = screen_text(pilot)
        assert "Här samlar ni allt ni gör och ska göra." in shown
        assert "Skriv för att filtrera" not in shown, "there is nothing to filter"
        assert not any("│" in line[3:] for line in shown.splitlines()), "and nothing to tell beside: only the row's bar"
        await press(pilot, "plus")
        assert "Insatser › Ny insats" in await until(pilot, "Ny insats")


async def test_a_folder_that_is_not_there_is_told_while_its_name_is_typed_and_made_when_that_is_wanted(
        tmp_path: Path) -> None:
    wanted = tmp_path / "ny mapp" / "plan.nvplan"
    async with planner(None, (120, 36)) as pilot:
        await press(pilot, "n")
        await until(pilot, "Vilket län?")
        await type_text(pilot, "kronoberg")
        await press(pilot, "enter")
        line = pilot.app.screen.query_one("#file", Input)
        await until(pilot, "Filen läggs i mappen")
        line.focus()
        line.value = str(wanted)
        shown = " ".join((await until(pilot, "finns inte")).split())
        assert "Filen läggs i mappen" not in shown, "the folder told is the one that was typed"
        await press(pilot, "enter")
        await until(pilot, "Ska mappen skapas?")
        await press(pilot, "enter")
        assert not wanted.parent.exists(), "Enter alone makes nothing"
        await press(pilot, "f8")
        await until(pilot, "Ska mappen skapas?")
        await press(pilot, "down", "enter")
        assert "Översikt" in await until(pilot, "Översikt")
    assert wanted.is_file()
