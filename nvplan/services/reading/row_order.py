"""The order of the rows of a list that a person sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Row = TypeVar("_Row")


def sorted_by(rows: Sequence[_Row], value: Callable[[_Row], Any], *, backwards: bool = False) -> list[_Row]:
    """Return rows sorted by a value; those that have none come last whichever way the order goes."""
    valued = [(value(row), row) for row in rows]
    filled = sorted((pair for pair in valued if pair[0] is not None), key=lambda pair: pair[0], reverse=backwards)
    return [row for _, row in filled] + [row for found, row in valued if found is None]
