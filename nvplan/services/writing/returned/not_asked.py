"""Items of an older form whose question is asked no more: it is gone, or a step that shows a register."""

from __future__ import annotations

import re
from typing import NamedTuple

from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.kinds import kind_of
from nvplan.texts import common as common_texts

#: How an item of a checklist ends: with the id of its question.
_ITEM = re.compile(r"\s*(?P<text>[^\t\n]*\((?P<id>[123]\.\d{1,2}\.[a-z0-9-]+)\))\s*$")


class NotAsked(NamedTuple):
    """Such an item, and why nothing can be taken in there."""

    text: str
    reason: str


def reason_not_asked(question: str) -> str:
    """Return why no answer to a question is taken in, as a sentence; empty where it is asked."""
    if question in removed_questions():
        return common_texts.question_removed(question, removed_questions()[question].text)
    found = all_questions().get(question)
    return common_texts.REGISTER_NOW if found is not None and kind_of(found).is_shown_alone else ""


def no_longer_asked(text: str) -> NotAsked | None:
    """Return the item that a line begins, where its question is asked no more."""
    found = _ITEM.fullmatch(text.rpartition("\t")[2])
    reason = reason_not_asked(found["id"]) if found else ""
    return NotAsked(found["text"], reason) if found and reason else None
