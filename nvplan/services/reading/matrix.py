"""A chapter's questions per actor as a table: which cells are asked, and what a pasted or copied block does to them."""

from __future__ import annotations

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
from nvplan.model.safetext import one_line
from nvplan.services.reading.pasted_rows import told_extra
from nvplan.services.reading.tabular import Placed, PlacedRow, place_rows, read_rows
from nvplan.texts import changes as changes_texts
from nvplan.texts import pasting as pasting_texts

#: The column of the actors among the columns of what was pasted; the questions come after it.
_ACTOR = 0
#: So much of a cell is quoted.
_LONGEST = 60
#: So much of a question names it in a sentence about one of its cells.
_LABEL = 44


@dataclass(frozen=True)
class CellAnswer:
    """An answer that a cell is to have: what `SetAnswer` takes, with the value that stood there when it was read."""

    question: str
    value: Value | None
    actor: str
    seen: Value | None


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


def shown_text(question: Question, value: Value | None) -> str:
    """Return an answer as a person reads it in the table: days briefly, as in every list; a number without its unit."""
    kind = kind_of(question)
    return kind.in_list(question, value) if kind.is_day else kind.in_cell(question, value)


def read_cell(question: Question, typed: str) -> Value | None:
    """Read one cell of a spreadsheet by the question's kind; an empty cell is no answer.

    Raises:
        InputError: it does not fit, or the question is answered with a table of its own.
    """
    return kind_of(question).from_cell(question, typed)


@dataclass
class Block:
    """What a pasted block would do: the answers that can be read, the faults, and how many answers it would replace."""

    answers: list[CellAnswer] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    replaced: int = 0
    outside: list[str] = field(default_factory=list)
    """What stood in cells below or to the right of the table."""
    notes: list[str] = field(default_factory=list)
    """What a person should know of the rest."""

    @property
    def explained(self) -> list[str]:
        """Every sentence on what could not be taken in."""
        return [*self.faults, *([changes_texts.OUTSIDE.format(
            count=len(self.outside), cells=pasting_texts.quoted(self.outside))] if self.outside else [])]


def read_block(matrix: Matrix, state: PlanState, pasted: str, row: int, column: int) -> Block:
    """Read tab-separated lines into the cells from the given one; an empty cell leaves the answer as it is.

    Where the first line is headings, they say which column is which question. Where most lines begin with the name of
    one of the actors, the lines go to those actors' rows.
    """
    block, placed = Block(), _placed(matrix, pasted, column)
    answers = dict(state.answers)
    trial = replace(state, answers=answers)
    for place, line in _rows(matrix, placed, row, block):
        for to, typed in sorted(line.cells.items()):  # a question may depend on one before it
            if to == _ACTOR:
                continue
            if place >= len(matrix.actors):
                block.outside.append(one_line(typed, _LONGEST))
                continue
            _take(matrix, trial, block, (place, to - 1), typed)
            if block.answers:
                last = block.answers[-1]
                answers[last.actor, last.question] = Answer(value=last.value)
    for extra in placed.extra:
        if extra.heading:
            block.faults.append(told_extra(extra))
        else:
            block.outside += [one_line(cell, _LONGEST) for cell in extra.cells]
    if placed.headed:
        block.notes.append(pasting_texts.HEADINGS_LEFT_OUT if block.answers else pasting_texts.ONLY_HEADINGS)
    block.notes += [pasting_texts.DASHES_EMPTY] if placed.dashes else []
    return block


def _placed(matrix: Matrix, pasted: str, column: int) -> Placed:
    """Return the pasted rows with the actor in the first column, where there is one, and each question one further."""
    lines = read_rows(pasted)
    columns = [changes_texts.ACTOR_HEADINGS, *((question.label, question.id) for question in matrix.columns)]
    placed = place_rows(lines, columns, column + 1)
    known = _known(matrix)
    begins = [bool(line) and fold(line[0].strip()) in known for line in lines]
    if placed.headed or sum(begins) * 2 <= len(lines) or not any(len(line) > 1 for line in lines):
        return placed
    body = place_rows([line[1:] for line in lines], columns, column + 1)
    is_heading = not body.headed and not begins[0] and all(begins[1:]) and len(lines) > 1
    rows = [PlacedRow(one.number, {_ACTOR: lines[one.number - 1][0].strip(), **one.cells})
            for one in (body.rows[1:] if is_heading else body.rows)]
    return Placed(rows, body.extra, body.headed or is_heading, body.dashes)


def _known(matrix: Matrix) -> dict[str, int]:
    """Return the row of every actor by its name and id."""
    return {fold(name): row for row, actor in enumerate(matrix.actors) for name in (actor.name, actor.id)}


def _rows(matrix: Matrix, placed: Placed, row: int, block: Block) -> Iterator[tuple[int, PlacedRow]]:
    """Yield each pasted row with the row of the table that it belongs to; a row about no actor here is a fault."""
    known = _known(matrix)
    by_name = any(line.cells.get(_ACTOR) for line in placed.rows)
    for at, line in enumerate(placed.rows):
        name = line.cells.get(_ACTOR, "")
        place = known.get(fold(name)) if by_name else row + at
        if place is not None:
            yield place, line
        elif len(line.cells) > bool(name):
            block.faults.append(pasting_texts.NO_ACTOR.format(row=line.number, name=one_line(name, _LONGEST)))


def _take(matrix: Matrix, trial: PlanState, block: Block, cell: tuple[int, int], typed: str) -> None:
    question, actor = matrix.columns[cell[1]], matrix.actors[cell[0]]
    before = matrix.answer(*cell, trial)
    try:
        if not matrix.is_asked(*cell, trial):
            raise InputError(changes_texts.NOT_ASKED)
        value = read_cell(question, typed)
    except InputError as error:
        block.faults.append(changes_texts.ANSWER_OF.format(question=one_line(question.label, _LABEL), actor=actor.name,
                                                          fault=error))
        return
    if any((one.actor, one.question) == (actor.id, question.id) for one in block.answers):
        if value != before.value:
            block.faults.append(pasting_texts.TWICE.format(question=one_line(question.label, _LABEL),
                                                           actor=actor.name, text=one_line(typed, _LONGEST)))
        return
    if value is not None and (value != before.value or before.carried):
        block.replaced += before.value is not None and value != before.value
        block.answers.append(CellAnswer(question.id, value, actor.id, seen=before.value))


def fill_down(matrix: Matrix, state: PlanState, cell: tuple[int, int], rows: Sequence[int] = ()) -> Block:
    """Return the answers that copy a cell's value downward: to the given rows, or where none are given to empty ones.

    Rows above the cell are left as they are, and so are those that are not asked the question.
    """
    row, column = cell
    value, question = matrix.answer(row, column, state).value, matrix.columns[column]
    block = Block()
    for place in rows or range(len(matrix.actors)):
        before = matrix.answer(place, column, state)
        if place <= row or not matrix.is_asked(place, column, state) or before.value == value:
            continue
        if rows or before.value is None:
            block.replaced += before.value is not None
            block.answers.append(CellAnswer(question.id, value, matrix.actors[place].id, seen=before.value))
    return block


def confirmations(matrix: Matrix, state: PlanState, column: int, rows: Sequence[int]) -> Iterator[CellAnswer]:
    """Yield the answers of a column's rows that were taken over from last year, as they stand."""
    for place in rows:
        answer = matrix.answer(place, column, state)
        if answer.carried and answer.value is not None:
            yield CellAnswer(matrix.columns[column].id, answer.value, matrix.actors[place].id, seen=answer.value)
