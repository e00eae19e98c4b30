"""The storage under TinyDB: one atomic file, read anew when someone else has written, written once per change."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.storages import Storage

from nvplan.model.errors import OtherPlanError, PlanFileError
from nvplan.store.atomic import UnconfirmedError, write_atomic
from nvplan.store.backups import keep_previous
from nvplan.store.format import HEAD_BYTES, MOST_BYTES, SCHEMA, Content, Encoder, Tables, decode, plan_mark
from nvplan.store.structure import readable
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

#: On a network disk a file that another machine has just replaced is "stale" for a moment.
_STALE_WAITS = (0.02, 0.1)


class Overtaken(Exception):  # noqa: N818 - an event that the plan file deals with, no fault that a person meets
    """Someone wrote the file after it was last read, without heeding the lock."""


class _Mark(NamedTuple):
    """Tells one version of the file from another; the head, with its checksum, where the clock is too coarse."""

    inode: int
    modified: int
    size: int
    head: bytes


class AtomicStorage(Storage):
    """Holds the file's tables in memory; TinyDB reads and writes those, `save` puts them on disk.

    TinyDB's own storage writes in place and tears the file when the process dies
    (12.7 % of kills at 100 documents), so nothing here writes in place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.revision = 0
        self.read_schema = 0
        """The schema version that the file on disk has; an older one is migrated when it is read."""
        self._tables: Tables = {}
        self._mark: _Mark | None = None
        self._keeps_previous = True
        self._encoder = Encoder()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables for TinyDB."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take the tables from TinyDB; they reach the disk when the transaction ends."""
        self._tables = data

    def snapshot(self) -> Tables:
        """Return what `restore` needs to take back everything that TinyDB does from here on."""
        return dict(self._tables)

    def restore(self, tables: Tables) -> None:
        """Take back everything since the snapshot."""
        self._tables = dict(tables)

    def last(self, table: str) -> dict[str, Any]:
        """Return the table's newest document, an empty one where there is none."""
        documents = self._tables.get(table)
        return documents[max(documents, key=int)] if documents else {}

    def size(self, table: str) -> int:
        """Return how many bytes the table took on disk when it was last written by this storage."""
        return self._encoder.size(table)

    def refresh(self) -> bool:
        """Read the file where it has changed since it was last read; tell whether it had.

        Raises:
            OtherPlanError: another plan has taken its place.
            PlanFileError: the file is gone, cannot be read or is damaged; what was read before is kept.
        """
        if self._mark is not None and self._look() == self._mark:
            return False
        content, mark = self._read_file()
        decoded = decode(content, self.path.name)
        if self._mark is not None and plan_mark(decoded.tables) != plan_mark(self._tables):
            raise OtherPlanError(store_texts.OTHER_PLAN.format(name=self.path.name))
        self._take(decoded, mark)
        return True

    def _take(self, content: Content, mark: _Mark) -> None:
        self._tables = _keeping(self._tables, readable(content))
        self.revision, self.read_schema, self._mark = content.revision, content.schema, mark

    def save(self, *, new: bool = False) -> None:
        """Put the tables on disk as the next revision; when this returns they are there.

        Raises:
            Overtaken: someone has written since the file was last read; nothing was changed.
            PlanFileError: the disk refused; the file is as it was.
        """
        content = self._encoder.encode(self._tables, self.revision + 1)
        name = self.path.name
        try:
            status = write_atomic(self.path, content, new=new, before_replace=None if new else self._check)
        except FileExistsError:
            raise PlanFileError(common_texts.FILE_EXISTS.format(name=name)) from None
        except UnconfirmedError as error:
            raise PlanFileError(store_texts.FILE_UNCONFIRMED.format(name=name)) from error
        except OSError as error:
            raise PlanFileError(store_texts.file_error(name, error.errno, writing=True)) from error
        self.revision += 1
        self.read_schema = SCHEMA
        self._mark = _Mark(status.st_ino, status.st_mtime_ns, status.st_size, content[:HEAD_BYTES])

    def save_as(self, path: Path) -> None:
        """Write what was last read to a new file; this one stays where it is.

        Raises:
            PlanFileError: something already has the name, or the folder cannot be written to.
        """
        copy = AtomicStorage(path)
        copy.revision = self.revision
        copy.write(self.snapshot())
        copy.save(new=True)

    def take_over(self, revision: int) -> None:
        """Save over whatever the file holds now, unread, as the revision after this one.

        Raises:
            PlanFileError: the file cannot be looked at.
        """
        self.revision, self._keeps_previous = revision, False
        self._mark = self._look() if self.path.exists() else None

    def raw(self) -> bytes:
        """Return the file's bytes as they are on disk.

        Raises:
            PlanFileError: the file is gone or cannot be read.
        """
        return self._read_file()[0]

    def _check(self) -> None:
        if self._look() != self._mark:
            raise Overtaken
        if self._keeps_previous:
            keep_previous(self.path)

    def _look(self) -> _Mark:
        return self._with_file(lambda descriptor: os.read(descriptor, HEAD_BYTES))[1]

    def _read_file(self) -> tuple[bytes, _Mark]:
        return self._with_file(_read_all)

    def _with_file(self, read: Callable[[int], bytes]) -> tuple[bytes, _Mark]:
        """Open the file, read from it and return what was read with the file's mark; a fault becomes its sentence."""
        for wait in (*_STALE_WAITS, None):
            try:
                return self._open_and(read)
            except OSError as error:
                if error.errno != errno.ESTALE or wait is None:
                    raise PlanFileError(store_texts.file_error(self.path.name, error.errno)) from error
                time.sleep(wait)
        raise AssertionError

    def _open_and(self, read: Callable[[int], bytes]) -> tuple[bytes, _Mark]:
        status = os.stat(self.path)  # noqa: PTH116 - asked before opening: to open a pipe would wait for ever
        if not stat.S_ISREG(status.st_mode):
            raise PlanFileError(common_texts.FILE_IS_FOLDER.format(name=self.path.name))
        descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(descriptor)
            if status.st_size > MOST_BYTES:
                raise PlanFileError(common_texts.FILE_TOO_LARGE.format(name=self.path.name))
            content = read(descriptor)
            return content, _Mark(status.st_ino, status.st_mtime_ns, status.st_size, content[:HEAD_BYTES])
        finally:
            os.close(descriptor)


def _read_all(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _keeping(old: Tables, new: Tables) -> Tables:
    """Return the new tables with the old documents where nothing in them is new, so that nobody reads them again."""
    kept: Tables = {}
    for name, documents in new.items():
        before = old.get(name, {})
        if documents == before and list(documents) == list(before):
            kept[name] = before
        else:
            kept[name] = {number: before[number] if before.get(number) == document else document
                          for number, document in documents.items()}
    return kept
