"""A change in the making, and how a field's change is carried over to another version of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from nvplan.model.errors import ConflictError, PlanFileError
from nvplan.model.safetext import one_line
from nvplan.store.fitting import check_fits
from nvplan.store.format import Tables
from nvplan.store.journal import (
    BESIDE,
    HISTORY,
    SNAPSHOTS,
    Body,
    Entry,
    FieldChange,
    changed_body,
    current,
    field_changes,
)
from nvplan.texts import store as store_texts

#: How much of each text a conflict shows.
_SHOWN = 200


class Documents(Protocol):
    """What a change needs of the plan that it is made in."""

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document without its id, None where there is none."""

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document."""

    def delete(self, table: str, identity: str) -> None:
        """Remove a document."""


class Change:
    """A change in the making. Meets `Transaction`."""

    def __init__(self, plan: Documents, role: str, when: str) -> None:
        self._plan = plan
        self.role = role
        self.when = when
        self.touched: dict[tuple[str, str], None] = {}
        self.marks = Entry()
        self.as_it_was = False
        """Whether the documents are put back as a file of ours had them, so that nothing in them stops the change."""

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""
        return self._plan.get(table, identity)

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""
        return self._plan.list(table)

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document.

        Raises:
            PlanFileError: it is a frozen state, which never changes.
        """
        self._touch(table, identity)
        self._plan.put(table, identity, body)

    def delete(self, table: str, identity: str) -> None:
        """Remove a document; one that is not there is no error.

        Raises:
            PlanFileError: it is a frozen state, which never changes.
        """
        self._touch(table, identity)
        self._plan.delete(table, identity)

    def mark(self, *, undoes: int | None = None, redoes: int | None = None, takes_back: int | None = None,
             subject: str = "", actor: str = "") -> None:
        """Say which revision this change takes back or brings back, and what that one was about."""
        if undoes is not None:
            self.marks["undoes"] = undoes
        if redoes is not None:
            self.marks["redoes"] = redoes
        if takes_back is not None:
            self.marks["takes_back"] = takes_back
        if subject:
            self.marks["subject"] = subject
        if actor:
            self.marks["actor"] = actor

    def _touch(self, table: str, identity: str) -> None:
        if table == HISTORY:
            raise ValueError(table)
        if table == SNAPSHOTS and self._plan.get(table, identity) is not None:
            raise PlanFileError(store_texts.SNAPSHOT_FIXED)
        self.touched[table, identity] = None

    def check(self) -> None:
        """Make sure that every document that the change touched can be read again.

        Raises:
            ConflictError: one could not.
        """
        for table, identity in () if self.as_it_was else self.touched:
            check_fits(table, identity, self._plan.get(table, identity))

    def field_changes(self, before: Tables) -> Sequence[FieldChange]:
        """Return what the change did to each field of the documents that it touched."""
        found: Sequence[FieldChange] = ()
        for table, identity in self.touched:
            after = self._plan.get(table, identity)
            found = (*found, *field_changes(table, identity, _old(before, table, identity), after))
        return found


def _old(before: Tables, table: str, identity: str) -> Body | None:
    old = next((document for document in before.get(table, {}).values() if document["id"] == identity), None)
    return None if old is None else {name: value for name, value in old.items() if name != "id"}


def logged(changes: Sequence[FieldChange]) -> list[FieldChange]:
    """Return the changes whose values the history tells."""
    return [change for change in changes if change["table"] not in BESIDE]


def apply_change(plan: Documents, change: FieldChange, now: str = "before", then: str = "after") -> None:
    """Turn one field from its value `now` to its value `then`; a field that already has that is left.

    Raises:
        ConflictError: the field has another value, which someone else has given it; the sentence has both.
    """
    body = plan.get(change["table"], change["id"])
    stands, wanted = current(body, change["path"]), change.get(then, ...)
    if stands == wanted:
        return
    if stands != change.get(now, ...):
        raise ConflictError(store_texts.OVERTAKEN_CONFLICT.format(theirs=shown(stands), ours=shown(wanted)))
    result = changed_body(change, body, wanted)
    if result is None:
        plan.delete(change["table"], change["id"])
    else:
        plan.put(change["table"], change["id"], result)


def shown(value: Any) -> str:
    """Return a stored value in a few words, for a sentence on a conflict."""
    if value is ... or value is None:
        return store_texts.NO_VALUE
    if isinstance(value, dict):
        value = value.get("value", value.get("title", ", ".join(map(str, value.values()))))
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return one_line(str(value), _SHOWN) or store_texts.NO_VALUE
