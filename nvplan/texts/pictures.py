"""Swedish words inside pictures, and what stands for a picture where it cannot be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MEASURED = "mätt"
EVEN_PACE = "rak linje till målet, ingen prognos"
TARGET = "mål"
NOT_FROM_ZERO = "Skalan börjar inte vid noll."
NUMBERS = "Talen i diagrammet"
TARGET_TOLD = "mål {value} {date}"
POINT_TOLD = "{value} {date}"

# -- what goes on when ---------------------------------------------------------------------------------------------
STATES: Final = {"planerad": "planerad", "pagaende": "påbörjad eller pågår", "avslutad": "avslutad", "pausad": "pausad",
                 "avbruten": "avbruten"}
GOES_ON = "fortsätter"

# -- need and capacity ---------------------------------------------------------------------------------------------
NEED_ROW = "{capacity} av {need}"
ENOUGH = "läkarna räcker till"
BEYOND = "utöver riktvärdet"
ROOM = "plats för fler"


def picture_told(title: str, alternative: str) -> str:
    """Return a picture in words."""
    return f"{title.rstrip('.')}. {alternative}".strip()


def described(title: str, points: Sequence[str], alternative: str) -> str:
    """Return a picture in words: what it is of, its values in order of time, and what else there is to know."""
    told = f"Linjediagram: {title.rstrip('.')}. " + "; ".join(points) + "."
    return f"{told} {alternative}".strip()
