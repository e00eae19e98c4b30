"""The change log: what a change did to each field, how it is done to another version, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

#: A document's fields as they stand in the file.
Body = dict[str, Any]
HISTORY = "history"
#: Frozen states of the plan.
SNAPSHOTS = "snapshots"
#: What a part of the plan that was written out for one actor says about itself.
ARCHIVE = "archive"
#: The actors' contact persons for the two money forms: stored, but never in history, archives or comparisons.
CONTACTS = "contacts"
#: What stood in the file in no form that can be read: kept where it is found again, and read by nobody.
SET_ASIDE = "set_aside"
#: Where a meeting's clock stands, so that it is found again after a power cut.
CLOCKS = "motesklockor"
#: What is typed in a meeting's boxes and not decided yet, so that it is found again after a power cut.
DRAFTS = "motesutkast"
#: Rounds of scoring that are open, sealed: what is in them is read by nobody before they are closed.
BALLOTS = "rostomgangar"
#: What came in and was turned down for what stands in the plan: the same is not asked about again.
TURNED_DOWN = "avgjorda_krockar"
#: Tables whose changes leave no entry at all: not even when something was written, for that would be who voted when.
SILENT = frozenset({CLOCKS, BALLOTS, DRAFTS})
#: Tables that the history says nothing about.
UNLOGGED = frozenset({HISTORY, CONTACTS, ARCHIVE, TURNED_DOWN}) | SILENT
#: Tables that are no part of what the plan says.
BESIDE = UNLOGGED | {SNAPSHOTS, SET_ASIDE}
#: The command of the entry in which old entries are gathered.
COMPACTED = "sammandrag"
#: The command that freezes: what is frozen stays so, and undo goes past it.
FREEZES = "frys"


class FieldChange(TypedDict, total=False):
    """One field's change. `before` is left out where the field was new, `after` where it went away.

    `when`, `role` and `revision` stand only where old entries have been gathered into one.
    """

    table: str
    id: str
    path: list[str]
    before: Any
    after: Any
    when: str
    role: str
    revision: int


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
    takes_back: int
    """The revision that was taken back alone; undo and redo count the entry as any other change."""


#: In these tables a document gathers many fields of its own under one name, and its id tells the fields that frame it.
GATHERED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "answers": ("answers", ("chapter", "actor")), "redovisningssvar": ("answers", ("occasion",)),
}
#: Fields of an answer that tell about the change and are no part of what is said.
STAMPS = ("changed", "role")


def frame(table: str, identity: str) -> Body:
    """Return the document that a gathering table begins from: its frame, with nothing gathered."""
    inner, names = GATHERED[table]
    return {**dict(zip(names, identity.split("@", len(names) - 1), strict=False)), inner: {}}


def is_empty(table: str, body: Body) -> bool:
    """Tell whether a document of a gathering table has nothing gathered left."""
    return table in GATHERED and not body.get(GATHERED[table][0])


def field_changes(table: str, identity: str, before: Body | None, after: Body | None) -> list[FieldChange]:
    """Return what differs between two versions of a document, field by field; None is no document."""
    gathered = GATHERED.get(table)
    if gathered is None and (before is None or after is None):
        if before == after:
            return []
        change = FieldChange(table=table, id=identity, path=[])
        return [_with_values(change, {"": before} if before is not None else {},
                             {"": after} if after is not None else {}, "")]
    old, new = before or {}, after or {}
    prefix: list[str] = []
    if gathered:
        old, new, prefix = old.get(gathered[0], {}), new.get(gathered[0], {}), [gathered[0]]
    return [_with_values(FieldChange(table=table, id=identity, path=[*prefix, name]), old, new, name)
            for name in sorted(old.keys() | new.keys()) if old.get(name, ...) != new.get(name, ...)]


def _with_values(change: FieldChange, old: Mapping[str, Any], new: Mapping[str, Any], name: str) -> FieldChange:
    if name in old:
        change["before"] = old[name]
    if name in new:
        change["after"] = new[name]
    return change


def field_key(change: FieldChange) -> tuple[str, str, tuple[str, ...]]:
    """Return what names the field that a change is about."""
    return change["table"], change["id"], tuple(change["path"])


def joined(first: Iterable[FieldChange], then: Iterable[FieldChange]) -> list[FieldChange]:
    """Return two changes in a row as one: the first one's `before` with the last one's `after`, field by field."""
    fields: dict[tuple[str, str, tuple[str, ...]], FieldChange] = {}
    for change in (*first, *then):
        key = field_key(change)
        if not change["path"]:
            change = _whole(fields, change)
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


def _whole(fields: dict[tuple[str, str, tuple[str, ...]], FieldChange], change: FieldChange) -> FieldChange:
    """Return the change of a whole document as it was before the changes of its fields, which go out of the list."""
    parts = [one for one in fields.values()
             if one["path"] and (one["table"], one["id"]) == (change["table"], change["id"])]
    whole = change.copy()
    for part in reversed(parts):
        del fields[field_key(part)]
        if "before" in whole:
            whole["before"] = with_value(whole["before"], part["path"], part.get("before", ...))
    return whole


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


def changed_body(change: FieldChange, body: Body | None, value: Any) -> Body | None:
    """Return the document with the change's field set to the value (`...` for none); None is no document."""
    if not change["path"]:
        return None if value is ... else dict(value)
    table = change["table"]
    if body is None:
        body = frame(table, change["id"]) if table in GATHERED else {}
    result = with_value(body, change["path"], value)
    return None if is_empty(table, result) else result


