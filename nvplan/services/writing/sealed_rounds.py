"""What rounds of scores and of dots have in common: opened, voted in under seal, and the key that is theirs alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.meetings.ballots import (
    KINDS,
    MOST_VOTERS,
    Counts,
    OpenRound,
    new_key,
    open_round,
    seal,
    stored,
    unseal,
)
from nvplan.services.meetings.course import ITEMS, MEETINGS
from nvplan.services.writing.meetings import stored as on_disk
from nvplan.store.journal import BALLOTS
from nvplan.store.repository import Transaction
from nvplan.texts import meeting_rounds as meeting_rounds_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def begin_round(session: PlanSession, change: Transaction, meeting: str, item: str, proposals: Sequence[str],
                registered: Mapping[str, int], dots: int = 0) -> OpenRound:
    """Open a round with a key of its own, which is on disk before the round is.

    Keys of rounds that are gone, as after a power cut between the two, go now: under the plan's lock nobody else is
    opening one.

    Raises:
        UnknownNameError: there is no such meeting or item.
        ConflictError: a round is open already.
        InputError: the item is another meeting's.
        PlanFileError: the key could not be kept.
    """
    on_disk(change, MEETINGS, meeting)
    if on_disk(change, ITEMS, item)["meeting"] != meeting:
        raise InputError(meeting_rounds_texts.ITEM_OF_ANOTHER)
    if change.get(BALLOTS, meeting):
        raise ConflictError(meeting_rounds_texts.OPEN_ALREADY)
    secrets = session.repository.secrets
    used = {str(one.get("key")) for one in change.list(BALLOTS)}
    for name in secrets.names() - used:
        secrets.forget(name)
    name, key = new_key()
    secrets.keep(name, key)
    begun = OpenRound(item, tuple(proposals), registered, change.when, {}, seal({}, key), name, dots)
    change.put(BALLOTS, meeting, stored(begun))
    return begun


def standing(change: Transaction, meeting: str, *, dots: bool | None) -> OpenRound:
    """Return the round that is open, of dots or of scores; None takes either.

    Raises:
        InputError: no such round is open.
    """
    found = open_round(change.get(BALLOTS, meeting))
    if found is None or (dots is not None and bool(found.dots) != dots):
        raise InputError(meeting_rounds_texts.NONE_OPEN)
    return found


def counts_of(session: PlanSession, found: OpenRound) -> Counts:
    """Return what has been given in an open round; it goes no further than the seal, or the end of the round.

    Raises:
        InputError: the key is not beside the plan, or the round is not whole.
    """
    key = session.repository.secrets.get(found.key)
    if key is None:
        raise InputError(meeting_rounds_texts.NO_KEY)
    counts = unseal(found.sealed, key)
    if counts is None:
        raise InputError(meeting_rounds_texts.BROKEN)
    return counts


def put_vote(session: PlanSession, change: Transaction, meeting: str, found: OpenRound, kind: str,
             counts: Counts) -> OpenRound:
    """Seal the counts with one more vote in them, and return the round as it then stands."""
    key = session.repository.secrets.get(found.key)
    if key is None:
        raise InputError(meeting_rounds_texts.NO_KEY)
    votes = {**found.cast, kind: found.cast.get(kind, 0) + 1}
    now = OpenRound(found.item, found.dimensions, found.registered, found.opened, votes, seal(counts, key), found.key,
                    found.dots)
    change.put(BALLOTS, meeting, stored(now))
    return now


def check_voters(registered: Mapping[str, int]) -> None:
    """Make sure that somebody may vote, and no more than fit.

    Raises:
        InputError: nobody may, too many may, or a kind of actor is unknown.
    """
    for kind, count in registered.items():
        if kind not in KINDS:
            raise InputError(meeting_rounds_texts.KIND_UNKNOWN.format(wanted=kind, known=", ".join(KINDS)))
        if count < 0:
            raise InputError(meeting_rounds_texts.VOTERS_FAULT.format(most=MOST_VOTERS))
    if not registered:
        raise InputError(meeting_rounds_texts.NO_VOTERS)
    if sum(registered.values()) > MOST_VOTERS:
        raise InputError(meeting_rounds_texts.VOTERS_FAULT.format(most=MOST_VOTERS))


def check_turn(found: OpenRound, kind: str) -> None:
    """Make sure that someone of a kind of actor may vote still.

    Raises:
        InputError: nobody from there is registered, or all of them have voted.
    """
    if kind not in found.registered:
        raise InputError(meeting_rounds_texts.KIND_NOT_HERE.format(
            known=", ".join(meeting_rounds_texts.KIND_NAMES[one] for one in found.registered)))
    if found.cast.get(kind, 0) >= found.registered[kind]:
        raise InputError(meeting_rounds_texts.ALL_OF_KIND.format(
            count=found.registered[kind], kind=meeting_rounds_texts.KIND_NAMES[kind]))
