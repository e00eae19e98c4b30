"""What documents say of the county's own målområden, of milestones and of what insatser cost year by year."""

from __future__ import annotations

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


def condition_told(who: str, said_yes: int, asked: int, needed: int) -> str:
    """Return who must adopt too for a decision to hold, and how many have."""
    least = f" (minst {needed})" if needed < asked else ""
    return f"Gäller om dessa antar{least}: {who}. {said_yes} av {asked} har antagit."


def condition_standing(day: str, *, is_met: bool) -> str:
    """Return whether the condition is met, and since when."""
    if not is_met:
        return "Villkoret är inte uppfyllt."
    return f"Villkoret uppfylldes {day}." if day else "Villkoret är uppfyllt."
