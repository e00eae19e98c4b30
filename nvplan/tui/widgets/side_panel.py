"""How wide what is told beside a list is."""

from __future__ import annotations

#: From this width on what is marked is told beside the list, in a panel that is so wide; wider in the widest windows.
WIDE, PANEL = 118, 48
WIDEST, WIDE_PANEL = 160, 76
#: The list keeps so many cells more than half of the widest windows.
_MORE = 20
#: A third part stands beside that, in windows that have room for it and a list.
_THIRD, _WIDE_THIRD, _ROOMY = 36, 42, 190


def panel_width(width: int, *, third: bool = False) -> int:
    """Return how wide what is told beside a list is in a window of so many cells; none where there is no room."""
    if width < WIDE:
        return 0
    if width < WIDEST or third:
        return PANEL
    return min(WIDE_PANEL, width // 2 - _MORE)


def third_width(width: int) -> int:
    """Return how wide a third part is beside a list and what is told of its marked row; none where there is no room."""
    return 0 if width < WIDEST else _THIRD if width < _ROOMY else _WIDE_THIRD
