"""Merges two lists that began as the same one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def merged_words(old: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return a list of words with each side's additions and removals done; which side is which makes no difference."""
    gone = {word for word in old if word not in ours or word not in theirs}
    kept = dict.fromkeys(word for word in (*ours, *theirs) if word not in gone)
    place = {word: number for number, word in enumerate(old)}
    return sorted(kept, key=lambda word: (place.get(word, len(old)), word))


def merged_rows(old: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any] | None:
    """Return a list of rows to which both sides have only added; None where one has changed or removed a row."""
    length = len(old)
    if list(ours[:length]) != list(old) or list(theirs[:length]) != list(old):
        return None
    added = [*ours[length:], *(row for row in theirs[length:] if row not in ours[length:])]
    return [*old, *sorted(added, key=repr)]
