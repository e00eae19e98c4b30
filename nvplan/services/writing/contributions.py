"""Carries out the commands about what is said in a meeting: written, grouped, moved, parked, shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError
from nvplan.model.objects.meetings import MOST_CHARACTERS
from nvplan.model.safetext import one_line
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, MEETINGS
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import (
    Contribute,
    Group,
    MoveContribution,
    Park,
    ShowHidden,
    Ungroup,
)
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.meetings import in_order, reorder, stored
from nvplan.services.writing.objects import put_object
from nvplan.store.journal import Body
from nvplan.store.repository import Transaction
from nvplan.texts import meetings as meetings_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: What the history calls a change of what was said.
SAID = "inlagg"
#: How much of a contribution the history tells.
_SHOWN = 60
#: More lines than this in one go are no contributions to a talk.
MOST_AT_ONCE = 200


def contribute(session: PlanSession, command: Contribute) -> str:
    """Write down what was said, a contribution a line, and return the first one's id.

    Raises:
        UnknownNameError: there is no such meeting or item.
        InputError: nothing is said, or a line is too long; nothing is stored.
    """
    said = [line.strip() for line in command.text.splitlines() if line.strip()]
    if not said:
        raise InputError(meetings_texts.CONTRIBUTION_EMPTY)
    if len(said) > MOST_AT_ONCE:
        raise InputError(meetings_texts.CONTRIBUTIONS_MANY.format(count=len(said), most=MOST_AT_ONCE))
    for line in said:
        if len(line) > MOST_CHARACTERS:
            raise InputError(meetings_texts.CONTRIBUTION_LONG.format(count=len(line), most=MOST_CHARACTERS))
    given: list[str] = []
    subject = meetings_texts.SILENT if command.hidden else one_line(said[0], _SHOWN)
    with session.transaction(SAID, subject) as change:
        stored(change, MEETINGS, command.meeting)
        if command.item:
            _check_item(change, command.meeting, command.item)
        order = max((one.get("order", 0) for one in _of_meeting(change, command.meeting)), default=0)
        standing = "dolt" if command.hidden and command.item else "med" if command.item else "parkerat"
        for line in said:
            order += 1
            fields = {"meeting": command.meeting, "item": command.item, "text": line, "order": order,
                      "standing": standing}
            given.append(new_identity(session, SetObject(CONTRIBUTIONS, "", fields), given))
            put_object(change, CONTRIBUTIONS, given[-1], fields)
    return given[0]


def _check_item(change: Transaction, meeting: str, item: str) -> None:
    if stored(change, ITEMS, item)["meeting"] != meeting:
        raise InputError(meetings_texts.ITEM_OF_ANOTHER)


def _of_meeting(change: Transaction, meeting: str) -> Iterable[Body]:
    return (one for one in change.list(CONTRIBUTIONS) if one.get("meeting") == meeting)


def _beside(change: Transaction, body: Body) -> list[Body]:
    """Return those in the talk under the same item, in order."""
    return in_order(one for one in change.list(CONTRIBUTIONS)
                    if one.get("item") == body.get("item") and one.get("meeting") == body["meeting"]
                    and one.get("standing", "med") == "med")


def _head(one: Body, known: Mapping[str, Body]) -> str:
    """Return the one that heads the group of a contribution: itself where it is in none."""
    return str(one["group"]) if one.get("group") in known else str(one["id"])


def group(session: PlanSession, command: Group) -> str:
    """Put a contribution, with all that hang under it, in a group and return a sentence.

    Raises:
        UnknownNameError: there is no such contribution.
        InputError: there is none above it, or the other is of another item.
    """
    with session.transaction(SAID) as change:
        body = _marked(change, command.contribution)
        row = _beside(change, body)
        known = {one["id"]: one for one in row}
        if command.contribution not in known:
            raise InputError(meetings_texts.NOT_IN_TALK)
        under = command.under or _above(row, command.contribution, known)
        if under not in known:
            raise InputError(meetings_texts.GROUP_OTHER)
        head = _head(known[under], known)
        if head == command.contribution:
            raise InputError(meetings_texts.GROUP_ITSELF)
        for one in row:
            if one["id"] == command.contribution or one.get("group") == command.contribution:
                put_object(change, CONTRIBUTIONS, one["id"], {"group": head})
    return meetings_texts.GROUPED


def _above(row: list[Body], identity: str, known: Mapping[str, Body]) -> str:
    """Return the head of the group above the one that a contribution is in.

    Raises:
        InputError: it is the first.
    """
    heads = [one["id"] for one in row if _head(one, known) == one["id"]]
    own = _head(known[identity], known)
    if own != identity:
        raise InputError(meetings_texts.GROUPED_ALREADY)
    place = heads.index(own)
    if place == 0:
        raise InputError(meetings_texts.GROUP_FIRST)
    return str(heads[place - 1])


def ungroup(session: PlanSession, command: Ungroup) -> str:
    """Take a contribution out of its group and return a sentence; the head of a group lets all of it go.

    Raises:
        UnknownNameError: there is no such contribution.
        InputError: it is in no group.
    """
    with session.transaction(SAID) as change:
        body = _marked(change, command.contribution)
        under = [one for one in _beside(change, body) if one.get("group") == command.contribution]
        chosen = [command.contribution] if body.get("group") else [one["id"] for one in under]
        if not chosen:
            raise InputError(meetings_texts.NOT_GROUPED)
        for identity in chosen:
            put_object(change, CONTRIBUTIONS, identity, {"group": ""})
    return meetings_texts.UNGROUPED


def move(session: PlanSession, command: MoveContribution) -> str:
    """Move a contribution among those beside it, or to another item, and return a sentence.

    Raises:
        UnknownNameError: there is no such contribution or item.
        InputError: the item is another meeting's.
    """
    with session.transaction(SAID) as change:
        body = _marked(change, command.contribution)
        if command.item:
            _check_item(change, body["meeting"], command.item)
            order = max(one.get("order", 0) for one in _of_meeting(change, body["meeting"])) + 1
            _let_go(change, body)
            put_object(change, CONTRIBUTIONS, command.contribution,
                       {"item": command.item, "group": "", "order": order, "standing": "med"})
            return meetings_texts.MOVED
        row = _beside(change, body)
        known = {one["id"]: one for one in row}
        if command.contribution not in known:
            raise InputError(meetings_texts.NOT_IN_TALK)
        heads = _head(known[command.contribution], known) == command.contribution
        siblings = [one for one in row if (_head(one, known) == one["id"] if heads else one.get("group") ==
                                           body.get("group"))]
        reorder(change, CONTRIBUTIONS, siblings, command.contribution, command.by)
    return meetings_texts.MOVED


def _let_go(change: Transaction, body: Body) -> None:
    """Let the first of those that hang under one that leaves head the rest."""
    under = in_order(one for one in change.list(CONTRIBUTIONS) if one.get("group") == body["id"])
    for one in under:
        put_object(change, CONTRIBUTIONS, one["id"], {"group": "" if one is under[0] else under[0]["id"]})


def park(session: PlanSession, command: Park) -> str:
    """Put a contribution in the parking lot or back and return a sentence.

    Raises:
        UnknownNameError: there is no such contribution.
        InputError: its item is gone, so that there is no talk to put it back in.
    """
    with session.transaction(SAID) as change:
        body = _marked(change, command.contribution)
        if not command.parked and (not body.get("item") or change.get(ITEMS, body["item"]) is None):
            raise InputError(meetings_texts.NO_TALK)
        _let_go(change, body)
        put_object(change, CONTRIBUTIONS, command.contribution,
                   {"standing": "parkerat" if command.parked else "med", "group": ""})
    return meetings_texts.PARKED if command.parked else meetings_texts.BACK_IN_TALK


def show_hidden(session: PlanSession, command: ShowHidden) -> str:
    """Show what was written in silence under an item and return how many there were.

    Raises:
        UnknownNameError: there is no such item.
    """
    with session.transaction(SAID, meetings_texts.SILENT) as change:
        stored(change, ITEMS, command.item)
        written = [one for one in change.list(CONTRIBUTIONS)
                   if one.get("item") == command.item and one.get("standing") == "dolt"]
        for one in written:
            put_object(change, CONTRIBUTIONS, one["id"], {"standing": "med"})
    return meetings_texts.shown_hidden(len(written))


def _marked(change: Transaction, identity: str) -> Body:
    """Return a contribution with its id, and say in the log what the change is about."""
    body = stored(change, CONTRIBUTIONS, identity)
    change.mark(subject=one_line(str(body["text"]), _SHOWN))
    return {**body, "id": identity}


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    Contribute: contribute, Group: group, Ungroup: ungroup, MoveContribution: move, Park: park,
    ShowHidden: show_hidden,
}
