"""User text on the screen: the only way that text which a person wrote reaches a widget."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from nvplan.model.safetext import visible


def literal(text: str, style: str = "") -> Content:
    """Return the text as content that is never read as markup; control characters are shown as signs."""
    content = Content(visible(text))
    return content.stylize(style) if style else content


def literal_cell(text: str) -> Text:
    """Return the text for a table cell or a tree node, which draw with Rich."""
    return Text(visible(text))
