"""Holds that no fact is asked for twice: bound and shared questions have a place in a list, likenesses a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from nvplan.catalog.bindings import bindings
from nvplan.catalog.faults import Fault
from nvplan.model.fact_list import ListedFact
from nvplan.model.question import Question
from nvplan.texts import catalog as catalog_texts

FACTS = "fakta.jsonl"
#: Two questions of different chapters with as many of their words in common may ask for the same fact.
ALIKE = 0.5
_WORD = re.compile(r"[a-zåäö0-9]+")
#: So much of a word tells it from others, whatever its ending.
_STEM = 6
_SMALL = frozenset(catalog_texts.SMALL_WORDS.split())


def place_of(question: Question) -> str:
    """Return where the fact that a question asks for stands, as the list of facts says it."""
    if question.bound is None:
        return question.id
    return f"{question.bound.type}.{question.bound.field}" if question.bound.field else question.bound.type


def fact_faults(rows: Sequence[ListedFact], questions: Mapping[str, Question]) -> Iterator[Fault]:
    """Yield rows that name no question or another place than the question's, and facts that two rows give a place."""
    placed: set[str] = set()
    for place, row in enumerate(rows):
        for identity in row.asked:
            if identity not in questions:
                yield place, catalog_texts.FAULT_NO_QUESTION.format(question=identity)
            elif not row.differs and place_of(questions[identity]) != row.place:
                yield place, catalog_texts.FAULT_FACT_PLACE.format(question=identity,
                                                                   place=place_of(questions[identity]))
            elif not row.differs and identity in placed:
                yield place, catalog_texts.FAULT_FACT_TWICE.format(question=identity)
            placed |= set() if row.differs else {identity}
        if row.differs and len(row.asked) < 2:
            yield place, catalog_texts.FAULT_FACT_ALONE


def unlisted(rows: Sequence[ListedFact], questions: Mapping[str, Question]) -> Iterator[str]:
    """Yield sentences on questions with a place elsewhere that no row tells, and on likenesses that none explains."""
    placed = {identity for row in rows if not row.differs for identity in row.asked}
    explained = [set(row.asked) for row in rows if row.differs]
    for identity, question in questions.items():
        if (identity in bindings() or question.also) and identity not in placed:
            yield catalog_texts.FAULT_FACT_MISSING.format(question=identity, place=place_of(question))
    for one, other in alike(questions):
        if not any({one, other} <= known for known in explained):
            yield catalog_texts.FAULT_FACT_ALIKE.format(one=one, other=other)


def alike(questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    """Yield pairs of questions of different chapters that ask for something in much the same words."""
    words = {identity: _words(question.label) for identity, question in questions.items()}
    for one, other in combinations(questions, 2):
        both, common = words[one] | words[other], words[one] & words[other]
        if questions[one].chapter != questions[other].chapter and both and len(common) >= ALIKE * len(both):
            yield one, other


def _words(label: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(label.casefold()) if word not in _SMALL)
