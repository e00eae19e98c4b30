"""The Swedish strings of the sum that stands above the form of a post of money."""

from __future__ import annotations

from collections.abc import Sequence

SUM = "Mottaget {received}, använt {used}."
LEFT = "Kvar {left}{day}."
BY = " att betala tillbaka senast {date}"
NO_DAY = ". Dag för återbetalning saknas"
ABOVE = "Kostnaderna är {amount} mer än det mottagna. Det betalar ni själva."
YEARS_ABOVE = "Åren blir {years} kr. Det är mer än kostnaden, {cost} kr. Dokumenten visar årens summa."
TOTAL = "Alla kostnader"
POSTS = "Vad pengarna har gått till"
RECIPIENT = "Mottagarens pengar"
_SHOWN = 2


def without_cost(titles: Sequence[str]) -> str:
    """Return which posts have no amount that can be added."""
    more = f" och {len(titles) - _SHOWN} till" if len(titles) > _SHOWN else ""
    return f"Belopp saknas för {', '.join(f'”{one}”' for one in titles[:_SHOWN])}{more}."
