"""Hides groups that are so small that a figure could tell of a person, and what would give them away by subtraction."""

from __future__ import annotations

from collections.abc import Sequence


def to_hide(sizes: Sequence[int], limit: int, left_over: int = 0) -> set[int]:
    """Return the places of the groups to hide.

    Every group of fewer than `limit` is hidden. Whoever has the whole and the groups that are shown can work out what
    is left, so what is left together must not be smaller than the limit either: then the smallest shown are hidden too.

    Args:
        sizes: how many persons each group has.
        limit: the fewest persons that a figure may be of.
        left_over: how many persons of the whole are in no group.
    """
    hidden = {at for at, size in enumerate(sizes) if size < limit}
    shown = sorted((at for at, size in enumerate(sizes) if size >= limit), key=lambda at: (sizes[at], at))
    left = sum(sizes[at] for at in hidden) + left_over
    while 0 < left < limit and shown:
        smallest = shown.pop(0)
        hidden.add(smallest)
        left += sizes[smallest]
    return hidden
