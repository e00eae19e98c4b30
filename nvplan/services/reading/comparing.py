"""What differs between two plans, or two states of one plan, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.bindings import bindings
from nvplan.model.plan import PlanState, SetAside
from nvplan.services.reading.change_words import documents_of, place, show_change_value
from nvplan.services.reading.state import ANSWERS, StateReader
from nvplan.store.journal import BESIDE, GATHERED, HISTORY, STAMPS, FieldChange, field_changes
from nvplan.store.repository import Repository
from nvplan.texts import set_aside as set_aside_texts
from nvplan.texts import store as store_texts

#: Fields that tell when the file was made and say nothing of the plan.
_FRAME = {("plan", "created"), ("plan", "catalog")}


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
    documents = documents_of(left, right)
    return [Difference(change, place(change, documents), show_change_value(change, "before", documents),
                       show_change_value(change, "after", documents)) for change in differing_fields(left, right)]


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
    return list(_as_answered(found, left, right))


def _as_answered(found: Sequence[FieldChange], left: Repository, right: Repository) -> Iterator[FieldChange]:
    """Yield the changes, with answers that a register holds on one side as both sides answer them: often alike."""
    states: list[PlanState] = []
    for change in found:
        if not is_held(change):
            yield change
            continue
        states = states or [StateReader(plan).read() for plan in (left, right)]
        actor, question = change["id"].rpartition("@")[2], change["path"][1]
        values = [state.answer(question, actor).value for state in states]
        if values[0] != values[1]:
            told = change.copy()
            told.update({"before": {"value": values[0]}} if values[0] is not None else {})
            yield told


def is_held(change: FieldChange) -> bool:
    """Whether a change gives an answer to a question whose answer a register holds."""
    after, path = change.get("after"), change["path"]
    return (change["table"] == ANSWERS and len(path) > 1 and path[1] in bindings()
            and isinstance(after, dict) and after.get("value") is not None)


def _says_something(change: FieldChange) -> bool:
    if (change["table"], "".join(change["path"])) in _FRAME:
        return False
    return bool(said(change["table"], change.get("before")) != said(change["table"], change.get("after")))


def said(table: str, value: Any) -> Any:
    """Return a stored value without what tells when and in which role it was written."""
    if table in GATHERED and isinstance(value, dict):
        return {name: one for name, one in value.items() if name not in STAMPS} or None
    return value


def set_aside_place(one: SetAside) -> str:
    """Return what the place of something that is set aside is called."""
    if one.table == HISTORY:
        return set_aside_texts.PLACE_HISTORY
    return place(FieldChange(table=one.table, id=one.identity, path=list(one.path)))


def summary(found: Iterable[Difference]) -> str:
    """Return how many answers and other fields differ, in a few words."""
    answers = others = 0
    for one in found:
        if one.change["table"] in GATHERED:
            answers += 1
        else:
            others += 1
    return store_texts.differences_summary(answers, others)
