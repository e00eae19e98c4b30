"""Builds the plan's state from the repository's documents; a document that has not changed is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from nvplan.model.county import Actor
from nvplan.model.errors import DamagedFileError
from nvplan.model.objects import TYPES, SharedObject
from nvplan.model.plan import Answer, PlanInfo, PlanState
from nvplan.store.journal import Body
from nvplan.store.repository import Repository
from nvplan.texts import common as common_texts

PLAN, ACTORS, ANSWERS = "plan", "actors", "answers"
_Model = TypeVar("_Model", bound=BaseModel)


class StateReader:
    """Reads a repository into a `PlanState`."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[tuple[str, str], tuple[Body, Any]] = {}
        self._tables: dict[str, tuple[Sequence[Body], dict[str, SharedObject]]] = {}

    def read(self) -> PlanState:
        """Return the state at the repository's revision.

        Raises:
            DamagedFileError: a document does not fit the model.
        """
        repository = self._repository
        info = repository.get(PLAN, PLAN)
        if info is None:
            raise DamagedFileError(common_texts.FILE_DAMAGED.format(name=repository.name))
        latest = repository.latest
        answers: dict[tuple[str, str], Answer] = {}
        for body in repository.list(ANSWERS):
            for question, answer in self._once(ANSWERS, body, self._answers).items():
                answers[str(body.get("actor")), question] = answer
        return PlanState(
            info=self._model(PlanInfo, info), revision=repository.revision,
            changed=latest["when"] if latest else "",
            actors=tuple(self._once(ACTORS, body, self._actor) for body in repository.list(ACTORS)),
            answers=answers,
            objects={name: self._objects(name, model) for name, model in TYPES.items()},
        )

    def _objects(self, table: str, model: type[SharedObject]) -> dict[str, SharedObject]:
        """Return a table's objects: the same as last time where no document is new, all but a few made anew else."""
        bodies = self._repository.list(table)
        before, found = self._tables.get(table, ((), {}))
        if len(before) == len(bodies):
            new = [(body, old) for body, old in zip(bodies, before, strict=True) if body is not old]
            if all(body["id"] == old["id"] for body, old in new):
                changed = {body["id"]: self._model(model, body) for body, _ in new}
                found = {**found, **changed} if changed else found
                self._tables[table] = bodies, found
                return found
        known = {id(body): found[body["id"]] for body in before}
        found = {body["id"]: known[id(body)] if id(body) in known else self._model(model, body) for body in bodies}
        self._tables[table] = bodies, found
        return found

    def _once(self, table: str, body: Body, read: Any) -> Any:
        key = table, body["id"]
        known = self._known.get(key)
        if known is None or known[0] is not body:
            known = self._known[key] = body, read(body)
        return known[1]

    def _actor(self, body: Body) -> Actor:
        return self._model(Actor, body)

    def _answers(self, body: Body) -> dict[str, Answer]:
        return {question: self._model(Answer, answer) for question, answer in body.get("answers", {}).items()}

    def _model(self, model: type[_Model], body: Body) -> _Model:
        try:
            return model.model_validate(body)
        except ValidationError as error:
            raise DamagedFileError(common_texts.FILE_DAMAGED.format(name=self._repository.name)) from error
