"""The change log: what a change did to each field, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

#: A document's fields as they stand in the file.
Body = dict[str, Any]


class FieldChange(TypedDict, total=False):
    """One field's change. `before` is left out where the field was new, `after` where it went away."""

    table: str
    id: str
    path: list[str]
    before: Any
    after: Any


class Entry(TypedDict, total=False):
    """One change: its revision, when, in which role, which command on what, and field by field."""

    id: str
    revision: int
    when: str
    role: str
    command: str
    subject: str
    actor: str
    edit: str
    """Names one person's unbroken stay in one field, whose changes are one entry."""
    changes: list[FieldChange]
    undoes: int
    redoes: int


#: In these tables a document gathers many answers, and each answer is a field of its own.
_GATHERED = {"answers": "answers"}


def field_changes(table: str, identity: str, before: Body | None, after: Body | None) -> list[FieldChange]:
    """Return what differs between two versions of a document, field by field; None is no document."""
    inner = _GATHERED.get(table)
    if inner is None and (before is None or after is None):
        change = FieldChange(table=table, id=identity, path=[])
        return [_with_values(change, {"": before} if before is not None else {},
                             {"": after} if after is not None else {}, "")]
    old, new = before or {}, after or {}
    prefix: list[str] = []
    if inner:
        old, new, prefix = old.get(inner, {}), new.get(inner, {}), [inner]
    return [_with_values(FieldChange(table=table, id=identity, path=[*prefix, name]), old, new, name)
            for name in sorted(old.keys() | new.keys()) if old.get(name, ...) != new.get(name, ...)]


def _with_values(change: FieldChange, old: Mapping[str, Any], new: Mapping[str, Any], name: str) -> FieldChange:
    if name in old:
        change["before"] = old[name]
    if name in new:
        change["after"] = new[name]
    return change


def joined(first: Iterable[FieldChange], then: Iterable[FieldChange]) -> list[FieldChange]:
    """Return two changes in a row as one: the first one's `before` with the last one's `after`, field by field."""
    fields: dict[tuple[str, str, tuple[str, ...]], FieldChange] = {}
    for change in (*first, *then):
        key = (change["table"], change["id"], tuple(change["path"]))
        known = fields.get(key)
        if known is None:
            fields[key] = change
            continue
        both = FieldChange(table=change["table"], id=change["id"], path=change["path"])
        if "before" in known:
            both["before"] = known["before"]
        if "after" in change:
            both["after"] = change["after"]
        fields[key] = both
    return list(fields.values())


def current(body: Body | None, path: Sequence[str]) -> Any:
    """Return the value at the path, `...` where there is none."""
    value: Any = ... if body is None else body
    for part in path:
        value = value.get(part, ...) if isinstance(value, dict) else ...
    return value


def with_value(body: Body, path: Sequence[str], value: Any) -> Body:
    """Return a copy of the document with the value at the path; `...` removes it."""
    name, rest = path[0], path[1:]
    copy = dict(body)
    if rest:
        copy[name] = with_value(copy.get(name, {}), rest, value)
    elif value is ...:
        copy.pop(name, None)
    else:
        copy[name] = value
    return copy


def undoable(entries: Iterable[Entry], role: str) -> tuple[list[Entry], list[Entry]]:
    """Return what the role can undo and redo, latest last.

    A new change clears what could be redone; undoing and redoing move an entry from one list to the other.
    """
    undo: list[Entry] = []
    redo: list[Entry] = []
    for entry in entries:
        if entry.get("role") != role:
            continue
        if "undoes" in entry:
            redo += [undo.pop()] if undo else []
        elif "redoes" in entry:
            undo += [redo.pop()] if redo else []
        else:
            undo.append(entry)
            redo.clear()
    return undo, redo
