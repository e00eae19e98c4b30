"""What a form of 0.1.0 said where nobody has changed anything: the answers as they were stored then.

Since then some facts stand in registers, which may say something else, and some questions are asked no more. The log
still tells what was answered when the form was written out. The form does not say which nvplan wrote it; a question
that only 0.1.0 asked does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.values import show_value
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.returned.form import ReturnedForm
from nvplan.store.repository import Repository
from nvplan.texts import common as common_texts

_QUESTION = re.compile(r"(?<![0-9.])[123]\.\d{1,2}\.[a-z0-9-]+")
#: A unit that says its scale stands in brackets after the number since 0.2.0.
_UNIT = re.compile(r"\((?P<unit>index [^)]*)\)")


def is_of_0_1_0(form: ReturnedForm) -> bool:
    """Whether a form asks a question that went away after 0.1.0."""
    gone = removed_questions()
    return any(found in gone for text in _texts(form) for found in _QUESTION.findall(text))


def _texts(form: ReturnedForm) -> Iterator[str]:
    yield from (line.text for line in form.lines)
    yield from (given.text for sheet in form.sheets for row in sheet.rows for given in row)


def answered_then(plan: Repository, revision: int) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return what every question was answered with at a revision, as the log tells it, by question and actor.

    Only answers that were stored as answers, as 0.1.0 stored all of them; in the words that a form shows them.
    """
    found: dict[tuple[str, str], Any] = {}
    for entry in plan.history():
        if entry["revision"] > revision:
            break
        for change in entry.get("changes", ()):
            if change["table"] == ANSWERS and len(change["path"]) > 1:
                after = change.get("after")
                key = change["path"][1], change["id"].rpartition("@")[2]
                found[key] = after.get("value") if isinstance(after, dict) else None
    return {key: _shown(key[0], value) for key, value in found.items() if value is not None}


def _shown(question: str, value: Any) -> frozenset[str]:
    """Return how an answer is shown: in the words of today, and in those of then for a choice or a unit."""
    if isinstance(value, bool):
        return frozenset({common_texts.YES if value else common_texts.NO})
    known = all_questions().get(question)
    if known is None:
        return frozenset({str(value)})
    told = show_value(known, value)
    former = told
    for option in (option for field in (known, *known.inner) for option in field.options if option.former):
        former = former.replace(option.label, option.former[0])
    return frozenset({told, former, _UNIT.sub(r"\g<unit>", told), _UNIT.sub(r"\g<unit>", former)})
