"""Holds that no fact is asked for twice: bound and shared questions have a place in a list, likenesses a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from nvplan.catalog.asked_facts import alike_beside, asked_fields, asked_items, every_field, same_words, words_of
from nvplan.catalog.bindings import bindings
from nvplan.catalog.faults import Fault
from nvplan.catalog.report_links import report_links
from nvplan.model.fact_list import ListedFact
from nvplan.model.question import Question
from nvplan.texts import catalog as catalog_texts

FACTS = "fakta.jsonl"
#: Where the details for the money forms stand: beside the plan, so that they are never in it.
CONTACTS = "blankettuppgifter"


def place_of(identity: str, questions: Mapping[str, Question]) -> frozenset[str]:
    """Return where the fact that a question, a field or an item of a report asks for may stand."""
    if identity in asked_items():
        link = report_links().get(identity)
        drawn = [place for question in link.questions for place in place_of(question, questions)] if link else []
        return frozenset((*drawn, *every_field(), CONTACTS))
    return frozenset({identity} if identity in asked_fields() else {_place(questions[identity])})


def _same_text(item: str) -> str:
    """Return the question whose answer is an item's text, empty where the item has a text of its own."""
    link = report_links().get(item)
    return link.same if link else ""


def _place(question: Question) -> str:
    if question.bound is None:
        return question.id
    return f"{question.bound.type}.{question.bound.field}" if question.bound.field else question.bound.type


def fact_faults(rows: Sequence[ListedFact], questions: Mapping[str, Question]) -> Iterator[Fault]:
    """Yield rows that name no question or another place than the question's, and facts that two rows give a place."""
    placed: set[str] = set()
    for place, row in enumerate(rows):
        for identity in row.asked:
            if not (identity in questions or identity in asked_fields() or identity in asked_items()):
                yield place, catalog_texts.FAULT_NO_QUESTION.format(question=identity)
            elif not row.differs and row.place not in (known := place_of(identity, questions)):
                yield place, catalog_texts.FAULT_FACT_PLACE.format(question=identity, place=min(known))
            elif row.place in questions and identity in asked_items() and _same_text(identity) != row.place:
                yield place, catalog_texts.FAULT_FACT_NOT_SAME.format(item=identity, question=row.place)
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
            yield catalog_texts.FAULT_FACT_MISSING.format(question=identity, place=_place(question))
    for identity in asked_items():
        if _same_text(identity) and identity not in placed:
            yield catalog_texts.FAULT_FACT_MISSING.format(question=identity, place=_same_text(identity))
    explained += [set(row.asked) for row in rows if row.place]
    for one, other in (*alike(questions), *alike_beside(questions)):
        if not any({one, other} <= known for known in explained):
            yield catalog_texts.FAULT_FACT_ALIKE.format(one=one, other=other)


def alike(questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    """Yield pairs of questions of different chapters that ask for something in much the same words."""
    words = {identity: words_of(question.label) for identity, question in questions.items()}
    for one, other in combinations(questions, 2):
        if same_words(words[one], words[other]) and questions[one].chapter != questions[other].chapter:
            yield one, other
