"""Reads which questions are bound to shared objects, and checks that question and object go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nvplan.catalog.faults import Fault, read_checked
from nvplan.catalog.location import remembered
from nvplan.model.binding import Binding
from nvplan.model.county import Actor
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.question import Question
from nvplan.texts import catalog as catalog_texts

BINDINGS = "bindningar.jsonl"


@remembered
def bindings() -> Mapping[str, Binding]:
    """Return the bindings by question.

    Raises:
        CatalogError: data/bindningar.jsonl does not hold.
    """
    return {row.question: row for row in read_checked(BINDINGS, Binding, twice)}


def twice(rows: Sequence[Binding]) -> Iterator[Fault]:
    """Yield the rows whose question an earlier row binds already: a fact has one place."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row.question in seen:
            yield place, catalog_texts.FAULT_BOUND_TWICE.format(question=row.question)
        seen.add(row.question)


def binding_faults(rows: Sequence[Binding], questions: Mapping[str, Question]) -> Iterator[Fault]:
    """Yield bindings whose question, type, fields, options or columns do not exist."""
    from nvplan.model.objects import (  # only a check needs the types; opening a plan's questions does not
        ABOUT,
        ACTOR_TYPE,
        TYPES,
    )

    for place, row in enumerate(rows):
        question = questions.get(row.question)
        if question is None:
            yield place, catalog_texts.FAULT_NO_QUESTION.format(question=row.question)
            continue
        if row.type not in ABOUT:
            yield place, catalog_texts.FAULT_BOUND_TYPE.format(type=row.type, known=", ".join(ABOUT))
            continue
        for fault in (*_field_faults(row, (Actor if row.type == ACTOR_TYPE else TYPES[row.type]).model_fields,
                                      shows=kind_of(question).is_shown_alone), *_part_faults(row, question)):
            yield place, fault


def _field_faults(row: Binding, known: Mapping[str, object], *, shows: bool) -> Iterator[str]:
    told = {row.field, row.latest, row.share, *row.match, *row.fill, *row.extra, *row.columns.values()} - {""}
    told |= {*row.needs, *row.complete}
    told |= {name for fields in (*row.rows.values(), *row.needs.values()) for name in fields}
    for name in sorted(told - set(known)):
        yield catalog_texts.FAULT_BOUND_FIELD.format(field=name, type=row.type)
    if bool(row.field) + bool(row.columns) != (0 if shows else 1):
        yield catalog_texts.FAULT_BOUND_HOW


def _part_faults(row: Binding, question: Question) -> Iterator[str]:
    columns = {column.id: column for column in question.columns}
    if row.columns and set(row.columns) != set(list(columns)[1:]):
        yield catalog_texts.FAULT_BOUND_COLUMNS.format(columns=", ".join(list(columns)[1:]))
    if row.columns and set(row.rows) != set(question.rows):
        yield catalog_texts.FAULT_BOUND_ROWS.format(rows=", ".join(question.rows))
    coded: tuple[Field, ...] = (question, *question.columns)
    options = {choice.code for one in coded for choice in kind_of(one).choices(one)}
    for option in sorted({*row.codes, *row.whole_when} - options):
        yield catalog_texts.FAULT_BOUND_OPTION.format(option=option)
