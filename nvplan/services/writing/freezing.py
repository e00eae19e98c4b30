"""Freezes the plan as it stands, inside the change that it is frozen for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.safetext import clean
from nvplan.services.reading.snapshots import Snapshot, snapshots
from nvplan.store.frozen import pack
from nvplan.store.journal import SNAPSHOTS
from nvplan.store.repository import Repository, Transaction
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.writing.commands_plans import FreezePlan
    from nvplan.services.writing.session import PlanSession

#: More than this in one file would make every save slow.
MOST = 50
_LONGEST_NAME = 100


def freeze_plan(session: PlanSession, command: FreezePlan) -> Snapshot:
    """Freeze the plan as it stands on disk.

    Raises:
        InputError: the name is empty, too long or taken, or there are too many.
        PlanFileError: the file could not be read or written.
    """
    told = " ".join(clean(command.name).split())
    with session.transaction("frys", told) as change:
        identity = freeze_within(change, session.repository, told)
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
