"""User text is text: how it is made ready to be stored, and to be shown where control characters would act."""

from __future__ import annotations

from nvplan.model.collation import nfc
from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts

_KEPT = "\n\t"
#: Characters that turn the direction of the text around them; shown, they could make a line read as another.
_DIRECTION = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def clean(text: str) -> str:
    r"""Return the text in NFC with line breaks as `\n`; nothing else is changed.

    Raises:
        InputError: the text holds half of a surrogate pair, which no file can carry.
    """
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise InputError(common_texts.TEXT_SURROGATE)
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n"))


def visible(text: str) -> str:
    """Return the text with control characters as visible signs, so that a terminal shows them and does not obey."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    code = ord(character)
    if character in _KEPT or 0x20 <= code < 0x7F:
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code < 0xA0 or code in _DIRECTION:
        return f"\u27e8U+{code:04X}\u27e9"
    return character


def one_line(text: str, longest: int = 0) -> str:
    """Return the text on one line, control characters visible, cut with … where it is longer than `longest`."""
    line = " ".join(visible(text).split())
    return line if not longest or len(line) <= longest else line[: longest - 1].rstrip() + "…"
