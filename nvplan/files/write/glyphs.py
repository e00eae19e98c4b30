"""Which characters the pdf's fonts can show, and visible marks for those they cannot.

A font without a glyph would stop the export or, worse, leave the character out unseen (`measured.md` 1a).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby

from nvplan.files.write.characters import visible

#: The family that texts are set in; a character counts as shown only if all its styles have it.
TEXT_FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-It.ttf")
#: The font that takes over where the first family has no glyph.
FALLBACK_FONT = "DejaVuSans.ttf"
#: A word longer than this may be broken anywhere, at steps of so many characters.
LONG_WORD, LONG_WORD_STEP = 40, 12
_BREAK = "\u200b"
_FIRST_PICTURE, _DELETE_PICTURE = 0x2400, 0x2421
_JOINER, _SELECTORS, _SKIN_TONES = 0x200D, range(0xFE00, 0xFE10), range(0x1F3FB, 0x1F400)
#: Characters without a picture of their own, which the layout handles by itself.
_UNSEEN = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_PLAIN = re.compile(r"[ -~\u00a0-\u017f\u2013\u2014\u2019\u201d\u2022\u2026\n]*")
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")


def font_characters(data: bytes) -> frozenset[int]:
    """Return the characters that a TrueType font maps to a glyph (its `cmap`, formats 4 and 12)."""
    tables = struct.unpack(">H", data[4:6])[0]
    offset = next(struct.unpack(">L", data[at + 8:at + 12])[0] for at in range(12, 12 + 16 * tables, 16)
                  if data[at:at + 4] == b"cmap")
    found: set[int] = set()
    for number in range(struct.unpack(">H", data[offset + 2:offset + 4])[0]):
        start = offset + struct.unpack(">L", data[offset + 8 + 8 * number:offset + 12 + 8 * number])[0]
        form = struct.unpack(">H", data[start:start + 2])[0]
        if form == 12:
            found.update(_format_12(data, start))
        elif form == 4:
            found.update(_format_4(data, start))
    return frozenset(found)


def _format_12(data: bytes, start: int) -> Iterator[int]:
    for group in range(struct.unpack(">L", data[start + 12:start + 16])[0]):
        first, last, _ = struct.unpack(">LLL", data[start + 16 + 12 * group:start + 28 + 12 * group])
        yield from range(first, last + 1)


def _format_4(data: bytes, start: int) -> Iterator[int]:
    segments = struct.unpack(">H", data[start + 6:start + 8])[0] // 2
    lasts = struct.unpack(f">{segments}H", data[start + 14:start + 14 + 2 * segments])
    firsts_at = start + 16 + 2 * segments
    firsts = struct.unpack(f">{segments}H", data[firsts_at:firsts_at + 2 * segments])
    deltas = struct.unpack(f">{segments}H", data[firsts_at + 2 * segments:firsts_at + 4 * segments])
    offsets_at = firsts_at + 4 * segments
    for number, (first, last, delta) in enumerate(zip(firsts, lasts, deltas, strict=True)):
        step = struct.unpack(">H", data[offsets_at + 2 * number:offsets_at + 2 * number + 2])[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if step:
                at = offsets_at + 2 * number + step + 2 * (code - first)
                glyph = struct.unpack(">H", data[at:at + 2])[0]
            if glyph and (step or (glyph + delta) & 0xFFFF):
                yield code


@cache
def shown_by_fonts() -> tuple[frozenset[int], frozenset[int]]:
    """Return the characters of the text family (all its styles) and of the fallback font."""
    folder = files("nvplan.files.write") / "assets" / "fonts"
    styles = [font_characters((folder / name).read_bytes()) for name in TEXT_FONTS]
    return frozenset.intersection(*styles), font_characters((folder / FALLBACK_FONT).read_bytes())


def printable(text: str) -> str:
    """Return the text as the pdf can show it: a character or sequence without glyphs becomes `□(U+1F469)`.

    Control characters are made visible, tabs become spaces, and very long words get places to break.
    """
    shown = visible(text).replace("\t", "    ")
    if not _PLAIN.fullmatch(shown):
        shown = _marked(shown)
    return _LONG.sub(_breakable, shown)


def _marked(text: str) -> str:
    """Return the text with one mark for every unbroken run of what no font can show."""
    written = []
    for hidden, pieces in groupby(clusters(text), lambda cluster: not _can_show(cluster)):
        run = "".join(pieces)
        written.append(f"\u25a1({' '.join(f'U+{_original(ord(sign)):04X}' for sign in run)})" if hidden else run)
    return "".join(written)


def _can_show(cluster: str) -> bool:
    """Tell whether one font has everything in the cluster; a line break is the layout's own."""
    needed = {ord(sign) for sign in cluster if sign != "\n"} - _UNSEEN
    return any(needed <= characters for characters in shown_by_fonts())


def _original(code: int) -> int:
    """Return the control character behind its picture, which the fonts lack."""
    if _FIRST_PICTURE <= code < _FIRST_PICTURE + 0x20:
        return code - _FIRST_PICTURE
    return 0x7F if code == _DELETE_PICTURE else code


def clusters(text: str) -> Iterator[str]:
    """Yield the text in pieces drawn as one sign: a letter with its accents, an emoji with what is joined to it."""
    piece = ""
    for sign in text:
        code = ord(sign)
        joined = code == _JOINER or code in _SELECTORS or code in _SKIN_TONES or unicodedata.category(sign)[0] == "M"
        if piece and not joined and ord(piece[-1]) != _JOINER:
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _breakable(match: re.Match[str]) -> str:
    word = match[0]
    return _BREAK.join(word[at:at + LONG_WORD_STEP] for at in range(0, len(word), LONG_WORD_STEP))
