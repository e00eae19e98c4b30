"""Merges another copy of the plan into this one, field by field: what only one side has changed is taken."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from nvplan.catalog.questions import find_question
from nvplan.model.errors import InputError, PlanFileError
from nvplan.services.reading.ancestry import Ancestry, ancestry, belongs, fork_revision
from nvplan.services.reading.ancestry_registers import Key
from nvplan.services.reading.change_words import documents_of, nothing_known, place
from nvplan.services.reading.comparing import differing_fields, is_held
from nvplan.services.reading.fitting import change_fault
from nvplan.services.reading.object_references import Documents
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ACTORS
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.earlier_imports import EarlierImports
from nvplan.services.writing.frozen_reports import stays_here
from nvplan.services.writing.list_merging import merged_rows, merged_words
from nvplan.services.writing.mailing import note_came
from nvplan.services.writing.own_ids import told_apart
from nvplan.services.writing.settling import NOTHING_SETTLED, Settling, settled_value
from nvplan.services.writing.turned_down import TurnedDown, is_kept, turn_down
from nvplan.store.change import apply_change
from nvplan.store.fitting import misfit
from nvplan.store.journal import (
    ARCHIVE,
    GATHERED,
    Body,
    FieldChange,
    changed_body,
    current,
    field_key,
)
from nvplan.store.opening import Address, open_plan, store_of
from nvplan.store.repository import Copy, Repository, Transaction
from nvplan.texts import store as store_texts
from nvplan.texts.returned import example_fault

if TYPE_CHECKING:
    from nvplan.services.writing.commands_plans import MergePlan
    from nvplan.services.writing.session import PlanSession

Kind = Literal["adds", "changes", "contradicts", "kept", "unfit"]
#: What is left to a person: both have written, or what the other says does not fit.
LEFT: tuple[Kind, ...] = ("contradicts", "unfit")
#: What is not written: what is left, and what a person has settled with what stands here.
NOT_WRITTEN: tuple[Kind, ...] = (*LEFT, "kept")


@dataclass(frozen=True)
class Proposal:
    """One field that the other copy says something else about: `before` is ours, `after` theirs."""

    kind: Kind
    change: FieldChange
    reason: str = ""
    """Why what the other says does not fit, empty where it does."""
    names: Documents = field(default=nothing_known, compare=False, repr=False)
    """Where what actors and objects are called is looked up."""

    @property
    def place(self) -> str:
        """What the field is called."""
        return place(self.change, self.names)

    @property
    def leads_to(self) -> str:
        """Where in the plan the field is, as a place is remembered."""
        table, identity, path = self.change["table"], self.change["id"], self.change["path"]
        if table == "answers" and len(path) > 1:
            return f"fraga:{path[1]}@{identity.rpartition('@')[2]}"
        return f"{table}:{identity}"


def proposals(ours: Repository, theirs: Repository, *, is_record: bool = False, settling: Settling = NOTHING_SETTLED
              ) -> list[Proposal]:
    """Return what a merge would add and change, and where both have written and no one can choose but a person.

    Where the two have a history in common, what has changed since decides; where they have not, nothing of ours is
    changed and only what we lack is added. `is_record` says that the other has not been written in since it was made,
    as a pdf: it brings back what we lack, also what we have taken away since. A clash that a person has settled is a
    change, or is kept as it stands here, now or when the same came in before.
    """
    fork = None if is_record else fork_revision(ours, theirs)
    theirs = theirs if is_record else told_apart(ours, theirs)
    known = Ancestry() if is_record else ancestry(ours, theirs, fork)
    earlier = EarlierImports(ours, theirs, fork)
    found = (_proposal(change, known, ours, theirs, earlier) for change in differing_fields(ours, theirs))
    earlier_no = TurnedDown(ours)
    told = [Proposal("contradicts", one.change) if stays_here(ours, one.change) else _settled(one, settling, earlier_no)
            for one in found if one]
    actors = {body["id"] for plan in (ours, theirs) for body in plan.list(ACTORS)}
    names = documents_of(ours, theirs)
    return [replace(one, names=names) for one in _fitting(ours, [_held(one, theirs, actors) for one in told])]


def _settled(one: Proposal, settling: Settling, earlier_no: TurnedDown) -> Proposal:
    """Return a clash as the change that a person has made of it, or as kept; anything else as it is."""
    if one.kind != "contradicts":
        return one
    if is_kept(one.change, settling, earlier_no):
        return Proposal("kept", one.change)
    value = settled_value(one.change, settling.of(one.change))
    if value is ...:
        return one
    change = one.change.copy()
    change.pop("after", None)
    return Proposal("changes", change if value is None else _with_after(change, value))


def _held(one: Proposal, theirs: Repository, actors: set[str]) -> Proposal:
    """Return a proposal with the reason where what the other says has no place in any plan of ours."""
    if "after" not in one.change:
        return one
    body = theirs.get(one.change["table"], one.change["id"])
    fault = change_fault(one.change, body or {}, actors)
    return Proposal("unfit", one.change, fault) if fault else one


def _fitting(ours: Repository, found: list[Proposal]) -> list[Proposal]:
    """Return the proposals with those of an object left to a person where the merged object would not hold together."""
    merged: dict[tuple[str, str], Body | None] = {}
    for one in found:
        if one.kind not in NOT_WRITTEN:
            key = one.change["table"], one.change["id"]
            body = merged[key] if key in merged else ours.get(*key)
            merged[key] = changed_body(one.change, body, one.change.get("after", ...))
    unfit = {key for key, body in merged.items() if misfit(*key, body) is not None}
    return [Proposal("contradicts", one.change) if one.kind not in NOT_WRITTEN and field_key(one.change)[:2] in unfit
            else one for one in found]


def _proposal(change: FieldChange, known: Ancestry, ours: Repository, theirs: Repository, earlier: EarlierImports
              ) -> Proposal | None:
    if known.mine is None:
        return _without_history(change) if "after" in change else None
    my_first = _first(known.mine, change)
    if known.their is None:
        base = _before(my_first, change)
        if not _is_in_part(change, ours, theirs) or base == change.get("after", ...):
            return None
    elif _first(known.their, change) is None:
        unlogged = my_first is None and "after" in change  # someone has written there past every log
        return _without_history(change) if unlogged else None
    if my_first is None:
        return Proposal("changes" if "before" in change else "adds", change)
    merged = _merged_list(my_first, change)
    if merged is not None:
        return None if merged == change.get("before") else Proposal("changes", _with_after(change, merged))
    return Proposal("changes" if earlier.wrote(change) else "contradicts", change)


def _without_history(change: FieldChange) -> Proposal:
    """Return what to do with a difference that no log tells of: nothing of ours is changed, what we lack is added."""
    return Proposal("contradicts" if "before" in change else "adds", change)


def _before(my_first: FieldChange | None, change: FieldChange) -> Any:
    """Return what a field said when the two parted, as our own first change since tells it; `...` for nothing."""
    if my_first is None:
        return change.get("before", ...)
    rest = list(change["path"])[len(my_first["path"]):]
    return current(my_first["before"], rest) if rest and "before" in my_first else my_first.get("before", ...)


def _is_in_part(change: FieldChange, ours: Repository, theirs: Repository) -> bool:
    """Tell whether a part that was written out for one actor would say so had the field not been taken away there."""
    part = (theirs.get(ARCHIVE, ARCHIVE) or {}).get("actor", "")
    if "after" in change or not part:
        return True
    table, identity = change["table"], change["id"]
    document = {**(ours.get(table, identity) or {}), "id": identity}
    actors = {str(one["id"]): str(one.get("name", "")) for one in theirs.list(ACTORS)}
    return belongs(table, document, part, actors.get(part, ""))


def _first(changed: Mapping[Key, FieldChange], change: FieldChange) -> FieldChange | None:
    """Return the side's first change of the field, or of the document that the field is part of or consists of."""
    exact = changed.get(field_key(change))
    if exact is not None:
        return exact
    for (table, identity, path), first in changed.items():
        if (table, identity) == (change["table"], change["id"]) and not (path and change["path"]):
            return first
    return None


