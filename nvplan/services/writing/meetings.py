"""Carries out the commands that prepare a meeting: begun, its items, their order, its clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.catalog.agendas import agenda
from nvplan.catalog.questions import find_question
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.meeting import Agenda
from nvplan.model.safetext import one_line
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, MEETINGS
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import (
    AddItem,
    BeginMeeting,
    KeepDraft,
    MoveItem,
    RemoveItem,
    SetClock,
    UseAgenda,
)
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.objects import put_object
from nvplan.store.journal import CLOCKS, DRAFTS, Body
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import meetings as meetings_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: What an item can be about, and the table that says what that is called.
_ABOUT = {"obstacle": "hinder", "goal": "mal", "effort": "insats"}
#: How much of a title the history tells.
_SHOWN = 60


def begin(session: PlanSession, command: BeginMeeting) -> str:
    """Add a meeting and return its id.

    Raises:
        UnknownNameError: there is no such agenda or question.
        InputError: a field does not fit; nothing is stored.
    """
    used = agenda(command.agenda) if command.agenda else None
    question = find_question(command.question) if command.question else None
    given: dict[str, Any] = {"kind": used.kind, "purpose": used.purpose} if used else {"kind": "workshop"}
    titles = (command.title.strip(), used.title if used else "", question.label if question else "")
    given["title"] = next((one for one in titles if one), meetings_texts.MEETING)
    given |= {"date": command.date, **command.fields}
    with session.transaction("mote", one_line(str(given["title"]), _SHOWN)) as change:
        identity = new_identity(session, SetObject(MEETINGS, "", given))
        put_object(change, MEETINGS, identity, given)
        if question is not None:
            add_in(session, change, identity, {"question": question.id}, [])
        if used is not None:
            _add_all(session, change, identity, used)
    return identity


def use_agenda(session: PlanSession, command: UseAgenda) -> str:
    """Add an agenda's items last and return a sentence.

    Raises:
        UnknownNameError: there is no such agenda or meeting.
    """
    used = agenda(command.agenda)
    with session.transaction("mote", used.title) as change:
        meeting = stored(change, MEETINGS, command.meeting)
        if not meeting.get("purpose"):
            put_object(change, MEETINGS, command.meeting, {"purpose": used.purpose})
        _add_all(session, change, command.meeting, used)
    return meetings_texts.agenda_used(len(used.items), used.minutes)


def _add_all(session: PlanSession, change: Transaction, meeting: str, used: Agenda) -> None:
    given: list[str] = []
    for item in used.items:
        given.append(add_in(session, change, meeting, item.model_dump(exclude_defaults=True), given))


def add_item(session: PlanSession, command: AddItem) -> str:
    """Add an item last and return its id.

    Raises:
        UnknownNameError: there is no such meeting.
        InputError: a field does not fit, or the item says nothing.
    """
    with session.transaction("mote") as change:
        stored(change, MEETINGS, command.meeting)
        identity = add_in(session, change, command.meeting, command.fields, ())
        change.mark(subject=one_line(str(stored(change, ITEMS, identity)["title"]), _SHOWN))
    return identity


def add_in(session: PlanSession, change: Transaction, meeting: str, fields: Mapping[str, Any],
           besides: Iterable[str]) -> str:
    """Add an item last in a meeting, within a change, and return its id; `besides` are ids already given in it."""
    order = max((one.get("order", 0) for one in items_in(change, meeting)), default=0) + 1
    given = {**fields, "meeting": meeting, "order": order}
    if not str(given.get("title") or "").strip():
        given["title"] = _title_of(change, given)
    identity = new_identity(session, SetObject(ITEMS, "", given), besides)
    put_object(change, ITEMS, identity, given)
    return identity


def _title_of(change: Transaction, given: Mapping[str, Any]) -> str:
    """Return what an item is called after what it is about.

    Raises:
        InputError: it is about nothing.
    """
    if given.get("question"):
        return find_question(str(given["question"])).label
    for name, table in _ABOUT.items():
        body = change.get(table, str(given.get(name) or ""))
        if body is not None:
            return str(body["title"])
    raise InputError(meetings_texts.ITEM_EMPTY)


def move_item(session: PlanSession, command: MoveItem) -> str:
    """Move an item among the meeting's and return a sentence.

    Raises:
        UnknownNameError: there is no such item.
    """
    with session.transaction("mote") as change:
        body = stored(change, ITEMS, command.item)
        change.mark(subject=one_line(str(body["title"]), _SHOWN))
        reorder(change, ITEMS, items_in(change, body["meeting"]), command.item, command.by)
    return common_texts.OBJECT_SAVED


def remove_item(session: PlanSession, command: RemoveItem) -> str:
    """Take an item off and return a sentence; what was said under it comes to the parking lot.

    Raises:
        UnknownNameError: there is no such item.
    """
    with session.transaction("mote") as change:
        body = stored(change, ITEMS, command.item)
        change.mark(subject=one_line(str(body["title"]), _SHOWN))
        said = [one for one in change.list(CONTRIBUTIONS) if one.get("item") == command.item]
        for one in said:
            put_object(change, CONTRIBUTIONS, one["id"], {"item": "", "group": "", "standing": "parkerat"})
        change.delete(ITEMS, command.item)
    return meetings_texts.item_removed(len(said))


def set_clock(session: PlanSession, command: SetClock) -> None:
    """Keep where the clock stands; those of the meeting's other items stay where they were left."""
    with session.transaction("klocka") as change:
        stored(change, MEETINGS, command.meeting)
        before = change.get(CLOCKS, command.meeting) or {}
        earlier = dict(before.get("earlier") or {})
        if before.get("item"):
            earlier[before["item"]] = {"minutes": before.get("minutes"), "used": before.get("used")}
        earlier.pop(command.item, None)
        change.put(CLOCKS, command.meeting, {"item": command.item, "minutes": command.minutes, "used": command.used,
                                             **({"earlier": earlier} if earlier else {})})


