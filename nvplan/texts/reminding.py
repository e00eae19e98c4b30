"""The Swedish strings of the reminders in Läget."""

from __future__ import annotations

KEY, HELP = "Påminn", ("Påminnelse till den markerade aktören eller till alla: vad som fattas, till när och vilken "
                       "fil. Läs den, kopiera den eller skriv den till en mapp.")
TITLE = "Påminnelse"
READ, COPY, WRITE = "Läs: {whom}", "Kopiera: {whom}", "Skriv till en mapp: {whom}"


def everyone(count: int) -> str:
    """Return everyone that has core questions left, in words."""
    return "den aktör som har kärnfrågor kvar" if count == 1 else f"alla {count} aktörer som har kärnfrågor kvar"
