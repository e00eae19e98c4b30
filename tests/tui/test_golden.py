"""Every screen of the example county is as its golden grid says, in both sizes, in roles alone and cutting nothing."""

from __future__ import annotations

import difflib
import sys

import pytest

from tests.tui.golden import FOLDER, SIZES, file_of, grids


@pytest.mark.skipif(sys.platform == "win32", reason="paths on the screen are as on Linux and macOS")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_are_as_the_grids_say(size: tuple[int, int]) -> None:
    painted: dict[str, set[str]] = {}
    in_part: dict[str, set[str]] = {}
    drawn = await grids(size, painted, in_part=in_part)
    assert in_part == {}, "a block is whole or tells that it goes on, and a cursor has a bar: see tests/tui/whole.py"
    assert painted == {}, "every pair of text and ground is a role on a ground: see tests/tui/roles.py"
    known = {path.name for path in FOLDER.glob(f"*-{size[0]}x{size[1]}.txt")}
    assert known == {file_of(name, size).name for name in drawn}
    differences: list[str] = []
    for name, grid in drawn.items():
        before = file_of(name, size).read_text(encoding="utf-8")
        differences += difflib.unified_diff(before.splitlines(), grid.splitlines(), file_of(name, size).name,
                                            "skärmen nu", lineterm="", n=1)
    if differences:
        pytest.fail("Look at the difference; if it is meant, run `python -m tests.tui.golden`.\n"
                    + "\n".join(differences), pytrace=False)
