"""Reads which answers cannot stand together, and which answers no met requirement goes with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.catalog.faults import Fault, file_faults, read_checked
from nvplan.catalog.location import remembered
from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements
from nvplan.model.contradiction import Contradiction
from nvplan.model.kinds import kind_of
from nvplan.texts import catalog as catalog_texts

CONTRADICTIONS = "motsagelser.jsonl"


@remembered
def contradictions() -> tuple[Contradiction, ...]:
    """Return the rows in the order of the file.

    Raises:
        CatalogError: data/motsagelser.jsonl does not hold, or points at what does not exist.
    """
    return read_checked(CONTRADICTIONS, Contradiction, _faults)


def contradiction_faults() -> list[str]:
    """Return every fault of the file."""
    return file_faults(CONTRADICTIONS, Contradiction, _faults)


def _faults(rows: Sequence[Contradiction]) -> Iterator[Fault]:
    """Yield rows about questions, answers or requirements that do not exist, and rows with both sides or none."""
    known, demands = all_questions(), requirements()
    for place, row in enumerate(rows):
        if bool(row.against) == bool(row.requirement):
            yield place, catalog_texts.FAULT_CONTRADICTION_SIDES
        for question, answers in ((row.question, row.answers), (row.against, row.against_answers)):
            if not question:
                continue
            if question not in known:
                yield place, catalog_texts.FAULT_NO_QUESTION.format(question=question)
                continue
            for code in answers:
                if code not in {choice.code for choice in kind_of(known[question]).choices(known[question])}:
                    yield place, catalog_texts.FAULT_CONTRADICTION_ANSWER.format(question=question, answer=code)
        if row.requirement and row.requirement not in demands:
            yield place, catalog_texts.FAULT_NO_REQUIREMENT.format(requirement=row.requirement)
