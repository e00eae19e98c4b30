"""The Swedish strings about what remains before remiss, before a decision and before a report is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COMMAND = "Visa vad som är kvar före remiss, före beslut och före frysning. Godkänn ett kapitel med --godkann."
OPTION_SIGN = "kapitlet som godkänns, till exempel 1.2"
OPTION_ROLE = "rollen som godkänner; annars den roll ni har valt i nvplan"
OPTION_DAY = "dagen då kapitlet godkändes; annars i dag"
STAGES: Final = {"remiss": "Före remiss", "kapitel": "Godkända kapitel", "beslut": "Före beslut",
                 "frysning": "Före frysning av en rapport"}
COLUMNS = ("Vad", "Läge")
DONE, LEFT = "✓", "○"
ABOUT = ("Här står vad som är kvar innan planen går på remiss, innan den beslutas och innan en rapport fryses. Enter "
         "går dit. Siffran före ett kapitel är steget i planen, som i Läget. F6 på ett kapitel godkänner det: skriv "
         "rollen som står för det. Ändras ett svar efteråt sägs det. Granska går igenom planen före varje steg.")
KEY_SIGN, HELP_SIGN = "Godkänn", "Godkänner det markerade kapitlet, eller tar tillbaka godkännandet."
ONLY_CHAPTERS = "Bara kapitel godkänns. Markera ett kapitel."
HELP_FILTER = "Visar bara det som är kvar, eller allt igen."
ONLY_LEFT = "Bara det som är kvar"
SIGN_TITLE = "Vilken roll står för kapitlet?"
SIGN_HINT = "Skriv rollen, inte namnet. Enter godkänner i dag."
UNSIGN_TITLE, UNSIGN_YES = "Ta tillbaka godkännandet?", "Ta tillbaka"
SIGNED_NOW = "Kapitlet är godkänt."
ROLE_MISSING = "Skriv rollen som godkänner, med --av."

ANSWERS = "{plan}: kärnfrågorna"
REVIEW = "Granska"
#: The number before a chapter is its step's, as Läget and the questions have it.
CHAPTERS = "{plan}: godkända kapitel (siffran är steget)"
NOT_SIGNED = "inte godkänt"
SIGNED = "godkänt av {role}, {day}"
CHANGED_SINCE = "ändrat sedan det godkändes av {role}, {day}"
NO_DAY = "utan dag"
REMISS, REMISS_DONE, REMISS_LEFT = "Remissen", "planen har varit på remiss", "planen är ett utkast"
COMMENTS = "Synpunkterna"
VALID, NOT_GIVEN = "Till när planen gäller", "inte angivet"
ADOPTED = "Organens beslut"
READY = "allt är skrivet"
LINE = "{what}: {told}"
BEFORE_TITLE = {"remiss": "Det här är kvar före remiss", "beslutad": "Det här är kvar före beslut"}
BEFORE_YES = "Ändra läget ändå"


def answers_left(left: int, to_confirm: int) -> str:
    """Return how many core questions have no whole answer, and how many wait to be confirmed."""
    parts = [f"{left} utan helt svar"] if left else []
    parts += [f"{to_confirm} att bekräfta"] if to_confirm else []
    return ", ".join(parts) or "alla har svar"


def findings(found: Mapping[str, int]) -> str:
    """Return how many findings there are of the levels that count here."""
    words = {"fel": ("fel", "fel"), "varning": ("varning", "varningar")}
    told = [f"{count} {words[level][count != 1]}" for level, count in found.items() if count]
    return ", ".join(told) or ("inga fel" if list(found) == ["fel"] else "inga fel och inga varningar")


def comments_left(count: int, left: int) -> str:
    """Return how many comments nobody has handled."""
    if not count:
        return "inga har kommit"
    return f"{left} av {count} är inte hanterade" if left else "alla är hanterade"


def adopted(count: int, bodies: int) -> str:
    """Return by how many bodies the plan is adopted."""
    return f"{count} av {bodies} har antagit planen" if bodies else "ingen har sagt något"


def chapters_left(count: int) -> str:
    """Return how many chapters nobody has signed off."""
    return "1 kapitel är inte godkänt" if count == 1 else f"{count} kapitel är inte godkända"


def summary(left: int, count: int) -> str:
    """Return how much remains."""
    return f"{left} av {count} kvar" if left else "allt är klart"
