"""Builds the plan's state from the repository's documents; a document that has not changed is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from nvplan.model.county import Actor
from nvplan.model.objects import TYPES, SharedObject
from nvplan.model.plan import Answer, PlanState, SetAside
from nvplan.model.question import Question
from nvplan.model.values import show_value
from nvplan.services.reading.bound import BoundAnswers
from nvplan.services.reading.changed import changed_at
from nvplan.services.reading.fitting import (
    ACTORS,
    ANSWERS,
    PLAN,
    aside,
    document_fault,
    fitting_answers,
    fitting_info,
    foreign,
)
from nvplan.store.journal import ARCHIVE, Body
from nvplan.store.repository import Repository
from nvplan.texts import set_aside as set_aside_texts

__all__ = ["ACTORS", "ANSWERS", "PLAN", "StateReader"]
#: When a plan was changed last whose log does not say.
_LONG_AGO = "2020-01-01T00:00:00"


class StateReader:
    """Reads a repository into a `PlanState`."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[tuple[str, str], tuple[Body, Any]] = {}
        self._tables: dict[str, tuple[Sequence[Body], dict[str, SharedObject]]] = {}
        self._unfit: dict[str, list[SetAside]] = {}
        self._bound = BoundAnswers()

    def read(self) -> PlanState:
        """Return the state at the repository's revision.

        What does not fit is set aside, with its place and the reason; nothing in a file can stop the reading.
        """
        repository = self._repository
        info, left = fitting_info(repository.get(PLAN, PLAN))
        latest = repository.latest
        answers: dict[tuple[str, str], Answer] = {}
        for body in repository.list(ANSWERS):
            fits, unfit = self._once(ANSWERS, body, fitting_answers)
            left += unfit
            for question, answer in fits.items():
                answers[str(body.get("actor")), question] = answer
        read = [self._once(ACTORS, body, self._actor) for body in repository.list(ACTORS)]
        actors = tuple(one for one in read if isinstance(one, Actor))
        objects = {name: self._objects(name, model) for name, model in TYPES.items()}
        left += [one for one in read if isinstance(one, SetAside)]
        left += [one for found in self._unfit.values() for one in found]
        left += self._from_registers(answers, self._bound.read(objects, actors))
        return PlanState(
            info=info, revision=repository.revision,
            changed=latest["when"] if latest else info.created or _LONG_AGO,
            actors=actors, answers=answers, objects=objects,
            set_aside=(*left, *foreign(repository)),
            part=str((repository.get(ARCHIVE, ARCHIVE) or {}).get("actor", "")),
        )

    @staticmethod
    def _from_registers(answers: dict[tuple[str, str], Answer], held: Iterable[tuple[str, Question, Answer]]
                        ) -> Iterator[SetAside]:
        """Put in what the registers answer; what a file says otherwise beside them is set aside until someone chooses.

        A question that no register answers yet keeps what stands in the file, as where a pdf of ours is read.
        """
        for actor, question, answer in held:
            before = answers.get((actor, question.id))
            if before is not None and before.value not in (None, answer.value):
                one = aside(ANSWERS, f"{question.chapter}@{actor}", ("answers", question.id),
                            set_aside_texts.KEPT_ELSEWHERE, show_value(question, before.value))
                yield replace(one, conflicting=True)
            answers[actor, question.id] = answer

    def _objects(self, table: str, model: type[SharedObject]) -> dict[str, SharedObject]:
        """Return a table's objects: the same as last time where no document is new, all but a few made anew else."""
        bodies = self._repository.list(table)
        before, found = self._tables.setdefault(table, ((), {}))
        new = changed_at(before, bodies)
        if new == []:
            return found
        changed = self._changed(table, model, [(before[place], bodies[place]) for place in new or ()])
        if changed:
            found = {**found, **changed}
        else:
            known = {id(body): found.get(body["id"]) for body in before}
            read = [known.get(id(body)) or self._object(table, model, body) for body in bodies]
            self._unfit[table] = [one for one in read if isinstance(one, SetAside)]
            found = {one.id: one for one in read if not isinstance(one, SetAside)}
        self._tables[table] = bodies, found
        return found

    def _changed(self, table: str, model: type[SharedObject], pairs: Sequence[tuple[Body, Body]]
                 ) -> dict[str, SharedObject]:
        """Return the objects that changed where they stand; none where the table must be read as a whole."""
        if self._unfit.get(table) or any(old["id"] != new["id"] for old, new in pairs):
            return {}
        read = [self._object(table, model, new) for _, new in pairs]
        found = {one.id: one for one in read if not isinstance(one, SetAside)}
        return found if len(found) == len(read) else {}

    def _once(self, table: str, body: Body, read: Any) -> Any:
        key = table, body["id"]
        known = self._known.get(key)
        if known is None or known[0] is not body:
            known = self._known[key] = body, read(body)
        return known[1]

    @staticmethod
    def _actor(body: Body) -> Actor | SetAside:
        fault = document_fault(ACTORS, body["id"], body)
        return aside(ACTORS, body["id"], (), fault, body) if fault else Actor.model_validate(body)

    @staticmethod
    def _object(table: str, model: type[SharedObject], body: Body) -> SharedObject | SetAside:
        try:
            return model.model_validate(body)
        except ValidationError:
            return aside(table, body["id"], (), document_fault(table, body["id"], body), body)
