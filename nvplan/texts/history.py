"""The place Historik: what has changed, by whom and from what to what."""

from __future__ import annotations

from nvplan.texts import counts as counts_texts

COLUMNS = ("När", "Vad", "Roll")
#: What a change was about, and what stood there and stands there.
CHANGED = "{what} · {values}"
#: A change that does not stand any more.
GONE = "tillbakataget · {what}"
ABOUT = ("Här står varje ändring, den senaste först: när, i vilken roll, vad, och från vad till vad. Enter går till "
         "platsen i planen. F6 tar tillbaka just den markerade ändringen, vem som än gjorde den. Det som har hänt "
         "efteråt står kvar, och Ctrl+Z ångrar det ni tog tillbaka.")
EMPTY = "Inget är ändrat ännu."
HELP_GO = "Går till platsen i planen."
HELP_FILTER = "Visar bara ändringar i en roll."
KEY_TAKE_BACK = "Ta tillbaka"
HELP_TAKE_BACK = "Tar tillbaka just den markerade ändringen. Det som har hänt efteråt står kvar."
ASK_TAKE_BACK = "Ta tillbaka den här ändringen?"
ASK_AFTER = "Det som har hänt efteråt står kvar. Ctrl+Z ångrar."
NO_ROLE = "utan roll"


def summary(count: int) -> str:
    """Return how many changes there are."""
    return "1 ändring, den senaste först" if count == 1 else (
        f"{counts_texts.count_words(count)} ändringar, den senaste först")


def in_role(role: str) -> str:
    """Return which changes are shown."""
    return f"I rollen {role}"
