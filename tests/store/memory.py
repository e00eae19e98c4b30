"""A store in memory: what a second store must be, with no file anywhere. The tests own it.

It hands out new values every time it is asked, so that nothing above the door leans on which object a document is.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from nvplan.clock import Clock, system_clock
from nvplan.model.errors import DamagedFileError, PlanFileError
from nvplan.store.change import Change, logged
from nvplan.store.documents import stored_form
from nvplan.store.frozen import FixedPlan
from nvplan.store.journal import BESIDE, HISTORY, Body, Entry, is_empty, is_silent, joined
from nvplan.store.listeners import Listeners
from nvplan.store.packing import pack_plan
from nvplan.store.repository import Backup, Closed, Copy, Repository, nothing_is_closed
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

PREFIX = "minne:"
_MOST_BACKUPS = 20
Tables = dict[str, dict[str, Body]]


@dataclass(frozen=True)
class MemoryBackup:
    """A plan as it was before a change."""

    name: str
    when: dt.datetime
    revision: int
    size: int
    content: bytes


@dataclass
class Kept:
    """A plan as the store keeps it: bytes, as if in a row of a database."""

    content: bytes
    revision: int
    lock: threading.Lock = field(default_factory=threading.Lock)
    backups: list[MemoryBackup] = field(default_factory=list)
    write_fault: str = ""
    damaged: bool = False
    secrets: dict[str, bytes] = field(default_factory=dict)


def _packed(tables: Tables, history: Sequence[Entry]) -> bytes:
    return orjson.dumps([tables, history])


class MemorySecrets:
    """What is kept beside a plan in memory. Meets `Secrets`."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept

    def get(self, name: str) -> bytes | None:
        """Return a secret."""
        return self._kept.get(name)

    def keep(self, name: str, content: bytes) -> None:
        """Keep a secret."""
        self._kept[name] = content

    def forget(self, name: str) -> None:
        """Remove a secret."""
        self._kept.pop(name, None)

    def names(self) -> set[str]:
        """Return the names."""
        return set(self._kept)


class MemoryPlan:
    """An open plan in memory. Meets `Repository`."""

    def __init__(self, store: MemoryStore, address: str, clock: Clock) -> None:
        self.address, self.name, self.role = address, address.removeprefix(PREFIX), ""
        self.patience, self.backup_fault = 10.0, ""
        self._store, self._clock, self._kept = store, clock, store.plans[address]
        self._listeners = Listeners()
        self.secrets = MemorySecrets(self._kept.secrets)
        self._tables: Tables = {}
        self._history: list[Entry] = []
        self.revision = 0
        self._is_open = True
        store.open_plans += 1

    @property
    def write_fault(self) -> str:
        """Why nobody may write here."""
        return self._kept.write_fault

    @property
    def latest(self) -> Entry | None:
        """The latest entry of the change log."""
        return self.history()[-1] if self._history else None

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document without its id, a new value each time."""
        found = self._tables.get(table, {}).get(identity)
        return None if found is None else dict(orjson.loads(orjson.dumps(found)))

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents, new values each time."""
        found: list[Body] = orjson.loads(orjson.dumps(
            [{"id": identity, **body} for identity, body in self._tables.get(table, {}).items()]))
        return found

    def tables(self) -> Sequence[str]:
        """Return the names of the tables that have documents."""
        return [*(name for name, documents in self._tables.items() if documents), HISTORY]

    def history(self) -> Sequence[Entry]:
        """Return the change log, oldest first."""
        found: list[Entry] = orjson.loads(orjson.dumps(self._history))
        return found

    def watch(self) -> bool:
        """Read what others have written since."""
        if self._kept.damaged:
            raise DamagedFileError(common_texts.file_damaged(self.name))
        if self.revision == self._kept.revision:
            return False
        self._tables, self._history = orjson.loads(self._kept.content)
        self.revision = self._kept.revision
        self._listeners.tell()
        return True

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener whenever something new has been read or written here."""
        return self._listeners.add(listener)

    def content(self) -> bytes:
        """Return the plan as the bytes of a plan file."""
        return pack_plan(self._tables, self._history, self.revision)

    def save_as(self, address: str) -> None:
        """Keep the plan with its history at a new address too."""
        self._store.keep(address, _packed(self._tables, self._history), self.revision)

    @contextlib.contextmanager
    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> Iterator[Change]:
        """Lock, read what is new, let the caller change, keep once, unlock."""
        if self._kept.write_fault:
            raise PlanFileError(self._kept.write_fault)
        if not self._kept.lock.acquire(timeout=self.patience):
            raise PlanFileError(common_texts.FILE_LOCKED.format(name=self.name))
        try:
            self.watch()
            before: Tables = orjson.loads(orjson.dumps(self._tables))
            change = Change(self, role, self._clock().isoformat(timespec="seconds"))
            entry = Entry(when=change.when, role=role, command=command, subject=subject, actor=actor, edit=edit)
            try:
                yield change
                change.check()
                self._finish(change, entry, before)
            except BaseException:
                self._tables = before
                raise
        finally:
            self._kept.lock.release()

    def _finish(self, change: Change, entry: Entry, before: Tables) -> None:
        changes = change.field_changes({table: {identity: {"id": identity, **body}
                                                for identity, body in documents.items()}
                                        for table, documents in before.items()})
        if not changes:
            self._tables = before
            return
        self._store.back_up(self.address, self._clock())
        entry.update(change.marks)
        if not is_silent(changes):
            self._log(Entry(**{**entry, "revision": self.revision + 1, "changes": logged(changes)}))
        self.revision += 1
        self._kept.content, self._kept.revision = _packed(self._tables, self._history), self.revision
        self._listeners.tell()

    def _log(self, entry: Entry) -> None:
        last = self._history[-1] if self._history else Entry()
        entry["id"] = str(entry["revision"])
        if entry["edit"] and all(last.get(name) == entry.get(name) for name in ("edit", "subject", "actor", "role")):
            entry["changes"] = joined(last["changes"], entry["changes"])
            entry["id"] = last["id"]
            self._history.pop()
        kept: Any = {name: value for name, value in entry.items() if value != ""}
        self._history.append(kept)

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document; only a transaction calls this."""
        if is_empty(table, body):
            self.delete(table, identity)
        else:
            self._tables.setdefault(table, {})[identity] = stored_form(body)

    def delete(self, table: str, identity: str) -> None:
        """Remove a document; only a transaction calls this."""
        self._tables.get(table, {}).pop(identity, None)

    def close(self) -> None:
        """Let go of the plan."""
        if self._is_open:
            self._store.open_plans -= 1
        self._is_open = False


