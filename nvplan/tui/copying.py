"""What Ctrl+C copies: what is marked, or else the field, the row or the text where the person stands."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, TextArea


@runtime_checkable
class HasCopy(Protocol):
    """A screen or a widget that knows best what is at hand in it."""

    def copied(self) -> str:
        """Return what is at hand as text; a table's cells with tabs between them."""


def text_at_hand(screen: Screen[Any]) -> str:
    """Return what a person would expect to copy, empty where there is nothing."""
    focused = screen.focused
    if isinstance(focused, Input | TextArea) and focused.selected_text:
        return str(focused.selected_text)
    marked = screen.get_selected_text()
    if marked:
        return marked
    if isinstance(screen, HasCopy):
        return screen.copied()
    return _of_widget(focused)


def _of_widget(focused: Widget | None) -> str:
    if isinstance(focused, HasCopy):
        return focused.copied()
    if isinstance(focused, Input):
        return focused.value
    if isinstance(focused, TextArea):
        return focused.text
    if isinstance(focused, OptionList):
        standing = focused.highlighted
        return "" if standing is None else _plain(focused.get_option_at_index(standing).prompt)
    if isinstance(focused, DataTable) and focused.row_count:
        return "\t".join(_plain(cell) for cell in focused.get_row_at(focused.cursor_row))
    return ""


def _plain(shown: object) -> str:
    return str(getattr(shown, "plain", shown)).strip()
