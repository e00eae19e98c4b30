"""How wide what is told beside a list is."""

from __future__ import annotations

#: From this width on what is marked is told beside the list, in a panel that is so wide; wider in the widest windows.
WIDE, PANEL = 118, 48
WIDEST, WIDE_PANEL = 160, 76
#: The list keeps so many cells more than half of the widest windows.
_MORE = 20


def panel_width(width: int) -> int:
    """Return how wide what is told beside a list is in a window of so many cells; none where there is no room."""
    return 0 if width < WIDE else PANEL if width < WIDEST else min(WIDE_PANEL, width // 2 - _MORE)
