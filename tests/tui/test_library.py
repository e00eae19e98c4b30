"""Bibliotek: searched, narrowed down, read, and the beginning of an insats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.services.writing.session import PlanSession
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text, until


async def test_an_example_is_found_read_and_begun_from(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "inspiration")
        assert "Länets historik" not in screen_text(pilot).splitlines()[4]
        await press(pilot, "f3")
        await type_text(pilot, "ordlista")
        await press(pilot, "enter", "f6")
        assert "Markera ett exempel" in screen_text(pilot)
        await press(pilot, "f3", "enter", "f3")
        await type_text(pilot, "område kontinuitet")
        await press(pilot, "enter")
        assert "Kontinuitet och fasta kontakter" in screen_text(pilot)
        await press(pilot, "home", "enter")
        shown = screen_text(pilot)
        assert "Slag  " in shown
        await press(pilot, "escape", "f6")
        told = await until(pilot, "Exemplets text följer inte med")
        assert "Område: Kontinuitet och fasta kontakter" in told
        await press(pilot, "escape", "f6")
        await until(pilot, "Exemplets text följer inte med")
        await press(pilot, "enter")
        await until(pilot, "Sparas när det finns något")
        await type_text(pilot, "Fast läkare i Lessebo")
        await press(pilot, "escape")
    one: Any
    (one,) = PlanSession.open(path).state.objects["insats"].values()
    assert (one.title, one.area, one.plans, one.state) == (
        "Fast läkare i Lessebo", "kontinuitet", ("kontinuitet",), "planerad")


async def test_a_hit_of_the_search_stands_marked_in_the_library(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, "demenssamordnare")
        await press(pilot, "enter")
        shown = await until(pilot, "uppslag")
        assert any(line.lstrip().startswith("▌Kommunen har inrättat demens") for line in shown.splitlines())
