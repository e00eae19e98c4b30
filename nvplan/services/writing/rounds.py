"""Carries out the commands about scoring: a round is opened, voted in, closed and settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nvplan.catalog.agendas import dimensions
from nvplan.model.errors import InputError
from nvplan.model.objects import ScoreRound
from nvplan.services.meetings.agreement import SCORES
from nvplan.services.meetings.ballots import (
    ABSTAINED,
    Counts,
    OpenRound,
    all_together,
    row_text,
    shown_groups,
    with_ballot,
)
from nvplan.services.meetings.course import ITEMS
from nvplan.services.meetings.course import ROUNDS as ROUND_TABLE
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_rounds import CancelRound, CastBallot, CloseRound, OpenScoring, Settle
from nvplan.services.writing.deciding import DECIDED
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.meetings import stored as on_disk
from nvplan.services.writing.sealed_rounds import (
    begin_round,
    check_turn,
    check_voters,
    counts_of,
    put_vote,
    standing,
)
from nvplan.store.journal import BALLOTS
from nvplan.store.repository import Transaction
from nvplan.texts import meeting_rounds as meeting_rounds_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def open_scoring(session: PlanSession, command: OpenScoring) -> str:
    """Open a round and return a sentence. A round that is open already goes on.

    Raises:
        UnknownNameError: there is no such meeting or item.
        ConflictError: a round is open already.
        InputError: nobody may vote, too many may, or nothing is to be scored.
    """
    known = {one.id for one in dimensions()}
    chosen = tuple(dict.fromkeys(one for one in command.dimensions if one))
    strange = [one for one in chosen if one not in known]
    if not chosen or strange:
        raise InputError(meeting_rounds_texts.DIMENSION_UNKNOWN.format(
            wanted=", ".join(strange), known=", ".join(sorted(known))) if strange else
            meeting_rounds_texts.NO_DIMENSION)
    registered = {kind: count for kind, count in command.voters.items() if count}
    check_voters(registered)
    with session.transaction("omgang") as change:
        begun = begin_round(session, change, command.meeting, command.item, chosen, registered)
    return meeting_rounds_texts.voted(0, begun.voters)


def cast(session: PlanSession, command: CastBallot) -> str:
    """Count a ballot and return how many have voted; nothing of what it said is told.

    Raises:
        InputError: no round is open, a score is missing or out of range, or that kind of actor has voted already.
    """
    with session.transaction("rost") as change:
        found = standing(change, command.meeting, dots=False)
        check_turn(found, command.kind)
        scores = _checked(found, command.scores)
        counts = with_ballot(counts_of(session, found), command.kind, scores)
        now = put_vote(session, change, command.meeting, found, command.kind, counts)
    return meeting_rounds_texts.voted(now.voted, now.voters)


def _checked(found: OpenRound, scores: Sequence[int | None]) -> dict[str, int | None]:
    if len(scores) != len(found.dimensions):
        raise InputError(meeting_rounds_texts.SCORES_MISSING.format(asked=len(found.dimensions), given=len(scores)))
    if any(score is not None and (type(score) is not int or score not in SCORES) for score in scores):
        raise InputError(meeting_rounds_texts.SCORE_FAULT)
    return dict(zip(found.dimensions, scores, strict=True))


def close(session: PlanSession, command: CloseRound) -> str:
    """Close the round: from now on its scores are shown. Return how many had voted.

    Raises:
        InputError: no round is open, or nobody has voted in it.
    """
    with session.transaction("omgang") as change:
        found = standing(change, command.meeting, dots=False)
        counts = counts_of(session, found)
        if not found.voted:
            raise InputError(meeting_rounds_texts.NOBODY_VOTED)
        change.mark(subject=str(on_disk(change, ITEMS, found.item)["title"])[:60])
        given: list[str] = []
        for dimension in found.dimensions:
            given.append(new_identity(session, SetObject(ROUND_TABLE, "", {}), given))
            one = _closed(change, command.meeting, found, dimension, counts, given[-1])
            change.put(ROUND_TABLE, given[-1], one.model_dump(mode="json", exclude={"id"}, exclude_defaults=True))
        change.delete(BALLOTS, command.meeting)
    session.repository.secrets.forget(found.key)
    return meeting_rounds_texts.closed(found.voted, found.voters)


def _closed(change: Transaction, meeting: str, found: OpenRound, dimension: str, counts: Counts,
            identity: str) -> ScoreRound:
    row = all_together(counts, dimension)
    return ScoreRound.model_validate({
        "id": identity, "meeting": meeting, "item": found.item, "dimension": dimension,
        "number": number_of(change, meeting, dimension), "opened": found.opened[:19], "closed": change.when[:19],
        "counts": row_text(row[:ABSTAINED]), "abstained": row[ABSTAINED], "voted": found.voted,
        "registered": found.voters,
        "groups": [f"{kind}:{row_text(one)}" for kind, one in shown_groups(counts, dimension).items()],
        "kinds": [f"{kind}:{count}" for kind, count in found.registered.items()],
    })


def number_of(change: Transaction, meeting: str, dimension: str) -> int:
    """Return which round on a dimension the next one in a meeting is, from 1."""
    return 1 + len([one for one in change.list(ROUND_TABLE)
                    if (one.get("meeting"), one.get("dimension")) == (meeting, dimension)])


def cancel(session: PlanSession, command: CancelRound) -> str:
    """Throw an open round away, unseen, and return a sentence.

    Raises:
        InputError: no round is open.
    """
    with session.transaction("omgang") as change:
        found = standing(change, command.meeting, dots=None)
        change.delete(BALLOTS, command.meeting)
    session.repository.secrets.forget(found.key)
    return meeting_rounds_texts.CANCELLED


def settle(session: PlanSession, command: Settle) -> str:
    """Say what the room settles on where that is otherwise than the verdict; both are kept. Return a sentence.

    Raises:
        UnknownNameError: there is no such round.
        InputError: the reason is missing.
    """
    if command.settled and not command.reason.strip():
        raise InputError(meeting_rounds_texts.REASON_MISSING)
    with session.transaction(DECIDED) as change:
        body = on_disk(change, ROUND_TABLE, command.round)
        change.mark(subject=meeting_rounds_texts.SETTLED_SUBJECT)
        one = ScoreRound.model_validate({**body, "id": command.round, "settled": command.settled or None,
                                         "reason": command.reason.strip(), "dissent": command.dissent.strip()})
        change.put(ROUND_TABLE, command.round, one.model_dump(mode="json", exclude={"id"}, exclude_defaults=True))
    return meeting_rounds_texts.SETTLED


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    OpenScoring: open_scoring, CastBallot: cast, CloseRound: close, CancelRound: cancel, Settle: settle,
}
