"""The repository on one plan file: TinyDB over the atomic storage, a lock while writing, a history entry per change."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.table import Document

from nvplan import texts
from nvplan.model.errors import PlanFileError
from nvplan.store.format import Tables
from nvplan.store.journal import Body, Entry, FieldChange, field_changes, joined
from nvplan.store.storage import AtomicStorage

if TYPE_CHECKING:
    from filelock import FileLock

HISTORY = "history"
#: Longest wait for another's writing, in seconds; a write takes a few hundredths.
LOCK_WAIT = 10.0
_LOCK_POLL = 0.005


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class PlanFile:
    """A plan file that is open. Meets `Repository`."""

    def __init__(self, path: Path, clock: Callable[[], dt.datetime] = _now) -> None:
        self._path = path
        self._clock = clock
        self._database = TinyDB(path, storage=AtomicStorage)
        self._storage = cast(AtomicStorage, self._database.storage)
        self._numbers: dict[str, dict[str, int]] = {}

    @classmethod
    def open(cls, path: Path, clock: Callable[[], dt.datetime] = _now) -> PlanFile:
        """Open a plan file that exists.

        Raises:
            PlanFileError: it is missing, foreign, damaged or cannot be read; it is left as it is.
        """
        plan = cls(path, clock)
        plan.watch()
        return plan

    @classmethod
    def create(cls, path: Path, tables: Mapping[str, Mapping[str, Body]], role: str,
               clock: Callable[[], dt.datetime] = _now) -> PlanFile:
        """Create a plan file with these documents; a file that exists is never overwritten.

        Raises:
            PlanFileError: something already has the name, or the folder cannot be written to.
        """
        plan = cls(path, clock)
        start: Tables = {}
        for table, bodies in tables.items():
            start[table] = {str(number): {"id": identity, **body}
                            for number, (identity, body) in enumerate(bodies.items(), 1)}
        entry = Entry(id="1", revision=1, when=plan._time(), role=role, command="create", changes=[])
        start[HISTORY] = {"1": cast(dict[str, Any], entry)}
        plan._storage.write(cast(Any, start))
        plan._storage.save(new=True)
        plan._index()
        return plan

    @property
    def revision(self) -> int:
        """The revision last read or written."""
        return self._storage.revision

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

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
        return [documents[number] for number in sorted(documents, key=int)]

    def watch(self) -> bool:
        """Read what others have written since the last look."""
        changed = self._storage.refresh()
        if changed:
            self._index()
        return changed

    def history(self) -> Sequence[Entry]:
        """Return the change log, oldest first."""
        return cast(Sequence[Entry], self.list(HISTORY))

    @contextlib.contextmanager
    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> Iterator[_Change]:
        """Lock, read what is new, let the caller change, write once, unlock."""
        with self._locked():
            self.watch()
            before = self._storage.snapshot()
            change = _Change(self, role, self._time())
            try:
                yield change
                changes = change.field_changes(before)
                if not changes:
                    self._storage.restore(before)
                    return
                entry = Entry(revision=self.revision + 1, when=change.when, role=role, command=command,
                              subject=subject, actor=actor, edit=edit, changes=list(changes))
                entry.update(change.marks)
                self._log(entry)
                self._storage.save()
            except BaseException:
                self._storage.restore(before)
                self._index()
                raise

    def close(self) -> None:
        """Let go of the plan; everything is already on disk and the lock is held only while writing."""
        self._numbers.clear()

    @cached_property
    def _lock(self) -> FileLock:
        """The lock, made at the first write: importing it costs more than opening a plan."""
        from filelock import FileLock

        return FileLock(self._path.with_name(f".{self._path.name}.lock"), timeout=LOCK_WAIT, poll_interval=_LOCK_POLL)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._lock.acquire()
        except TimeoutError:  # filelock's Timeout is one
            raise PlanFileError(texts.FILE_LOCKED.format(name=self._path.name)) from None
        except (OSError, NotImplementedError) as error:
            number = error.errno if isinstance(error, OSError) else None
            raise PlanFileError(texts.file_error(self._path.name, number, writing=True)) from error
        try:
            yield
        finally:
            self._lock.release()

    def _log(self, entry: Entry) -> None:
        """Add to the change log; one person's unbroken typing in one field stays one entry."""
        last = cast(Entry, self._storage.last(HISTORY))
        identity = str(entry["revision"])
        if entry["edit"] and last.get("edit") == entry["edit"] and last.get("subject") == entry["subject"]:
            entry["changes"] = joined(last["changes"], entry["changes"])
            identity = last["id"]
        self._put(HISTORY, identity, {name: value for name, value in entry.items() if value != ""})

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _index(self) -> None:
        tables = cast(Tables, self._storage.read())
        self._numbers = {name: {document["id"]: int(number) for number, document in documents.items()}
                         for name, documents in tables.items()}

    def _put(self, table: str, identity: str, body: Body) -> None:
        numbers = self._numbers.setdefault(table, {})
        number = numbers.get(identity)
        documents = self._database.table(table, cache_size=0)
        if number is None:
            number = max(numbers.values(), default=0) + 1
        else:
            # TinyDB's update changes the old document in place and keeps fields that are gone; a rollback needs it whole
            documents.remove(doc_ids=[number])
        numbers[identity] = number
        documents.insert(Document({"id": identity, **body}, doc_id=number))

    def _delete(self, table: str, identity: str) -> None:
        number = self._numbers.get(table, {}).pop(identity, None)
        if number is not None:
            self._database.table(table, cache_size=0).remove(doc_ids=[number])


class _Change:
    """A change in the making. Meets `Transaction`."""

    def __init__(self, plan: PlanFile, role: str, when: str) -> None:
        self._plan = plan
        self.role = role
        self.when = when
        self._touched: dict[tuple[str, str], None] = {}
        self.marks = Entry()

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""
        return self._plan.get(table, identity)

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""
        return self._plan.list(table)

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document."""
        self._touched[table, identity] = None
        self._plan._put(table, identity, body)

    def delete(self, table: str, identity: str) -> None:
        """Remove a document."""
        self._touched[table, identity] = None
        self._plan._delete(table, identity)

    def mark(self, *, undoes: int | None = None, redoes: int | None = None) -> None:
        """Say which revision this change takes back or brings back."""
        if undoes is not None:
            self.marks["undoes"] = undoes
        if redoes is not None:
            self.marks["redoes"] = redoes

    def field_changes(self, before: Tables) -> Sequence[FieldChange]:
        """Return what the change did to each field of the documents that it touched."""
        found = []
        for table, identity in self._touched:
            old = next((document for document in before.get(table, {}).values() if document["id"] == identity), None)
            old_body = None if old is None else {name: value for name, value in old.items() if name != "id"}
            found += field_changes(table, identity, old_body, self._plan.get(table, identity))
        return found
