"""The Swedish strings of the short form of something new."""

from __future__ import annotations

from collections.abc import Sequence

KEY_ALL, HELP_ALL = "Alla fält", "Visar alla fält. Den korta formen har de fält som räcker för att börja."
KEY_MORE, HELP_MORE = "Spara och ny", "Sparar och öppnar en ny, tom post av samma slag."
#: Before the digits that choose.
DIGIT = "{number} {label}"


def digits(labels: Sequence[str]) -> str:
    """Return the choices of a field with the digit that chooses each."""
    return " · ".join(DIGIT.format(number=number, label=label) for number, label in enumerate(labels, 1))


def saved(name: str) -> str:
    """Return that a new one is saved, by its name."""
    return f"✓ ”{name}” är sparad. Skriv nästa."
