"""Writes several shared objects at once: one decision for many kommuner, one field of many posts; and copies one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import ABOUT, ACTOR_TYPE, Decision
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_fields import fields
from nvplan.services.reading.object_values import read_fields
from nvplan.services.writing.commands import (
    AddObject,
    DuplicateObject,
    RemoveMany,
    SetEach,
    SetMany,
    SetObject,
    SpreadDecision,
)
from nvplan.services.writing.identities import new_identity, table_of
from nvplan.services.writing.objects import add_object, documents_in, put_object, take_away
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import planner_objects as planner_objects_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

_DECISIONS = Decision.about.name
#: What a decision says of its own actor, and what therefore does not spread to others.
_OWN = frozenset({"id", "carried", "actor", "body", "date", "date_to", "diary_number", "adopted", "bodies", "changes",
                  "condition_met"})


def set_each(session: PlanSession, command: SetEach) -> list[str]:
    """Add objects, or write to the decisions that are there, and return their ids.

    Raises:
        InputError: a row does not fit; the sentence says which, and nothing is stored.
    """
    if not command.each:
        raise InputError(objects_texts.EACH_EMPTY)
    written: list[str] = []
    with session.transaction("satt", "", command.type) as change:
        for number, row in enumerate(command.each, 1):
            fields = {**command.fields, **row}
            try:
                identity = _standing(change, command.type, fields) or new_identity(
                    session, SetObject(command.type, "", fields), written)
                put_object(change, command.type, identity, fields)
            except InputError as error:
                raise InputError(objects_texts.EACH_FAULT.format(number=number, fault=error)) from None
            written.append(identity)
        change.mark(subject=", ".join(written[:3]))
    return written


def _standing(change: Transaction, kind: str, fields: Mapping[str, Any]) -> str:
    """Return the decision that an actor has on the matter already; empty where there is none."""
    names = [name for name in ("actor", "subject") if fields.get(name)]
    if kind != _DECISIONS or len(names) < 2:
        return ""
    read = read_fields(kind, "", {name: fields[name] for name in names}, {}, documents_in(change))
    return next((str(one["id"]) for one in change.list(kind) if all(one.get(name) == read[name] for name in names)), "")


def spread_decision(session: PlanSession, command: SpreadDecision) -> str:
    """Give further actors the same decision and return a sentence.

    Raises:
        UnknownNameError: there is no such decision.
    """
    body = session.repository.get(_DECISIONS, command.identity)
    if body is None:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=_DECISIONS, id=command.identity))
    shared = {name: value for name, value in body.items() if name not in _OWN}
    first = actor_name(session.state, body.get("actor", ""))
    rows = tuple(_for_actor(session, shared, first, actor) for actor in command.actors)
    return objects_texts.spread_told(len(set_each(session, SetEach(_DECISIONS, shared, rows))))


def _for_actor(session: PlanSession, shared: Mapping[str, Any], first: str, actor: str) -> dict[str, Any]:
    """Return what one actor's decision says beside the rest; a title that names the first actor names this one."""
    title, name = str(shared["title"]), actor_name(session.state, actor)
    others = [one for one in shared.get("condition_actors", ()) if one != actor]
    return {"actor": actor, "title": title.replace(first, name) if first and name else title,
            **({"condition_actors": others} if "condition_actors" in shared else {})}


# -- the same for many ---------------------------------------------------------------------------------------------
def set_many(session: PlanSession, command: SetMany) -> str:
    """Give objects the same fields and return how many were changed, how many had them already and which were left.

    Raises:
        InputError: nothing is named, or the fields do not fit one of the objects; nothing is stored.
        UnknownNameError: one of them is gone.
    """
    kind, changed, left = command.type, 0, []
    with session.transaction("satt", _subject(command), kind) as change:
        for identity in command.identities:
            before = change.get(table_of(kind), identity)
            if before is None:
                raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
            name = next((str(before[one]) for one in ABOUT[kind].called if before.get(one)), identity)
            try:
                conflicts = put_object(change, kind, identity, command.fields, command.seen.get(identity, {}))
            except InputError as error:
                raise InputError(objects_texts.MANY_FAULT.format(name=name, fault=error)) from None
            changed += change.get(table_of(kind), identity) != before
            left += [name] if conflicts else []
    return objects_texts.many_told(planner_objects_texts.COUNTED[kind], changed, len(command.identities), left)


def _subject(command: SetMany | RemoveMany) -> str:
    if not command.identities:
        raise InputError(objects_texts.MANY_EMPTY)
    if len(command.identities) == 1:
        return command.identities[0]
    return planner_objects_texts.counted(command.type, len(command.identities))


def remove_many(session: PlanSession, command: RemoveMany) -> str:
    """Remove objects and return how many.

    Raises:
        UnknownNameError: one of them is gone.
        InputError: nothing is named, or one of them may not be removed; nothing is.
    """
    with session.transaction("bort", _subject(command), command.type) as change:
        for identity in command.identities:
            take_away(change, command.type, identity)
    return objects_texts.MANY_REMOVED.format(
        what=planner_objects_texts.counted(command.type, len(command.identities)))


def why_not_duplicate(kind: str) -> str:
    """Return why objects of a type cannot be copied: what is about one thing there is one of; empty where they can."""
    return objects_texts.NO_DUPLICATE if ABOUT[kind].key is not None or kind == ACTOR_TYPE else ""


def duplicate(session: PlanSession, command: DuplicateObject) -> str:
    """Add a copy of an object, named as one, and return its id; what the program writes in it begins anew.

    Raises:
        InputError: there is one a thing of the type.
        UnknownNameError: the plan has none with that id.
    """
    refused = why_not_duplicate(command.type)
    if refused:
        raise InputError(refused)
    body = session.repository.get(table_of(command.type), command.identity)
    if body is None:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=command.type, id=command.identity))
    given = {spec.name: body[spec.name] for spec in fields(command.type) if not spec.system and spec.name in body}
    named = next(name for name in ABOUT[command.type].called if given.get(name))
    return add_object(session, AddObject(command.type, {
        **given, named: objects_texts.COPY_OF.format(name=given[named])}))
