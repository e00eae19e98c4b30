"""Knows what stands in the plan because the same copy said so when it came in before: its correction replaces that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from nvplan.services.reading.comparing import said
from nvplan.services.writing.own_ids import IMPORTS
from nvplan.store.journal import Entry, FieldChange, current
from nvplan.store.repository import Repository


class EarlierImports:
    """Compares what was written last with what the other copy has said since the two parted."""

    def __init__(self, ours: Repository, theirs: Repository, fork: int | None) -> None:
        self._ours, self._theirs, self._fork = ours, theirs, fork

    def wrote(self, change: FieldChange) -> bool:
        """Tell whether the field says what the other copy said earlier, and an import was the last to write it."""
        if self._fork is None:
            return False
        last = last_touched(self._ours.history(), change)
        if last is None or last.get("command") != IMPORTS:
            return False
        table, now = change["table"], said(change["table"], change.get("before"))
        return any(said(table, value) == now for entry in self._theirs.history() if entry["revision"] > self._fork
                   for value in touched(entry, change))


def touched(entry: Entry, about: FieldChange) -> Iterator[Any]:
    """Yield what an entry wrote in a field, by itself or with the whole document; None where it was emptied."""
    path = list(about["path"])
    for change in entry.get("changes", ()):
        if (change["table"], change["id"]) != (about["table"], about["id"]):
            continue
        length = len(change["path"])
        if list(change["path"]) == path[:length]:
            value = current(change["after"], path[length:]) if "after" in change else None
            yield None if value is ... else value


def last_touched(entries: Sequence[Entry], about: FieldChange) -> Entry | None:
    """Return the last entry that wrote in a field, None where none did."""
    return next((entry for entry in reversed(entries) if any(True for _ in touched(entry, about))), None)
