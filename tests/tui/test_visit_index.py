"""The continuity index out of a file with visits, counted and kept from inside the planner."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.session import PlanSession
from tests.services.figures.visits import HEADER, in_a_row
from tests.tui.planner import new_plan, planner, press, screen_text, type_text, until

UNIT = ("AAAA", "AABC", "ABCD", "AABB", "AAB", "AB", "A")


def visits(folder: Path) -> Path:
    """Write the worked example's unit and return the file."""
    path = folder / "besök.csv"
    lines = [";".join(HEADER), *(";".join(row) for row in in_a_row(*UNIT))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def with_goal(folder: Path) -> Path:
    """Make a plan with a goal that is measured with an index of all contacts."""
    path = new_plan(folder)
    session = PlanSession.open(path)
    session.do(AddObject("mal", {"title": "Högre [X] index", "measure": "coc_alla"}))
    session.close()
    return path


async def count(pilot: Pilot[None], file: str) -> None:
    """Open the place from the palette and count a file."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, "rakna index")
    await press(pilot, "enter")
    await type_text(pilot, file)
    await press(pilot, "enter")


async def test_a_file_is_counted_and_its_value_kept_on_a_goal(tmp_path: Path) -> None:
    path = with_goal(tmp_path)
    async with planner(path) as pilot:
        await count(pilot, str(visits(tmp_path)))
        shown = await until(pilot, "COC")
        assert "hela filen" in shown
        await press(pilot, "f8")
        assert "Högre [X] index" in screen_text(pilot)
        assert not PlanSession.open(path).state.objects["matning"], "nothing before the goal is chosen"
        await press(pilot, "enter")
        assert "på målet ”Högre [X]" in screen_text(pilot)
        (one,) = PlanSession.open(path).state.objects["matning"].values()
        assert one.measure == "coc_alla"  # type: ignore[attr-defined]
        await press(pilot, "ctrl+z", "down", "enter")
        assert not PlanSession.open(path).state.objects["matning"]


async def test_what_cannot_be_counted_or_kept_is_told_where_it_is(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await count(pilot, "")
        assert "Skriv sökvägen till filen med besök först." in screen_text(pilot)
        await type_text(pilot, str(tmp_path / "saknas.csv"))
        await press(pilot, "enter")
        assert "saknas.csv finns inte." in await until(pilot, "finns inte")
        await press(pilot, "escape")
        await count(pilot, str(visits(tmp_path)))
        await until(pilot, "COC")
        await press(pilot, "f8")
        assert "Inget mål i planen mäts med ett kontinuitetsindex." in " ".join(screen_text(pilot).split())
        await press(pilot, "escape")
        assert "besök.csv" in screen_text(pilot), "the way back keeps what was typed"


async def test_what_the_columns_are_called_and_which_professions_count_can_be_said(tmp_path: Path) -> None:
    path = visits(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("patient", "xyz", 1), encoding="utf-8")
    async with planner(with_goal(tmp_path)) as pilot:
        await count(pilot, str(path))
        assert "Kolumnen för patient hittades inte." in await until(pilot, "hittades inte")
        await press(pilot, "tab")
        await type_text(pilot, "läkare")
        await press(pilot, "tab")
        await type_text(pilot, "patient=xyz")
        await press(pilot, "enter")
        assert "Filen har ingen kolumn för yrke." in " ".join((await until(pilot, "ingen kolumn")).split())
