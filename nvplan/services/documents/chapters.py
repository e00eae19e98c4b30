"""Answers as tables and facts: every core question, and the deeper ones with an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nvplan.catalog.questions import PlanForm
from nvplan.model.document import Block, Cell, Fact, Facts, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.table import rows_of
from nvplan.model.numbers import format_number
from nvplan.model.plan import Answer
from nvplan.model.question import Question
from nvplan.model.values import Row, show_value
from nvplan.services.documents.kinds import LOOKS, read_only
from nvplan.services.documents.view import View
from nvplan.services.documents.words import counted
from nvplan.texts import documents as documents_texts
from nvplan.texts import objects as objects_texts

#: A table with more columns than this gathers the last ones in one, so that the page need not be turned.
MOST_COLUMNS = 6
_YEAR = "år"
_UNIT_IN_CELL = ("%", "procent")


@dataclass(frozen=True)
class Given:
    """One answer with whose it is."""

    actor: str
    answer: Answer


def answers(view: View, form: PlanForm, questions: Sequence[Question]) -> list[Block]:
    """Return questions with their answers: short ones as facts, those of several actors and tables as tables."""
    blocks: list[Block] = []
    facts: list[Fact] = []
    for question in questions:
        for one in _question(view, form, question):
            if isinstance(one, Fact):
                facts.append(one)
                continue
            if facts:
                blocks.append(Facts(items=tuple(facts)))
                facts = []
            blocks.append(one)
    return [*blocks, Facts(items=tuple(facts))] if facts else blocks


def _question(view: View, form: PlanForm, question: Question) -> Sequence[Fact | Table | Paragraph]:
    asked = view.asked(question, form)
    given = [Given(one, answer) for one in asked if (answer := view.answer(question, one)).value is not None]
    if not asked or (not given and not question.core):
        return []
    if not given:
        missing = documents_texts.missing_from([view.actor_name(one) for one in asked], len(asked))
        return [Fact(label=question.label, value=missing, missing=True, above=True)]
    if question.per == "aktor" and view.actor is None:
        return _of_actors(view, question, asked, given)
    answer = given[0].answer
    if question.columns:
        caption = question.label + (documents_texts.CARRIED if answer.carried else "")
        return [answer_table(question, rows_of(answer.value), caption)]
    return [Fact(label=question.label, value=shown(question, answer), above=True)]


def shown(question: Question, answer: Answer) -> str:
    """Return an answer in words, with a note where it is last year's and nobody has confirmed it."""
    if answer.value is None:
        return documents_texts.NOT_ANSWERED
    if kind_of(question).is_number and isinstance(answer.value, str):
        words = number_text(answer.value, question.unit)
    else:
        words = show_value(question, answer.value)
    return words + (documents_texts.CARRIED if answer.carried else "")


def number_text(value: str, unit: str) -> str:
    """Return a number with its unit: a year without, and a scale (`index 0–1`) in brackets."""
    if unit == _YEAR:
        return value
    number = format_number(Decimal(value))
    unit = objects_texts.unit_of(Decimal(value), unit)
    if unit in _UNIT_IN_CELL:
        unit = "%"
    if any(character.isdigit() for character in unit):
        return f"{number} ({unit.replace('(', '').replace(')', '')})"
    return f"{number}\u00a0{unit}".strip()


def _of_actors(view: View, question: Question, asked: Sequence[str], given: Sequence[Given]
               ) -> Sequence[Table | Paragraph]:
    """Return the actors' answers as one table, and who has not answered."""
    silent = [view.actor_name(one) for one in asked if one not in {each.actor for each in given}]
    if kind_of(question).is_countable:
        return [_counted_answers(view, question, given, silent)]
    if question.columns:
        table = actor_table(view, question, given, question.label, view.actor_name)
    else:
        rows = tuple((Cell(text=view.actor_name(one.actor)), Cell(text=shown(question, one.answer))) for one in given)
        table = Table(
            caption=question.label,
            first_column_is_header=True,
            rows=rows,
            columns=(
                TableColumn(title=documents_texts.COLUMN_ACTOR, weight=2),
                TableColumn(title=documents_texts.COLUMN_ANSWER, weight=4),
            ),
        )
    if not silent:
        return [table]
    return [
        table,
        Paragraph(text=documents_texts.NOT_ANSWERED_BY.format(names=documents_texts.listed(silent)), tone="missing"),
    ]


