"""Carries out dot voting: each person has a number of dots to put on the proposals of an item; hidden until closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.meetings.ballots import OpenRound, open_round, seal, stored, unseal, with_dots
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, MEETINGS, heads
from nvplan.services.writing.commands_rounds import CastDots, CloseDots, OpenDots
from nvplan.services.writing.deciding import DECIDED
from nvplan.services.writing.meetings import stored as on_disk
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.rounds import check_voters
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
        on_disk(change, MEETINGS, command.meeting)
        if on_disk(change, ITEMS, command.item)["meeting"] != command.meeting:
            raise InputError(meeting_rounds_texts.ITEM_OF_ANOTHER)
        if change.get(BALLOTS, command.meeting):
            raise ConflictError(meeting_rounds_texts.OPEN_ALREADY)
        proposals = tuple(one.id for one in heads(session.state, command.item))
        if not 2 <= len(proposals) <= MOST_PROPOSALS:
            raise InputError(meeting_rounds_texts.PROPOSALS_FAULT.format(most=MOST_PROPOSALS, count=len(proposals)))
        begun = OpenRound(command.item, proposals, registered, change.when, {}, seal({}), command.dots)
        change.put(BALLOTS, command.meeting, stored(begun))
    return meeting_rounds_texts.voted(0, begun.voters)


def cast_dots(session: PlanSession, command: CastDots) -> str:
    """Count one person's dots and return how many have voted.

    Raises:
        InputError: no round of dots is open, or the dots are more than a person has, or on what is no proposal.
    """
    with session.transaction("rost") as change:
        found = open_round(change.get(BALLOTS, command.meeting))
        if found is None or not found.dots:
            raise InputError(meeting_rounds_texts.NONE_OPEN)
        if found.cast.get(command.kind, 0) >= found.registered.get(command.kind, 0):
            raise InputError(meeting_rounds_texts.ALL_OF_KIND.format(
                count=found.registered.get(command.kind, 0),
                kind=meeting_rounds_texts.KIND_NAMES.get(command.kind, command.kind)))
        given = dict(command.dots)
        if not set(given) <= set(found.dimensions):
            raise InputError(meeting_rounds_texts.NO_PROPOSAL)
        if any(type(count) is not int or count < 0 for count in given.values()) or sum(given.values()) > found.dots:
            raise InputError(meeting_rounds_texts.DOTS_MANY.format(dots=found.dots))
        counts = unseal(found.sealed)
        if counts is None:
            raise InputError(meeting_rounds_texts.BROKEN)
        votes = {**found.cast, command.kind: found.cast.get(command.kind, 0) + 1}
        now = OpenRound(found.item, found.dimensions, found.registered, found.opened, votes,
                        seal(with_dots(counts, given)), found.dots)
        change.put(BALLOTS, command.meeting, stored(now))
    return meeting_rounds_texts.voted(now.voted, now.voters)


def close_dots(session: PlanSession, command: CloseDots) -> str:
    """Close the round: the dots stand with the proposals from now on. Return how many had voted.

    Raises:
        InputError: no round of dots is open, or nobody has voted in it.
    """
    with session.transaction(DECIDED) as change:
        found = open_round(change.get(BALLOTS, command.meeting))
        if found is None or not found.dots:
            raise InputError(meeting_rounds_texts.NONE_OPEN)
        counts = unseal(found.sealed)
        if counts is None:
            raise InputError(meeting_rounds_texts.BROKEN)
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
    return meeting_rounds_texts.closed(found.voted, found.voters)


def dots_on(counts: Mapping[str, Mapping[str, list[int]]], proposal: str) -> int:
    """Return how many dots a proposal has."""
    return sum(rows[proposal][0] for rows in counts.values() if proposal in rows)


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    OpenDots: open_dots, CastDots: cast_dots, CloseDots: close_dots,
}
