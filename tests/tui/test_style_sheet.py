"""The styles are parsed once, and anew where the colours are others."""

from __future__ import annotations

from pathlib import Path

from textual.color import Color

from nvplan.tui.app import NvplanApp
from nvplan.tui.style_sheet import ParsedOnce
from nvplan.tui.themes import DARK, LIGHT
from tests.tui.planner import planner, settle

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
