"""User text is text: how it is made ready to be stored, and to be shown where control characters would act."""

from __future__ import annotations

import json
import re

from nvplan.model.collation import nfc
from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts

#: Characters that act where they should be read: they steer a terminal, turn the direction of the text around them
#: (Unicode's Bidi_Control), or can stand in no file at all. Tabs and line feeds are text.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)) + "]"
)
_NO_BREAK = "\u00a0"
_SPACES = re.compile(r"\s+")
_FIRST_PICTURE, _DELETE = 0x2400, 0x7F


def clean(text: str) -> str:
    r"""Return the text in NFC with line breaks as `\n`; nothing else is changed.

    Raises:
        InputError: the text holds half of a surrogate pair, which no file can carry.
    """
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise InputError(common_texts.TEXT_SURROGATE)
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n"))


def visible(text: str) -> str:
    """Return the text with acting characters as visible signs (`␛`), so that what shows it does not obey it."""
    return text if text.isprintable() else _ACTING.sub(_mark, text)


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_FIRST_PICTURE + code)
    return "\u2421" if code == _DELETE else f"\u25a1(U+{code:04X})"


def safe_json(text: str) -> str:
    """Return JSON with acting characters as JSON's own escapes: it says the same and steers no terminal."""
    return _ACTING.sub(lambda match: json.dumps(match[0])[1:-1], text)


def _one_space(spaces: re.Match[str]) -> str:
    return _NO_BREAK if spaces[0] == _NO_BREAK else " "


def one_line(text: str, longest: int = 0) -> str:
    """Return the text on one line, control characters visible, cut with … where it is longer than `longest`.

    A no-break space between two words stays, for it keeps a number and its unit together where the line is broken.
    """
    shown = visible(text)
    line = _SPACES.sub(_one_space, shown).strip() if _NO_BREAK in shown else " ".join(shown.split())
    return line if not longest or len(line) <= longest else line[: longest - 1].rstrip() + "…"
