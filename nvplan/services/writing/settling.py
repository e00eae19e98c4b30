"""Settles clashes: where both have written, a person says whose words stand, or that both do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds import kind_of
from nvplan.model.objects import ABOUT
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.store.journal import GATHERED, FieldChange, field_key

#: Whose words stand: theirs, ours, both after one another, or nobody has said yet.
Settled = Literal["theirs", "ours", "both", "later"]
Key = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Settling:
    """What a person has said about clashes: about each place, and about all the others."""

    by_place: Mapping[Key, Settled] = field(default_factory=dict)
    otherwise: Settled = "later"
    only: frozenset[str] = frozenset()
    """What `otherwise` is about, by question, question and actor (`1.0.agare@0761`) or object; empty is all."""

    def of(self, change: FieldChange) -> Settled:
        """Return what is said about a field."""
        said = self.by_place.get(field_key(change))
        if said is not None:
            return said
        return self.otherwise if not self.only or self.names(change) else "later"

    def names(self, change: FieldChange) -> bool:
        """Tell whether something is said about just this field, and not about it among all the others."""
        name = change["path"][-1] if change["path"] else ""
        named = {change["id"], name, f"{name}@{change['id'].rpartition('@')[2]}"}
        return field_key(change) in self.by_place or bool(named & self.only)


NOTHING_SETTLED = Settling()


def settled_value(change: FieldChange, how: Settled) -> Any:
    """Return what is to stand in the field, None for nothing; `...` where nothing is to be written.

    Both are words after one another, or everything that either has chosen; a number or a day cannot be both, and is
    left for the person to choose.
    """
    ours, theirs = change.get("before"), change.get("after")
    if how == "theirs":
        return theirs
    if how != "both":
        return ...
    if change["table"] in GATHERED:
        told = [one.get("value") if isinstance(one, dict) else None for one in (ours, theirs)]
        both = _both(*told, is_text=_is_text(change))
        return ... if both is ... else {"value": both}
    return _both(ours, theirs, is_text=_is_text(change))


def _is_text(change: FieldChange) -> bool:
    name, table = change["path"][-1] if change["path"] else "", change["table"]
    if table in GATHERED:
        question = all_questions().get(name)
        return question is not None and kind_of(question).is_text
    spec = fields_by_name(table).get(name) if table in ABOUT else None
    return spec is not None and kind_of(spec).is_text


def _both(ours: Any, theirs: Any, *, is_text: bool) -> Any:
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*ours, *(one for one in theirs if one not in ours)]
    if not is_text or not isinstance(ours, str) or not isinstance(theirs, str):
        return ...
    return ours if theirs in ours else theirs if ours in theirs else f"{ours}\n{theirs}"
