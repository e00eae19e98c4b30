"""Plans that can only be read: a frozen state, a plan out of bytes, and the plan as it stood at an earlier revision."""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

import orjson

from nvplan.model.errors import DamagedFileError, PlanFileError
from nvplan.store.format import MOST_BYTES, decode
from nvplan.store.journal import BESIDE, COMPACTED, HISTORY, Body, Entry, changed_body
from nvplan.store.packing import pack_plan
from nvplan.store.repository import Repository, Transaction
from nvplan.store.structure import readable, set_aside
from nvplan.texts import store as store_texts

#: Documents by table and id, each with its id.
_Documents = dict[str, dict[str, Body]]


class NoSecrets:
    """Nothing lies beside a state of a plan. Meets `Secrets`; to keep something is an error."""

    def get(self, name: str) -> bytes | None:
        """Return None."""
        return None

    def keep(self, name: str, content: bytes) -> None:
        """Refuse.

        Raises:
            PlanFileError: always.
        """
        raise PlanFileError(store_texts.SNAPSHOT_FIXED)

    def forget(self, name: str) -> None:
        """Do nothing."""

    def names(self) -> set[str]:
        """Return nothing."""
        return set()


class FixedPlan:
    """A plan in memory, for everything that reads a plan. Meets `Repository`; to change it is an error."""

    def __init__(self, address: str, name: str, revision: int, documents: Mapping[str, Mapping[str, Body]],
                 history: Sequence[Entry]) -> None:
        self.address, self.name = address, name
        self.role = ""
        self.write_fault = store_texts.SNAPSHOT_FIXED
        self.revision = revision
        self.backup_fault = ""
        self.patience = 0.0
        self.secrets = NoSecrets()
        self._documents = documents
        self._history = history

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document without its id, None where there is none."""
        found = self._documents.get(table, {}).get(identity)
        return None if found is None else {name: value for name, value in found.items() if name != "id"}

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""
        return [*self._documents.get(table, {}).values()]

    def tables(self) -> Sequence[str]:
        """Return the names of the tables that have documents."""
        return [name for name, documents in self._documents.items() if documents]

    def watch(self) -> bool:
        """Return False: nothing changes."""
        return False

    def history(self) -> Sequence[Entry]:
        """Return the change log up to this state, as far as it is known."""
        return self._history

    @property
    def latest(self) -> Entry | None:
        """The latest entry of the change log, None where it has none."""
        return self._history[-1] if self._history else None

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Return what ends a subscription to nothing: nothing changes."""
        return lambda: None

    def content(self) -> bytes:
        """Return the plan as the bytes of a plan file."""
        tables = {table: {document["id"]: {name: value for name, value in document.items() if name != "id"}
                          for document in documents.values()} for table, documents in self._documents.items()}
        return pack_plan(tables, self._history, self.revision)

    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> AbstractContextManager[Transaction]:
        """Refuse.

        Raises:
            PlanFileError: always.
        """
        raise PlanFileError(store_texts.SNAPSHOT_FIXED)

    def save_as(self, address: str) -> None:
        """Refuse: a state of a plan is no plan of its own.

        Raises:
            PlanFileError: always.
        """
        raise PlanFileError(store_texts.SNAPSHOT_FIXED)

    def close(self) -> None:
        """Let go of the state."""
        self._documents = {}


def pack(plan: Repository) -> Body:
    """Return what the plan says now as fields of one document: compressed, with a checksum of its own."""
    content = orjson.dumps({table: list(plan.list(table)) for table in plan.tables() if table not in BESIDE})
    return {"revision": plan.revision, "checksum": _checksum(content),
            "content": base64.b64encode(zlib.compress(content, 6)).decode()}


def _checksum(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


class FrozenPlan(FixedPlan):
    """A frozen state; its history is one entry, when it was frozen.

    Raises:
        DamagedFileError: the frozen state is damaged.
    """

    def __init__(self, plan: Repository, body: Body) -> None:
        revision = int(body["revision"])
        entry = Entry(id=str(revision), revision=revision, when=str(body.get("created", "")), command="frys",
                      changes=[])
        super().__init__(plan.address, plan.name, revision, _by_id(_unpack(body)), [entry])


def _unpack(body: Body) -> dict[str, list[Body]]:
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.b64decode(body["content"], validate=True), MOST_BYTES)
    except (binascii.Error, zlib.error, KeyError, TypeError, ValueError) as error:
        raise DamagedFileError(store_texts.SNAPSHOT_DAMAGED) from error
    if _checksum(content) != body.get("checksum"):
        raise DamagedFileError(store_texts.SNAPSHOT_DAMAGED)
    try:
        found = orjson.loads(content)
        tables = {name: {str(number): document for number, document in enumerate(documents, 1)}
                  for name, documents in found.items()}
        read = set_aside(tables)
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise DamagedFileError(store_texts.SNAPSHOT_DAMAGED) from error
    return {name: [*documents.values()] for name, documents in read.items()}


def _by_id(tables: Mapping[str, Sequence[Body]]) -> _Documents:
    return {table: {document["id"]: document for document in documents} for table, documents in tables.items()}


def plan_of_bytes(address: str, name: str, content: bytes) -> FixedPlan:
    """Return a plan out of a plan file's bytes; `address` and `name` tell where they came from.

    Raises:
        PlanFileError: they are no plan, or not whole.
    """
    read = decode(content, name)
    tables = readable(read)
    documents = _by_id({name: [table[number] for number in sorted(table, key=int)] for name, table in tables.items()})
    history: list[Entry] = [*documents.pop(HISTORY, {}).values()]  # type: ignore[list-item]
    return FixedPlan(address, name, read.revision, documents, history)


def plan_at(plan: Repository, revision: int) -> FixedPlan | None:
    """Return the plan as it stood at a revision, by taking back what came after; None where the log cannot tell."""
    later = [entry for entry in plan.history() if entry["revision"] > revision]
    if not 0 < revision <= plan.revision or any(entry.get("command") == COMPACTED for entry in later):
        return None
    documents = _by_id({table: plan.list(table) for table in plan.tables() if table != HISTORY})
    for entry in reversed(later):
        for change in reversed(entry.get("changes", [])):
            table, identity = change["table"], change["id"]
            body = documents.setdefault(table, {}).get(identity)
            before = changed_body(change, body, change.get("before", ...))
            if before is None:
                documents[table].pop(identity, None)
            else:
                documents[table][identity] = {"id": identity, **before}
    history = [one for one in plan.history() if one["revision"] <= revision]
    return FixedPlan(plan.address, plan.name, revision, documents, history)
