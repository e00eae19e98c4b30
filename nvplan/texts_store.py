"""The Swedish strings of what concerns the plan file: history, backups, comparison, contributions."""

from __future__ import annotations

from collections.abc import Sequence

# -- history -------------------------------------------------------------------------------------------------------
HISTORY_COLUMNS = ("Nr", "När", "Roll", "Vad", "Före → efter")
HISTORY_NONE = "Ingen ändring stämmer med «{wanted}»."
HISTORY_EMPTY = "Planen har inga ändringar än."
CHANGE_CREATED = "planen skapades"
NO_VALUE = "inget"
REMOVED = "borttaget"
BEFORE_AFTER = "{before} → {after}"
CHANGE_OF_UNDO = "ångrade: {what}"
CHANGE_OF_REDO = "gjorde om: {what}"
CHANGE_SKIPPED = "överhoppad"
MORE_FIELDS = "och {count} fält till"


def join_parts(parts: Sequence[str]) -> str:
    """Return several parts of one change on one line."""
    return "; ".join(parts)
