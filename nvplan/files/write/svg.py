"""What pictures as SVG are made of: lines, words, patches of the page behind them, and title and description."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from nvplan.files.write.characters import one_line
from nvplan.files.write.glyphs import printable

#: Every picture is as wide as the text; the unit is the picture's own.
WIDTH = 480
SIZE = 11
INK, ACCENT, GREY, RULE = "#1b2733", "#1d4e6b", "#4a5560", "#c5ced6"
#: Between the lines of what is hatched.
_BETWEEN = 5
#: How wide a bold letter or figure is, of its height.
_LETTER = 0.58
_FONT = "Source Sans Pro, Arial, Liberation Sans, Helvetica, sans-serif"


def svg(height: float, title: str, described: str, drawn: Iterable[str]) -> str:
    """Return a picture with its title and its words, for those who cannot see it."""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" font-family={quoteattr(_FONT)} font-size="{SIZE}">'
            f"<title>{escape(one_line(title))}</title><desc>{escape(described)}</desc>{''.join(drawn)}</svg>")


def stroke(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dashes: str = "") -> str:
    """Return a line, dashed where that is asked for."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width}"{dashed}/>')


def words(x: float, y: float, text: str, anchor: str = "start", colour: str = INK, weight: int = 400,
          size: float = SIZE) -> str:
    """Return text. What may have a line behind it stands on a patch of the page (`clear`) and never on a halo.

    A program that draws letter by letter lets the halo of each cut into the one before it.
    """
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    sized = f' font-size="{size}"' if size != SIZE else ""
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{bold}{sized}>'
            f"{escape(printable(one_line(text)))}</text>")


def text_width(text: str, size: float = SIZE) -> float:
    """Return how wide a text is at most, in a picture's own units."""
    return len(text) * size * _LETTER


def clear(x: float, y: float, text: str, anchor: str, size: float = SIZE) -> str:
    """Return a patch of the page below text, so that no line runs through its letters."""
    wide = text_width(text, size)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return box(left, y - size * 0.8, wide, size, "#ffffff")


def box(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
    """Return a rectangle, with an edge where that is given."""
    line = f' stroke="{edge}" stroke-width="1.2"' if edge else ""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"{line}/>'


def hatched(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a rectangle filled with slanting lines, drawn one by one: a pattern would need a name of its own."""
    lines = [box(x, y, width, height, "#ffffff", colour)]
    at = x - height
    while at < x + width:
        left, right = max(at, x), min(at + height, x + width)
        if right > left:
            lines.append(stroke(left, y + height - (left - at), right, y + height - (right - at), colour, 1.1))
        at += _BETWEEN
    return "".join(lines)


def fitted(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut with an ellipsis where it is longer."""
    shown = one_line(text)
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"