def is_silent(changes: Sequence[FieldChange]) -> bool:
    """Tell whether a change is only of what the history is not to know of."""
    return all(change["table"] in SILENT for change in changes)


def is_undoable(entry: Entry) -> bool:
    """Tell whether there is anything in the entry that a person could take back."""
    return entry.get("command") not in (COMPACTED, FREEZES) and any(
        change.get("before", ...) != change.get("after", ...) for change in entry.get("changes", []))


def undoable(entries: Iterable[Entry], role: str) -> tuple[list[Entry], list[Entry]]:
    """Return what the role can undo and redo, latest last.

    A new change clears what could be redone; undoing and redoing move an entry from one list to the other. Where
    the entry has been gathered into the log's beginning since, what lay under it cannot be reached any more.
    """
    undo: list[Entry] = []
    redo: list[Entry] = []
    for entry in entries:
        if entry.get("role") != role:
            continue
        if "undoes" in entry:
            _move(undo, redo, entry["undoes"])
        elif "redoes" in entry:
            _move(redo, undo, entry["redoes"])
        elif is_undoable(entry):
            undo.append(entry)
            redo.clear()
    return undo, redo


def taken_back(entries: Iterable[Entry]) -> set[int]:
    """Return the revisions that have been undone or taken back and not brought back since."""
    gone: set[int] = set()
    turns: dict[int, int] = {}
    for entry in entries:
        if "takes_back" in entry:
            turns[entry["revision"]] = entry["takes_back"]
        target = entry.get("undoes", entry.get("redoes", entry.get("takes_back")))
        goes = "redoes" not in entry
        while target is not None:
            if goes:
                gone.add(target)
            else:
                gone.discard(target)
            target, goes = turns.get(target), not goes
    return gone


def touches(change: FieldChange, other: FieldChange) -> bool:
    """Tell whether two changes are of the same field, or one of a whole document that the other's field is in."""
    if (change["table"], change["id"]) != (other["table"], other["id"]):
        return False
    return all(one == two for one, two in zip(change["path"], other["path"], strict=False))


def _move(source: list[Entry], target: list[Entry], revision: int) -> None:
    if source and source[-1]["revision"] == revision:
        target.append(source.pop())
    else:
        source.clear()
        target.clear()
