"""A plan as bytes, for whoever hands one on: the same form whatever store it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nvplan.store.documents import new_tables
from nvplan.store.format import encode
from nvplan.store.journal import Body, Entry


def pack_plan(tables: Mapping[str, Mapping[str, Body]], history: Iterable[Entry], revision: int) -> bytes:
    """Return documents by table and id, with a change log, as the bytes of a plan file; the same in, the same out.

    Raises:
        PlanFileError: a document cannot be written, or all of it is larger than a plan can be.
    """
    return encode(new_tables(tables, history), revision)
