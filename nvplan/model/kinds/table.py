"""Tables: a list of rows, each a dictionary from column id to a cell that is stored by the column's own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, ClassVar

from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Column, Field, KindName
from nvplan.model.kinds.kind import Cell, Day, Json, Kind, Naming, Row, Value, by_id
from nvplan.model.numbers import format_number
from nvplan.texts import common as common_texts

#: More rows than this is a register, not an answer.
MOST_ROWS = 500
#: More characters than this in all its cells, and a table cannot be worked with on a screen.
MOST_TABLE = 200_000
#: A table in a file may be larger than that: it was once stored without a bound.
MOST_STORED_TABLE = 10 * MOST_TABLE
#: How much of an unknown column is quoted.
_SHOWN = 40


class Table(Kind):
    """Rows with the field's columns; `of` returns the kind of a column."""

    name: ClassVar[KindName] = "tabell"
    no_such: ClassVar[str] = common_texts.NO_TABLE
    takes_json: ClassVar[bool] = True
    sample: ClassVar[str] = '[{"kolumn":"text"}]'
    has_columns: ClassVar[bool] = True

    def __init__(self, of: Callable[[Field], Kind]) -> None:
        self._of = of

    def _checked(self, field: Field, given: object) -> Value | None:
        if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
            raise InputError(common_texts.VALUE_NOT_JSON.format(kind=self.name, sample=self.sample))
        if len(given) > MOST_ROWS:
            raise InputError(common_texts.VALUE_MANY_ROWS.format(most=MOST_ROWS))
        rows = [self._row(field, number, row) for number, row in enumerate(given, 1)]
        length = sum(len(cell) for row in rows for cell in row.values() if isinstance(cell, str))
        if length > MOST_TABLE:
            raise InputError(common_texts.VALUE_TABLE_TOO_LONG.format(length=format_number(length),
                                                                      most=format_number(MOST_TABLE)))
        return [row for row in rows if row] or None

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is a list of rows whose cells fit their columns."""
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self._wrong()
        if len(value) > MOST_ROWS:
            raise InputError(common_texts.VALUE_MANY_ROWS.format(most=MOST_ROWS))
        columns, length = {column.id: column for column in field.inner}, 0
        for number, row in enumerate(value, 1):
            for name, cell in row.items():
                if name not in columns:
                    raise InputError(common_texts.VALUE_COLUMN_UNKNOWN.format(column=name[:_SHOWN]))
                self._check_cell(columns[name], number, cell)
                length += len(cell) if isinstance(cell, str) else 0
        if length > MOST_STORED_TABLE:
            raise InputError(common_texts.VALUE_TABLE_TOO_LONG.format(length=length, most=MOST_STORED_TABLE))

    def _check_cell(self, column: Column, number: int, cell: object) -> None:
        try:
            self._of(column).check_stored(column, cell)
        except InputError as error:
            raise InputError(
                common_texts.VALUE_IN_CELL.format(row=number, column=column.label, fault=error)
            ) from None

    def _row(self, field: Field, number: int, given: Mapping[str, object]) -> Row:
        columns = {column.id: column for column in field.inner}
        unknown = [name for name in given if name not in columns]
        if unknown:
            raise InputError(common_texts.VALUE_NO_COLUMN.format(column=unknown[0], columns=", ".join(columns)))
        row: Row = {}
        for name, column in columns.items():
            try:
                cell = self._of(column).check(column, given.get(name))
            except InputError as error:
                raise InputError(
                    common_texts.VALUE_IN_CELL.format(row=number, column=column.label, fault=error)
                ) from None
            if isinstance(cell, Cell):
                row[name] = cell
        return row

    def from_cell(self, field: Field, typed: str) -> Value | None:
        """Refuse: a table does not fit in one cell.

        Raises:
            InputError: there is something in the cell.
        """
        if typed.strip():
            raise InputError(common_texts.VALUE_NOT_IN_CELL)
        return None

    def show(self, field: Field, value: Any, naming: Naming = by_id, *, unit: str | None = None, between: str = "\n"
             ) -> str:
        """Return the rows, each on a line with the labels of its cells."""
        return between.join(self._show_row(field, row) for row in rows_of(value))

    def _show_row(self, field: Field, row: Row) -> str:
        cells = (f"{column.label}: {self._of(column).show(column, row[column.id])}"
                 for column in field.inner if column.id in row)
        return "; ".join(cells)

    def typed(self, field: Field, value: Any) -> str:
        """Return a row a line, with tabs between its cells."""
        return "\n".join("\t".join(self._of(column).typed(column, row.get(column.id)) for column in field.inner)
                         for row in rows_of(value))

    def to_json(self, field: Field, value: Value | None) -> Json:
        """Return the rows with numbers as numbers."""
        if value is None:
            return None
        columns = {column.id: column for column in field.inner}
        return [{name: self._of(columns[name]).to_json(columns[name], cell) if name in columns else cell
                 for name, cell in row.items()} for row in rows_of(value)]

    def codes(self, value: Value) -> set[str]:
        """Return nothing: no condition asks about a table's cells."""
        return set()

    def days(self, field: Field, value: Any) -> Iterator[Day]:
        """Yield the days in the rows, each with the first text of its row."""
        dated = [column for column in field.inner if self._of(column).is_day]
        texts = [column for column in field.inner if self._of(column).is_text]
        for number, row in enumerate(value if dated and isinstance(value, list) else (), 1):
            for column in dated if isinstance(row, dict) else ():
                told = next((str(row[one.id]) for one in texts if row.get(one.id)), "")
                for day in self._of(column).days(column, row.get(column.id)):
                    yield Day(day.date, number, column, told)

    def filled(self, field: Field, value: Any) -> Fraction:
        """Return the share of the required cells that hold something, over the rows that the table asks for.

        It asks for the rows that it starts from, whether they are there or taken away, and for those that were added.
        A heading that the table gives is no cell that anyone has filled. Without other required columns a row with
        anything in it is enough.
        """
        rows, columns = rows_of(value), field.inner
        if not rows:
            return Fraction(0)
        given = columns[:1] if field.headings else ()
        required = [column for column in columns if column.required and column not in given]
        present = {str(row.get(columns[0].id, "")) for row in rows}
        asked = len(rows) + sum(heading not in present for heading in field.headings)
        if required:
            full = sum(row.get(column.id) is not None for row in rows for column in required)
            return Fraction(full, asked * len(required))
        beside = [column for column in columns if column not in given]
        return Fraction(sum(any(row.get(column.id) is not None for column in beside) for row in rows), asked)


def rows_of(value: Any) -> list[Row]:
    """Return the rows of a table's value; none where it has no value."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def starting_rows(field: Field) -> list[Row]:
    """Return the rows that a table starts from: its given headings in the first column."""
    columns: tuple[Column, ...] = field.inner
    return [{columns[0].id: heading} for heading in field.headings]
