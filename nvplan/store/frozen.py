"""A plan that can only be read: a frozen state, packed into one document of the plan file."""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import orjson

from nvplan import texts_store
from nvplan.model.errors import DamagedFileError, PlanFileError
from nvplan.store.format import MOST_BYTES
from nvplan.store.journal import BESIDE, Body, Entry
from nvplan.store.repository import Repository, Transaction


def pack(plan: Repository) -> Body:
    """Return what the plan says now as fields of one document: compressed, with a checksum of its own."""
    content = orjson.dumps({table: list(plan.list(table)) for table in plan.tables() if table not in BESIDE})
    return {"revision": plan.revision, "checksum": _checksum(content),
            "content": base64.b64encode(zlib.compress(content, 6)).decode()}


def _checksum(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


class FrozenPlan:
    """A frozen state, for everything that reads a plan. Meets `Repository`; to change it is an error.

    Raises:
        DamagedFileError: the frozen state is damaged.
    """

    def __init__(self, path: Path, body: Body) -> None:
        self.path = path
        self.backup_fault = ""
        self.revision = int(body["revision"])
        self._tables: dict[str, dict[str, Body]] = {
            table: {document["id"]: document for document in documents}
            for table, documents in self._unpack(body).items()}
        self._when = str(body.get("created", ""))

    def _unpack(self, body: Body) -> dict[str, list[Body]]:
        try:
            unpacker = zlib.decompressobj()
            content = unpacker.decompress(base64.b64decode(body["content"], validate=True), MOST_BYTES)
        except (binascii.Error, zlib.error, KeyError, TypeError, ValueError) as error:
            raise DamagedFileError(texts_store.SNAPSHOT_DAMAGED) from error
        if _checksum(content) != body.get("checksum"):
            raise DamagedFileError(texts_store.SNAPSHOT_DAMAGED)
        found: dict[str, list[Body]] = orjson.loads(content)
        return found

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document without its id, None where there is none."""
        found = self._tables.get(table, {}).get(identity)
        return None if found is None else {name: value for name, value in found.items() if name != "id"}

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""
        return [*self._tables.get(table, {}).values()]

    def tables(self) -> Sequence[str]:
        """Return the names of the tables that have documents."""
        return [name for name, documents in self._tables.items() if documents]

    def watch(self) -> bool:
        """Return False: nothing changes."""
        return False

    def history(self) -> Sequence[Entry]:
        """Return one entry: when the state was frozen."""
        return [Entry(id=str(self.revision), revision=self.revision, when=self._when, command="frys", changes=[])]

    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> AbstractContextManager[Transaction]:
        """Refuse.

        Raises:
            PlanFileError: always.
        """
        raise PlanFileError(texts_store.SNAPSHOT_FIXED)

    def close(self) -> None:
        """Let go of the state."""
        self._tables = {}
