"""The styles are parsed once, and anew where the colours are others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.color import Color
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen

from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.style_sheet import ParsedOnce
from nvplan.tui.themes import DARK, LIGHT
from nvplan.tui.widgets.object_table import ObjectTable
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, planner, press, settle

RED, BLUE = Color.parse("#ff0000"), Color.parse("#0000ff")


def sheet(*sources: str) -> ParsedOnce:
    made = ParsedOnce({"ink": "#ff0000"})
    for number, source in enumerate(sources):
        made.add_source(source, read_from=(f"{number}.tcss", ""))
    return made


def test_what_is_parsed_stands_when_more_comes() -> None:
    sources = [f"#row-{number} {{ color: $ink; }}" for number in range(100)]
    made = sheet(*sources)
    before = list(made.rules)
    made.add_source("#last { color: $ink; }", read_from=("last.tcss", ""))
    made.reparse()
    assert [id(rule) for rule in made.rules[:-1]] == [id(rule) for rule in before]
    assert len(made.rules) == 101


def test_other_colours_are_seen_in_every_rule() -> None:
    made = sheet("#row { color: $ink; }")
    assert made.rules[0].styles.color == RED
    made.set_variables({"ink": "#0000ff"})
    made.reparse()
    assert made.rules[0].styles.color == BLUE


async def test_a_theme_that_is_chosen_is_seen_at_once(tmp_path: Path) -> None:
    async with planner(None) as pilot:
        app = pilot.app
        assert isinstance(app, NvplanApp)
        for theme in (LIGHT, DARK, LIGHT):
            app.choose_theme(theme.name)
            await settle(pilot)
            assert app.screen.styles.background == Color.parse(theme.variables["ansi-background"])
            assert app.screen.query_one("#keys").styles.background == Color.parse(theme.surface or "")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x22", "120x36"])
async def test_the_first_screens_look_the_same_once_all_sheets_are_read(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr(NvplanApp, "make_ready", lambda _: None)
    for path in (None, example_plan(tmp_path / "p.nvplan")):
        async with planner(path, size) as pilot:
            sheet = pilot.app.stylesheet
            assert isinstance(sheet, ParsedOnce)
            screen, count = pilot.app.screen, len(sheet.rules)
            assert isinstance(screen, PlaceScreen)
            assert screen.STYLED_FIRST
            before = [(node, node.styles.base.get_rules()) for node in screen.walk_children(with_self=True)]
            assert len(before) > 12
            sheet.read_later()
            assert len(sheet.rules) > count + 100
            sheet.update(screen)
            assert [node for node, rules in before if node.styles.base.get_rules() != rules] == []


async def test_a_place_is_styled_with_its_own_sheet_however_one_comes_there(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "p.nvplan")) as pilot:
        await press(pilot, "f1")
        assert pilot.app.screen.query_one("#help-text").region.height > 10
        await press(pilot, "escape")
        await go_to(pilot, "insatser")
        assert pilot.app.screen.query_one(ObjectTable).styles.scrollbar_size_vertical == 0


@pytest.mark.parametrize(("size", "width"), [(NARROW, "-narrow"), (WIDE, "-wide")], ids=["80x22", "120x36"])
async def test_a_new_screen_is_styled_once_and_at_once_for_its_width(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], width: str) -> None:
    styled: list[tuple[DOMNode, bool]] = []
    apply = ParsedOnce.apply

    def noting(self: ParsedOnce, node: DOMNode, **options: Any) -> None:
        styled.append((node, node.has_class(width)))
        apply(self, node, **options)

    async with planner(example_plan(tmp_path / "p.nvplan"), size) as pilot:
        monkeypatch.setattr(ParsedOnce, "apply", noting)
        await go_to(pilot, "insatser")
        place = pilot.app.screen
        await press(pilot, "f1")
        box = pilot.app.screen
        assert isinstance(box, Box)
        assert [wide for node, wide in styled if node is place] == [True]
        assert len([node for node, _ in styled if node is box]) == 1


async def test_a_place_that_lay_below_is_drawn_in_the_colours_that_were_chosen_meanwhile(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "p.nvplan")) as pilot:
        await press(pilot, "f1")
        app = pilot.app
        assert isinstance(app, NvplanApp)
        app.choose_theme(LIGHT.name)
        await settle(pilot)
        await press(pilot, "escape")
        assert app.screen.styles.background == Color.parse(LIGHT.variables["ansi-background"])


async def test_a_new_screen_is_laid_out_once_for_its_size_and_again_for_another(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[tuple[Screen[Any], Size]] = []
    lay_out = Screen._refresh_layout

    def noting(self: Screen[Any], size: Size | None = None, scroll: bool = False) -> None:
        if size is not None:
            laid.append((self, size))
        lay_out(self, size, scroll)

    async with planner(example_plan(tmp_path / "p.nvplan"), WIDE) as pilot:
        monkeypatch.setattr(Screen, "_refresh_layout", noting)
        await go_to(pilot, "insatser")
        place = pilot.app.screen
        await press(pilot, "f1")
        box = pilot.app.screen
        for screen in (place, box):
            assert [size for one, size in laid if one is screen] == [Size(*WIDE)]
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        for screen in (place, box):
            assert [size for one, size in laid if one is screen] == [Size(*WIDE), Size(*NARROW)]
        await press(pilot, "escape")
        assert place.query_one("#keys").region.bottom == NARROW[1]
