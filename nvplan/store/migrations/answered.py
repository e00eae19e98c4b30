"""Puts an answer that stood elsewhere into the document that holds its chapter's answers."""

from __future__ import annotations

from typing import Any

from nvplan.model.question import Question
from nvplan.model.values import stored_fault
from nvplan.store.format import Table

_Body = dict[str, Any]


def take_in(answers: Table, question: Question, actor: str, answer: _Body) -> bool:
    """Put an answer where its question has none; tell whether the question now says it."""
    if answer.get("value") is None or stored_fault(question, answer["value"]):
        return False
    identity = f"{question.chapter}@{actor}"
    number = next((one for one, body in answers.items() if body.get("id") == identity), None)
    if number is None:
        number = str(max((int(one) for one in answers), default=0) + 1)
        answers[number] = {"id": identity, "chapter": question.chapter, "actor": actor, "answers": {}}
    held = answers[number].get("answers")
    if not isinstance(held, dict):
        return False
    there = held.get(question.id)
    if isinstance(there, dict) and there.get("value") is not None:
        return bool(there["value"] == answer["value"])
    answers[number] = {**answers[number], "answers": {**held, question.id: answer}}
    return True
