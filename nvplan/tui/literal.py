"""User text on the screen: the only way that text which a person wrote reaches a widget."""

from __future__ import annotations

import re

from rich.text import Text
from textual.content import Content

from nvplan.model.safetext import visible

#: What a sentence begins with that says what is wrong, for those who do not see its colour; what is late has `!`.
REFUSED = "✗"
#: The space between what is counted and how many there are.
_TOLD_NUMBER = re.compile(r": (?=\d+\b)")


def literal(text: str, style: str = "") -> Content:
    """Return the text as content that is never read as markup; control characters are shown as signs."""
    content = Content(visible(text))
    return content.stylize(style) if style else content


def with_their_numbers(text: str) -> str:
    """Return a text in which no line is broken before a number that ends a phrase, as in `Förs in: 3`."""
    return _TOLD_NUMBER.sub(":\u00a0", text)


def refused(sentence: str) -> Content:
    """Return what is wrong as content that begins with the sign of it; nothing where nothing is."""
    return literal(f"{REFUSED} {sentence}" if sentence else "")


def literal_cell(text: str) -> Text:
    """Return the text for a table cell or a tree node, which draw with Rich."""
    return Text(visible(text))
