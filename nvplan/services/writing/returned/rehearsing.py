"""Tries what a form would write before it is written: what a handler turns down is refused, the rest is taken in.

The preview and the real thing ask the same, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.returned.found import Found, Weighed, Write, stored
from nvplan.store.journal import Body
from nvplan.store.repository import Repository
from nvplan.texts import returned as returned_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


class _Rehearsal:
    """A change that is never written: reads see what it has been told, and the plan below it."""

    def __init__(self, plan: Repository, role: str) -> None:
        self._plan, self.role, self.when = plan, role, ""
        self._told: dict[tuple[str, str], Body | None] = {}

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""
        key = table, identity
        return self._told[key] if key in self._told else self._plan.get(table, identity)

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents with their ids in the order they came; those that are told anew come last."""
        found: dict[str, Body | None] = {str(one["id"]): one for one in self._plan.list(table)}
        found |= {identity: None if body is None else {**body, "id": identity}
                  for (where, identity), body in self._told.items() if where == table}
        return [one for one in found.values() if one is not None]

    def put(self, table: str, identity: str, body: Body) -> None:
        """Remember a document."""
        self._told[table, identity] = body

    def delete(self, table: str, identity: str) -> None:
        """Remember that a document is gone."""
        self._told[table, identity] = None

    def mark(self, *, undoes: int | None = None, redoes: int | None = None, takes_back: int | None = None,
             subject: str = "", actor: str = "") -> None:
        """Do nothing: a rehearsal stands in no history."""


def answer_fault(session: OpenPlan, question: str, actor: str, value: Any) -> str:
    """Return why an answer would be turned down when it is written, as a sentence; empty where it would not."""
    change = _Rehearsal(session.repository, session.role)
    return _fault(lambda: put_answer(cast("PlanSession", session), change, all_questions()[question], actor, value))


def _write_fault(session: OpenPlan, write: Write) -> str:
    change = _Rehearsal(session.repository, session.role)

    def put() -> None:
        identity = write.identity or new_identity(cast("PlanSession", session), SetObject(write.kind, "", write.fields))
        put_object(change, write.kind, identity, write.fields)

    return _fault(put)


def _fault(write: Callable[[], object]) -> str:
    try:
        write()
    except InputError as error:
        return str(error)
    return ""


def leave_what_is_turned_down(session: OpenPlan, found: Found) -> None:
    """Refuse, with the reason, each place of what a handler would turn down; the rest of the form is taken in."""
    answers = [(one, answer_fault(session, *one)) for one in found.answers]
    writes = [(one, _write_fault(session, one)) for one in found.writes]
    found.answers = [one for one, fault in answers if not fault]
    found.writes = [one for one, fault in writes if not fault]
    for (question, actor, _), fault in answers:
        if fault:
            _refuse(found, [one for one in found.weighed if _answers(one, question, actor)], fault)
    for write, fault in writes:
        if fault:
            _refuse(found, [one for one in found.weighed if _is_of(one, write)], fault)


def _answers(one: Weighed, question: str, actor: str) -> bool:
    change = one.proposal.change
    return change["path"][1:] == [question] and change["id"].rpartition("@")[2] == actor


def _is_of(one: Weighed, write: Write) -> bool:
    change = one.proposal.change
    if change["table"] != write.kind:
        return False
    if write.identity:
        return change["id"] == write.identity and change["path"][:1] == list(write.fields)
    return not change["path"] and change.get("after") == {name: stored(value) for name, value in write.fields.items()}


def _refuse(found: Found, turned_down: Sequence[Weighed], fault: str) -> None:
    for one in turned_down:
        found.weighed.remove(one)
        for told in one.cells:
            found.refuse(f"{one.mark}{one.new_row + ': ' if one.new_row else ''}{told.where}", told.text,
                         returned_texts.said_once(fault, "", told.text))
