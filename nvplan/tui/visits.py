"""Where the person has been: back and forward as in a reader of web pages, and the recent places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: How many places are remembered.
MOST = 100
#: How many recent places a list offers.
MOST_RECENT = 5


@dataclass(frozen=True)
class Visit:
    """A place that was visited: what names it, and what opens it again."""

    place: str
    open: Callable[[], None]


class Visits:
    """The places in the order they were visited, and which of them the person is at."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1
        self._moving: str | None = None

    def note(self, place: str, open_again: Callable[[], None]) -> None:
        """Remember a place that the person came to; a step back or forward is no new visit."""
        if self._moving == place or (self._at >= 0 and self._visits[self._at].place == place):
            self._moving = None
            return
        self._moving = None
        self._visits = [*self._visits[: self._at + 1], Visit(place, open_again)][-MOST:]
        self._at = len(self._visits) - 1

    def step(self, by: int) -> bool:
        """Open the place before (-1) or after (1); tell whether there is one."""
        place = self._at + by
        if not 0 <= place < len(self._visits):
            return False
        self._at = place
        self._moving = self._visits[place].place
        self._visits[place].open()
        return True

    def recent(self) -> list[str]:
        """Return the latest places, each once and the one at hand left out, latest first."""
        here = self._visits[self._at].place if self._visits else ""
        places = dict.fromkeys(visit.place for visit in reversed(self._visits))
        return [place for place in places if place != here][:MOST_RECENT]
