"""Writes answers inside a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog import anchors
from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.bound import write_bound
from nvplan.services.writing.plan_terms import join_terms
from nvplan.store.journal import STAMPS, Body
from nvplan.store.repository import Transaction

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def chapter_answers(change: Transaction, question: Question, actor: str) -> tuple[Body, Body]:
    """Return the document that holds the chapter's answers of an actor, and the answers in it by question."""
    body = change.get(ANSWERS, f"{question.chapter}@{actor}")
    body = body or {"chapter": question.chapter, "actor": actor, "answers": {}}
    return body, body["answers"]


def store_answer(change: Transaction, question: Question, actor: str, body: Body, answer: Body | None) -> None:
    """Put an answer in its document, stamped with when and in which role; None takes it away."""
    answers = {name: one for name, one in body["answers"].items() if name != question.id}
    kept = {name: one for name, one in (answer or {}).items()
            if name == "value" or (one is not False and name not in STAMPS)}
    if kept:
        answers[question.id] = {**kept, "changed": change.when, "role": change.role}
    change.put(ANSWERS, f"{question.chapter}@{actor}", {**body, "answers": answers})


def put_answer(session: PlanSession, change: Transaction, question: Question, actor: str, value: Value | None) -> None:
    """Set one answer where its fact is kept, or clear it with None, over whatever stands there.

    Raises:
        InputError: a shared object holds the answer, and the answer does not fit it.
    """
    body, answers = chapter_answers(change, question, actor)
    if question.bound is None:
        store_answer(change, question, actor, body, {"value": value} if value is not None else None)
        if question.id == anchors.PLAN_FORM:
            join_terms(change, value)
        return
    write_bound(session, change, question, actor, value)
    if question.id in answers:  # what an older form of the plan left there, or the mark of a skipped question
        store_answer(change, question, actor, body, None)


def stored_answer(session: PlanSession, question: Question, actor: str, answers: Body) -> Body:
    """Return an answer as it stands on disk: of its document, or of the shared object that holds it.

    Where the document says something beside the object it is told as `beside`: to answer is to choose.
    """
    stored: Body = answers.get(question.id, {})
    if question.bound is None:
        return stored
    read = session.state.answer(question.id, actor)
    return {**stored, "value": read.value, "carried": read.carried, "beside": stored.get("value") is not None}
