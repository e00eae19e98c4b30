"""How many there are of something, as every other number is written."""

from __future__ import annotations


def count_words(count: int) -> str:
    """Return how many there are, with a no-break space between thousands."""
    return f"{count:,}".replace(",", "\u00a0")


def days(count: int) -> str:
    """Return a number of days."""
    return f"{count_words(count)} {'dag' if count == 1 else 'dagar'}"
