"""Nothing is shown in part without a sign: rows of several lines, headings and texts, in whatever room there is."""

from __future__ import annotations

from typing import cast

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets._data_table import CursorType
from textual.widgets.option_list import Option

from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.marked_table import MarkedTable
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.reading import Reading, ReadingScroll, shortened
from nvplan.tui.widgets.row_list import OneLine, RowList
from nvplan.tui.widgets.table_rows import Group, TableRow

_HIGH = 3


class _Grouped(App[None]):
    """Three groups, each a heading with a blank line above it and rows of three lines."""

    def compose(self) -> ComposeResult:
        rows = RowList()
        rows.border_title = ""
        for group in range(3):
            rows.add_option(Option(f"\nGrupp {group}", disabled=True))
            rows.add_options(Option("\n".join(f"rad {group}{row} del {part}" for part in range(_HIGH)))
                             for row in range(2))
        rows.styles.border = ("none", "black")
        rows.styles.height = "1fr"
        yield rows


def _lines(rows: RowList) -> list[str]:
    return [rows.render_line(y).text.strip(" ▌") for y in range(rows.size.height)]


@pytest.mark.parametrize("height", range(5, 24))
async def test_a_list_shows_whole_rows_and_no_heading_alone(height: int) -> None:
    async with _Grouped().run_test(size=(40, height)) as pilot:
        rows = pilot.app.query_one(RowList)
        for step in range(12):
            shown = [line for line in _lines(rows) if line]
            told = {line.split(" del")[0] for line in shown if line.startswith("rad")}
            assert told
            assert all(sum(line.startswith(one) for line in shown) == _HIGH for one in told), (step, shown)
            assert not shown[-1].startswith("Grupp"), (step, shown)
            await pilot.press("down" if step < 6 else "up")


async def test_a_row_higher_than_the_window_is_drawn_as_far_as_there_is_room() -> None:
    async with _Grouped().run_test(size=(40, 2)) as pilot:
        await pilot.press("down")
        assert any(line.startswith("rad") for line in _lines(pilot.app.query_one(RowList)))


class _Table(App[None]):
    """A table of four groups of two rows."""

    def compose(self) -> ComposeResult:
        yield ObjectTable()

    def on_mount(self) -> None:
        rows = [TableRow(f"{number}", (f"rad {number}",)) for number in range(8)]
        self.query_one(ObjectTable).show_rows(["Vad"], rows, 38, groups=[Group(f"Grupp {n}", 2, 2) for n in range(4)])


@pytest.mark.parametrize("height", range(5, 13))
async def test_a_table_has_no_group_last_without_a_row(height: int) -> None:
    async with _Table().run_test(size=(40, height)) as pilot:
        table = pilot.app.query_one(ObjectTable)
        table.focus()
        for _ in range(8):
            shown = [table.render_line(y).text.strip(" ▌") for y in range(table.size.height)]
            told = [line for line in shown if line]
            at = -2 if told[-1].endswith("▾") else -1
            assert told[at].startswith("rad"), shown
            await pilot.press("down")


class _Text(App[None]):
    """A text of headings with a paragraph each."""

    def compose(self) -> ComposeResult:
        parts = [Content.assemble((f"Rubrik {number}", "bold"), f"\nbröd {number}\nmer {number}\n")
                 for number in range(6)]
        with ReadingScroll():
            yield Reading(Content("\n").join(parts), markup=False)


@pytest.mark.parametrize("height", range(3, 14))
async def test_a_scrolled_text_never_ends_with_a_heading(height: int) -> None:
    async with _Text().run_test(size=(40, height)) as pilot:
        scroll = pilot.app.query_one(ReadingScroll)
        text = pilot.app.query_one(Reading)
        seen = set()
        for top in range(scroll.max_scroll_y + 1):
            scroll.scroll_to(y=top, animate=False, force=True, immediate=True)
            await pilot.pause()
            strips = pilot.app.screen._compositor.render_strips()[:height]
            shown = [strip.text.strip(" ▐▁▂▃▄▅▆▇█") for strip in strips]
            assert not shown[-1].startswith("Rubrik"), (top, shown)
            seen |= set(shown)
        assert {line for line in str(text.content).split("\n") if line} <= seen  # all of it can be read


def test_a_heading_with_a_blank_line_above_it_is_two_lines_however_its_rows_are_measured() -> None:
    assert OneLine.of(Content("en rad")).get_height({}, 40) == 1
    assert OneLine.of(Content("\nGrupp  3")).get_height({}, 40) == 2


def test_a_text_with_too_little_room_ends_with_a_sign() -> None:
    text = Content("Ett två tre fyra fem sex sju åtta nio tio")
    assert shortened(text, 12, 9).plain == text.plain
    for rows in (1, 2, 3):
        kept = shortened(text, 12, rows).plain.split("\n")
        assert len(kept) == rows
        assert kept[-1].endswith("…")
        assert max(map(len, kept)) <= 12


class _Cells(App[None]):
    """A table whose cursor is a cell or a row."""

    def __init__(self, cursor: str) -> None:
        super().__init__()
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        table = MarkedTable()
        table.cursor_type = cast(CursorType, self._cursor)
        yield table

    def on_mount(self) -> None:
        table = self.query_one(MarkedTable)
        for number in range(3):
            table.add_column(Text(f"k{number}"), width=6)
        for number in range(3):
            table.add_row(*(Text(f"{number}{column}") for column in range(3)))


@pytest.mark.parametrize(("cursor", "marked"), [("cell", "11"), ("row", "10")])
async def test_a_table_marks_its_cell_or_row_with_a_bar(cursor: str, marked: str) -> None:
    async with _Cells(cursor).run_test(size=(40, 8)) as pilot:
        await pilot.press("down", "right")
        lines = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
        assert [line.split("▌")[1][:2] for line in lines if "▌" in line] == [marked]
        pilot.app.query_one(MarkedTable).show_cursor = False
        await pilot.pause()
        assert not any("▌" in strip.text for strip in pilot.app.screen._compositor.render_strips())


async def test_a_line_that_goes_on_to_the_right_says_so_and_gives_way_where_one_types() -> None:
    class Form(App[None]):
        def compose(self) -> ComposeResult:
            yield PastingInput("Samtal inom tre dygn efter utskrivning", id="long", compact=True)
            yield PastingInput("Samtal", id="short", compact=True)

    async with Form().run_test(size=(20, 4)) as pilot:
        long, short = (pilot.app.query_one(f"#{name}", PastingInput) for name in ("long", "short"))
        room = long.scrollable_content_region.width
        short.focus()
        await pilot.pause()
        assert long.render_line(0).text[:room] == f"{long.value[:room - 1]}…"
        assert "…" not in short.render_line(0).text
        long.focus()
        await pilot.press("home", *["right"] * (room - 1))
        assert long.render_line(0).text[:room] == long.value[:room]  # the cursor stands on the last cell
        await pilot.press("end")
        assert long.render_line(0).text.rstrip().endswith("utskrivning")
    assert long.value == "Samtal inom tre dygn efter utskrivning"
