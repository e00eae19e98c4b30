"""What differs between two plans, or two states of one plan, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.model.objects import ACTOR_TYPE
from nvplan.model.plan import WHOLE_COUNTY, SetAside
from nvplan.services.reading.change_log import show_change_value
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.state import ACTORS, PLAN
from nvplan.store.journal import BESIDE, GATHERED, HISTORY, STAMPS, FieldChange, field_changes
from nvplan.store.repository import Repository
from nvplan.texts import objects as objects_texts
from nvplan.texts import set_aside as set_aside_texts
from nvplan.texts import store as store_texts

#: Fields that tell when the file was made and say nothing of the plan.
_FRAME = {("plan", "created")}


@dataclass(frozen=True)
class Difference:
    """One field that differs: what it is called, and what stands there in each plan; empty where nothing does."""

    change: FieldChange
    place: str
    left: str
    right: str

    def as_json(self) -> dict[str, Any]:
        """Return the difference as `--json` prints it."""
        return {"table": self.change["table"], "id": self.change["id"], "path": list(self.change["path"]),
                "text": self.place, "left": self.change.get("before"), "right": self.change.get("after")}


def differences(left: Repository, right: Repository) -> list[Difference]:
    """Return the fields that say different things, with the left plan's value first."""
    return [Difference(change, place(change), show_change_value(change, "before"), show_change_value(change, "after"))
            for change in differing_fields(left, right)]


def differing_fields(left: Repository, right: Repository) -> list[FieldChange]:
    """Return the fields that say different things; when and in which role they were written does not count."""
    found = []
    tables = [*left.tables(), *(name for name in right.tables() if name not in left.tables())]
    for table in tables:
        if table in BESIDE:
            continue
        ids = dict.fromkeys(document["id"] for plan in (left, right) for document in plan.list(table))
        for identity in ids:
            found += [change for change in field_changes(table, identity, left.get(table, identity),
                                                         right.get(table, identity)) if _says_something(change)]
    return found


def _says_something(change: FieldChange) -> bool:
    if (change["table"], "".join(change["path"])) in _FRAME:
        return False
    return bool(said(change["table"], change.get("before")) != said(change["table"], change.get("after")))


def said(table: str, value: Any) -> Any:
    """Return a stored value without what tells when and in which role it was written."""
    if table in GATHERED and isinstance(value, dict):
        return {name: one for name, one in value.items() if name not in STAMPS} or None
    return value


def place(change: FieldChange) -> str:
    """Return what a field is called: the question and its actor, or the object and its field."""
    table, path = change["table"], change["path"]
    if table in GATHERED and path:
        question = all_questions().get(path[-1])
        told = store_texts.PLACE_QUESTION.format(id=path[-1], label=question.label if question else "").strip()
        actor = change["id"].partition("@")[2]
        return told if actor in ("", WHOLE_COUNTY) else store_texts.PLACE_ACTOR.format(place=told, actor=actor)
    kind = ACTOR_TYPE if table == ACTORS else table
    told = objects_texts.KINDS[kind][0] if kind in objects_texts.KINDS else table
    name = store_texts.PLACE_PLAN if table == PLAN else store_texts.PLACE_OBJECT.format(table=told, id=change["id"])
    return store_texts.PLACE_FIELD.format(place=name, field=_field_label(kind, path[-1])) if path else name


def set_aside_place(one: SetAside) -> str:
    """Return what the place of something that is set aside is called."""
    if one.table == HISTORY:
        return set_aside_texts.PLACE_HISTORY
    return place(FieldChange(table=one.table, id=one.identity, path=list(one.path)))


def _field_label(kind: str, name: str) -> str:
    known = fields_by_name(kind) if kind in objects_texts.KINDS else {}
    return known[name].label if name in known else name


def summary(found: Iterable[Difference]) -> str:
    """Return how many answers and other fields differ, in a few words."""
    answers = others = 0
    for one in found:
        if one.change["table"] in GATHERED:
            answers += 1
        else:
            others += 1
    return store_texts.differences_summary(answers, others)
