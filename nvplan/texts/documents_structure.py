"""What documents say of the county's own målområden, of milestones and of what insatser cost year by year."""

from __future__ import annotations

from collections.abc import Sequence

OUTSIDE = "Insatser utanför målområdena"
NO_EFFORTS_HERE = "Inga insatser ligger direkt under {title}."
UNDER = "Insatser under {title}"
TERM_TIME = "{term}, {time}"
NATIONAL = "Nationella områden: {areas}"
RESPONSIBLE = "Ansvar: {who}"
PART_OF = "Del av: {title}"
PRIORITY = "Prioritet: {priority}"
GROUPS = "Målgrupper: {groups}"
MILESTONES = "Delmål"
MILESTONE_TABLE = "Delmål i tidsordning för varje insats"
COLUMN_MILESTONE, COLUMN_DUE, COLUMN_DONE, COLUMN_ROLE = "Delmål", "Klart senast", "Klart", "Ansvarig"
NOT_DONE = "inte klart"
COSTS = "Kostnad per år"
COST_TABLE = "Vad insatserna kostar varje år, i kronor"
SUBREGIONS = "Delregioner"
SUBREGION_TABLE = "Länets delregioner och deras kommuner"
COLUMN_SUBREGION, COLUMN_MEMBERS = "Delregion", "Kommuner"
NO_NUMBER = "utan tal"
CHANGES = "Ändringar: {text}"
CONDITION = "Villkor: {text}"


def parts(terms: Sequence[str]) -> str:
    """Return what the county calls the parts of its plan, the highest level first, in a sentence."""
    first, *under = [f"”{term}”" for term in terms]
    return f"Länet kallar planens delar {first}{''.join(f' och under dem {one}' for one in under)}."


def condition_told(who: str, said_yes: int, asked: int, needed: int) -> str:
    """Return who must adopt too for a decision to hold, and how many have."""
    least = f" (minst {needed})" if needed < asked else ""
    return f"Gäller om dessa antar{least}: {who}. {said_yes} av {asked} har antagit."


def condition_standing(day: str, *, is_met: bool) -> str:
    """Return whether the condition is met, and since when."""
    if not is_met:
        return "Villkoret är inte uppfyllt."
    return f"Villkoret uppfylldes {day}." if day else "Villkoret är uppfyllt."
