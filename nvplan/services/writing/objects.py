"""Writes the shared objects: what `SetObject` and `RemoveObject` do inside their change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nvplan.catalog.following import given_by
from nvplan.model.base import Frozen
from nvplan.model.county import Actor
from nvplan.model.errors import ConflictError, FieldConflictError, InputError, UnknownNameError
from nvplan.model.objects import ABOUT, ACTOR_TYPE, TYPES, Goal, Step
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_list import show_field
from nvplan.services.reading.object_references import Documents, Mention, mentions
from nvplan.services.reading.object_values import fault_sentence, read_fields
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.actors import HOME, ActorInput, check_actor
from nvplan.services.writing.commands import AddObject, AddObjects, RemoveObject, SetObject
from nvplan.services.writing.identities import new_identity, table_of
from nvplan.services.writing.object_merging import merge_fields
from nvplan.services.writing.relations import check_relations, follow_actor, remove_parts, with_actor, with_source
from nvplan.store.journal import Body
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import pasting as pasting_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: How much of each text a conflict shows.
_SHOWN = 200


def set_object(session: PlanSession, command: SetObject) -> str:
    """Add or change a shared object or an actor and return a sentence; without an id it gets one of its own.

    Raises:
        InputError: a field does not fit, or the object may not be changed; nothing is stored.
        FieldConflictError: someone has changed some of the fields since the person saw them; the others are stored.
        ConflictError: someone has removed the object since the person saw it.
    """
    identity = _put(session, command)
    return common_texts.OBJECT_SAVED if command.identity else objects_texts.SAVED_AS.format(id=identity)


def _put(session: PlanSession, command: SetObject) -> str:
    """Write the object and return its id; the id is chosen inside the change, where nobody else can take it."""
    with session.transaction("satt", command.identity, command.type, command.edit) as change:
        identity = new_identity(session, command)
        change.mark(subject=identity)
        conflicts = put_object(change, command.type, identity, command.fields, command.seen)
    if conflicts:
        raise _conflict(session.state, command, conflicts)
    return identity


def _conflict(state: PlanState, command: SetObject, conflicts: Mapping[str, tuple[Any, Any]]) -> FieldConflictError:
    known = fields_by_name(command.type)

    def told(name: str, value: Any) -> str:
        return one_line(show_field(state, known[name], value), _SHOWN) or store_texts.NO_VALUE

    rows = [(known[name].label, told(name, theirs), told(name, ours)) for name, (theirs, ours) in conflicts.items()]
    others = len(command.fields) > len(conflicts)
    return FieldConflictError(store_texts.object_conflict(rows, others=others), conflicts)


def add_object(session: PlanSession, command: AddObject) -> str:
    """Add a shared object and return the id that it got.

    Raises:
        InputError: a field does not fit; nothing is stored.
    """
    return _put(session, SetObject(command.type, "", command.fields))


def add_objects(session: PlanSession, command: AddObjects) -> str:
    """Add several shared objects, all of them or none, as one change that is undone in one go; return a sentence.

    Raises:
        InputError: one of them does not fit; nothing is stored.
    """
    subject = planner_objects_texts.counted(command.type, len(command.posts))
    with session.transaction("klistra", subject) as change:
        for given in command.posts:
            identity = new_identity(session, SetObject(command.type, "", given))
            if change.get(table_of(command.type), identity) is not None:
                raise InputError(pasting_texts.IS_THERE)
            put_object(change, command.type, identity, given)
    return pasting_texts.rows_saved(len(command.posts))


def check_new(plan: OpenPlan, kind: str, given: Mapping[str, Any], documents: Documents) -> None:
    """Make sure that fields make a new object together; `documents` are what references can point at.

    Raises:
        InputError: they do not; the sentence says why.
    """
    identity = new_identity(plan, SetObject(kind, "", given))
    if plan.repository.get(table_of(kind), identity) is not None:
        raise InputError(pasting_texts.IS_THERE)
    read = read_fields(kind, identity, given, {}, documents)
    if kind == ACTOR_TYPE:
        check_actor(identity, {}, read)
    _validated(kind, identity, read)


def documents_in(change: Transaction) -> Documents:
    """Return what references can point at inside a change."""
    return lambda kind: change.list(table_of(kind))


def put_object(change: Transaction, kind: str, identity: str, given: Mapping[str, Any],
               seen: Mapping[str, Any] = MappingProxyType({})) -> Mapping[str, tuple[Any, Any]]:
    """Write the given fields of an object inside a change.

    Returns:
        The fields that someone else has changed since they were seen: what stands there and what was given. They are
        left as they stand.

    Raises:
        InputError: a field does not fit, or the object may not be changed.
        ConflictError: there was an object, and it is gone.
    """
    table = table_of(kind)
    stored = change.get(table, identity)
    if stored is None and any(value not in (None, "", (), []) for value in seen.values()):
        raise ConflictError(store_texts.OBJECT_GONE.format(type=objects_texts.KINDS[kind][0], id=identity))
    before = stored or {}
    read = read_fields(kind, identity, given, before, documents_in(change))
    merged = merge_fields(kind, before, read, seen)
    _write(change, kind, identity, before, merged.fields)
    return merged.conflicts


def _write(change: Transaction, kind: str, identity: str, before: Body, read: Mapping[str, Any]) -> None:
    if kind == ACTOR_TYPE:
        check_actor(identity, before, read)
    elif before.get("frozen"):
        raise InputError(objects_texts.REPORT_FROZEN)
    kept = {name: value for name, value in before.items() if name != "carried"}  # saving confirms
    merged = {**kept, **_keys(kind, identity, read, before, change), **_from_national(kind, kept, read, change), **read}
    body = _validated(kind, identity, merged)
    body = with_source(change, kind, before, with_actor(change, kind, body))
    check_relations(change, kind, identity, body)
    body = _stamped(kind, body, before, change)
    if body != before:
        change.put(table_of(kind), identity, body)
        follow_actor(change, kind, identity, before, body)


def _from_national(kind: str, before: Mapping[str, Any], read: Mapping[str, Any], change: Transaction) -> Body:
    """Return what a goal that is tied to a national goal takes over from it, in the fields that are empty.

    It is taken over when the two are tied and never later. A day that has passed steers nothing and is left out.
    """
    national = str(read.get("national") or "")
    if kind != Goal.about.name or not national or national == before.get("national"):
        return {}
    return {name: value for name, value in given_by(national).items()
            if name not in read and before.get(name) in (None, "") and (name != "date" or value >= change.when[:10])}


def _validated(kind: str, identity: str, fields: Mapping[str, Any]) -> Body:
    model: type[Frozen] = Actor if kind == ACTOR_TYPE else TYPES[kind]
    try:
        if kind == ACTOR_TYPE:
            fields = ActorInput(**{**fields, "id": identity}).model_dump(exclude={"id"}, exclude_defaults=True)
        after = model.model_validate({**fields, "id": identity})
    except ValidationError as error:
        raise InputError(fault_sentence(kind, error)) from None
    _check_key(kind, identity, after)
    body: Body = after.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
    return body


def _keys(kind: str, identity: str, read: Mapping[str, Any], before: Body, change: Transaction) -> Body:
    """Return what a new object's id says that it is about, where the fields leave it out."""
    key = ABOUT[kind].key
    if key is None or before:
        return {}
    given = {name: value for name, value in key.read(identity).items() if not read.get(name)}
    return read_fields(kind, identity, given, before, documents_in(change))


