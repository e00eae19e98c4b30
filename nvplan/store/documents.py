"""Documents on their way into a table: in the form that they come back from the disk in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from tinydb.table import Table

from nvplan.model.errors import PlanFileError
from nvplan.store.format import Tables
from nvplan.store.journal import HISTORY, Body, Entry
from nvplan.texts import common as common_texts


class PlanTable(Table):
    """A table of TinyDB in which a document can be replaced.

    TinyDB's own update changes the old document in place and keeps fields that are gone; a rollback needs it whole.
    """

    def put(self, number: int, document: Body) -> None:
        """Add a document, or put it in the old one's place.

        TinyDB would make every number of the table a whole one for this, and a text again.
        """
        tables = self._storage.read() or {}
        tables[self.name] = {**tables.get(self.name, {}), str(number): document}
        self._storage.write(tables)
        self.clear_cache()


def stored_form(body: Body) -> Body:
    """Return the document as it will come back from the disk, a copy that no one else holds.

    Raises:
        PlanFileError: it would not come back as it is: NaN, a number that is too large, half a surrogate pair.
    """
    try:
        stored: Body = orjson.loads(orjson.dumps(body))
    except (orjson.JSONEncodeError, orjson.JSONDecodeError) as error:
        raise PlanFileError(common_texts.FILE_NOT_WRITABLE_CONTENT) from error
    if stored != body:
        raise PlanFileError(common_texts.FILE_NOT_WRITABLE_CONTENT)
    return stored


def new_table(documents: Iterable[Mapping[str, Any]]) -> dict[str, Body]:
    """Return a table of these documents, each with its id, numbered from 1."""
    return {str(number): stored_form(dict(document)) for number, document in enumerate(documents, 1)}


def new_tables(tables: Mapping[str, Mapping[str, Body]], entries: Iterable[Entry]) -> Tables:
    """Return a file's tables from documents by table and id, with these entries as its change log."""
    start = {table: new_table({"id": identity, **body} for identity, body in bodies.items())
             for table, bodies in tables.items()}
    return {**start, HISTORY: new_table(entries)}
