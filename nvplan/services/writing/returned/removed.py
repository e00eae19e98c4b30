"""Rows of an actor's own posts that are gone from its form: told, and taken away only where a person says so."""

from __future__ import annotations

from nvplan.services.reading.object_references import title_of
from nvplan.services.writing.returned.columns import REMOVABLE, split_key
from nvplan.services.writing.returned.found import Told
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.store.journal import Body, FieldChange
from nvplan.texts import returned as returned_texts


def propose_removed(reader: CellReader, key: str, sheet: str) -> bool:
    """Propose that a post whose row is gone goes too; tell whether it is one, and the actor's own."""
    kind, identity = split_key(key) or ("", "")
    actor = reader.was.actor
    now = reader.session.repository.get(kind, identity) if kind in REMOVABLE and actor is not None else None
    if now is None or actor is None or now.get("actor") != actor.id:
        return False
    _weigh(reader, kind, identity, now, sheet)
    return True


def propose_unadded(reader: CellReader, kind: str, sheet: str) -> None:
    """Propose that a post goes that an earlier return of the same actor added, where the corrected one has it no more.

    Another person's part of the same form never had the row, and says nothing about it.
    """
    for table, identity in sorted(reader.corrections.added):
        now = reader.session.repository.get(table, identity) if table == kind and kind in REMOVABLE else None
        if now is None or (table, identity) in reader.here:
            continue
        change = FieldChange(table=table, id=identity, path=[])

        def weigh(corrects: bool, identity: str = identity, now: Body = now) -> None:
            if corrects:
                _weigh(reader, kind, identity, now, sheet)

        reader.corrections.differs(change, weigh, clears=True)


def _weigh(reader: CellReader, kind: str, identity: str, now: Body, sheet: str) -> None:
    where = returned_texts.REMOVED_FROM.format(title=title_of(now), sheet=sheet)
    reader.found.weigh_removal(kind, identity, now, (Told(where, returned_texts.ROW_REMOVED),))