def _merged_list(base: FieldChange, change: FieldChange) -> list[Any] | None:
    """Return two lists as one, each side's additions and removals done; None where a person has to choose."""
    lists = [base.get("before"), change.get("before"), change.get("after")]
    if list(base["path"]) != list(change["path"]) or not any(isinstance(one, list) for one in lists):
        return None
    if not all(one is None or isinstance(one, list) for one in lists):
        return None
    old, ours, theirs = ([] if one is None else list(one) for one in lists)
    if all(isinstance(word, str) for word in (*old, *ours, *theirs)):
        return merged_words(old, ours, theirs)
    return merged_rows(old, ours, theirs)


def _with_after(change: FieldChange, after: Any) -> FieldChange:
    changed = change.copy()
    changed["after"] = after
    return changed


def check_same_plan(ours: OpenPlan, theirs: OpenPlan) -> None:
    """Make sure that the two are about the same county and year, and that not just one of them is invented.

    Raises:
        InputError: they are not.
    """
    mine, their = ours.state.info, theirs.state.info
    if mine.county_code == their.county_code and mine.years.span != their.years.span:
        raise InputError(store_texts.MERGE_OTHER_YEAR.format(
            name=theirs.name, year=their.years.span, our_year=mine.years.span))
    if mine.county_code != their.county_code:
        raise InputError(store_texts.MERGE_OTHER_PLAN.format(
            name=theirs.name, county=theirs.county.name, year=their.years.span, our_county=ours.county.name,
            our_year=mine.years.span))
    if their.example != mine.example:
        raise InputError(example_fault(theirs.name, theirs_is=their.example))


