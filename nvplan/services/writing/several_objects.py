"""Writes several shared objects at once: one decision for many kommuner, each with its own day and diary number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import Decision
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_values import read_fields
from nvplan.services.writing.commands import SetEach, SetObject, SpreadDecision
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.objects import documents_in, put_object
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts

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
