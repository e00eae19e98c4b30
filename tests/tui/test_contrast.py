"""The two themes of our own: every text can be read against every ground that it stands on (WCAG 2, 4.5 to 1)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.filter import dim_color
from textual.theme import Theme

from nvplan.tui.themes import DARK, LIGHT

LEAST = 4.5
GROUNDS = ("background", "surface", "panel")
TEXTS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "footer-key-foreground")
#: What is marked stands on these, with a text of its own.
MARKED = (("block-cursor-background", "block-cursor-foreground"),
          ("block-cursor-blurred-background", "block-cursor-blurred-foreground"),
          ("input-cursor-background", "input-cursor-foreground"), ("primary", "background"),
          ("secondary", "background"), ("accent", "background"))


def luminance(color: Color) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def dimmed(text: Color, ground: Color) -> Color:
    """Return the colour that Textual gives dim text on a ground."""
    return Color.from_rich_color(dim_color(ground.rich_color, text.rich_color))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_text_can_be_read(theme: Theme) -> None:
    known = theme.to_color_system().generate()
    marked = [name for pair in MARKED for name in pair]
    colors = {name: Color.parse(known[name]) for name in (*GROUNDS, *TEXTS, *marked)}
    low = {}
    for ground in GROUNDS:
        for text in TEXTS:
            low[text, ground] = contrast(colors[text], colors[ground])
        low["dim", ground] = contrast(dimmed(colors["foreground"], colors[ground]), colors[ground])
        muted = colors[ground] + colors[ground].get_contrast_text(0.6)
        low["text-muted", ground] = contrast(muted, colors[ground])
    for ground, text in MARKED:
        low[text, ground] = contrast(colors[text], colors[ground])
    for ground, text in MARKED[:2]:
        low["dim", ground] = contrast(dimmed(colors[text], colors[ground]), colors[ground])
    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < LEAST} == {}


def test_the_measure_is_the_known_one() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