class MemoryStore:
    """Plans in memory. Meets `Store`."""

    def __init__(self) -> None:
        self.plans: dict[str, Kept] = {}
        self.open_plans = 0
        """How many plans have been opened and not closed."""

    def keeps(self, address: str) -> bool:
        """Whether an address is one of this store's."""
        return address.startswith(PREFIX)

    def known_as(self, address: str) -> str:
        """Return the address."""
        return address

    def name_of(self, address: str) -> str:
        """Return what a plan is called."""
        return address.removeprefix(PREFIX)

    def has(self, address: str) -> bool:
        """Whether a plan stands there."""
        return address in self.plans

    def keep(self, address: str, content: bytes, revision: int) -> None:
        """Keep a new plan."""
        if address in self.plans:
            raise PlanFileError(common_texts.FILE_EXISTS.format(name=self.name_of(address)))
        self.plans[address] = Kept(content, revision)

    def open(self, address: str, clock: Clock = system_clock) -> Repository:
        """Open a plan that exists."""
        if address not in self.plans:
            raise PlanFileError(store_texts.file_error(self.name_of(address), errno.ENOENT))
        plan = MemoryPlan(self, address, clock)
        try:
            plan.watch()
        except PlanFileError:
            plan.close()
            raise
        return plan

    def create(self, address: str, tables: Mapping[str, Mapping[str, Body]], role: str, clock: Clock) -> Repository:
        """Create a plan with these documents."""
        entry = Entry(id="1", revision=1, when=clock().isoformat(timespec="seconds"), role=role, command="create",
                      changes=[])
        stored = {table: {identity: stored_form(dict(body)) for identity, body in documents.items()}
                  for table, documents in tables.items()}
        self.keep(address, _packed(stored, [entry]), 1)
        return self.open(address, clock)

    def back_up(self, address: str, when: dt.datetime) -> None:
        """Keep the plan as it is now."""
        kept = self.plans[address]
        backup = MemoryBackup(f"r{kept.revision}", when.replace(tzinfo=None), kept.revision, len(kept.content),
                              kept.content)
        kept.backups = [backup, *kept.backups][:_MOST_BACKUPS]

    def backups(self, address: str) -> Sequence[Backup]:
        """Return the plan's backups, latest first."""
        return self.plans[address].backups

    def open_backup(self, address: str, backup: Backup) -> Repository:
        """Return a backup as a plan that can be read."""
        tables, history = _content(backup)
        documents = {table: {identity: {"id": identity, **body} for identity, body in found.items()}
                     for table, found in tables.items()}
        return FixedPlan(address, backup.name, backup.revision, documents, history)

    def restore(self, address: str, backup: Backup, role: str, clock: Clock, closed: Closed = nothing_is_closed
                ) -> str:
        """Make the plan what it was in the backup, as a change in it."""
        kept = self.plans[address]
        wanted, _ = _content(backup)
        aside = f"{address} före återställning {len(self.plans)}"
        before, revision = kept.content, kept.revision
        if kept.damaged:
            kept.content, kept.damaged = kept.backups[0].content, False
        with contextlib.closing(self.open(address, clock)) as plan:
            with plan.transaction(role, "aterstall", f"{backup.when:%Y-%m-%d %H:%M}") as change:
                for table in {*plan.tables(), *wanted} - BESIDE:
                    for gone in [one["id"] for one in plan.list(table) if one["id"] not in wanted.get(table, {})]:
                        if not closed(change, table, gone):
                            change.delete(table, gone)
                    for identity, body in wanted.get(table, {}).items():
                        if not closed(change, table, identity):
                            change.put(table, identity, body)
            if plan.revision == revision:
                return ""
        self.keep(aside, before, revision)
        return self.name_of(aside)

    def copies(self, plan: Repository) -> Sequence[Copy]:
        """Return nothing: nobody leaves copies in a database."""
        return ()

    def beside(self, address: str) -> Path:
        """Return the folder that a person stands in."""
        return Path.cwd()


def _content(backup: Backup) -> tuple[Tables, list[Entry]]:
    if not isinstance(backup, MemoryBackup):
        raise TypeError(type(backup))
    tables, history = orjson.loads(backup.content)
    return tables, history
