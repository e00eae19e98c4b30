"""Checks all of data/: the catalogue, and beside it the review's rules and the example county's answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nvplan.catalog.checking import catalog_faults
from nvplan.catalog.checking_sources import EXAMPLE_COUNTY
from nvplan.catalog.faults import Fault, file_faults, id_faults
from nvplan.catalog.questions import all_questions
from nvplan.catalog.review_rules import RULES, Rule
from nvplan.model.errors import InputError, NvplanError
from nvplan.model.objects import ACTOR_TYPE, TYPES
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import check_value
from nvplan.services.writing.example import ExampleAnswer, ExampleObject
from nvplan.texts import catalog as catalog_texts

ANSWERS, OBJECTS = f"{EXAMPLE_COUNTY}/svar.jsonl", f"{EXAMPLE_COUNTY}/objekt.jsonl"


def data_faults(source_folder: Path | None = None) -> list[str]:
    """Return every fault of data/ as a sentence that names file, line and remedy; none when all of it holds.

    With a folder of source texts every line and heading is looked up there as well.
    """
    found = [*catalog_faults(source_folder, (RULES, ANSWERS, OBJECTS)), *file_faults(RULES, Rule, id_faults)]
    try:
        found += file_faults(ANSWERS, ExampleAnswer, _answer_faults)
        found += file_faults(OBJECTS, ExampleObject, _object_faults)
    except NvplanError as error:
        found.append(str(error))
    return list(dict.fromkeys(found))


def _answer_faults(rows: Sequence[ExampleAnswer]) -> Iterator[Fault]:
    """Yield answers to questions that do not exist, that stand twice, or that do not fit the question."""
    questions = all_questions()
    seen: set[tuple[str, str]] = set()
    for place, row in enumerate(rows):
        question = questions.get(row.question)
        if question is None:
            yield place, catalog_texts.FAULT_NO_QUESTION.format(question=row.question)
            continue
        if (question.per == "lan") != (row.actor == WHOLE_COUNTY):
            yield (
                place,
                catalog_texts.FAULT_ANSWER_ACTOR.format(question=row.question, per=catalog_texts.PER[question.per]),
            )
        if (row.question, row.actor) in seen:
            yield place, catalog_texts.FAULT_ROW_TWICE.format(id=row.question)
        seen.add((row.question, row.actor))
        try:
            check_value(question, row.value)
        except InputError as error:
            yield place, catalog_texts.FAULT_ANSWER.format(question=row.question, fault=error)


def _object_faults(rows: Sequence[ExampleObject]) -> Iterator[Fault]:
    """Yield objects of an unknown type; one may stand several times, each time as it was changed later."""
    known = (ACTOR_TYPE, *TYPES)
    for place, row in enumerate(rows):
        if row.type not in known:
            yield place, catalog_texts.FAULT_OBJECT_TYPE.format(type=row.type, known=", ".join(known))
