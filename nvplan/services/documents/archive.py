"""The archive: everything in the plan, or one actor's part, as a file with manifest and checksums, to be read back."""

from __future__ import annotations

import hashlib

import orjson

from nvplan.services.documents.contacts import cleared_body
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.documents.registry import Request
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.store.format import Tables, decode, encode
from nvplan.store.journal import ARCHIVE


def content(session: OpenPlan, request: Request) -> bytes:
    """Return the archive's bytes; the same plan always gives the same.

    It holds no contact person. Without names, e-mail addresses and telephone numbers in texts are cleared too; such an
    archive is for reading, for it says something else than the plan where one stood.
    """
    written = archive_bytes(session, request.actor)
    if not request.without_names:
        return written
    read = decode(written, session.path.name)
    return encode(_cleared(read.tables), read.revision)


def _cleared(tables: Tables) -> Tables:
    """Return the tables without contact details, with the manifest's checksums made anew."""
    cleared: Tables = {name: {number: cleared_body(document) for number, document in table.items()}
                       for name, table in tables.items()}
    for manifest in cleared.get(ARCHIVE, {}).values():
        for name, entry in manifest.get("tables", {}).items():
            documents = {document["id"]: {field: value for field, value in document.items() if field != "id"}
                         for document in cleared.get(name, {}).values()}
            entry["sha256"] = hashlib.sha256(orjson.dumps(documents)).hexdigest()
    return cleared
