"""Everything fits: no key hint is cut at the design size, a window too small says so, and no resize breaks anything."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

import nvplan.tui
from nvplan.texts import jumping as jumping_texts
from nvplan.tui.commands import Command
from nvplan.tui.widgets.frame import MOST_CLOSE, MOST_KEYS, fitting, more_keys
from tests.example import example_plan
from tests.tui.golden import FOLDER, MORE, SIZES, stories
from tests.tui.planner import NARROW, new_plan, planner, press, screen_text, settle

GRIDS = sorted(FOLDER.glob("*.txt"))
#: Every kind of place and box is resized; the rest are of the same make.
RESIZED = ("oversikt", "fraga", "tabell", "ga-till", "hjalp", "exportera", "cell", "visa-stort", "planens-lage",
           "synpunkt", "rundtur", "fel-i-inklistrat", "insats", "krav", "tavla", "granska", "rapporter", "rapport",
           "rapportfraga", "ny-rapport")


@cache
def hints() -> frozenset[str]:
    """Return every key hint that the planner can show, whole."""
    for module in pkgutil.walk_packages(nvplan.tui.__path__, "nvplan.tui."):
        importlib.import_module(module.name)
    known = {more_keys()}
    gc.unfreeze()  # a planner that was opened before in this process has hidden what stays
    for one in gc.get_objects():
        if isinstance(one, Command) and one.keys:
            known.add(f"{one.key_name} {one.label}")
    return frozenset(known)


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_key_hint_is_cut_and_no_line_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    width, height = next(size for size in SIZES if path.stem.endswith(f"{size[0]}x{size[1]}"))
    assert len(lines) == height
    assert max(cell_len(line) for line in lines) <= width
    if path.stem.startswith("bokstaver-"):
        assert lines[-1].strip() == jumping_texts.NOTE, "while letters are shown a letter is the only key"
        return
    dense = path.stem.startswith(("mote-punkt", "mote-bedom"))
    shown = lines[-1].strip().split("  " if dense else "   ")
    assert set(shown) <= hints(), shown
    assert len(shown) <= (MOST_CLOSE if dense else MOST_KEYS + 1)
    assert any(hint.startswith("F1 ") for hint in shown), "the rest is behind F1"


def test_the_footer_gives_way_to_f1() -> None:
    commands = [Command(f"one{number}", f"f{number}", "En lång ledtext", "Hjälp.") for number in range(2, 12)]
    for room in range(10, 140):
        shown = fitting(commands, room)
        told = "   ".join([*(f"{one.key_name} {one.label}" for one in shown), more_keys()])
        assert len(told) <= room or len(shown) == 1


async def test_a_window_too_small_says_so_on_every_kind_of_place(tmp_path: Path) -> None:
    example_plan(tmp_path / "plan.nvplan")
    known = stories(opened=True)
    async with planner(tmp_path / "plan.nvplan") as pilot:
        for name in ("fraga", "matris", "visa-stort", "planens-lage", "krav"):
            await known[name](pilot)
            await pilot.resize_terminal(60, 20)
            await settle(pilot)
            assert "för litet" in screen_text(pilot), name
            await pilot.resize_terminal(*NARROW)
            await settle(pilot)
            assert "för litet" not in screen_text(pilot), name
            await press(pilot, "escape", "escape")


@pytest.mark.parametrize("names", [RESIZED[:8], RESIZED[8:]], ids=["forsta", "andra"])
async def test_no_resize_breaks_a_place_or_a_box(tmp_path: Path, names: tuple[str, ...]) -> None:
    known = stories(opened=True)
    assert set(MORE) < set(known)
    for name in names:
        path = example_plan(tmp_path / name / "plan.nvplan")  # beside the others it is a copy of theirs
        async with planner(path) as pilot:
            await known[name](pilot)
            before = screen_text(pilot)
            for size in ((60, 20), (10, 3), (200, 60), (118, 20), NARROW):
                await pilot.resize_terminal(*size)
                await settle(pilot)
            assert before.splitlines()[0] == screen_text(pilot).splitlines()[0], name


async def test_a_new_plan_fits_at_the_least_size(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), (72, 20)) as pilot:
        assert "för litet" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "F1" in screen_text(pilot).splitlines()[-1]
