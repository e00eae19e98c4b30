"""Keeps the change log bounded: old entries are gathered into one with the first and last value of every field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvplan.store.journal import COMPACTED, Entry, FieldChange, field_key

#: More entries or bytes than this, and the older ones are gathered.
MOST_ENTRIES = 2_000
MOST_BYTES = 1_000_000
#: So many of the latest entries are never gathered, and so can be undone.
ALWAYS_KEPT = 20


def is_due(entries: int, size: int, gathered_size: int) -> bool:
    """Tell whether the log has grown so far that old entries are to be gathered.

    Args:
        entries: how many entries the log has.
        size: how many bytes it takes.
        gathered_size: how many of them the gathered entry takes; where that alone is large, because the plan is,
            the log may grow to twice that before it is worth the work.
    """
    return entries > ALWAYS_KEPT + 1 and (entries > MOST_ENTRIES or size > max(MOST_BYTES, 2 * gathered_size))


def compacted(entries: Sequence[Entry], sizes: Sequence[int]) -> list[Entry]:
    """Return the log with its older entries gathered into one, so that half of what is allowed is left.

    Args:
        entries: the log, oldest first.
        sizes: the bytes of each entry.
    """
    kept, size = 0, 0
    while kept < len(entries) - 1:
        size += sizes[-1 - kept]
        if kept >= ALWAYS_KEPT and (kept >= MOST_ENTRIES // 2 or size > MOST_BYTES // 2):
            break
        kept += 1
    cut = len(entries) - kept
    return [gather(entries[:cut]), *entries[cut:]] if cut > 1 else list(entries)


def gather(entries: Sequence[Entry]) -> Entry:
    """Return one entry in which every field has its first change and, where there were several, its last."""
    last = entries[-1]
    first: dict[tuple[str, str, tuple[str, ...]], FieldChange] = {}
    latest: dict[tuple[str, str, tuple[str, ...]], FieldChange] = {}
    for change in _with_origin(entries):
        key = field_key(change)
        if key in first:
            latest[key] = change
        else:
            first[key] = change
    changes: list[FieldChange] = []
    for key, change in first.items():
        changes.append(change)
        if key in latest:
            changes.append(_without_middle(latest[key]))
    return Entry(id=last["id"], revision=last["revision"], when=last["when"], role=last.get("role", ""),
                 command=COMPACTED, changes=changes)


def _with_origin(entries: Iterable[Entry]) -> Iterable[FieldChange]:
    """Return each change with when, in which role and in which revision it was made."""
    for entry in entries:
        for change in entry.get("changes", []):
            if entry.get("command") == COMPACTED:
                yield change
            else:
                yield FieldChange(**change, when=entry["when"], role=entry.get("role", ""), revision=entry["revision"])


def _without_middle(change: FieldChange) -> FieldChange:
    """Leave out what stood before a field's last value, unless the field went away and that was its last value."""
    if "after" not in change:
        return change
    kept = change.copy()
    kept.pop("before", None)
    return kept
