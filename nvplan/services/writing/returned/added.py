"""Rows that someone has added to a list: new objects, or ones that the plan knows by their title."""

from __future__ import annotations

import re
from typing import Any

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects.base import SharedObject
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_references import title_of
from nvplan.services.reading.object_values import does_not_fit
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.columns import (
    documents_of,
    fillable_columns,
    is_day,
    read_field,
    title_column,
)
from nvplan.services.writing.returned.exported import is_only_marks, plain
from nvplan.services.writing.returned.form import Given
from nvplan.services.writing.returned.found import UNKNOWN, Told, Weighed, Write, stored
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.sheets import SheetRow
from nvplan.store.journal import FieldChange
from nvplan.texts import documents as documents_texts
from nvplan.texts import returned as returned_texts

#: The id of a row that someone has added, until it is written.
NEW = "ny"
#: How a total or a note below a table begins.
_NOTE = re.compile(rf"(?i)^[*(\s]*({'|'.join(returned_texts.NOTE_WORDS)})\b")


def looks_like_note(kind: str, row: SheetRow) -> bool:
    """Tell whether a row without a key is a total or a note, and not a post: it begins so, or stands alone below."""
    title = title_column(kind)
    filled = row.filled
    first = next((given.text.strip() for _, given in filled), "")
    if _NOTE.match(first) or not any(name == title for name, _ in filled):
        return True
    return row.after_gap and len(filled) == 1


def propose_added(reader: CellReader, kind: str, row: SheetRow, *, keeps_id: bool) -> None:
    """Propose a row as a new post, or where the plan has one with its title, as what it lacks.

    Args:
        reader: what reads the cells.
        kind: what the row is about.
        row: the row.
        keeps_id: whether an id that stands in the row is told; a copied row has the id of the one it was copied from.
    """
    columns = fillable_columns(kind)
    title, cells = "", {}
    for heading, given in row.filled:
        if given.fault or is_only_marks(given):
            reader.found.unclear(f"{heading} ({row.cell_place(given)})", given.text.strip(),
                                 given.fault or returned_texts.ONLY_MARKS)
        elif heading not in columns:
            if keeps_id or heading != documents_texts.GRID_ID:
                reader.found.refuse(f"{heading} ({row.cell_place(given)})", given.text.strip(),
                                    returned_texts.READ_ONLY)
        elif given.value is not False and plain(given.text):
            cells[columns[heading]] = (heading, given)
    if "title" in cells:
        title = plain(cells["title"][1].text)
    if not title:
        for heading, given in cells.values():
            reader.found.refuse(f"{heading} ({row.cell_place(given)})", given.text.strip(),
                                returned_texts.NEW_NEEDS_TITLE)
        return
    _Row(reader, kind, row, title).propose(cells)


class _Row:
    def __init__(self, reader: CellReader, kind: str, row: SheetRow, title: str) -> None:
        self._reader, self._kind, self._row, self._title = reader, kind, row, title
        self._where = returned_texts.NEW_ROW.format(title=title)

    def propose(self, cells: dict[str, tuple[str, Given]]) -> None:
        """Propose the row, with the values that can be read; the others are listed."""
        read = {name: value for name, (heading, given) in cells.items()
                if (value := self._read(name, heading, given)) is not None}
        alike = [one for one in self._reader.session.state.objects.get(self._kind, {}).values()
                 if fold(title_of(one.__dict__)) == fold(self._title)]
        if len(alike) > 1:
            self._refuse(cells, returned_texts.SEVERAL_WITH_TITLE.format(title=self._title))
        elif alike:
            reader = self._reader
            reader.here.add((self._kind, alike[0].id))
            if reader.corrections.made(self._kind, alike[0].id):
                reader.corrections.repeats()
            self._compare(alike[0], {name: (value, *cells[name]) for name, value in read.items()})
        else:
            self._add(read, cells)

    def _read(self, name: str, heading: str, given: Given) -> Any:
        """Return the cell's value; None where it says nothing or cannot be read, which is told."""
        reader = self._reader
        try:
            value = read_field(self._kind, name, reader.value(given, is_day(self._kind, name)),
                               documents_of(reader.session))
        except InputError as error:
            reason = returned_texts.said_once(str(error), fields_by_name(self._kind)[name].label, given.text)
            reader.found.refuse(f"{self._where}: {heading} ({self._row.cell_place(given)})", given.text.strip(), reason)
            return None
        return None if value == as_value(self._kind, name, None) else value

    def _add(self, values: dict[str, Any], cells: dict[str, tuple[str, Given]]) -> None:
        given = {name: cells[name] for name in values}
        actor = self._reader.was.actor
        if actor is not None and not values.get("actor"):
            values = {**values, "actor": actor.id}
        body = {name: stored(value) for name, value in values.items()}
        fault = does_not_fit(self._kind, NEW, body)
        if fault is not None:
            self._refuse(given, returned_texts.DOES_NOT_FIT.format(fault=fault))
            return
        found = self._reader.found
        change = FieldChange(table=self._kind, id=NEW, path=[], after=body)
        told = tuple(Told(f"{heading} ({self._row.cell_place(one)})", one.text.strip())
                     for heading, one in given.values())
        found.weighed.append(Weighed(Proposal("adds", change), told, new_row=self._where))
        found.writes.append(Write(self._kind, "", values))

    def _compare(self, known: SharedObject, values: dict[str, tuple[Any, str, Given]]) -> None:
        """Take a row whose title the plan has as that object: what it lacks is added, what differs is listed."""
        for name, (theirs, heading, given) in values.items():
            if name != "title":
                change = FieldChange(table=self._kind, id=known.id, path=[name])
                told = Told(f"{self._where}: {heading} ({self._row.cell_place(given)})", given.text.strip())
                self._reader.weigh_field(change, UNKNOWN, getattr(known, name), theirs, (told,))

    def _refuse(self, cells: dict[str, tuple[str, Given]], reason: str) -> None:
        for heading, given in cells.values():
            self._reader.found.refuse(f"{self._where}: {heading} ({self._row.cell_place(given)})", given.text.strip(),
                                      reason)
