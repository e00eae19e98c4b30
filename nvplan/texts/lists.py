"""The Swedish strings that lists and columns share: what is not in view, and how it is seen."""

from __future__ import annotations

from collections.abc import Sequence


def more_below(count: int) -> str:
    """Return how many rows there are below what is in view."""
    return f"{count} till ▾"


def columns_beside(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return which columns there are to the left and to the right of those in view."""
    return f"◂ {' · '.join(before)}" if before else "", f"{' · '.join(after)} ▸" if after else ""


def group_hidden(count: int) -> str:
    """Return how many rows of a group are not drawn, and how they are seen."""
    return f"{count} till · → öppnar gruppen"
