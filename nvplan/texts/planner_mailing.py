"""The Swedish strings of the places for collecting answers: Utskick and Insamling."""

from __future__ import annotations

FIRST_SEND = "Skriv ut blanketter och för in det som kommer tillbaka"
KEY_SEND = "Blanketter"
HELP_SEND = "Skriver ut blanketter och påminnelser till aktörerna, och för in det som kommer tillbaka."
KEY_COLLECTION, HELP_COLLECTION = "Insamling", "Går till vem som frågar, till när och vart svaren skickas."
KEY_MAILINGS, HELP_MAILINGS = "Utskick", "Går till hur det går med varje aktör."
SEND_TITLE = "Vad vill ni göra?"
SEND_ALL, SEND_ALL_DETAIL = "Skriv ut blanketter", "till alla som ska svara, eller en av dem"
SEND_REMINDERS, SEND_REMINDERS_DETAIL = "Skriv ut påminnelser", "till dem som har kärnfrågor kvar"
TAKE_IN, TAKE_IN_DETAIL = "För in svar", "en fil eller en mapp med det som aktörerna har skickat"
HEADING_COMPLETE = "Klart"


def complete(answered: int, asked: int) -> str:
    """Return how many of an actor's core questions are answered."""
    return "ja" if answered == asked else f"{answered} av {asked}"
