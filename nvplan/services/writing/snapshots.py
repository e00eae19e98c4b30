"""Frozen states of the plan, for a decision or a rapporttillfälle: named, read and compared, never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nvplan.model.collation import fold, nearest
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.safetext import clean
from nvplan.services.reading.comparing import Difference, differences
from nvplan.services.writing.session import PlanSession
from nvplan.store.frozen import FrozenPlan, pack
from nvplan.store.journal import SNAPSHOTS
from nvplan.store.repository import Repository, Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

#: More than this in one file would make every save slow.
MOST = 50
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Snapshot:
    """A frozen state: its id and name, when and in which role it was frozen, and the revision it shows."""

    id: str
    name: str
    created: str
    role: str
    revision: int


def snapshots(session: PlanSession) -> list[Snapshot]:
    """Return the frozen states, oldest first."""
    return [Snapshot(body["id"], str(body["name"]), str(body["created"]), str(body["role"]), int(body["revision"]))
            for body in session.repository.list(SNAPSHOTS)]


def freeze(session: PlanSession, name: str) -> Snapshot:
    """Freeze the plan as it stands on disk.

    Raises:
        InputError: the name is empty, too long or taken, or there are too many.
        PlanFileError: the file could not be read or written.
    """
    told = " ".join(clean(name).split())
    with session.repository.transaction(session.role, "frys", told) as change:
        identity = freeze_within(change, session.repository, told)
    session.reload()
    return next(one for one in snapshots(session) if one.id == identity)


def freeze_within(change: Transaction, plan: Repository, name: str) -> str:
    """Freeze the plan inside a change, with what the change has done so far; return the id of the frozen state.

    Raises:
        InputError: the name is empty, too long or taken, or there are too many.
    """
    identity = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    if not identity or len(name) > _LONGEST_NAME:
        raise InputError(store_texts.SNAPSHOT_NAME.format(most=_LONGEST_NAME))
    known = plan.list(SNAPSHOTS)
    if any(body["id"] == identity for body in known):
        raise InputError(store_texts.SNAPSHOT_TAKEN.format(name=name))
    if len(known) >= MOST:
        raise InputError(store_texts.SNAPSHOT_MANY.format(most=MOST))
    change.put(SNAPSHOTS, identity, {"name": name, "created": change.when, "role": change.role, **pack(plan)})
    return identity


def open_snapshot(session: PlanSession, wanted: str) -> PlanSession:
    """Return a frozen state as a plan that can be read, exported and compared like any other, and not changed.

    It is known by its id or name, or by the id or title of the rapporttillfälle that it was frozen for.

    Raises:
        UnknownNameError: none is called that.
        PlanFileError: the frozen state is damaged.
    """
    folded = fold(wanted.strip())
    folded = next((str(body["snapshot"]) for body in session.repository.list("rapporttillfalle")
                   if body.get("snapshot") and folded in (body["id"], fold(str(body["title"])))), folded)
    for body in session.repository.list(SNAPSHOTS):
        if folded in (body["id"], fold(str(body["name"]))):
            return PlanSession(FrozenPlan(session.path, body), session.role)
    names = [str(body["name"]) for body in session.repository.list(SNAPSHOTS)]
    raise UnknownNameError(
        common_texts.unknown_name(store_texts.WHAT_SNAPSHOT, wanted, nearest(wanted, names) or names, "")
    )


def since(session: PlanSession, wanted: str) -> list[Difference]:
    """Return what differs between a frozen state (left) and the plan today (right).

    Raises:
        UnknownNameError: no frozen state is called that.
    """
    return differences(open_snapshot(session, wanted).repository, session.repository)
