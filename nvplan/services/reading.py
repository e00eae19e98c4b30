"""Builds the plan's state from the repository's documents; a document that has not changed is not read again."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from nvplan.model.county import Actor
from nvplan.model.errors import DamagedFileError
from nvplan.model.objects import TYPES, SharedObject
from nvplan.model.plan import Answer, PlanInfo, PlanState
from nvplan.store.journal import Body
from nvplan.store.repository import Repository
from nvplan.texts import common as texts

PLAN, ACTORS, ANSWERS = "plan", "actors", "answers"
_Model = TypeVar("_Model", bound=BaseModel)


class StateReader:
    """Reads a repository into a `PlanState`."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[tuple[str, str], tuple[Body, Any]] = {}

    def read(self) -> PlanState:
        """Return the state at the repository's revision.

        Raises:
            DamagedFileError: a document does not fit the model.
        """
        repository = self._repository
        info = repository.get(PLAN, PLAN)
        if info is None:
            raise DamagedFileError(texts.FILE_DAMAGED.format(name=repository.path.name))
        history = repository.history()
        answers: dict[tuple[str, str], Answer] = {}
        for body in repository.list(ANSWERS):
            for question, answer in self._once(ANSWERS, body, self._answers).items():
                answers[str(body.get("actor")), question] = answer
        return PlanState(
            info=self._model(PlanInfo, info), revision=repository.revision,
            changed=history[-1]["when"] if history else "",
            actors=tuple(self._once(ACTORS, body, self._actor) for body in repository.list(ACTORS)),
            answers=answers,
            objects={name: self._objects(name, model) for name, model in TYPES.items()},
        )

    def _objects(self, table: str, model: type[SharedObject]) -> dict[str, SharedObject]:
        found = (self._once(table, body, lambda one: self._model(model, one)) for body in self._repository.list(table))
        return {one.id: one for one in found}

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
            raise DamagedFileError(texts.FILE_DAMAGED.format(name=self._repository.path.name)) from error
