"""A new screen is styled and laid out once, where Textual styles it three times and paints all of it twice.

It gives a screen the classes of the window's width when it has been laid out, and looks through all styles again when a
screen comes on top, for a theme may have changed while it lay below. One that is new has lain below no other. A screen
that has been laid out is told its size, as everything on it is, and would be laid out and painted for that size again.
"""

from __future__ import annotations

from typing import Any

from textual import events
from textual._context import active_app
from textual.geometry import Size
from textual.screen import Screen


def take_width(screen: Screen[Any]) -> None:
    """Give a screen that is being made the classes of the window's width."""
    app = active_app.get(None)
    breakpoints = screen.HORIZONTAL_BREAKPOINTS or []
    if app is not None and breakpoints:
        fits = max((least, name) for least, name in breakpoints if app.size.width >= least)
        screen.update_classes({name: (least, name) == fits for least, name in breakpoints}, update=False)


def keep_new(screen: Screen[Any], event: events.ScreenResume) -> None:
    """Leave the styles of a screen as they are that comes on top for the first time; to be called before Textual's."""
    event.refresh_styles &= screen.stack_updates > 0


def is_laid_out(screen: Screen[Any], size: Size) -> bool:
    """Whether a screen has been laid out for this size; what has changed on it since is laid out when all is still."""
    return bool(screen._compositor.size == size)
