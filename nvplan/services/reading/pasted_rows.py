"""Rows pasted into the answer to a table: the good ones are kept, and the others are told with what stood there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column, Field
from nvplan.model.kinds.table import MOST_ROWS
from nvplan.model.numbers import format_number, without_unit
from nvplan.model.safetext import one_line
from nvplan.model.values import Cell, Row, Value, check_value
from nvplan.services.reading.tabular import Extra, PlacedRow, place_rows, read_rows
from nvplan.texts import pasting as pasting_texts

_LONGEST = 60


@dataclass
class PastedRows:
    """What was pasted: the rows that can be stored, why others cannot, and what else a person should know."""

    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """A sentence for each row and column that is not taken in."""
    notes: list[str] = field(default_factory=list)
    """What was taken in otherwise than it stood."""
    refused: int = 0
    """How many rows are not taken in."""


def read_pasted(asked: Field, pasted: str, room: int = MOST_ROWS) -> PastedRows:
    """Read the rows of a clipboard by the columns of a table.

    Args:
        asked: the table.
        pasted: the text of the clipboard.
        room: how many more rows the table can take.
    """
    placed = place_rows(read_rows(pasted), [(column.label, column.id, *column.former) for column in asked.inner])
    found = PastedRows()
    for row in placed.rows:
        _take(asked, row, found)
    found.faults.extend(told_extra(one) for one in placed.extra)
    if len(found.rows) > room:
        left = len(found.rows) - room
        found.faults.append(pasting_texts.ROOM.format(most=MOST_ROWS, left=left))
        found.refused += left
        del found.rows[room:]
    if placed.headed:
        found.notes.append(pasting_texts.HEADINGS_LEFT_OUT if found.rows else pasting_texts.ONLY_HEADINGS)
    found.notes += [pasting_texts.DASHES_EMPTY] if placed.dashes else []
    return found


def _take(asked: Field, given: PlacedRow, found: PastedRows) -> None:
    row: Row = {}
    faults, notes = [], []
    first = one_line(next(iter(given.cells.values()), ""), _LONGEST)
    for place, text in sorted(given.cells.items()):
        column = asked.inner[place]
        try:
            cell, note = _read(column, text)
        except InputError as error:
            faults.append(pasting_texts.ROW_FAULT.format(row=given.number, first=pasting_texts.quoted([first]),
                                                         column=column.label, fault=error))
            continue
        notes += [note] if note else []
        if isinstance(cell, Cell):
            row[column.id] = cell
    if faults:
        found.refused += 1
        found.faults += faults
    elif row:
        found.rows.append(row)
        found.notes += notes


def _read(column: Column, text: str) -> tuple[Value | None, str]:
    """Return a cell as it is stored, and a sentence where a per cent sign was left out for want of a unit."""
    bare = without_unit(text, "%") if kind_of(column).is_number and not column.unit else text
    cell = check_value(column, bare)
    if bare == text or not isinstance(cell, str):
        return cell, ""
    return cell, pasting_texts.UNIT_LEFT_OUT.format(text=one_line(text, _LONGEST), column=column.label,
                                                    number=format_number(Decimal(cell)))


def told_extra(extra: Extra) -> str:
    """Return the sentence on a column that the table has not."""
    cells = pasting_texts.quoted([one_line(cell, _LONGEST) for cell in extra.cells])
    if extra.heading:
        return pasting_texts.UNKNOWN_COLUMN.format(name=one_line(extra.heading, _LONGEST), cells=cells)
    return pasting_texts.BEYOND.format(number=extra.number, cells=cells)


def joined(asked: Field, standing: Sequence[Row], pasted: Sequence[Row]) -> list[Row]:
    """Return a table's rows with the pasted ones: a row that holds its heading alone is filled, others come after."""
    first = asked.inner[0].id
    rows = [dict(row) for row in standing]
    for new in pasted:
        heading = new.get(first)
        alone = next((row for row in rows if isinstance(heading, str) and set(row) == {first}
                      and fold(str(row[first])) == fold(heading)), None)
        if alone is None:
            rows.append(dict(new))
        else:
            alone.update(new)
    return rows
