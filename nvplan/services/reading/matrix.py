"""A chapter's questions per actor as a table: which cells are asked, and what a pasted or copied block does to them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nvplan.catalog.questions import PlanForm
from nvplan.model.collation import fold
from nvplan.model.county import Actor
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.kind import Value
from nvplan.model.plan import Answer, PlanState
from nvplan.model.progress import actors_of, applies
from nvplan.model.question import Question
from nvplan.services.writing.commands import SetAnswer
from nvplan.texts import changes as changes_texts


@dataclass(frozen=True)
class Matrix:
    """A table of answers: a row per actor that answers the question, a column per neighbouring question per actor."""

    form: PlanForm
    question: Question
    columns: tuple[Question, ...]
    actors: tuple[Actor, ...]

    def is_asked(self, row: int, column: int, state: PlanState) -> bool:
        """Whether the row's actor answers the column's question, and its conditions hold."""
        question, actor = self.columns[column], self.actors[row]
        return bool(actors_of(question, (actor,))) and applies(question, state, actor.id, self.form.by_id)

    def answer(self, row: int, column: int, state: PlanState) -> Answer:
        """Return the answer in a cell."""
        return state.answer(self.columns[column].id, self.actors[row].id)


def matrix_of(form: PlanForm, question: Question, state: PlanState) -> Matrix:
    """Return the table around a question per actor: its actors, and every question of its chapter that they share."""
    actors = actors_of(question, state.actors)
    columns = tuple(one for one in form.of_chapter(question.chapter)
                    if one.per == "aktor" and actors_of(one, actors))
    return Matrix(form, question, columns, tuple(actors))


def cell_text(question: Question, value: Value | None) -> str:
    """Return an answer as it stands in a cell of a spreadsheet: it reads back as the same answer."""
    return kind_of(question).in_cell(question, value)


def read_cell(question: Question, typed: str) -> Value | None:
    """Read one cell of a spreadsheet by the question's kind; an empty cell is no answer.

    Raises:
        InputError: it does not fit, or the question is answered with a table of its own.
    """
    return kind_of(question).from_cell(question, typed)


@dataclass
class Block:
    """What a pasted block would do: the answers that can be read, the faults, and how many answers it would replace."""

    answers: list[SetAnswer] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    replaced: int = 0
    outside: int = 0

    @property
    def explained(self) -> list[str]:
        """Every sentence on what could not be taken in."""
        return [*self.faults, *([changes_texts.OUTSIDE.format(count=self.outside)] if self.outside else [])]


def read_block(matrix: Matrix, state: PlanState, pasted: str, row: int, column: int) -> Block:
    """Read tab-separated lines into the cells from the given one; an empty cell leaves the answer as it is.

    Where every line begins with the name of one of the actors, the lines go to those actors' rows.
    """
    lines = _lines(pasted)
    named = _named_rows(matrix, lines)
    places = named if named is not None else range(row, row + len(lines))
    answers = dict(state.answers)
    trial = replace(state, answers=answers)
    block = Block()
    for place, line in zip(places, lines, strict=True):
        for at, typed in enumerate(line[1:] if named is not None else line, column):
            if not typed.strip():
                continue
            if place >= len(matrix.actors) or at >= len(matrix.columns):
                block.outside += 1
                continue
            _take(matrix, trial, block, (place, at), typed)
            if block.answers:
                last = block.answers[-1]
                answers[last.actor, last.question] = Answer(value=last.value)
    return block


def _take(matrix: Matrix, trial: PlanState, block: Block, cell: tuple[int, int], typed: str) -> None:
    question, actor = matrix.columns[cell[1]], matrix.actors[cell[0]]
    before = matrix.answer(*cell, trial)
    try:
        if not matrix.is_asked(*cell, trial):
            raise InputError(changes_texts.NOT_ASKED)
        value = read_cell(question, typed)
    except InputError as error:
        block.faults.append(changes_texts.ANSWER_OF.format(question=question.id, actor=actor.name, fault=error))
        return
    if value is not None and (value != before.value or before.carried):
        block.replaced += before.value is not None and value != before.value
        block.answers.append(SetAnswer(question.id, value, actor.id, seen=before.value))


def _lines(pasted: str) -> list[list[str]]:
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    if text.count('"') % 2:
        lines = [line.split("\t") for line in text.split("\n")]
    else:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    return lines


def _named_rows(matrix: Matrix, lines: Sequence[Sequence[str]]) -> list[int] | None:
    """Return the row of each line where all of them begin with an actor's name, None where they do not."""
    known = {fold(name): row for row, actor in enumerate(matrix.actors) for name in (actor.name, actor.id)}
    found = [known.get(fold(line[0].strip())) if line else None for line in lines]
    rows = [row for row in found if row is not None]
    return rows if rows and len(rows) == len(lines) and any(len(line) > 1 for line in lines) else None


def fill_down(matrix: Matrix, state: PlanState, cell: tuple[int, int], rows: Sequence[int] = ()) -> Block:
    """Return the answers that copy a cell's value to the given rows, or where none are given to every empty row.

    Rows that are not asked the question are left out.
    """
    row, column = cell
    value, question = matrix.answer(row, column, state).value, matrix.columns[column]
    block = Block()
    for place in rows or range(len(matrix.actors)):
        before = matrix.answer(place, column, state)
        if place == row or not matrix.is_asked(place, column, state) or before.value == value:
            continue
        if rows or before.value is None:
            block.replaced += before.value is not None
            block.answers.append(SetAnswer(question.id, value, matrix.actors[place].id, seen=before.value))
    return block


def confirmations(matrix: Matrix, state: PlanState, column: int, rows: Sequence[int]) -> Iterator[SetAnswer]:
    """Yield the answers of a column's rows that were taken over from last year, as they stand."""
    for place in rows:
        answer = matrix.answer(place, column, state)
        if answer.carried and answer.value is not None:
            yield SetAnswer(matrix.columns[column].id, answer.value, matrix.actors[place].id, seen=answer.value)
