"""The Swedish strings of the places for collecting answers: Utskick and Insamling."""

from __future__ import annotations

FIRST_SEND = "Skriv ut blanketterna till aktörerna"
KEY_SEND, HELP_SEND = "Skriv ut", "Skriver ut blanketter till aktörerna, eller påminnelser till dem som inte svarat."
KEY_COLLECTION, HELP_COLLECTION = "Insamling", "Går till vem som frågar, till när och vart svaren skickas."
KEY_MAILINGS, HELP_MAILINGS = "Utskick", "Går till hur det går med varje aktör."
SEND_TITLE = "Vad ska skrivas ut?"
SEND_ALL, SEND_ALL_DETAIL = "Blanketter", "till alla som ska svara, eller en av dem"
SEND_REMINDERS, SEND_REMINDERS_DETAIL = "Påminnelser", "till dem som har kärnfrågor kvar"
HEADING_COMPLETE = "Klart"


def complete(answered: int, asked: int) -> str:
    """Return how many of an actor's core questions are answered."""
    return "ja" if answered == asked else f"{answered} av {asked}"
