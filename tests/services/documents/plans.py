"""Plans for the tests of documents, and how a document is read as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.compliance import bound
from nvplan.model.document import Document, Table
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.number import bounded
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.model.values import Cell, check_value
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

#: The documents of issue 6; the official reports have tests of their own.
NAMES = ("checklista", "gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner", "insatser", "underlag",
         "jamforelse", "protokoll", "workshop-underlag", "kalender")
KOMMUN, OTHER = "0780", "0760"


def build(session: PlanSession, name: str, **request: object) -> Document:
    """Build a document."""
    return DOCUMENTS[name].build(session, Request(**request))  # type: ignore[arg-type]


def strings(value: object) -> Iterator[str]:
    """Yield every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


def shown(document: Document) -> str:
    """Return every text of a document, what it embeds and how a picture is drawn left out."""
    return "\n".join(strings(_without_drawing(document.model_dump(exclude={"data"}))))


def _without_drawing(value: object) -> object:
    """Return a document without the codes that say how a stroke of a picture looks: no reader sees them as words."""
    if isinstance(value, Mapping):
        drawn = {"state"} if "start" in value else set()
        return {name: _without_drawing(one) for name, one in value.items() if name not in drawn}
    return [_without_drawing(one) for one in value] if isinstance(value, list | tuple) else value


def everything(document: Document) -> str:
    """Return the document with what it embeds, as one text."""
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False)


def tables(document: Document) -> list[Table]:
    """Return the document's tables."""
    return [block for block in document.blocks if isinstance(block, Table)]


def marked_plan(path: Path) -> PlanSession:
    """Return a plan in which every actor has written something that names it, in answers and in objects."""
    session = create_plan(path, "07", 2027)
    for question in all_questions().values():
        if question.per != "aktor":
            continue
        for actor in respondents(question, session.state, plan_form(question.plan).by_id):
            value = marked_value(question, actor)
            if value is not None:
                session.do(SetAnswer(question.id, check_value(question, value), actor))
    for body in session.state.actors:
        for kind, fields in _objects(body.id).items():
            session.do(SetObject(kind, f"{kind}-{body.id}", fields))
        one = next(row for row in requirements_in_force(session.state.info) if bound(row, (body,)))
        session.do(SetObject("kravbedomning", f"{one.id.lower()}@{body.id}", {
            "requirement": one.id, "actor": body.id, "judgement": "delvis", "work": "pagar",
            "reason": mark(body.id), "evidence": [mark(body.id)]}))
    return session


def mark(actor: str) -> str:
    """Return a word that only this actor has written."""
    return f"Hemligt{actor}Slut"


def marked_value(question: Question, actor: str) -> object | None:
    """Return an answer that names its actor; None for a kind that cannot."""
    if question.kind in ("text", "langtext"):
        return mark(actor)
    if question.kind == "tabell" and any(column.kind == "text" for column in question.columns):
        return [{column.id: _cell(column, mark(actor)) for column in question.columns}]
    if question.kind == "val":
        return question.options[0].id
    return None


def _cell(column: Column, text: str) -> Cell:
    if column.kind == "text":
        return text
    if column.kind == "val":
        return column.options[0].id
    if column.kind == "ja_nej":
        return True
    return str(max(5, bounded(column).least or 0)) if column.kind == "tal" else "2028-03-01"


def _objects(actor: str) -> dict[str, dict[str, object]]:
    text = mark(actor)
    every = {"plans": ["gemensam", "kontinuitet", "patientkontrakt"]}
    return {
        "insats": {"title": text, "actor": actor, "state": "pagaende", "spread": "pilot", "area": "kontinuitet",
                   "output": text, "effect": text, "effect_known_by": text, "role": text, "end": "2028-02-01",
                   "horizon": "kort", **every},
        "malomrade": {"title": text, "actor": actor, "description": text, "role": text, **every},
        "delmal": {"title": text, "effort": f"insats-{actor}", "actor": actor, "note": text, "date": "2028-01-31"},
        "mal": {"title": text, "actor": actor, "note": text, "unit": "antal", "baseline": "1", "target": "2",
                "date": "2028-12-31", **every},
        "matning": {"title": text, "goal": f"mal-{actor}", "actor": actor, "value": "3", "unit": "antal",
                    "date": "2026-06-30", "source": text},
        "hinder": {"title": text, "actor": actor, "description": text, "level": "mikro", "answer_due": "2028-01-01",
                   **every},
        "beslut": {"title": text, "actor": actor, "body": text, "note": text, "in_force": "2028-07-01"},
        "underlag": {"title": text, "actor": actor, "reference": text, "valid_to": "2028-12-31", "note": text},
        "mote": {"title": text, "actors": [actor], "participants": [text], "agreed": text, "chapters": ["1.2"],
                 "date": "2028-04-04"},
        "matkalla": {"title": text, "actor": actor, "body": text, "reference": text, "role": text, "note": text,
                     "interval": "ar", "date": "2026-06-30", "due": "2028-05-05", **every},
        "annanplan": {"title": text, "actor": actor, "role": text, "body": text, "diary_number": text,
                      "state": "galler", "date": "2026-05-05", "review": "2028-06-06", "reference": text, "note": text,
                      "efforts": [f"insats-{actor}"]},
        "tjanst": {"title": text, "actor": actor, "service": "listning", "state": "planerad", "date": "2028-07-07",
                   "reference": text, "note": text, **every},
        "kommentar": {"body": text, "actor": actor, "text": text, "handled": text, "plan": "gemensam"},
        "rapporttillfalle": {"title": text, "actor": actor, "deadline": "2028-03-31", "receiver": text},
    }
