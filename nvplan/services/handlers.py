"""Carries out commands: the only code that changes a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nvplan import texts
from nvplan.catalog.questions import find_question
from nvplan.model.errors import ConflictError, InputError, UnknownNameError
from nvplan.model.objects import TYPES
from nvplan.model.question import Question
from nvplan.model.safetext import clean
from nvplan.model.values import Value, check_value, show_value
from nvplan.services.commands import (
    Command,
    Redo,
    RemoveObject,
    SetAnswer,
    SetObject,
    SetStanding,
    SkipQuestion,
    Undo,
    _Unset,
)
from nvplan.services.history import redo, undo
from nvplan.services.reading import ANSWERS, PLAN
from nvplan.store.journal import Body
from nvplan.store.repository import Transaction

if TYPE_CHECKING:
    from nvplan.services.session import PlanSession


def handle(session: PlanSession, command: Command) -> str:
    """Carry out a command and return a sentence on what was done.

    Raises:
        InputError: the command cannot be carried out as it stands.
        ConflictError: someone else changed the same field in between.
        PlanFileError: the file could not be read or written.
    """
    return _HANDLERS[type(command)](session, command)


def _set_answer(session: PlanSession, command: SetAnswer) -> str:
    question = find_question(command.question)
    value = check_value(question, command.value)
    with session.repository.transaction(session.role, "svara", question.id, command.actor, command.edit) as change:
        body, answers = _answers(change, question, command.actor)
        stored = answers.get(question.id, {})
        if not isinstance(command.seen, _Unset) and stored.get("value") not in (command.seen, value):
            raise ConflictError(texts.answer_conflict(_shown(question, stored.get("value")), _shown(question, value)))
        if stored.get("value") != value or stored.get("carried"):
            _store(change, question, command.actor, body, {"value": value} if value is not None else None)
    return texts.ANSWER_SAVED if value is not None else texts.ANSWER_CLEARED


def _shown(question: Question, value: Value | None) -> str:
    return show_value(question, value)


def _skip(session: PlanSession, command: SkipQuestion) -> str:
    question = find_question(command.question)
    with session.repository.transaction(session.role, "hoppa", question.id, command.actor) as change:
        body, answers = _answers(change, question, command.actor)
        stored = dict(answers.get(question.id, {}))
        if bool(stored.get("skipped")) != command.skipped:
            stored["skipped"] = command.skipped
            _store(change, question, command.actor, body, stored)
    return texts.QUESTION_SKIPPED if command.skipped else texts.QUESTION_RESUMED


def _answers(change: Transaction, question: Question, actor: str) -> tuple[Body, Body]:
    body = change.get(ANSWERS, f"{question.chapter}@{actor}")
    body = body or {"chapter": question.chapter, "actor": actor, "answers": {}}
    return body, body["answers"]


def _store(change: Transaction, question: Question, actor: str, body: Body, answer: Body | None) -> None:
    answers = {name: one for name, one in body["answers"].items() if name != question.id}
    if answer:
        answers[question.id] = {name: one for name, one in answer.items() if one is not False or name == "value"} | {
            "changed": change.when, "role": change.role}
    change.put(ANSWERS, f"{question.chapter}@{actor}", {**body, "answers": answers})


def _set_object(session: PlanSession, command: SetObject) -> str:
    model = TYPES[command.type]
    with session.repository.transaction(session.role, "satt", command.identity, command.type) as change:
        before = change.get(command.type, command.identity) or {}
        given = {name: _clean(value) for name, value in command.fields.items() if name != "id"}
        try:
            after = model.model_validate({**before, **given, "id": command.identity})
        except ValidationError as error:
            raise InputError(_object_fault(error)) from None
        body = after.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        if body != before:
            change.put(command.type, command.identity, body)
    return texts.OBJECT_SAVED


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value


def _object_fault(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return texts.object_fault(".".join(str(part) for part in first["loc"]), str(first["type"]), first.get("ctx") or {})


def _remove_object(session: PlanSession, command: RemoveObject) -> str:
    with session.repository.transaction(session.role, "bort", command.identity, command.type) as change:
        if change.get(command.type, command.identity) is None:
            raise UnknownNameError(texts.OBJECT_UNKNOWN.format(type=command.type, id=command.identity))
        change.delete(command.type, command.identity)
    return texts.OBJECT_REMOVED


def _set_standing(session: PlanSession, command: SetStanding) -> str:
    with session.repository.transaction(session.role, "lage", command.standing) as change:
        body = change.get(PLAN, PLAN) or {}
        fields = {"standing": command.standing, "standing_date": command.date, "standing_body": clean(command.body)}
        change.put(PLAN, PLAN, {**body, **fields})
    return texts.STANDING_SAVED


_HANDLERS: dict[type, Callable[[Any, Any], str]] = {
    SetAnswer: _set_answer,
    SkipQuestion: _skip,
    SetObject: _set_object,
    RemoveObject: _remove_object,
    SetStanding: _set_standing,
    Undo: lambda session, _command: undo(session),
    Redo: lambda session, _command: redo(session),
}
