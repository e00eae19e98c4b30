"""Swedish words inside pictures, and what stands for a picture where it cannot be seen."""

from __future__ import annotations

from collections.abc import Sequence

MEASURED = "mätt"
EVEN_PACE = "rak linje till målet, ingen prognos"
TARGET = "mål"
NOT_FROM_ZERO = "Skalan börjar inte vid noll."
NUMBERS = "Talen i diagrammet"
TARGET_TOLD = "mål {value} {date}"
POINT_TOLD = "{value} {date}"


def described(title: str, points: Sequence[str], alternative: str) -> str:
    """Return a picture in words: what it is of, its values in order of time, and what else there is to know."""
    told = f"Linjediagram: {title.rstrip('.')}. " + "; ".join(points) + "."
    return f"{told} {alternative}".strip()
