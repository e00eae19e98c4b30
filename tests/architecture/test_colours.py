"""Nothing restyles itself: no style and no line of code names a colour; each says a role, and the themes know them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ANSI_COLOR_NAMES
from textual._color_constants import COLOR_NAME_TO_RGB

import nvplan.tui
from tests.tui.roles import ROLES

TUI = Path(nvplan.tui.__file__).parent
THEMES = TUI / "themes.py"
#: What a style may name beside the roles: the cursor of a list, which is a role of its own in each theme.
CURSOR = {f"block-cursor-{part}" for part in ("background", "foreground", "text-style")}
#: What says how a word stands and not in which colour. `dim` is none of them: what a terminal makes of it is unknown.
SHAPES = {"bold", "italic", "underline", "reverse", "not"}
_COLOURED = re.compile(r"(?<![\w-])(?!border-title-style)[\w-]*(?:color|background|border|outline|tint|hatch)[\w-]*"
                       r"\s*:\s*([^;}]+)[;}]")
_BORDER_WORDS = {"none", "solid", "round", "outer", "transparent"}


def named_in_styles(style: str) -> set[str]:
    """Return every colour that a style sheet names, and every variable that is no role."""
    found = set()
    for value in _COLOURED.findall(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        for word in value.split():
            plain = word.strip(",")
            known = plain.removeprefix("$") in {*ROLES, *CURSOR} if plain.startswith("$") else (
                plain in _BORDER_WORDS or plain.rstrip("%").isdigit())
            if not known:
                found.add(plain)
    return found


def named_in_code(source: str) -> set[str]:
    """Return each string that is a style and names a colour, says dim, or a variable that is no role."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split()
            colours = {word for word in words if word in ANSI_COLOR_NAMES or word in COLOR_NAME_TO_RGB
                       or re.fullmatch(r"#[0-9a-fA-F]{6}|dim", word)}
            variables = {word for word in words if re.fullmatch(r"\$[a-z-]+", word)}
            is_style = bool(words) and set(words) <= {*SHAPES, *colours, *variables, "on"}
            strange = colours | {word for word in variables if word.removeprefix("$") not in ROLES}
            if is_style and strange:
                found.add(node.value)
        elif isinstance(node, ast.Attribute) and node.attr in ("color", "background", "tint") and isinstance(
                node.ctx, ast.Store):
            found.add(ast.unparse(node))
    return found


def _sources(ending: str) -> Iterator[Path]:
    return (path for path in sorted(TUI.rglob(f"*.{ending}")) if path != THEMES)


def test_no_style_names_a_colour() -> None:
    sheets = list(_sources("tcss"))
    assert len(sheets) > 10
    assert {path.name: named for path in sheets if (named := named_in_styles(path.read_text(encoding="utf-8")))} == {}


def test_every_list_is_the_one_with_the_bar() -> None:
    """A plain option list has no bar, and paints quiet words on the mark in a colour that nobody holds there."""
    plain = re.compile(r"(?<![\w.])OptionList\(|^class \w+\(OptionList\)", re.MULTILINE)
    assert [path.name for path in _sources("py") if plain.search(path.read_text(encoding="utf-8").replace(
        "class RowList(OptionList)", ""))] == []


def test_no_code_names_a_colour() -> None:
    sources = list(_sources("py"))
    assert len(sources) > 100
    assert {path.name: named for path in sources if (named := named_in_code(path.read_text(encoding="utf-8")))} == {}
    assert [path.name for path in sources if "DEFAULT_CSS" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(("style", "named"), [
    ("#box { color: $quiet; border: round $edge; background: transparent; }", set()),
    ("#box { color: red; }", {"red"}), ("A:focus { border-left: solid #123456; }", {"#123456"}),
    ("A { background: $panel; link-color: auto 60%; }", {"$panel", "auto"}),
    ("A { tint: ansi_blue 40%; }", {"ansi_blue"})])
def test_a_colour_in_a_style_is_seen(style: str, named: set[str]) -> None:
    assert named_in_styles(style) == named


@pytest.mark.parametrize(("source", "named"), [
    ('f("bold $quiet")', set()), ('f("dim")', {"dim"}), ('f("bold red")', {"bold red"}), ('f("$accent")', {"$accent"}),
    ('f("#a0b1c2")', {"#a0b1c2"}), ('f("not red alone")', set()), ('w.styles.background = x', {"w.styles.background"})])
def test_a_colour_in_code_is_seen(source: str, named: set[str]) -> None:
    assert named_in_code(source) == named