def _counted_answers(view: View, question: Question, given: Sequence[Given], silent: Sequence[str]) -> Table:
    groups: dict[str, list[str]] = {}
    for one in given:
        value = one.answer.value
        for words in show_value(question, value).splitlines():
            groups.setdefault(words + (documents_texts.CARRIED if one.answer.carried else ""), []).append(
                view.actor_name(one.actor))
    order = {option.label: place for place, option in enumerate(question.options)}
    told = sorted(groups.items(), key=lambda item: order.get(item[0], len(order)))
    return who_said_what(question.label, told, silent)


def who_said_what(caption: str, groups: Iterable[tuple[str, Sequence[str]]], silent: Sequence[str]) -> Table:
    """Return a table of what was answered, by how many and by whom, with those who have not answered last."""
    rows = [(Cell(text=words), counted(len(names)), Cell(text=documents_texts.listed(names)))
            for words, names in groups]
    if silent:
        rows.append((Cell(text=documents_texts.ANSWER_MISSING_FROM, missing=True), counted(len(silent)),
                     Cell(text=documents_texts.listed(silent))))
    return Table(
        caption=caption,
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_texts.COLUMN_ANSWER, weight=4),
            TableColumn(title=documents_texts.COLUMN_COUNT, kind="number", weight=1),
            TableColumn(title=documents_texts.COLUMN_WHO, weight=6),
        ),
    )


def answer_table(question: Question, rows: Sequence[Row], caption: str) -> Table:
    """Return an answer that is a table; columns that do not fit are gathered in the last one."""
    beside, folded = _folded(question.columns, MOST_COLUMNS)
    return Table(
        caption=caption, first_column_is_header=True,
        columns=_columns(beside, folded), rows=tuple(_row(row, beside, folded) for row in rows))


def actor_table(view: View, question: Question, given: Sequence[Given], caption: str,
                name: Callable[[str], str]) -> Table:
    """Return the rows of several actors in one table; `name` says what an actor is called in its first column."""
    beside, folded = _folded(question.columns, MOST_COLUMNS - 1)
    columns = (TableColumn(title=documents_texts.COLUMN_ACTOR, weight=2), *_columns(beside, folded))
    rows = [(Cell(text=name(one.actor) + (documents_texts.CARRIED if one.answer.carried else "")),
             *_row(row, beside, folded)) for one in given for row in rows_of(one.answer.value)]
    return Table(caption=caption, first_column_is_header=True, columns=columns, rows=tuple(rows))


def _folded(columns: Sequence[Column], most: int) -> tuple[Sequence[Column], Sequence[Column]]:
    """Return the columns that stand beside each other, and those that are gathered in one last column."""
    return (columns, ()) if len(columns) <= most else (columns[:most - 1], columns[most - 1:])


def _columns(beside: Sequence[Column], folded: Sequence[Column]) -> tuple[TableColumn, ...]:
    found = [TableColumn(title=_title(column), weight=LOOKS[column].weight, kind=read_only(LOOKS[column].cell))
             for column in beside]
    return (*found, TableColumn(title=documents_texts.COLUMN_OTHER, weight=5)) if folded else tuple(found)


def _title(column: Column) -> str:
    """Return a column's heading with its unit, which then need not stand in every cell."""
    unit = column.unit if column.unit not in _UNIT_IN_CELL else ""
    return f"{column.label} ({unit})" if unit and unit.casefold() not in column.label.casefold() else column.label


def _row(row: Row, beside: Sequence[Column], folded: Sequence[Column]) -> tuple[Cell, ...]:
    unit = next((option.unit for column in (*beside, *folded) for option in column.options
                 if option.unit and option.id == row.get(column.id)), "")
    cells = [_cell(row, column, unit) for column in beside]
    if folded:
        lines = [f"{column.label}: {_cell_text(row, column, unit)}"
                 for column in folded if row.get(column.id) is not None]
        cells.append(Cell(text="\n".join(lines) or documents_texts.NOTHING))
    return tuple(cells)


def _cell(row: Row, column: Column, unit: str) -> Cell:
    value = row.get(column.id)
    if value is None:
        return Cell(text=documents_texts.NOTHING, missing=column.required)
    number = Decimal(value) if kind_of(column).is_number and isinstance(value, str) else None
    return Cell(text=_cell_text(row, column, unit), number=number)


def _cell_text(row: Row, column: Column, row_unit: str) -> str:
    """Return a cell in words; `row_unit` is what its row counts in, where the column itself has no unit."""
    unit = "%" if (column.unit or row_unit) in _UNIT_IN_CELL else ""
    value = row.get(column.id)
    return show_value(column, value, unit)
