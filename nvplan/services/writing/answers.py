"""Writes answers inside a change."""

from __future__ import annotations

from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.services.reading.state import ANSWERS
from nvplan.store.journal import STAMPS, Body
from nvplan.store.repository import Transaction


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


def put_answer(change: Transaction, question: Question, actor: str, value: Value | None) -> None:
    """Set one answer, or clear it with None, over whatever stands there."""
    body, _ = chapter_answers(change, question, actor)
    store_answer(change, question, actor, body, {"value": value} if value is not None else None)
