"""Every role can be read or seen on every ground it is painted on: in each theme, in a lit room, in 256 colours."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from nvplan.tui.themes import ALL, DARK, LIGHT, OWN_COLOURS
from tests.tui.roles import EDGES, GROUNDS, READ, ROLES, SEEN, TEXTS, TURNED, colours

#: WCAG 2: text, and what is not text but must be seen to be used.
TEXT, EDGE = 4.5, 3.0
#: A rough model of a projector in a lit room: stray light on both sides. Half a step of grey is lost there, not a word.
ROOM_TEXT, ROOM_EDGE = 2.75, 2.0
#: Stray light, as a share of white, beside the one twentieth that WCAG counts with.
STRAY = 0.15
#: In 256 colours a role becomes the nearest there is.
TEXT_256, EDGE_256 = 4.0, 2.5
OWN = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)


def luminance(color: Color) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color, stray: float = 0.0) -> float:
    """Return the contrast ratio of two colours, with so much stray light on both."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05 + stray) / (dark + 0.05 + stray)


def in_256(color: Color) -> Color:
    """Return the nearest of a terminal's 256 colours."""
    return Color.from_rich_color(color.rich_color.downgrade(ColorSystem.EIGHT_BIT))


def low(theme: Theme, pairs: tuple[tuple[str, str], ...], least: float, *, stray: float = 0.0,
        few: bool = False) -> dict[tuple[str, str], float]:
    """Return the pairs whose contrast is lower than it may be."""
    known = {role: in_256(color) if few else color for role, color in colours(theme).items()}
    found = {pair: contrast(known[pair[0]], known[pair[1]], stray) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@OWN
def test_every_text_can_be_read(theme: Theme) -> None:
    assert low(theme, READ, TEXT) == {}
    assert low(theme, READ, ROOM_TEXT, stray=STRAY) == {}
    assert low(theme, READ, TEXT_256, few=True) == {}


@OWN
def test_every_edge_can_be_seen(theme: Theme) -> None:
    assert low(theme, SEEN, EDGE) == {}
    assert low(theme, SEEN, ROOM_EDGE, stray=STRAY) == {}
    assert low(theme, SEEN, EDGE_256, few=True) == {}


@OWN
def test_the_page_a_box_and_a_field_are_three_grounds_in_256_colours_too(theme: Theme) -> None:
    known = colours(theme)
    grounds = [known["background"], known["surface"], known["lit"]]
    assert len({in_256(ground).hex for ground in grounds}) == len(grounds)


def test_in_the_terminals_own_colours_all_is_its_own_text_on_its_own_ground() -> None:
    """No other pair of its sixteen colours can be read in every terminal: its blue on its black is often 2 to 1."""
    own = Color.parse("ansi_default")
    known = colours(OWN_COLOURS)
    assert {role for role in (*TEXTS, *GROUNDS, *EDGES, *(role for pair in TURNED for role in pair))
            if known[role] != own} == set()
    assert OWN_COLOURS.variables["block-cursor-text-style"] == "reverse"


def test_every_theme_has_every_role() -> None:
    for theme in ALL:
        assert set(colours(theme)) == set(ROLES)


def test_the_measure_is_the_known_one() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(Color.parse("#000"), Color.parse("#fff"), STRAY) == pytest.approx(6)