def _check_key(kind: str, identity: str, after: Frozen) -> None:
    key = ABOUT[kind].key
    right = key.make(*(getattr(after, name) for name in key.fields)) if key is not None else identity
    if identity != right:
        raise InputError(
            objects_texts.KEY_MISMATCH.format(id=identity, what=objects_texts.KEYS[kind][0], right=right)
        )


def _stamped(kind: str, body: Body, before: Body, change: Transaction) -> Body:
    """Return the object with what the program itself writes: its history, or who wrote it and when."""
    day, about = change.when[:10], ABOUT[kind]
    if about.stamped and {**body, "role": "", "date": ""} != {**before, "role": "", "date": ""}:
        return {**body, "role": change.role, "date": day}
    history = list(before.get("history", ()))
    for field in about.watched:
        old, new = before.get(field, ""), body.get(field, "")
        if old != new:
            history = with_step(history, Step(date=day, field=field, before=old, after=new))
    return {**body, "history": history} if history else {name: one for name, one in body.items() if name != "history"}


def with_step(history: list[Body], step: Step) -> list[Body]:
    """Return the history with one more step; several the same day become one, and back to where it was none."""
    for place in range(len(history) - 1, -1, -1):
        last = history[place]
        if last["field"] != step.field:
            continue
        if last["date"] != step.date:
            break
        rest = [*history[:place], *history[place + 1:]]
        started = last.get("before", "")
        return rest if started == step.after else [*rest, _body(step.model_copy(update={"before": started}))]
    return [*history, _body(step)]


def _body(step: Step) -> Body:
    return step.model_dump(exclude_defaults=True)


def remove_object(session: PlanSession, command: RemoveObject) -> str:
    """Remove a shared object or an actor; return a sentence that says what still mentions it.

    Raises:
        UnknownNameError: the plan has none with that id.
        InputError: it is the county's region or one of its kommuner.
    """
    with session.transaction("bort", command.identity, command.type) as change:
        take_away(change, command.type, command.identity)
    return " ".join([objects_texts.REMOVED, *_still(session.state, command)])


def take_away(change: Transaction, kind: str, identity: str) -> None:
    """Remove an object and its parts inside a change.

    Raises:
        UnknownNameError: the plan has none with that id.
        InputError: it is the county's region or one of its kommuner, or a report that is frozen.
    """
    table = table_of(kind)
    body = change.get(table, identity)
    if body is None:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
    if kind == ACTOR_TYPE and body.get("type") in HOME:
        raise InputError(objects_texts.ACTOR_FIXED.format(name=body.get("name", identity)))
    if body.get("frozen"):
        raise InputError(objects_texts.REPORT_FROZEN)
    change.delete(table, identity)
    remove_parts(change, kind, identity)


def _still(state: PlanState, command: RemoveObject) -> list[str]:
    found = [_told(mention) for mention in mentions(state, command.type, command.identity)]
    if command.type == ACTOR_TYPE:
        answers = sum(actor == command.identity and answer.value is not None
                      for (actor, _), answer in state.answers.items())
        found += [objects_texts.MENTION_ANSWERS.format(count=answers)] if answers else []
    shown = found[:5] + ([objects_texts.STILL_MORE.format(count=len(found) - 5)] if len(found) > 5 else [])
    return [objects_texts.STILL_MENTIONED.format(places=", ".join(shown))] if shown else []


def _told(mention: Mention) -> str:
    return objects_texts.MENTION.format(id=mention.id, title=mention.title) if mention.title else mention.id

