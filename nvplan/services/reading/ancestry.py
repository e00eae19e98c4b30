"""How two copies of a plan are related: where they parted, what each changed since, and what a part of one holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import removed_questions
from nvplan.model.objects import ABOUT, Collection
from nvplan.services.reading.ancestry_registers import Key, same_facts, told_everywhere
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.store.journal import ARCHIVE, COMPACTED, Body, Entry, FieldChange, field_key
from nvplan.store.repository import Repository

#: So many hexadecimal digits name a change: two of a plan's some thousand changes never share them by chance.
_DIGITS = 12
#: What one person's unbroken stay in a field is known by while it goes on; its time, text and revision still change.
_STAY = ("id", "edit", "role", "command", "subject", "actor")


#: In these tables everything goes along in a part, whoever it is for.
_SHARED = {PLAN, Collection.about.name}
#: The command of the entry that a part which was written out for one actor begins with.
WRITTEN_OUT = "arkiv"


@dataclass(frozen=True)
class Ancestry:
    """What is known of two copies: `mine` and `their` hold the first change of every field since they parted.

    None says that it is not known: they have no history in common, or it does not reach back so far.
    """

    mine: Mapping[Key, FieldChange] | None = None
    their: Mapping[Key, FieldChange] | None = None


def ancestry(ours: Repository, theirs: Repository, fork: int | None) -> Ancestry:
    """Return how two copies are related that parted at a revision."""
    mine, their = changed_since(ours.history(), fork), changed_since(theirs.history(), fork)
    if mine is None or their is None or not (_is_older(mine) or _is_older(their)):
        return Ancestry(mine, their)
    facts = same_facts((ours, theirs))
    return Ancestry(told_everywhere(mine, facts), told_everywhere(their, facts))


def _is_older(changed: Mapping[Key, FieldChange]) -> bool:
    """Whether a log tells of answers to questions that a register, or another question, answers since 0.2.0."""
    moved = {*bindings(), *(row.id for row in removed_questions().values() if row.moves)}
    return any(table == ANSWERS and path and path[-1] in moved for table, _, path in changed)


def lineage(plan: Repository) -> dict[str, int]:
    """Return what names each change of the plan's history, with its revision, oldest first.

    A part that was written out for one actor has no history from before that; its manifest tells what it came from.
    """
    known = dict((plan.get(ARCHIVE, ARCHIVE) or {}).get("lineage") or {})
    return {**known, **{_name(entry): entry["revision"] for entry in plan.history()}}


def _name(entry: Entry) -> str:
    told = {name: entry.get(name) for name in _STAY} if entry.get("edit") else entry
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()[:_DIGITS]


def fork_revision(ours: Repository, theirs: Repository) -> int | None:
    """Return the revision up to which both have the same history, None where they have none in common.

    Where one of them has gone on in a stay in a field that the other has the beginning of, they part there.
    """
    known = lineage(ours)
    for name, revision in reversed(lineage(theirs).items()):
        if name in known:
            return min(revision, known[name])
    return _told_by(theirs.get(ARCHIVE, ARCHIVE) or {}, ours)


def _told_by(manifest: Body, ours: Repository) -> int | None:
    """Return the revision that a part was written out at, where it is from before parts told their lineage (0.1.0).

    The revision alone could be that of another copy, so the time of its latest change has to be the same here.
    """
    if not manifest or "lineage" in manifest or manifest.get("created") != (ours.get("plan", "plan") or {}).get(
            "created"):
        return None
    at = int(manifest["revision"])
    for entry in ours.history():
        goes_on = bool(entry.get("edit")) and int(entry["id"]) <= at < entry["revision"]
        if goes_on or (entry["revision"] == at and entry["when"] == manifest.get("when")):
            return at
    return None


def changed_since(history: Sequence[Entry], fork: int | None) -> dict[Key, FieldChange] | None:
    """Return the first change after the fork of every field; None where the history does not reach back to it."""
    if fork is None:
        return None
    first: dict[Key, FieldChange] = {}
    for entry in history:
        if entry["revision"] > fork:
            if entry.get("command") in (COMPACTED, WRITTEN_OUT):
                return None
            for change in entry.get("changes", []):
                first.setdefault(field_key(change), change)
    return first


def belongs(table: str, document: Body, actor: str, name: str) -> bool:
    """Tell whether a document goes along in the part of the actor with this id and name."""
    if table in _SHARED:
        return True
    if table == ACTORS:
        return bool(document["id"] == actor)
    if table == ANSWERS:
        return bool(str(document["id"]).rpartition("@")[2] == actor)
    return table in ABOUT and ABOUT[table].owner.is_whose(document, actor, name)
