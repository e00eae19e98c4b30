"""Turns Textual's picture of the screen into a small PNG: whole pixels a cell, a palette of the colours in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

#: Pixels a cell is wide. With whole pixels each letter is drawn in one way only, and a picture takes half the room.
CELL = 10
#: Textual's own width of a cell, in the units of its picture.
_SVG_CELL = 12.2
_FONT = "DejaVu Sans Mono"
_COLOUR = re.compile(r'fill[:=]\s*"?#([0-9a-fA-F]{6})')
_LETTERS = re.compile(r"-r\d+ {\s*fill: #([0-9a-fA-F]{6})")
#: Most colours that a palette holds.
_MOST_COLOURS = 256

Colour = tuple[int, int, int]


def to_picture(svg: str, cell: float = CELL) -> Image.Image:
    """Return the picture drawn with a font of this machine and with nothing fetched; `cell` is its pixels a cell."""
    import resvg_py

    own = re.sub(r"@font-face\s*{[^}]*}", "", svg).replace("Fira Code", _FONT)
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=own, zoom=cell / _SVG_CELL, monospace_family=_FONT))
    with Image.open(io.BytesIO(drawn)) as opened:
        return opened.convert("RGB")


def to_png(svg: str) -> bytes:
    """Return the picture as PNG, with a palette of what it is painted in."""
    picture = to_picture(svg)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _colours(svg, picture) for part in colour])
    out = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _colours(svg: str, picture: Image.Image) -> list[Colour]:
    """Return what the screen is painted with, and the colours of letters halfway to the ground, for their edges.

    A palette guessed from the picture loses the few green and yellow words among all the grey.
    """
    ground = max(_counted(picture))[1]
    halfway = [((red + ground[0]) // 2, (green + ground[1]) // 2, (blue + ground[2]) // 2)
               for red, green, blue in map(_colour, _LETTERS.findall(svg))]
    return list(dict.fromkeys([*map(_colour, _COLOUR.findall(svg)), *halfway]))[:_MOST_COLOURS]


def _colour(code: str) -> Colour:
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def _counted(picture: Image.Image) -> Iterator[tuple[int, Colour]]:
    for count, colour in picture.getcolors(picture.width * picture.height) or ():
        assert isinstance(colour, tuple)
        yield count, (colour[0], colour[1], colour[2])


def is_same(path: Path, png: bytes) -> bool:
    """Tell whether a file holds the same picture, pixel by pixel; how it is packed may differ."""
    if not path.exists():
        return False
    with Image.open(path) as before, Image.open(io.BytesIO(png)) as now:
        return before.size == now.size and before.convert("RGB").tobytes() == now.convert("RGB").tobytes()
