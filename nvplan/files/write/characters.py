"""Characters that a file format cannot carry, made visible: never dropped, never a fault."""

from __future__ import annotations

import re

from nvplan.texts import exports as exports_texts

_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)) + "]"
)
_DELETE = 0x7F


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else code_mark(code)


def code_mark(code: int) -> str:
    """Return how a character that cannot be shown is written: a box and its Unicode number."""
    return f"\u25a1(U+{code:04X})"


def visible(text: str) -> str:
    """Return the text with control characters as pictures (`␀`) and every kind of line break as a line feed.

    Tabs and line breaks stay. What is left can stand in XML 1.0, in HTML and in a font's text.
    """
    if text.isprintable():  # most texts, and all that the expressions below look for is unprintable
        return text
    return _UNPRINTABLE.sub(_mark, _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text, made visible, with line breaks and tabs as single spaces."""
    if text.isprintable():
        return text.strip()
    return " ".join(visible(text).split("\n")).replace("\t", " ").strip()


def shorten(text: str, most: int) -> str:
    """Return the text, or its beginning with an ellipsis where it is longer than so many characters."""
    return text if len(text) <= most else f"{text[:most - 1].rstrip()}…"


def shown_value(value: str, missing: bool) -> str:
    """Return the value, or for a value that nobody has given the words that say so: empty is said, not hidden."""
    return exports_texts.MISSING if missing and not value.strip() else value


def paragraphs(text: str) -> list[list[str]]:
    """Split a text into paragraphs (a blank line between) of lines; outer blank lines go, and there is always one."""
    found: list[list[str]] = [[]]
    for line in visible(text).split("\n"):
        if line.strip():
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    kept = [lines for lines in found if lines]
    return kept or [[""]]
