"""Where the person has been: back and forward as in a reader of web pages, and the recent places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nvplan.tui.where import Where

#: How many places are remembered.
MOST = 100
#: How many recent places a list offers.
MOST_RECENT = 5


class Visits:
    """The places in the order they were visited, and which of them the person is at."""

    def __init__(self) -> None:
        self._visits: list[Where] = []
        self._at = -1
        self._moving: Where | None = None

    def note(self, where: Where) -> None:
        """Remember a place that the person came to; a step back or forward is no new visit."""
        known = self._moving == where or (self._at >= 0 and self._visits[self._at] == where)
        self._moving = None
        if not known:
            self._visits = [*self._visits[: self._at + 1], where][-MOST:]
            self._at = len(self._visits) - 1

    def step(self, by: int) -> Where | None:
        """Go to the place before (-1) or after (1) and return it; None where there is none."""
        place = self._at + by
        if not 0 <= place < len(self._visits):
            return None
        self._at, self._moving = place, self._visits[place]
        return self._moving

    def recent(self) -> list[Where]:
        """Return the latest places, each once and the one at hand left out, latest first."""
        recent: list[Where] = []
        for where in reversed(self._visits):
            if where not in recent and where != self._visits[self._at]:
                recent.append(where)
        return recent[:MOST_RECENT]
