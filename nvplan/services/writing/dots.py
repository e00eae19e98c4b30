"""Carries out dot voting: each person has a number of dots to put on the proposals of an item; hidden until closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError
from nvplan.services.meetings.ballots import with_dots
from nvplan.services.meetings.course import CONTRIBUTIONS, heads
from nvplan.services.writing.commands_rounds import CastDots, CloseDots, OpenDots
from nvplan.services.writing.deciding import DECIDED
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.sealed_rounds import (
    begin_round,
    check_turn,
    check_voters,
    counts_of,
    put_vote,
    standing,
)
from nvplan.store.journal import BALLOTS
from nvplan.texts import meeting_rounds as meeting_rounds_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: So many dots a person has at most, and so many proposals can be read from the back of a room.
MOST_DOTS, MOST_PROPOSALS = 10, 8


def open_dots(session: PlanSession, command: OpenDots) -> str:
    """Open a round of dots on what heads the groups of an item, and return how many have voted.

    Raises:
        UnknownNameError: there is no such meeting or item.
        ConflictError: a round is open already.
        InputError: nobody may vote, there are too few proposals or too many, or the dots are none.
    """
    if not 1 <= command.dots <= MOST_DOTS:
        raise InputError(meeting_rounds_texts.DOTS_FAULT.format(most=MOST_DOTS))
    registered = {kind: count for kind, count in command.voters.items() if count}
    check_voters(registered)
    with session.transaction("omgang") as change:
        proposals = tuple(one.id for one in heads(session.state, command.item))
        begun = begin_round(session, change, command.meeting, command.item, proposals, registered, command.dots)
        if not 2 <= len(proposals) <= MOST_PROPOSALS:
            raise InputError(meeting_rounds_texts.PROPOSALS_FAULT.format(most=MOST_PROPOSALS, count=len(proposals)))
    return meeting_rounds_texts.voted(0, begun.voters)


def cast_dots(session: PlanSession, command: CastDots) -> str:
    """Count one person's dots and return how many have voted.

    Raises:
        InputError: no round of dots is open, or the dots are more than a person has, or on what is no proposal.
    """
    with session.transaction("rost") as change:
        found = standing(change, command.meeting, dots=True)
        check_turn(found, command.kind)
        given = dict(command.dots)
        if not set(given) <= set(found.dimensions):
            raise InputError(meeting_rounds_texts.NO_PROPOSAL)
        if any(type(count) is not int or count < 0 for count in given.values()) or sum(given.values()) > found.dots:
            raise InputError(meeting_rounds_texts.DOTS_MANY.format(dots=found.dots))
        counts = with_dots(counts_of(session, found), given)
        now = put_vote(session, change, command.meeting, found, command.kind, counts)
    return meeting_rounds_texts.voted(now.voted, now.voters)


def close_dots(session: PlanSession, command: CloseDots) -> str:
    """Close the round: the dots stand with the proposals from now on. Return how many had voted.

    Raises:
        InputError: no round of dots is open, or nobody has voted in it.
    """
    with session.transaction(DECIDED) as change:
        found = standing(change, command.meeting, dots=True)
        counts = counts_of(session, found)
        if not found.voted:
            raise InputError(meeting_rounds_texts.NOBODY_VOTED)
        change.mark(subject=meeting_rounds_texts.DOTS_SUBJECT)
        for body in change.list(CONTRIBUTIONS):
            if body.get("item") == found.item and body.get("dots") is not None:
                put_object(change, CONTRIBUTIONS, str(body["id"]), {"dots": None})
        for proposal in found.dimensions:
            if change.get(CONTRIBUTIONS, proposal) is not None:
                put_object(change, CONTRIBUTIONS, proposal, {"dots": dots_on(counts, proposal)})
        change.delete(BALLOTS, command.meeting)
    session.repository.secrets.forget(found.key)
    return meeting_rounds_texts.closed(found.voted, found.voters)


def dots_on(counts: Mapping[str, Mapping[str, list[int]]], proposal: str) -> int:
    """Return how many dots a proposal has."""
    return sum(rows[proposal][0] for rows in counts.values() if proposal in rows)


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    OpenDots: open_dots, CastDots: cast_dots, CloseDots: close_dots,
}
