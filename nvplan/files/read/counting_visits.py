"""Reads a file with visits and works out its index: with the faster engine where that is there, else row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.files.read.visit_file import VisitFile, open_visits
from nvplan.files.read.visits_duckdb import count_visits
from nvplan.services.figures.columns import find_columns, said_of, signature
from nvplan.services.figures.index import work_out
from nvplan.services.figures.outcome import Outcome, Row
from nvplan.services.figures.rule import Rule
from nvplan.services.preferences import remember_visit_columns, visit_columns

#: Rows between each word of how far the reading is.
_ROWS_BETWEEN = 20_000


@dataclass(frozen=True)
class Asked:
    """What is to be counted of a file, and how the file is to be read."""

    rule: Rule = field(default_factory=Rule)
    by: Sequence[str] = ("enhet", "yrke")
    columns: Sequence[str] = ()
    """`field=heading` or `field=number` for the columns that their headings do not tell; remembered afterwards."""
    separator: str = ""
    encoding: str = ""


class _Watched:
    """A file whose reader is told of now and then, so that a person who waits may see how far it is, or end it."""

    def __init__(self, table: VisitFile, at_row: Callable[[int], None]) -> None:
        self._table, self._at_row = table, at_row
        self.size, self.header = table.size, table.header

    def __iter__(self) -> Iterator[Row]:
        for count, row in enumerate(self._table):
            if not count % _ROWS_BETWEEN:
                self._at_row(count)
            yield row


def count_file(path: Path, asked: Asked, today: dt.date, at_row: Callable[[int], None] | None = None) -> Outcome:
    """Return what a file with visits comes to.

    Args:
        path: where the file is.
        asked: what is to be counted.
        today: visits after it are faults.
        at_row: told now and then how many rows have been read; what it raises ends the reading.

    Raises:
        InputError: the file cannot be read, has nothing to count, or names patients by personnummer.
    """
    with open_visits(path, asked.separator, asked.encoding) as table:
        known = signature(table.header)
        columns = find_columns(table.header, asked.columns, visit_columns(known))
        outcome = count_visits(table, columns, asked.rule, today, asked.by) or work_out(
            _Watched(table, at_row) if at_row else table, columns, asked.rule, today, asked.by)
        if asked.columns:
            remember_visit_columns(known, said_of(columns, asked.columns))
    return outcome