def keep_draft(session: PlanSession, command: KeepDraft) -> None:
    """Keep what is typed and not decided, beside what is typed about other things in the same meeting."""
    with session.transaction("utkast") as change:
        stored(change, MEETINGS, command.meeting)
        kept = {about: dict(fields) for about, fields in (change.get(DRAFTS, command.meeting) or {}).items()
                if about not in ("id", command.about)}
        if command.fields:
            kept[command.about] = dict(command.fields)
        if kept:
            change.put(DRAFTS, command.meeting, kept)
        else:
            change.delete(DRAFTS, command.meeting)


# -- what the handlers of meetings share -----------------------------------------------------------------------------
def stored(change: Transaction, table: str, identity: str) -> Body:
    """Return a meeting, an item or a contribution as it is on disk.

    Raises:
        UnknownNameError: it is not there, or not any longer.
    """
    body = change.get(table, identity)
    if body is None:
        raise UnknownNameError(meetings_texts.GONE[table].format(id=identity))
    return body


def items_in(change: Transaction, meeting: str) -> list[Body]:
    """Return a meeting's items in order, as they are on disk."""
    return in_order(one for one in change.list(ITEMS) if one.get("meeting") == meeting)


def in_order(bodies: Iterable[Body]) -> list[Body]:
    """Return items or contributions in order."""
    return sorted(bodies, key=lambda one: (one.get("order", 0), one["id"]))


def reorder(change: Transaction, table: str, row: list[Body], identity: str, by: int) -> None:
    """Move one of a row by so many places, at most to its ends, and number those that have another place than before.

    Each takes over the number that stood in its new place, so that others of the same meeting are not touched.
    """
    numbers = [one.get("order", 0) for one in row]
    if len(set(numbers)) < len(numbers):
        numbers = list(range(1, len(row) + 1))
    place = next(at for at, one in enumerate(row) if one["id"] == identity)
    moved = row.pop(place)
    row.insert(max(0, min(len(row), place + by)), moved)
    for order, one in zip(numbers, row, strict=True):
        if one.get("order", 0) != order:
            put_object(change, table, one["id"], {"order": order})


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    BeginMeeting: begin, UseAgenda: use_agenda, AddItem: add_item, MoveItem: move_item, RemoveItem: remove_item,
    SetClock: set_clock, KeepDraft: keep_draft,
}
