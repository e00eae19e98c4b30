"""The clock of a meeting: counts down, then up, and stops nothing. Nothing but a person starts or stops it."""

from __future__ import annotations

import time
from collections.abc import Callable

from nvplan.texts import planner_meetings as planner_meetings_texts

#: More minutes than this are no item of a meeting.
MOST_MINUTES = 600


class MeetingClock:
    """Counts the seconds of one item. `now` gives a time in seconds that never goes back, whatever the wall says."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self.minutes: int | None = None
        """How long it was set to; None where nobody has set it."""
        self._used = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def used(self) -> int:
        """Whole seconds that have been used, pauses apart."""
        running = self._now() - self._since if self._since is not None else 0.0
        return int(self._used + running)

    def set(self, minutes: int, used: int = 0) -> None:
        """Set it to a number of minutes, with so many seconds used already. It stands still until it is started."""
        self.minutes, self._used, self._since = minutes, float(used), None

    def start(self) -> None:
        """Let it count, from where it stands."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Stop it where it stands."""
        if self._since is not None:
            self._used += self._now() - self._since
            self._since = None

    @property
    def told(self) -> str:
        """What it shows: the time that is left, then how much is over; empty where nobody has set it."""
        if self.minutes is None:
            return ""
        left = self.minutes * 60 - self.used
        sign = planner_meetings_texts.CLOCK_LEFT if left >= 0 else planner_meetings_texts.CLOCK_OVER
        shown = sign.format(time=f"{abs(left) // 60}:{abs(left) % 60:02d}")
        return shown if self.is_running else planner_meetings_texts.CLOCK_PAUSED.format(time=shown)
