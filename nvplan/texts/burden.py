"""The Swedish strings about the burden of agreements on those who work."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

STAFF: Final = {"4": "Personalen bedömer att arbetet försvåras lite.",
                "5": "Personalen bedömer att arbetet försvåras mycket."}

STAFF_HARDER: Final = "Personalen bedömer arbetet som tyngre än året innan."
#: The part of the plan document, and the table of a plan of several years.
LEAD: Final = "Arbetsbördan före och efter"
NO_RULE: Final = "Det är inte bestämt vad länet gör när arbetsbördan ökar."
BY_YEAR: Final = "Arbetsbördan år för år, minuter per patient"
COLUMNS: Final = ("År", "Före", "Efter", "Skillnad", "Personalens bedömning (1 underlättar mycket, 5 försvårar mycket)")

NOT_ASKED: Final = "inte angivet"


def over_years(years: Sequence[tuple[int, str]], since_before: str) -> str:
    """Return the minutes of each year, and how the last of them compares with the one before."""
    told = ", ".join(f"{year} {minutes}" for year, minutes in years)
    return f"Arbetsbördan, minuter per patient: {told}. {since_before}"


def in_a_document(told: str) -> str:
    """Return what is told as a document has it: which way it goes stands in the word, without a sign."""
    return told.replace("▲\u00a0", "").replace("▼\u00a0", "")


def signed(minutes: str, sign: Decimal) -> str:
    """Return a difference in a cell with its sign, so that which way it goes is read and not seen."""
    return f"+{minutes}" if sign > 0 else f"−{minutes}" if sign else "0"


def since(before: int, year: int, then: str, now: str, minutes: str, sign: Decimal) -> str:
    """Return how the minutes with agreements have changed between two years, and the trend in a word."""
    if not sign:
        return f"{before} och {year} {now} minuter: ingen skillnad. Trend: oförändrad."
    way, trend = ("mer", "▲\u00a0tyngre") if sign > 0 else ("mindre", "▼\u00a0lättare")
    return f"{before} {then} och {year} {now} minuter: {minutes} minuter {way}. Trend: {trend}."


def difference(before: str, after: str, minutes: str, percent: str | None, sign: Decimal) -> str:
    """Return how many minutes more or less it takes, and the trend in a word."""
    if not sign:
        return f"Före {before} och efter {after} minuter per patient: ingen skillnad. Trend: oförändrad."
    way, trend = ("mer", "▲\u00a0tyngre") if sign > 0 else ("mindre", "▼\u00a0lättare")
    share = f" ({percent} % {way})" if percent is not None else ""
    return (f"Före {before} och efter {after} minuter per patient: {minutes} minuter {way}{share}. "
            f"Trend: {trend}.")
