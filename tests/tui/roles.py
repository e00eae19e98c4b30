"""The pairs of role and ground that the planner may paint, and what is painted on the screen as such pairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.theme import Theme

from nvplan.tui.themes import OWN_ROLES

#: Every role that a colour can have.
ROLES = ("background", "surface", "foreground", "primary", "warning", "error", "success", *OWN_ROLES)
#: What is read, and what it is read on.
TEXTS = ("foreground", "quiet", "primary", "warning", "error", "success")
GROUNDS = ("background", "surface", "field", "lit")
#: The marked row; the letter under the cursor; the tag that says that nothing is real.
TURNED = (("mark-text", "mark"), ("background", "foreground"), ("surface", "warning"))
#: What is seen and not read: it tells a field, a bar or a list from the page.
EDGES = ("edge", "primary", "error", "success")
READ = (*product(TEXTS, GROUNDS), *TURNED)
SEEN = tuple(product(EDGES, GROUNDS))
#: Rules between blocks carry nothing.
RULES = tuple(product(("line",), GROUNDS))
#: What is drawn with these is seen and not read.
_LINES = frozenset("·▌▐▎▏━─│┃╭╮╰╯┌┐└┘├┤┬┴┼▄▁▂▃▅▆▇█ ")


def colours(theme: Theme) -> dict[str, Color]:
    """Return what each role is in a theme."""
    known = {**theme.to_color_system().generate(), **theme.variables}
    return {role: Color.parse(known[role]) for role in ROLES}


def strange(pilot: Pilot[None], theme: Theme) -> set[str]:
    """Return what is painted on the screen in another pair of colours than those that are held; behind a box not."""
    by_colour: dict[str, list[str]] = {}
    for role, colour in colours(theme).items():
        by_colour.setdefault(colour.hex.lower(), []).append(role)
    found = set()
    for words, style in _painted(pilot):
        text, ground = (_hex(style, ground=style.reverse is True), _hex(style, ground=style.reverse is not True))
        pairs = set(product(by_colour.get(text, [text]), by_colour.get(ground, [ground])))
        allowed = {*READ, *SEEN, *RULES} if set(words) <= _LINES else set(READ)
        if style.dim or not pairs & allowed:
            found.add(f"{words.strip()[:40]!r}: {' or '.join(' on '.join(pair) for pair in sorted(pairs))}")
    return found


def _hex(style: Style, *, ground: bool) -> str:
    colour = style.bgcolor if ground else style.color
    return Color.from_rich_color(colour).hex.lower() if colour is not None else ""


def _painted(pilot: Pilot[None]) -> Iterator[tuple[str, Style]]:
    screen = pilot.app.screen
    boxes = screen.query("#box") if isinstance(screen, ModalScreen) else ()
    box = next(iter(boxes), screen).region  # the letters to jump by lie over all of the screen
    for row, strip in enumerate(screen._compositor.render_strips()):
        if box.y <= row < box.bottom:
            inside = strip.crop(box.x, box.right)
            yield from ((part.text, part.style) for part in inside if part.style is not None and part.text.strip())
