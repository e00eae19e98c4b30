"""In the widest windows nothing that has room is cut, running text stays short, and a third part stands beside."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from nvplan.tui.screens.questions.matrix_cells import COLUMN
from nvplan.tui.screens.questions.matrix_table import MatrixTable
from nvplan.tui.where import Room
from nvplan.tui.widgets.fields.table import _in_lines
from nvplan.tui.widgets.guide_panel import GuidePanel
from nvplan.tui.widgets.side_panel import WIDEST
from nvplan.tui.widgets.table_rows import TableRow, fit
from tests.example import example_plan
from tests.screenshots import STORIES
from tests.tui.golden import MORE, _app, _place_story, _setting
from tests.tui.planner import go_to, planner, press, screen_text, settle, until

HUGE = (200, 50)
STORIES_OPENED = {name: story for name, (opened, story) in STORIES.items() if opened}
LONG = "Oklart vem som tar prover hemma hos den som bara har hemtjänst"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    path = tmp_path / "kronoberg.nvplan"
    example_plan(path)
    return path


def test_what_is_left_of_a_wide_list_goes_to_the_columns_that_are_cut() -> None:
    rows = [TableRow("1", ("Avtal", "Överenskommelse eller avtal som gäller", "2028"))]
    kept, widths = fit(("Rubrik", "Slag", "Slut"), rows, [0, 1, 2], 100, 0, 26, 36)
    assert kept == [0, 1, 2]
    assert widths[1] == len(rows[0].cells[1])
    assert sum(widths) + 2 * len(widths) == 100


def test_in_much_room_the_last_columns_give_way_for_what_a_row_is_about() -> None:
    rows = [TableRow("1", (LONG, "●●● Makro", "väntar, 84 dagar kvar", "230 dagar", "Ordförande, ledningsgruppen"))]
    kept, widths = fit(("Hinder", "Nivå", "Svar", "Ålder", "Ägare"), rows, range(5), 101, 0, 26, 25)
    assert kept == [0, 1, 2, 3]
    assert widths[0] >= 101 * 2 // 5
    narrow, _ = fit(("Hinder", "Nivå", "Svar", "Ålder", "Ägare"), rows, range(5), 66, 0, 26, 25)
    assert narrow == [0, 1, 2]


def test_a_cell_of_a_roomy_table_has_three_lines_and_ends_with_a_sign_where_it_is_cut() -> None:
    lines = _in_lines(LONG + ", och vem som betalar för det", 20, 3).split("\n")
    assert len(lines) == 3
    assert all(len(line) <= 20 for line in lines)
    assert lines[-1].endswith("…")
    assert _in_lines("Varje vecka", 20, 3) == "Varje vecka"


@pytest.mark.parametrize(("size", "parted"), [((WIDEST, 45), True), ((WIDEST - 1, 45), False)])
async def test_what_is_required_stands_beside_what_is_asked_in_the_widest_windows(
        county: Path, size: tuple[int, int], parted: bool) -> None:
    async with planner(county, size) as pilot:
        await go_to(pilot, "2.4.lakare-basvarde")
        shown = await until(pilot, "Krav bakom frågan")
        heads = [line for line in shown.splitlines() if "Det här frågas" in line]
        assert ("Krav bakom frågan" in heads[0]) is parted
        assert pilot.app.screen.query_one(GuidePanel).has_class("-parted") is parted


async def test_a_table_and_the_actors_have_the_room_of_a_wide_window(county: Path) -> None:
    async with planner(county, HUGE) as pilot:
        await go_to(pilot, "1.4.forum")
        shown = await until(pilot, "Pil ned markerar")
        assert "Ledning av           Direktör" in shown
        assert "tjänstepersoner" in shown
        await go_to(pilot, "1.7.lakaravtal")
        await press(pilot, "ctrl+t")
        await until(pilot, "tabell över aktörer")
        table = pilot.app.screen.query_one(MatrixTable)
        before = table.column
        assert before >= COLUMN
        await press(pilot, "down")
        standing = table.cursor_coordinate
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert table.column == COLUMN
        assert table.cursor_coordinate == standing, "the cell at hand stays when the columns get another width"
        assert table.row_count == len(table._matrix.actors)


async def test_running_text_is_no_wider_than_a_line_that_is_read(county: Path) -> None:
    async with planner(county, HUGE) as pilot:
        for name in ("kravbedomning", "ny-rapport", "mote-dagordning"):
            _app(pilot).go(Room.OVERVIEW)
            await settle(pilot)
            await {**STORIES_OPENED, **MORE}[name](pilot)
            await settle(pilot)
            texts = [part.strip() for line in screen_text(pilot).splitlines()[2:-1]
                     for part in re.split(r"[│▐▌]|\s{3,}", line)]
            assert [text for text in texts  # what is chosen among stands whole: a name, and whose it is
                    if len(text) > (100 if text[:1] in "○●" else 78) and "·" not in text] == [], name


@pytest.mark.parametrize("kind", ["framat", "granska", "krav", "motbeslut", "laget"])
async def test_a_third_part_stands_beside_the_lists_of_the_places(county: Path, kind: str) -> None:
    async with planner(county, HUGE) as pilot:
        await _place_story(kind)(pilot)
        await settle(pilot)
        third = pilot.app.screen.query_one("#third-text")
        assert third.size.width > 30
        assert str(third.render()).strip()


async def test_names_stand_whole_and_boxes_keep_their_left_edge(county: Path) -> None:
    async with planner(county, HUGE) as pilot:
        await _setting("role")(pilot)
        shown = await until(pilot, "Vilken roll skriver ni som?")
        label, field = next(pair for pair in pairwise(shown.splitlines()) if "Vilken roll skriver" in pair[0])
        assert label.index("Vilken roll") == field.index("▌", field.index("│")), "the label stands above its field"
        await press(pilot, "escape")
        await STORIES["exportera"][1](pilot)
        shown = await until(pilot, "Vilka dokument?")
        assert "Handlingsplaner för kontinuitet och patientkontrakt (dokumenterad överenskommelse)" in shown
        await press(pilot, "escape")
        await STORIES["ny-rapport"][1](pilot)
        shown = await until(pilot, "Vilken rapport ska ni lämna?")
        assert "enligt överenskommelsen 2023  Region Kronoberg" in shown


async def test_the_text_of_the_help_does_not_touch_its_bar(county: Path) -> None:
    async with planner(county, HUGE) as pilot:
        await go_to(pilot, "2.4.lakare-basvarde")
        await press(pilot, "f1")
        shown = await until(pilot, "Pilarna rullar")
        barred = [line for line in shown.splitlines() if "▐" in line and "│" in line]
        assert barred
        assert not [line for line in barred if re.search(r"[^ ▐]▐ *│", line)]
