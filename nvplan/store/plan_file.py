"""The repository on one plan file: TinyDB over the atomic storage, a lock while writing, a history entry per change."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import orjson
from tinydb import TinyDB

from nvplan.clock import Clock, system_clock
from nvplan.model.errors import PlanFileError
from nvplan.store import backups, compaction
from nvplan.store.atomic import DEAD_AFTER, sweep
from nvplan.store.change import Change, apply_change, logged
from nvplan.store.documents import PlanTable, new_table, new_tables, stored_form
from nvplan.store.format import Table, Tables
from nvplan.store.journal import COMPACTED, HISTORY, Body, Entry, FieldChange, is_empty, is_silent, joined
from nvplan.store.keeping import Keeper
from nvplan.store.listeners import Listeners
from nvplan.store.locking import LOCK_WAIT, held, make_lock
from nvplan.store.notices import tell
from nvplan.store.rights import check_writable, resolved
from nvplan.store.secrets_beside import SecretsBeside
from nvplan.store.storage import AtomicStorage, Overtaken
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: So many times a change is done anew on what others have written without heeding the lock.
_TRIES = 5


class PlanFile:
    """A plan file that is open. Meets `Repository`."""

    def __init__(self, path: Path, clock: Clock = system_clock) -> None:
        self._path = path
        self._clock = clock
        self._target = resolved(path)
        self._database = TinyDB(self._target, storage=AtomicStorage)
        self._database.table_class = PlanTable
        self._storage = cast(AtomicStorage, self._database.storage)
        self._numbers: dict[str, dict[str, int]] = {}
        self._listed: dict[str, tuple[Table, list[Body]]] = {}
        """Each table as it stood when last listed, and its documents in order: most are listed again unchanged."""
        self._listeners = Listeners()
        self.secrets = SecretsBeside(self._target)
        """What is kept beside the file and never in it."""
        self._keeper = Keeper(self._storage, path.name, clock)
        self._swept = False
        self.patience = LOCK_WAIT
        """How long another's writing is waited for, in seconds."""
        self.tells_of_names = True
        """Whether a second name of the file is to be told when it is first written: a restore gives it one itself."""

    @classmethod
    def open(cls, path: Path, clock: Clock = system_clock) -> PlanFile:
        """Open a plan file that exists.

        Raises:
            PlanFileError: it is missing, foreign, damaged or cannot be read; it is left as it is.
        """
        plan = cls(path, clock)
        plan.watch()
        return plan

    @classmethod
    def create(cls, path: Path, tables: Mapping[str, Mapping[str, Body]], role: str,
               clock: Clock = system_clock) -> PlanFile:
        """Create a plan file with these documents; a file that exists is never overwritten.

        Raises:
            PlanFileError: something already has the name, or the folder cannot be written to.
        """
        plan = cls(path, clock)
        sweep(plan.target.parent, age=DEAD_AFTER)
        entry = Entry(id="1", revision=1, when=plan._time(), role=role, command="create", changes=[])
        plan._storage.write(new_tables(tables, [entry]))
        plan._storage.save(new=True)
        plan._index()
        return plan

    @property
    def revision(self) -> int:
        """The revision last read or written."""
        return self._storage.revision

    @property
    def backup_fault(self) -> str:
        """Why the latest backup could not be made, empty where it could; a change is saved all the same."""
        return self._keeper.fault

    @property
    def path(self) -> Path:
        """The file, as it was named."""
        return self._path

    @property
    def address(self) -> str:
        """The file itself, with its whole path."""
        return str(self._target)

    @property
    def name(self) -> str:
        """The file's name, as it was given."""
        return self._path.name

    @property
    def role(self) -> str:
        """Empty: a file knows nobody."""
        return ""

    @property
    def write_fault(self) -> str:
        """Why nobody may write in the file, empty where one may."""
        try:
            check_writable(self._target, self.name)
        except PlanFileError as error:
            return str(error)
        return ""

    @property
    def latest(self) -> Entry | None:
        """The latest entry of the change log."""
        return cast(Entry, self._storage.last(HISTORY)) or None

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener whenever something new has been read or written here; return what ends that."""
        return self._listeners.add(listener)

    def content(self) -> bytes:
        """Return the file's bytes as they are on disk."""
        return self._storage.raw()

    @property
    def target(self) -> Path:
        """The file itself where the path is a link to it; the backups lie beside it."""
        return self._target

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document without its id, None where there is none."""
        number = self._numbers.get(table, {}).get(identity)
        if number is None:
            return None
        tables = cast(Tables, self._storage.read())
        return {name: value for name, value in tables[table][str(number)].items() if name != "id"}

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents, with their ids, in the order they came."""
        documents = cast(Tables, self._storage.read()).get(table, {})
        known = self._listed.get(table)
        if known is None or known[0] is not documents:
            known = self._listed[table] = documents, [documents[number] for number in sorted(documents, key=int)]
        return known[1]

    def tables(self) -> Sequence[str]:
        """Return the names of the tables that have documents."""
        return [name for name, documents in cast(Tables, self._storage.read()).items() if documents]

    def watch(self) -> bool:
        """Read what others have written since the last look."""
        changed = self._storage.refresh()
        if changed:
            self._index()
            self._listeners.tell()
        return changed

    def save_as(self, address: str) -> None:
        """Write the plan as it was last read, with its history, to a new file; this one stays where it is.

        Raises:
            PlanFileError: something already has the name, or the folder cannot be written to.
        """
        self._storage.save_as(resolved(Path(address)))

    def history(self) -> Sequence[Entry]:
        """Return the change log, oldest first."""
        return cast(Sequence[Entry], self.list(HISTORY))

    @contextlib.contextmanager
    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> Iterator[Change]:
        """Lock, read what is new, let the caller change, write once, unlock."""
        with self._locked():
            self.watch()
            before = self._storage.snapshot()
            change = Change(self, role, self._time())
            entry = Entry(when=change.when, role=role, command=command, subject=subject, actor=actor, edit=edit)
            try:
                yield change
                change.check()
                changes = change.field_changes(before)
                if not changes:
                    self._storage.restore(before)
                    self._index()
                    return
                entry.update(change.marks)
                self._write(entry, changes, before, change.check)
                self._listeners.tell()
            except BaseException:
                self._storage.restore(before)
                self._index()
                raise

    def _write(self, entry: Entry, changes: Sequence[FieldChange], before: Tables, check: Callable[[], None]) -> None:
        """Put the change on disk; where someone has written without heeding the lock, do it anew on what they wrote.

        Raises:
            ConflictError: they changed the same field to something else, or what both wrote does not go together.
        """
        self._keeper.before_change()
        for _ in range(_TRIES):
            if not is_silent(changes):
                self._log(Entry(**{**entry, "revision": self.revision + 1, "changes": logged(changes)}))
            try:
                self._keeper.save()
            except Overtaken:
                self._storage.restore(before)
                self.watch()
                before.clear()
                before.update(self._storage.snapshot())
                for one in changes:
                    apply_change(self, one)
                check()
            else:
                return
        raise PlanFileError(store_texts.OVERTAKEN_AGAIN.format(name=self._path.name))

    def close(self) -> None:
        """Let go of the plan; everything is already on disk and the lock is held only while writing."""
        self._numbers.clear()

    def back_up(self) -> Path:
        """Keep the file as it is on disk as a backup, now.

        Raises:
            PlanFileError: the file is not whole, or the backup cannot be written.
        """
        return self._keeper.back_up()

    @cached_property
    def _lock(self) -> BaseFileLock:
        """The lock, made at the first write: importing it costs more than opening a plan."""
        return make_lock(self._target)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        check_writable(self._target, self._path.name)
        with held(self._lock, self._path.name, self.patience):
            if not self._swept:
                sweep(self._target.parent, self._target.name)
                self._swept = True
                if self.tells_of_names and backups.has_another_name(self._target):
                    tell(store_texts.ANOTHER_NAME.format(name=self._path.name))
            yield

    def _log(self, entry: Entry) -> None:
        """Add to the change log; one person's unbroken typing in one field stays one entry."""
        last = cast(Entry, self._storage.last(HISTORY))
        identity = str(entry["revision"])
        if entry["edit"] and all(last.get(name) == entry.get(name) for name in ("edit", "subject", "actor", "role")):
            entry["changes"] = joined(last.get("changes", []), entry["changes"])
            identity = last["id"]
        self.put(HISTORY, identity, {name: value for name, value in entry.items() if value != ""})
        self._compact()

    def _compact(self) -> None:
        tables = cast(Tables, self._storage.read())
        count, size = len(tables[HISTORY]), self._storage.size(HISTORY)
        if count <= compaction.MOST_ENTRIES and size <= compaction.MOST_BYTES:
            return
        entries = self.history()
        oldest = len(orjson.dumps(entries[0])) if entries[0].get("command") == COMPACTED else 0
        if compaction.is_due(count, size, oldest):
            kept = compaction.compacted(entries, [len(orjson.dumps(entry)) for entry in entries])
            tables[HISTORY] = new_table(kept)
            self._index()

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _index(self) -> None:
        tables = cast(Tables, self._storage.read())
        self._numbers = {name: {document["id"]: int(number) for number, document in documents.items()}
                         for name, documents in tables.items()}

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document in memory; only a transaction calls this, and puts it on disk.

        Raises:
            PlanFileError: the document would not come back from the disk as it is.
        """
        if is_empty(table, body):
            self.delete(table, identity)
            return
        numbers = self._numbers.setdefault(table, {})
        number = numbers.get(identity)
        number = numbers.setdefault(identity, number or max(numbers.values(), default=0) + 1)
        documents = cast(PlanTable, self._database.table(table, cache_size=0))
        documents.put(number, stored_form({"id": identity, **body}))

    def delete(self, table: str, identity: str) -> None:
        """Remove a document in memory; only a transaction calls this."""
        number = self._numbers.get(table, {}).pop(identity, None)
        if number is not None:
            self._database.table(table, cache_size=0).remove(doc_ids=[number])
