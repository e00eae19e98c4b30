"""Characters that a file format cannot carry, made visible: never dropped, never a fault."""

from __future__ import annotations

import re

from nvplan.model import safetext
from nvplan.texts import exports as exports_texts

_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")


def visible(text: str) -> str:
    """Return the text with control characters as pictures (`␀`) and every kind of line break as a line feed.

    Tabs and line breaks stay. What is left can stand in XML 1.0, in HTML and in a font's text.
    """
    return safetext.visible(text if text.isprintable() else _BREAKS.sub("\n", text))


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
