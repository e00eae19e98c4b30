"""The Swedish strings of the catalogue's tables."""

from __future__ import annotations

from collections.abc import Sequence

YES = "ja"
COUNTY_COLUMNS = ("Kod", "Län", "Region", "Kommuner")
MUNICIPALITY_COLUMNS = ("Kod", "Kommun", "Län")
REQUIREMENT_COLUMNS = ("Id", "Kravmängd", "Bindning", "Gäller", "Krav")
QUESTION_COLUMNS = ("Id", "Slag", "Kärna", "Fråga")


def unknown_topic(wanted: str, near: Sequence[str]) -> str:
    """Return that the catalogue has no such part, with those it has."""
    return f"Katalogen har ingen del som heter «{wanted.strip()}». Välj till exempel {', '.join(near)}."
