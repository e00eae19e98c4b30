"""Frozen states of the plan, for a decision or a rapporttillfälle: named, read and compared, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.services.reading.comparing import Difference, differences
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import PLAN
from nvplan.store.frozen import FrozenPlan
from nvplan.store.journal import SNAPSHOTS
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

#: How the ids of the frozen states of decisions begin.
_DECIDED = "beslutad-"


@dataclass(frozen=True)
class Snapshot:
    """A frozen state: its id and name, when and in which role it was frozen, and the revision it shows."""

    id: str
    name: str
    created: str
    role: str
    revision: int


def snapshots(plan: OpenPlan) -> list[Snapshot]:
    """Return the frozen states, oldest first."""
    return [Snapshot(body["id"], str(body["name"]), str(body["created"]), str(body["role"]), int(body["revision"]))
            for body in plan.repository.list(SNAPSHOTS)]


def open_snapshot(plan: OpenPlan, wanted: str) -> OpenPlan:
    """Return a frozen state as a plan that can be read, exported and compared like any other, and not changed.

    It is known by its id or name, or by the id or title of the rapporttillfälle that it was frozen for.

    Raises:
        UnknownNameError: none is called that.
        PlanFileError: the frozen state is damaged.
    """
    folded = fold(wanted.strip())
    folded = next((str(body["snapshot"]) for body in plan.repository.list("rapporttillfalle")
                   if body.get("snapshot") and folded in (body["id"], fold(str(body["title"])))), folded)
    for body in plan.repository.list(SNAPSHOTS):
        if folded in (body["id"], fold(str(body["name"]))):
            return OpenPlan(FrozenPlan(plan.repository, body), plan.role, plan.clock)
    names = [str(body["name"]) for body in plan.repository.list(SNAPSHOTS)]
    raise UnknownNameError(
        common_texts.unknown_name(store_texts.WHAT_SNAPSHOT, wanted, nearest(wanted, names) or names, "")
    )


def since(plan: OpenPlan, wanted: str) -> list[Difference]:
    """Return what differs between a frozen state (left) and the plan today (right).

    Raises:
        UnknownNameError: no frozen state is called that.
    """
    return differences(open_snapshot(plan, wanted).repository, plan.repository)


def last_decision(plan: OpenPlan) -> Snapshot | None:
    """Return the plan as it was last decided, None where it never was."""
    return next((one for one in reversed(snapshots(plan)) if one.id.startswith(_DECIDED)), None)


def since_decision(plan: OpenPlan) -> list[Difference]:
    """Return what has changed since the plan was last decided, the decided text to the left; the standing apart."""
    decided = last_decision(plan)
    if decided is None:
        return []
    return [one for one in since(plan, decided.id) if one.change["table"] != PLAN]
