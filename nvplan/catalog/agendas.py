"""The ready-made agendas of meetings, read once and checked against the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nvplan.catalog.faults import Fault, file_faults, id_faults, read_checked
from nvplan.catalog.location import remembered
from nvplan.catalog.questions import all_questions
from nvplan.model.errors import UnknownNameError
from nvplan.model.meeting import Agenda, Dimension
from nvplan.texts import meetings as meetings_texts

AGENDAS, DIMENSIONS = "dagordningar.jsonl", "bedomningsmatt.jsonl"


@remembered
def agendas(folder: Path | None = None) -> tuple[Agenda, ...]:
    """Return every agenda, in the order of the file.

    Raises:
        CatalogError: data/dagordningar.jsonl does not hold.
    """
    return read_checked(AGENDAS, Agenda, agenda_faults, folder)


@remembered
def dimensions(folder: Path | None = None) -> tuple[Dimension, ...]:
    """Return everything that a meeting can score, in the order of the file.

    Raises:
        CatalogError: data/bedomningsmatt.jsonl does not hold.
    """
    return read_checked(DIMENSIONS, Dimension, dimension_faults, folder)


def dimension_faults(rows: Sequence[Dimension]) -> Iterator[Fault]:
    """Yield ids that stand twice, questions that do not exist and answers that they do not have."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        question = all_questions().get(row.question)
        if row.question and question is None:
            yield place, meetings_texts.FAULT_QUESTION.format(question=row.question)
        elif question is not None and row.value not in {option.id for option in question.options}:
            yield place, meetings_texts.FAULT_VALUE.format(value=row.value, question=row.question)


def agenda(identity: str) -> Agenda:
    """Return the agenda with this id.

    Raises:
        UnknownNameError: there is none; the sentence names those that exist.
    """
    known = {one.id: one for one in agendas()}
    if identity not in known:
        raise UnknownNameError(meetings_texts.AGENDA_UNKNOWN.format(wanted=identity, known=", ".join(known)))
    return known[identity]


def agenda_faults(rows: Sequence[Agenda]) -> Iterator[Fault]:
    """Yield ids that stand twice and questions that do not exist."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        for item in row.items:
            if item.question and item.question not in all_questions():
                yield place, meetings_texts.FAULT_QUESTION.format(question=item.question)


def all_agenda_faults(folder: Path | None = None) -> list[str]:
    """Return every fault in the agendas and in what is scored, as sentences."""
    return [*file_faults(AGENDAS, Agenda, agenda_faults, folder),
            *file_faults(DIMENSIONS, Dimension, dimension_faults, folder)]
