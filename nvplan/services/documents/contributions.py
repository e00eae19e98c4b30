"""Writes out the plan, or one actor's part of it, as a file that nvplan opens and `importera` takes back."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

from nvplan.model.county import Actor
from nvplan.services.documents.contacts import cleared_body
from nvplan.services.reading.ancestry import WRITTEN_OUT, belongs, lineage
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.store.journal import ARCHIVE, SNAPSHOTS, UNLOGGED, Body, Entry
from nvplan.store.packing import pack_plan


def archive_bytes(session: OpenPlan, actor: Actor | None = None, when: str = "", *, without_names: bool = False
                  ) -> bytes:
    """Return the plan as a file of its own: a plan file with a manifest, which stock TinyDB reads too.

    With an actor it holds only that actor's part: its answers, assessments and insatser. Contact persons never go
    along. The same plan always gives the same bytes.

    Args:
        session: the plan.
        actor: whose part, None for everything.
        when: ISO time to log, the plan's last change where nothing is given.
        without_names: clear e-mail addresses and telephone numbers from every text, in the history too.
    """
    plan = session.repository
    shown = cleared_body if without_names else _as_it_is
    tables: dict[str, dict[str, Body]] = {}
    for table in plan.tables():
        if table in UNLOGGED or (actor is not None and table == SNAPSHOTS):
            continue
        chosen = [document for document in plan.list(table)
                  if actor is None or belongs(table, document, actor.id, actor.name)]
        tables[table] = {document["id"]: shown({name: value for name, value in document.items() if name != "id"})
                         for document in chosen}
    when = when or session.state.changed
    begun = Entry(id=str(plan.revision), revision=plan.revision, when=when, role=session.role, command=WRITTEN_OUT,
                  subject=actor.id if actor else "", changes=[])
    history = [shown(entry) for entry in plan.history()] if actor is None else [begun]
    manifest = {ARCHIVE: {ARCHIVE: _manifest(session, actor, when, tables)}}
    return pack_plan({**tables, **manifest}, history, plan.revision)


def _as_it_is(body: Any) -> Any:
    return body


def _manifest(session: OpenPlan, actor: Actor | None, when: str, tables: dict[str, dict[str, Body]]) -> Body:
    info = session.state.info
    contents: dict[str, Any] = {
        table: {"documents": len(documents), "sha256": hashlib.sha256(orjson.dumps(documents)).hexdigest()}
        for table, documents in tables.items()}
    return {"county_code": info.county_code, "year": info.year, "requirement_set": info.requirement_set,
            "created": info.created, "actor": actor.id if actor else "", "revision": session.repository.revision,
            "when": when, "lineage": lineage(session.repository), "tables": contents}
