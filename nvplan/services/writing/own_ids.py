"""Tells apart posts that were added in two copies of a plan under the same id, and knows one that has come in before.

Until 0.2.0 a new post got the next number, so the first insats that Alvesta added in its copy and the first that
Lessebo added in its own are both `insats-1`. Where a post was added says which of them it is: the log has its first
change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from nvplan.catalog.bindings import bindings
from nvplan.model.binding import ACTOR, Binding
from nvplan.model.collation import fold
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Target
from nvplan.model.objects import ABOUT, ACTOR_TYPE, Receipt, receipt_id
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_references import title_of
from nvplan.services.reading.state import ACTORS
from nvplan.store.frozen import FixedPlan
from nvplan.store.journal import BESIDE, COMPACTED, GATHERED, Body, Entry, FieldChange
from nvplan.store.repository import Repository

#: The command of an entry with which something came in from elsewhere.
IMPORTS = "importera"
_NUMBERED = re.compile(r"(?P<start>[a-z0-9_]+)-\d{1,9}")
#: So many hexadecimal digits of what names a first change: no two posts of a plan share them by chance.
_DIGITS = 12
#: The field of a receipt that says where in the plan it holds; the receipt's id is made of it.
_PLACE = Receipt.about.name, "place"
#: A document by its table and id.
_Key = tuple[str, str]


@dataclass(frozen=True)
class _Origin:
    """The first change of a post: what names it, with which command, and what the post was called then."""

    stamp: str
    command: str
    title: str
    gathered: bool

    def identity(self, table: str, identity: str) -> str:
        """Return an id that no post of another origin has."""
        digest = hashlib.sha256(f"{table}|{identity}|{self.stamp}".encode()).hexdigest()[:_DIGITS]
        numbered = _NUMBERED.fullmatch(identity)
        return f"{numbered['start'] if numbered else identity[:60]}-{digest}"


def told_apart(ours: Repository, theirs: Repository) -> Repository:
    """Return the other plan with an id of their own for posts that are not those that have the id here.

    What points at them follows. A post that has come in before keeps the id that it got then, and one of our own that
    has been away and comes back has ours.
    """
    ids = _new_ids(ours, theirs)
    return _renamed(theirs, ids) if ids else theirs


def _new_ids(ours: Repository, theirs: Repository) -> dict[_Key, str]:
    mine, their = _origins(ours), _origins(theirs)
    away = {(table, origin.identity(table, identity)): identity for (table, identity), origin in mine.items()}
    found: dict[_Key, str] = {}
    for table in theirs.tables():
        if not _grows(table):
            continue
        for body in theirs.list(table):
            key = table, str(body["id"])
            if key in away:
                found[key] = away[key]
            elif key in their and not _is_same(key, their[key], ours, mine.get(key), theirs):
                found[key] = their[key].identity(*key)
    return {key: name for key, name in found.items() if name != key[1]}


def _grows(table: str) -> bool:
    """Tell whether a table has posts that people add, under ids that say nothing of what they are about."""
    kind = ACTOR_TYPE if table == ACTORS else table
    return kind in ABOUT and ABOUT[kind].key is None


def _origins(plan: Repository) -> dict[_Key, _Origin]:
    """Return where posts come from, for those whose first change the log has."""
    found: dict[_Key, _Origin] = {}
    for entry in plan.history():
        for change in entry.get("changes", ()):
            key = change["table"], change["id"]
            after = change.get("after")
            if change["path"] or "before" in change or not isinstance(after, dict) or not _grows(key[0]):
                continue
            found.setdefault(key, _Origin(_stamp(entry, change), entry.get("command", ""), title_of(after),
                                          entry.get("command") == COMPACTED))
    return found


def _stamp(entry: Entry, change: FieldChange) -> str:
    """Return what names a first change, also when the entry has been gathered among others since."""
    told = (change.get("when", entry["when"]), change.get("role", entry.get("role", "")),
            change.get("revision", entry["revision"]), orjson.dumps(change["after"], option=orjson.OPT_SORT_KEYS))
    return "|".join(map(str, told))


def _is_same(key: _Key, origin: _Origin, ours: Repository, own: _Origin | None, theirs: Repository) -> bool:
    """Tell whether the post that the other added is the one that has its id here, or can have it."""
    table, identity = key
    numbered = bool(_NUMBERED.fullmatch(identity))
    binding = _binding_of(table, identity)
    if binding is not None:  # a table's own rows are numbered, and so may be two that were added in two copies
        return not binding.columns or own is None or fold(own.title) in _titles(theirs, key)
    if own is None:
        here = ours.get(table, identity)
        return not numbered if here is None else fold(title_of(here)) in _titles(theirs, key)
    if own.stamp == origin.stamp:
        return True
    if own.command == IMPORTS or own.gathered or origin.gathered or not numbered:
        return bool(_titles(ours, key) & _titles(theirs, key))  # either may have been called something else since
    return False


def _binding_of(table: str, identity: str) -> Binding | None:
    """Return what says that a question wrote the post: its id is then the same in every copy."""
    return next((binding for binding in bindings().values()
                 if binding.id and binding.type == table and identity.startswith(binding.id.partition(ACTOR)[0])), None)


def _titles(plan: Repository, key: _Key) -> set[str]:
    """Return everything that a post has been called."""
    changes = [change for entry in plan.history() for change in entry.get("changes", ())
               if (change["table"], change["id"]) == key]
    bodies = [{change["path"][-1]: change.get("after")} if change["path"] else change.get("after")
              for change in changes]
    return {fold(title_of(body)) for body in (*bodies, plan.get(*key)) if isinstance(body, dict)} - {""}


# -- the other plan under its new ids ------------------------------------------------------------------------------
def _renamed(plan: Repository, ids: Mapping[_Key, str]) -> Repository:
    new = _Names({**ids, **_receipts(plan, _Names(ids))})
    documents: dict[str, dict[str, Body]] = {}
    for table in plan.tables():
        bodies = plan.list(table)
        if table not in BESIDE:
            bodies = [{**new.body(table, body), "id": new.identity(table, str(body["id"]))} for body in bodies]
        documents[table] = {str(body["id"]): body for body in bodies}
    return FixedPlan(plan.address, plan.name, plan.revision, documents, [new.entry(one) for one in plan.history()])


def _receipts(plan: Repository, new: _Names) -> dict[_Key, str]:
    """Return the new ids of receipts on posts that have a new id."""
    table, place = _PLACE
    found = {}
    for body in plan.list(table):
        moved = new.body(table, body)
        if moved.get(place) != body.get(place):
            found[table, str(body["id"])] = receipt_id(str(body.get("rule")), str(moved[place]))
    return found


class _Names:
    """Writes the new ids wherever the old ones stand."""

    def __init__(self, ids: Mapping[_Key, str]) -> None:
        self._ids = ids
        self._of_kind: dict[tuple[Target | str, str], str] = {
            (ACTOR_TYPE if table == ACTORS else table, old): new for (table, old), new in ids.items()}
        self._numbered = {old: new for (_, old), new in ids.items() if _NUMBERED.fullmatch(old)}

    def entry(self, entry: Entry) -> Entry:
        """Return an entry of the log."""
        changed = entry.copy()
        changed["changes"] = [self._change(one) for one in entry.get("changes", ())]
        return changed

    def _change(self, change: FieldChange) -> FieldChange:
        new, table, path = change.copy(), change["table"], change["path"]
        new["id"] = self.identity(table, change["id"])
        if "before" in change:
            new["before"] = self._value(table, path, change["before"])
        if "after" in change:
            new["after"] = self._value(table, path, change["after"])
        return new

    def _value(self, table: str, path: Sequence[str], value: Any) -> Any:
        if path:
            return self._field(table, path[-1], value)
        return self.body(table, value) if isinstance(value, dict) else value

    def identity(self, table: str, identity: str) -> str:
        """Return a document's id: its own, or one that says whose answers or assessment it is."""
        return self._ids.get((table, identity)) or self._joined(identity)

    def body(self, table: str, body: Body) -> Body:
        """Return a document with its references."""
        return {name: value if name == "id" else self._field(table, name, value) for name, value in body.items()}

    def _field(self, table: str, name: str, value: Any) -> Any:
        kind = ACTOR_TYPE if table == ACTORS else table
        spec = fields_by_name(kind).get(name) if kind in ABOUT else None
        if spec is not None and spec.target:
            wanted = [self._of_kind.get((spec.target, one), one) for one in _several(value)]
            return wanted if isinstance(value, list) else next(iter(wanted), value)
        if spec is not None and kind_of(spec).is_text and (kind, name) != _PLACE:
            return value
        if table in GATHERED and name in ("answers", "value", "text"):
            return value
        return self._parts(value)

    def _parts(self, value: Any) -> Any:
        """Return a value of several parts, with the references that stand in it."""
        if isinstance(value, dict):
            return {name: self._parts(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._parts(one) for one in value]
        return self._joined(value) if isinstance(value, str) else value

    def _joined(self, text: str) -> str:
        """Return an id, or a place that ends in one (`kon-01@privat-1`, `insats:insats-1`)."""
        if text in self._numbered:
            return self._numbered[text]
        for sign in "@:":
            before, found, last = text.rpartition(sign)
            if found and last in self._numbered:
                return f"{before}{sign}{self._numbered[last]}"
        return text


def _several(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list) else (value,)
