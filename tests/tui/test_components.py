"""The components that every place is made of, each for itself: progress, columns of a table, thin scrollbars."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from nvplan.model.safetext import one_line
from nvplan.tui.widgets.fields.table import column_widths
from nvplan.tui.widgets.progress import LOW, filled, progress, steps
from nvplan.tui.widgets.scrollbars import ThinBar


@pytest.mark.parametrize(("share", "cells"), [(0, 0), (0.001, 1), (0.5, 5), (0.999, 9), (1, 10)])
def test_what_is_begun_is_seen_and_what_is_not_done_is_never_whole(share: float, cells: int) -> None:
    assert filled(share, 10) == cells
    assert progress(share, 10).plain == "━" * cells + "─" * (10 - cells)


def test_a_bar_in_steps_has_a_part_for_each_and_keeps_to_its_room() -> None:
    assert steps([1, 0.5, 0], 14, LOW).plain == "▄▄▄▄ ▄▄▁▁ ▁▁▁▁"
    assert steps([], 14).plain == ""
    for count in range(1, 9):
        assert cell_len(steps([0.3] * count, 40).plain) <= 40


@pytest.mark.parametrize("room", [20, 40, 76, 118, 200])
def test_a_tables_columns_fit_their_room_and_the_last_ones_give_way(room: int) -> None:
    headings = ["Forum", "Vilka roller ingår?", "Vad får forumet besluta?", "Hur ofta möts ni?"]
    rows = [headings, ["Politiskt forum", "Ordförande i regionens nämnd och i kommunernas", "Rekommenderar", "4"]]
    widths = column_widths(rows, room)
    assert sum(widths) + 2 * len(widths) <= room
    assert widths
    assert len(widths) == 4 or room < 76


@pytest.mark.parametrize("room", [40, 60, 76, 118])
def test_rows_that_begin_alike_are_told_apart_by_the_first_column(room: int) -> None:
    names = ["Alla listade", "Personer med kommunal hälso- och sjukvård", "Personer med kronisk sjukdom"]
    headings = ["Grupp", "Andel (procent)", "Andel av dessa som har valt själva", "Nämnare"]
    rows = [headings, *([one] * 4 for one in names)]
    widths = column_widths(rows, room)
    assert sum(widths) + 2 * len(widths) <= room
    assert len({one_line(name, widths[0]) for name in names}) == len(names)
    assert len(widths) > 1


def test_a_scrollbar_draws_its_thumb_alone() -> None:
    upright = [part.text for part in ThinBar.render_bar(10, 100, 20, 0).segments]
    assert upright == ["▐", "▐", *[" "] * 8]
    last = [part.text for part in ThinBar.render_bar(10, 100, 20, 80, vertical=False).segments][:10]
    assert last == [*[" "] * 8, "━", "━"]
    assert {part.text for part in ThinBar.render_bar(10, 10, 20, 0).segments} == {" "}
