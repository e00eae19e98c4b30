"""Swedish words beside the pictures of documents: what they show, and what there is to see in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: How many there are in each state: one, and several.
STATES: Final = {
    "planerad": ("planerad", "planerade"), "paborjad": ("påbörjad", "påbörjade"), "pagaende": ("pågående", "pågående"),
    "avslutad": ("avslutad", "avslutade"), "pausad": ("pausad", "pausade"), "avbruten": ("avbruten", "avbrutna"),
}
TIME_LINE = "Insatserna över tid"
NEED = "Behov och kapacitet"


def time_line_title(number: int, of: int) -> str:
    """Return the heading of a picture of insatser over time; a number where there are several."""
    return TIME_LINE if of == 1 else f"{TIME_LINE} ({number} av {of})"


def time_line_told(states: Sequence[tuple[str, int]], undated: int) -> str:
    """Return what the picture shows: how many there are in each state, and how many have no day at all."""
    told = ", ".join(f"{count} {STATES[state][count > 1]}" for state, count in states)
    lines = [f"Varje insats står med start och slut, kvartal för kvartal: {told}." if told
             else "Varje insats står med start och slut, kvartal för kvartal."]
    if undated:
        lines.append("1 insats saknar både start och slut." if undated == 1
                     else f"{undated} insatser saknar både start och slut.")
    return " ".join(lines)


def need_told(need: str, capacity: str, short: bool) -> str:
    """Return what need and capacity come to together."""
    return (f"Räknat på riktvärdet räcker läkarna till {capacity} av {need} listade." if short
            else f"Räknat på riktvärdet räcker läkarna till {capacity} listade. {need} är listade.")
