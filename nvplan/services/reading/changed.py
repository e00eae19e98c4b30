"""Finds what has changed in a long list of which most is the same as last time."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_not
from typing import Any


def changed_at(before: Sequence[Any], now: Sequence[Any]) -> list[int] | None:
    """Return the places where two lists hold different objects; None where they are not of the same length.

    Told by identity alone: whoever reads documents keeps those that have not changed.
    """
    if before is now:
        return []
    if len(before) != len(now):
        return None
    return [place for place, other in enumerate(map(is_not, before, now)) if other]