def merge(ours: PlanSession, command: MergePlan) -> list[Proposal]:
    """Write what does not collide, as one change that can be undone, and return everything that was proposed.

    Raises:
        InputError: the other is about another county or year.
        ConflictError: someone wrote one of the fields at the same moment; nothing was changed.
        PlanFileError: the file could not be read or written.
    """
    theirs = command.theirs
    check_same_plan(ours, theirs)
    part = str((theirs.repository.get(ARCHIVE, ARCHIVE) or {}).get("actor", ""))
    with ours.transaction("importera", theirs.name, part) as change:
        found = proposals(ours.repository, theirs.repository, is_record=command.is_record, settling=command.settling)
        for one in found:
            if one.kind in NOT_WRITTEN:
                continue
            if is_held(one.change):
                question, actor = find_question(one.change["path"][1]), one.change["id"].rpartition("@")[2]
                put_answer(ours, change, question, actor, one.change["after"]["value"])
            else:
                apply_change(change, _stamped(one.change, change))
        turn_down(change, [one.change for one in found if one.kind == "kept"])
        if part and any(one.kind not in NOT_WRITTEN for one in found):
            note_came(change, part)
    return found


def _stamped(field: FieldChange, change: Transaction) -> FieldChange:
    """Return a field's change where an answer without when and by whom says that it came in now."""
    after = field.get("after")
    if field["table"] not in GATHERED or not isinstance(after, dict) or "changed" in after:
        return field
    return _with_after(field, {**after, "changed": change.when, "role": change.role})


def copies_beside(address: Address) -> Sequence[Copy]:
    """Return the copies beside a plan that say something the plan does not.

    The plan is opened anew, so that this can go on beside a session of the same plan.

    Raises:
        PlanFileError: the plan cannot be opened.
    """
    with contextlib.closing(open_plan(address)) as plan:
        return _mergeable(plan, address)


def mergeable_copies(session: OpenPlan) -> Sequence[Copy]:
    """Return the copies beside the plan that say something the plan does not."""
    return _mergeable(session.repository, session.address)


def _mergeable(plan: Repository, address: Address) -> Sequence[Copy]:
    found = []
    for copy in store_of(address).copies(plan):
        with contextlib.suppress(PlanFileError), contextlib.closing(open_plan(copy.address)) as theirs:
            if any(one.kind not in ("unfit", "kept") for one in proposals(plan, theirs)):
                found.append(copy)
    return found
