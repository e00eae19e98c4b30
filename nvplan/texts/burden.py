"""The Swedish strings about the burden of agreements on those who work."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

STAFF: Final = {"4": "Personalen bedömer att arbetet försvåras lite.",
                "5": "Personalen bedömer att arbetet försvåras mycket."}


def difference(before: str, after: str, minutes: str, percent: str | None, sign: Decimal) -> str:
    """Return how many minutes more or less it takes, and the trend in a word."""
    if not sign:
        return f"Före {before} och efter {after} minuter per patient: ingen skillnad. Trend: oförändrad."
    way, trend = ("mer", "▲ tyngre") if sign > 0 else ("mindre", "▼ lättare")
    share = f" ({percent} % {way})" if percent is not None else ""
    return (f"Före {before} och efter {after} minuter per patient: {minutes} minuter {way}{share}. "
            f"Trend: {trend}.")
