"""Two themes of our own, light and dark; every pair of text and ground has a contrast of at least 4.5 to 1."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="nvplan-mork", dark=True, primary="#7cc4e8", secondary="#a6d8a0", accent="#f2c46d",
    warning="#f2c46d", error="#ff9d94", success="#a6d8a0",
    foreground="#e9eef2", background="#10191f", surface="#17232b", panel="#20303a",
    variables={"footer-key-foreground": "#f2c46d", "border": "#4a6472", "border-blurred": "#33474f",
               "input-cursor-background": "#e9eef2", "input-cursor-foreground": "#10191f",
               "block-cursor-background": "#244f68", "block-cursor-foreground": "#ffffff",
               "block-cursor-blurred-background": "#20303a", "block-cursor-blurred-foreground": "#e9eef2"},
)
LIGHT = Theme(
    name="nvplan-ljus", dark=False, primary="#0b5a80", secondary="#2d6a2a", accent="#7a4a00",
    warning="#7a4a00", error="#a3201a", success="#2d6a2a",
    foreground="#16222a", background="#fbfaf6", surface="#f1efe8", panel="#e4e1d6",
    variables={"footer-key-foreground": "#7a4a00", "border": "#77838a", "border-blurred": "#b9bfc2",
               "input-cursor-background": "#16222a", "input-cursor-foreground": "#fbfaf6",
               "block-cursor-background": "#094c6d", "block-cursor-foreground": "#ffffff",
               "block-cursor-blurred-background": "#dbe5ea", "block-cursor-blurred-foreground": "#16222a"},
)
#: Textual's own theme that uses nothing but the terminal's sixteen colours.
TERMINAL = "ansi-dark"
THEMES = (DARK.name, LIGHT.name, TERMINAL)


def quiet(theme: str) -> str:
    """Return the style of what is secondary: dim, but plain in the terminal's own colours.

    What dim becomes there on a marked row is the terminal's to choose, and often cannot be read.
    """
    return "" if theme == TERMINAL else "dim"
