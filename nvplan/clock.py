"""The one place that asks the system what time it is; everything else is handed a clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

#: Tells the time, with its zone.
Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Return the time here and now, with its zone."""
    return dt.datetime.now().astimezone()


def system_day() -> dt.date:
    """Return the day here and now."""
    return system_clock().date()
