"""Swedish words for a goal's line: where the latest value stands against even pace."""

from __future__ import annotations

from typing import Final

LABEL = "Läget mot målet"
SIDE: Final = {"fore": "före linjen med {difference}", "efter": "efter linjen med {difference}", "pa": "på linjen"}
TOLD = ("Senast {value} ({date}), {where}. Linjen går rakt från {base} ({start}) till {target} ({by}). "
        "Den är ingen prognos.")
NOT_MEASURED = "Inget är mätt. Linjen går rakt från {base} ({start}) till {target} ({by})."
BEFORE_BASE = "Den senaste mätningen, {date}, är från tiden före utgångsläget och jämförs inte med linjen."
AT_BASE = ("Bara utgångsläget är mätt, {value} ({date}), så takten syns inte än. Linjen går rakt till {target} ({by}).")
NO_LINE = "Linjen kräver utgångsvärde, basår, målvärde och datum."
SHARE = "Andelen med namngiven fast läkarkontakt är {value} ({of}, {date})."
NO_SHARE = "Andelen med namngiven fast läkarkontakt är inte mätt."
POINTS = "procentenheter"
NO_DAY = "utan angiven dag"
COMMAND = "Visa målen med senaste mätning och läget mot den raka linjen till målet."
NONE = "Planen har inga mål."
NO_STATE = "Läge inte angivet"


def state_told(state: str, by: str, reached: str) -> str:
    """Return where a goal without a number stands: how far it has come, and by when or since when."""
    if reached:
        return f"{state} {reached}."
    return f"{state}. Nås senast {by}." if by else f"{state}."
