"""The place Säkerhetskopior: the plan as it was, to look at and to put back."""

from __future__ import annotations

from nvplan.texts import store as store_texts

_, _SAVED, _SIZE, _DIFFERS = store_texts.BACKUP_COLUMNS
COLUMNS = (_SAVED, _DIFFERS, _SIZE)
ABOUT = ("nvplan sparar kopior av planen medan ni arbetar. Här ser ni vad som skiljer varje kopia från planen som den "
         "är nu. F6 gör planen till vad den var i kopian. Det som har hänt sedan dess står kvar i Historik. Planen som "
         "den är nu läggs undan i en egen fil, och Ctrl+Z ångrar.")
EMPTY = "Det finns inga säkerhetskopior av planen ännu. Den första sparas när ni har ändrat något."
KEY_RESTORE = "Återställ"
HELP_RESTORE = "Gör planen till vad den var i den markerade kopian. Ni får frågan först."
ASK_RESTORE = "Göra planen till vad den var {when}?"
ASK_AFTER = "Planen som den är nu läggs undan i en egen fil. Historiken står kvar, och Ctrl+Z ångrar."
SAME = "Kopian säger samma sak som planen. Det finns inget att återställa."
NOW_THEN = "Nu: {now}\nDå: {then}"


def summary(count: int) -> str:
    """Return how many backups there are."""
    return "1 kopia" if count == 1 else f"{count} kopior, den senaste först"
