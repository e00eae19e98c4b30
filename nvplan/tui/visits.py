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

    def can_step(self, by: int) -> bool:
        """Tell whether there is a place before (-1) or after (1)."""
        return 0 <= self._at + by < len(self._visits)

    def step(self, by: int) -> Where | None:
        """Go to the place before (-1) or after (1) and return it; None where there is none."""
        if not self.can_step(by):
            return None
        self._at += by
        self._moving = self._visits[self._at]
        return self._moving

    def recent(self) -> list[Where]:
        """Return the latest places, each once and the one at hand left out, latest first."""
        recent: list[Where] = []
        for where in reversed(self._visits):
            if where not in recent and where != self._visits[self._at]:
                recent.append(where)
        return recent[:MOST_RECENT]
