"""The place Säkerhetskopior: the plan as it was, to look at and to put back."""

from __future__ import annotations

from nvplan.texts import store as store_texts

_, _SAVED, _SIZE, _ = store_texts.BACKUP_COLUMNS
COLUMNS = (_SAVED, "Sedan dess", _SIZE)
ABOUT = ("nvplan sparar kopior av planen medan ni arbetar. Här ser ni hur många ändringar som har gjorts sedan varje "
         "kopia, och vad som skiljer den markerade kopian från planen som den är nu. F6 gör planen till vad den var i "
         "kopian. Det som har hänt sedan dess står kvar i Historik. Planen som den är nu läggs undan i en egen fil, "
         "och Ctrl+Z ångrar.")
EMPTY = "Det finns inga säkerhetskopior av planen ännu. Den första sparas när ni har ändrat något."
KEY_RESTORE = "Återställ"
HELP_RESTORE = "Gör planen till vad den var i den markerade kopian. Ni får frågan först."
ASK_RESTORE = "Göra planen till vad den var {when}?"
ASK_AFTER = "Planen som den är nu läggs undan i en egen fil. Historiken står kvar, och Ctrl+Z ångrar."
SAME = "Kopian säger samma sak som planen. Det finns inget att återställa."
UNREADABLE = "kopian går inte att läsa"
NOW_THEN = "Nu: {now}\nDå: {then}"


def summary(count: int) -> str:
    """Return how many backups there are."""
    return "1 kopia" if count == 1 else f"{count} kopior, den senaste först"


def since(changes: int, told: str) -> str:
    """Return how many changes have been made since a backup; `told` is the number as it is written."""
    return {0: "ingen ändring", 1: "1 ändring"}.get(changes, f"{told} ändringar")
