"""Keeps what is frozen as it is: no undo, redo or merge reaches an occasion that has been frozen, or its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import InputError
from nvplan.store.journal import Body, FieldChange
from nvplan.texts import objects as objects_texts

if TYPE_CHECKING:
    from typing import Protocol

    class Readable(Protocol):
        """A plan, or a change of one."""

        def get(self, table: str, identity: str) -> Body | None:
            """Return a document, None where there is none."""

OCCASIONS = "rapporttillfalle"
#: The tables whose documents belong to an occasion and bear its id.
_TABLES = (OCCASIONS, "redovisningssvar")
#: What freezing writes: it never comes from another copy, for the frozen state itself stays in the file that made it.
_BY_FREEZING = ("frozen", "snapshot")
#: The one field that is no part of the report itself.
_AFTERWARDS = ["sent"]


def is_closed(plan: Readable, change: FieldChange) -> bool:
    """Whether a change is about an occasion that is frozen here; the day it was handed in is noted afterwards."""
    if change["table"] == OCCASIONS and change["path"] == _AFTERWARDS:
        return False
    return change["table"] in _TABLES and bool((plan.get(OCCASIONS, change["id"]) or {}).get("frozen"))


def is_closed_document(plan: Readable, table: str, identity: str) -> bool:
    """Whether a document is a frozen occasion or its texts."""
    return table in _TABLES and bool((plan.get(OCCASIONS, identity) or {}).get("frozen"))


def refuse_closed(plan: Readable, change: FieldChange) -> None:
    """Make sure that a change is not about a frozen occasion.

    Raises:
        InputError: it is.
    """
    if is_closed(plan, change):
        raise InputError(objects_texts.REPORT_FROZEN)


def stays_here(plan: Readable, change: FieldChange) -> bool:
    """Whether a merge must leave a change to a person: what is frozen here, and what was frozen in the other copy."""
    if change["table"] == OCCASIONS:
        after = change.get("after")
        theirs = after if isinstance(after, dict) else {}
        if (change["path"][-1:] and change["path"][-1] in _BY_FREEZING) or theirs.get("frozen"):
            return True
    return is_closed(plan, change)
