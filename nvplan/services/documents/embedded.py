"""The data that a pdf carries with it: a plan file with just what the pages show, which `importera` can open.

There is no history in it, no contact person, no role that wrote and no part that the reader was not given.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import orjson

from nvplan.catalog.questions import all_questions
from nvplan.model.county import Actor
from nvplan.model.objects import ABOUT, TYPES
from nvplan.model.plan import Answer
from nvplan.services.documents.contacts import cleared_body
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.store.journal import ARCHIVE, Body, Entry
from nvplan.store.packing import pack_plan

if TYPE_CHECKING:
    from nvplan.services.documents.view import Shown

_Tables = dict[str, dict[str, Body]]


def embedded(session: OpenPlan, actor: Actor | None, shown: Shown, *, without_names: bool = False) -> str:
    """Return the data as JSON; an empty plan has its frame and its actors, so that a pdf of it is told from others.

    Without names, contact details in texts are cleared as they are on the pages.
    """
    tables: _Tables = {PLAN: {PLAN: _body(session, PLAN, PLAN)}, ACTORS: _actors(session, actor),
                       ANSWERS: _answers(session, shown)}
    for kind, objects in shown.objects.items():
        tables[kind] = {identity: _fields(session, kind, identity, names) for identity, names in objects.items()}
    if without_names:
        tables = {name: cleared_body(documents) for name, documents in tables.items()}
    state = session.state
    manifest = {"county_code": state.info.county_code, "year": state.info.year,
                "requirement_set": state.info.requirement_set, "created": state.info.created,
                "actor": actor.id if actor else "", "revision": state.revision, "when": state.changed,
                "tables": {name: {"documents": len(documents), "sha256": _digest(documents)}
                           for name, documents in tables.items()}}
    begun = Entry(id=str(state.revision), revision=state.revision, when=state.changed, command="arkiv", changes=[])
    content = pack_plan({**tables, ARCHIVE: {ARCHIVE: manifest}}, [begun], state.revision)
    return content.decode("utf-8")


def _digest(documents: dict[str, Body]) -> str:
    return hashlib.sha256(orjson.dumps(documents)).hexdigest()


def _body(session: OpenPlan, table: str, identity: str) -> Body:
    return dict(session.repository.get(table, identity) or {})


def _actors(session: OpenPlan, actor: Actor | None) -> dict[str, Body]:
    chosen = session.state.actors if actor is None else (actor,)
    return {one.id: _body(session, ACTORS, one.id) for one in chosen}


def _answers(session: OpenPlan, shown: Shown) -> dict[str, Body]:
    """Return the documents with answers, without those that are not shown, and without when and by whom."""
    found: dict[str, Body] = {}
    for document in session.repository.list(ANSWERS):
        actor = str(document.get("actor"))
        kept: dict[str, Any] = {
            question: {name: value for name, value in answer.items() if name in ("value", "carried")}
            for question, answer in document.get("answers", {}).items() if (actor, question) in shown.answers}
        if kept:
            found[document["id"]] = {name: value for name, value in document.items() if name not in ("id", "answers")
                                     } | {"answers": kept}
    for actor, identity in sorted(shown.answers):
        question = all_questions()[identity]
        if question.bound is not None:
            document = found.setdefault(f"{question.chapter}@{actor}",
                                        {"chapter": question.chapter, "actor": actor, "answers": {}})
            document["answers"][identity] = _told(session.state.answer(identity, actor))
    return found


def _told(answer: Answer) -> Body:
    """Return an answer that a register holds as the pages show it: the object may say more than they do."""
    return {"value": answer.value, **({"carried": True} if answer.carried else {})}


def _fields(session: OpenPlan, kind: str, identity: str, names: set[str]) -> Body:
    """Return an object's fields that are shown, and those that it cannot be without, save what stays inside."""
    needed = names | {name for name, field in TYPES[kind].model_fields.items() if field.is_required()}
    needed -= {field.name for field in ABOUT[kind].fields if field.inside}
    body = _body(session, kind, identity)
    return {name: value for name, value in body.items() if name in needed}
