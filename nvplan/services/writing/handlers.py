"""Carries out commands: the only code that changes a plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from nvplan.catalog.questions import find_question
from nvplan.model.errors import ConflictError, InputError
from nvplan.model.kinds import kind_of
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.model.values import Value, check_value, show_value, stored_fault, value_on_line
from nvplan.services.reading.applying import hidden_by, not_asked_told, refuse_out_of_place, with_answers
from nvplan.services.writing import commands_meetings, commands_plans, commands_reports, commands_rounds
from nvplan.services.writing.answers import chapter_answers, put_answer, store_answer, stored_answer
from nvplan.services.writing.commands import (
    AddObject,
    AddObjects,
    Command,
    DuplicateObject,
    Redo,
    RemoveMany,
    RemoveObject,
    SetAnswer,
    SetAnswers,
    SetEach,
    SetMany,
    SetObject,
    SkipQuestion,
    SpreadDecision,
    TakeBack,
    Undo,
    _Unset,
)
from nvplan.services.writing.objects import add_object, add_objects, remove_object, set_object
from nvplan.services.writing.several_objects import duplicate, remove_many, set_each, set_many, spread_decision
from nvplan.services.writing.undoing import redo, take_back, undo
from nvplan.store.journal import Body
from nvplan.texts import changes as changes_texts
from nvplan.texts import common as common_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

_Result = TypeVar("_Result")

def handle(session: PlanSession, command: Command[_Result]) -> _Result:
    """Carry out a command and return what it answers.

    Raises:
        InputError: the command cannot be carried out as it stands.
        ConflictError: someone else changed the same field in between.
        PlanFileError: the file could not be read or written.
    """
    answer: _Result = handlers_for(type(command))[type(command)](session, command)
    return answer


def _set_answer(session: PlanSession, command: SetAnswer) -> str:
    question = find_question(command.question)
    value = check_value(question, command.value)
    with session.transaction("svara", question.id, command.actor, command.edit) as change:
        if value is not None:
            refuse_out_of_place(session.state, question, command.actor)
        stored = stored_answer(session, question, command.actor, chapter_answers(change, question, command.actor)[1])
        seen = command.seen
        if value is None and seen is None and _is_set_aside(question, stored):
            return common_texts.ANSWER_CLEARED  # an empty field over what cannot be shown: nothing was chosen
        if _overtaken(question, stored, seen, value):
            raise ConflictError(
                common_texts.answer_conflict(_shown(question, stored.get("value")), _shown(question, value))
            )
        hidden = hidden_by(session.state, question, command.actor, value)
        if stored.get("value") != value or stored.get("carried") or stored.get("beside"):
            put_answer(session, change, question, command.actor, value)
    told = common_texts.ANSWER_SAVED if value is not None else common_texts.ANSWER_CLEARED
    return f"{told} {not_asked_told(session.state, hidden)}" if hidden else told


def _set_answers(session: PlanSession, command: SetAnswers) -> str:
    """Give every answer or none. One that holds the value already, and is not to be confirmed, is left as it is."""
    given = [(one, question := find_question(one.question), _checked(question, one)) for one in command.answers]
    questions = {question.id for _, question, _ in given}
    subject = questions.pop() if len(questions) == 1 else changes_texts.answers_subject(len(given))
    overtaken = []
    with session.transaction("svara", subject) as change:
        _refuse_out_of_place(session.state, given)
        for one, question, value in given:
            stored = stored_answer(session, question, one.actor, chapter_answers(change, question, one.actor)[1])
            if _overtaken(question, stored, one.seen, value):
                overtaken.append(f"{question.id} ({one.actor})")
            elif stored.get("value") != value or stored.get("carried") or stored.get("beside"):
                put_answer(session, change, question, one.actor, value)
        if overtaken:
            raise ConflictError(changes_texts.answers_conflict(overtaken))
    return changes_texts.answers_saved(len(given))


def _refuse_out_of_place(state: PlanState, given: Sequence[tuple[SetAnswer, Question, Value | None]]) -> None:
    """Refuse answers whose question is not asked once all of them are given: one may make another's question asked."""
    then = with_answers(state, {(one.actor, question.id): value for one, question, value in given})
    for one, question, value in given:
        if value is not None:
            refuse_out_of_place(then, question, one.actor)


def _overtaken(question: Question, stored: Body, seen: Value | _Unset | None, value: Value | None) -> bool:
    """Whether someone has written another answer since; what does not fit the question was never seen by anyone."""
    if isinstance(seen, _Unset) or _is_set_aside(question, stored):
        return False
    return stored.get("value") not in (seen, value)


def _is_set_aside(question: Question, stored: Body) -> bool:
    return stored.get("value") is not None and bool(stored_fault(question, stored["value"]))


def _checked(question: Question, one: SetAnswer) -> Value | None:
    try:
        return check_value(question, one.value)
    except InputError as error:
        raise InputError(changes_texts.ANSWER_OF.format(question=question.id, actor=one.actor, fault=error)) from None


def _shown(question: Question, value: Value | None) -> str:
    return value_on_line(question, value) if kind_of(question).is_counted else show_value(question, value)


def _skip(session: PlanSession, command: SkipQuestion) -> str:
    """Mark the question, or take the mark away; one that is answered loses its answer, and only where that is meant."""
    question = find_question(command.question)
    with session.transaction("hoppa", question.id, command.actor) as change:
        if command.skipped:
            refuse_out_of_place(session.state, question, command.actor)
        stored = stored_answer(session, question, command.actor, chapter_answers(change, question, command.actor)[1])
        if command.skipped and stored.get("value") is not None and not _is_set_aside(question, stored):
            if not command.clears:
                raise InputError(common_texts.SKIP_ANSWERED)
            put_answer(session, change, question, command.actor, None)
        body, answers = chapter_answers(change, question, command.actor)
        stored = dict(answers.get(question.id, {}))
        was_skipped = bool(stored.get("skipped"))
        if was_skipped != command.skipped:
            stored["skipped"] = command.skipped
            store_answer(change, question, command.actor, body, stored)
    if command.skipped:
        return common_texts.QUESTION_SKIPPED
    return common_texts.QUESTION_RESUMED if was_skipped else common_texts.QUESTION_NOT_SKIPPED


#: Those of every sitting; the others are imported with the first command of their kind.
_HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    SetAnswer: _set_answer,
    SetAnswers: _set_answers,
    SkipQuestion: _skip,
    SetObject: set_object,
    AddObject: add_object,
    AddObjects: add_objects,
    RemoveObject: remove_object,
    SetEach: set_each,
    SpreadDecision: spread_decision,
    SetMany: set_many,
    RemoveMany: remove_many,
    DuplicateObject: duplicate,
    Undo: lambda session, _command: undo(session),
    TakeBack: take_back,
    Redo: lambda session, _command: redo(session),
}


def handlers_for(command: type) -> Mapping[type, Callable[[Any, Any], Any]]:
    """Return the handlers among which a command's stands."""
    if command.__module__ == commands_reports.__name__:
        from nvplan.services.writing.reports import HANDLERS
    elif command.__module__ in (commands_meetings.__name__, commands_rounds.__name__):
        from nvplan.services.writing.meeting_handlers import HANDLERS
    elif command.__module__ == commands_plans.__name__:
        from nvplan.services.writing.plans import HANDLERS
    elif command in _HANDLERS:
        return _HANDLERS
    else:
        from nvplan.services.writing.confirming import HANDLERS
    return HANDLERS
