"""Remembers the clashes that a person has settled with what stands in the plan, so that the same is not asked again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nvplan.services.reading.comparing import said
from nvplan.services.writing.settling import Key, Settling
from nvplan.store.journal import TURNED_DOWN, FieldChange, field_key
from nvplan.store.repository import Readable, Transaction

#: The one document that they stand in.
_ALL = "alla"


class TurnedDown:
    """What came in and was turned down in a plan, field by field."""

    def __init__(self, plan: Readable) -> None:
        self._said: dict[Key, list[Any]] = {}
        for row in (plan.get(TURNED_DOWN, _ALL) or {}).get("rows", ()):
            key = str(row["table"]), str(row["id"]), tuple(map(str, row["path"]))
            self._said.setdefault(key, []).append(row.get("theirs"))

    def has(self, change: FieldChange) -> bool:
        """Tell whether the same value has been turned down in the same field; only then is nothing new said."""
        return said(change["table"], change.get("after")) in self._said.get(field_key(change), ())


def is_kept(change: FieldChange, settling: Settling, earlier: TurnedDown) -> bool:
    """Tell whether what stands in the plan stays: the person says so now, or has said so of the same value before.

    What is said of all clashes at once is not said of one that was settled before and is none any more.
    """
    how = settling.of(change)
    return how == "ours" or (earlier.has(change) and (how == "later" or not settling.names(change)))


def turn_down(change: Transaction, fields: Iterable[FieldChange]) -> None:
    """Remember inside a change that what came in for the fields does not stand; what is known is not written again."""
    rows = list((change.get(TURNED_DOWN, _ALL) or {}).get("rows", ()))
    new = [row for field in fields if (row := _row(field)) not in rows]
    if new:
        change.put(TURNED_DOWN, _ALL, {"rows": [*rows, *new]})


def _row(field: FieldChange) -> dict[str, Any]:
    return {"table": field["table"], "id": field["id"], "path": list(field["path"]),
            "theirs": said(field["table"], field.get("after"))}
