"""Översikt's blocks in whole pages: at no size is a block cut, put on another, or left outside the window."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from textual.content import Content
from textual.geometry import Size

from nvplan.model.progress import Progress
from nvplan.tui.widgets.blocks import Sized, filled, sides
from nvplan.tui.widgets.pages import PAIRS, columns, page_rows, regions
from nvplan.tui.widgets.plan_card import HIGH, LOW, step_bar

SIZES = [(width, height) for width in (72, 80, 100, 117, 118, 120, 159, 160, 200, 260)
         for height in (16, 18, 20, 32, 47)]


def blocks(width: int) -> list[Sized]:
    """Return blocks as those of Översikt are: three cards, what to do, what comes, a table, goals and places."""
    high = HIGH if width >= PAIRS else LOW
    return [Sized(high, high)] * 3 + [Sized(8, 4), Sized(8, 4), Sized(10, 10), Sized(9, 6), Sized(5, 5)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_block_is_whole_within_its_page_and_on_no_other(width: int, height: int) -> None:
    sized = blocks(width)
    laid = regions(sized, columns(len(sized), width), Size(width, height))
    for block, one in zip(laid, sized, strict=True):
        assert block.y % height, "the first row of a page is blank"
        assert block.y // height == (block.bottom - 1) // height, "no block is cut"
        assert one.fewest <= block.height <= one.wanted
        assert block.x >= 0
        assert block.right <= width
    assert not any(one.overlaps(other) for one, other in combinations(laid, 2))
    assert [one.y for one in laid] == sorted(one.y for one in laid), "they are read in order"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_between_two_blocks_of_a_page_one_row_is_blank(width: int, height: int) -> None:
    sized = blocks(width)
    laid = regions(sized, columns(len(sized), width), Size(width, height))
    rows = page_rows(len(sized), width)
    for above, below in pairwise(rows):
        end = max(laid[number].bottom for number in above)
        start = laid[below[0]].y
        if start // height == (end - 1) // height:
            assert start >= end + 1


def test_what_has_room_is_shown_whole_before_anything_waits() -> None:
    sized = blocks(120)
    laid = regions(sized, columns(len(sized), 120), Size(120, 60))
    assert [one.height for one in laid] == [one.wanted for one in sized]


def test_a_begun_step_shows_a_cell_and_an_unfinished_one_never_all() -> None:
    assert filled(Fraction(0), 4) == 0
    assert filled(Fraction(1, 100), 4) == 1
    assert filled(Fraction(99, 100), 4) == 3
    assert filled(Fraction(1), 4) == 4
    bar = step_bar([Progress(Fraction(2), 2), Progress(Fraction(0), 3), Progress(Fraction(1), 2)], 14, ("━", "─"))
    assert bar.plain == "━━━━ ──── ━━──"


def test_both_ends_of_a_line_are_cut_with_a_sign_and_fit() -> None:
    left, right = Content("Ett mycket långt namn på något"), Content("Tingsryd, Uppvidinge och Lessebo")
    for width in range(12, 70):
        line = sides(left, right, width)
        assert line.cell_length <= width
        assert line.plain == f"{left.plain}{' ' * (width - 62)}{right.plain}" if width >= 64 else "…" in line.plain
