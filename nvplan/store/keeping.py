"""Keeps backups of a plan file as it is changed, and lets them give way to a change that has no room."""

from __future__ import annotations

import errno
import time
from pathlib import Path

from nvplan.clock import Clock
from nvplan.model.errors import PlanFileError
from nvplan.store import backups
from nvplan.store.format import SCHEMA
from nvplan.store.notices import tell
from nvplan.store.storage import AtomicStorage
from nvplan.texts import store as store_texts


class Keeper:
    """Saves one open plan file with its backups; `name` is how the file is called in the sentences."""

    def __init__(self, storage: AtomicStorage, name: str, clock: Clock) -> None:
        self._storage = storage
        self._name = name
        self._clock = clock
        self._looked: float | None = None
        self.fault = ""
        """Why the latest backup could not be made, empty where it could."""

    def back_up(self) -> Path:
        """Keep the file as it is on disk as a backup, now.

        Raises:
            PlanFileError: the file is not whole, or the backup cannot be written.
        """
        return backups.make_backup(self._storage.path, self._storage.raw(), self._clock())

    def before_change(self) -> None:
        """Keep the file as it was before this change where a backup is due; always before a migration.

        Raises:
            PlanFileError: the file is of an older version, and its bytes could not be kept.
        """
        if self._storage.read_schema < SCHEMA:
            self.back_up()
            return
        looked = time.monotonic()
        if self._looked is not None and looked - self._looked < backups.BACKUP_EVERY.total_seconds():
            return
        self._looked = looked
        try:
            if backups.is_due(self._storage.path, self._storage.revision, self._clock()):
                self.back_up()
            self.fault = ""
        except PlanFileError as error:
            self.fault = store_texts.backup_fault(self._name, getattr(error.__cause__, "errno", None))
            tell(self.fault)

    def look_again(self) -> None:
        """Let the next change ask whether a backup is due, however short a time ago one did."""
        self._looked = None

    def save(self) -> None:
        """Put the change on disk; on a full one older backups give way to it.

        Raises:
            Overtaken: someone has written without heeding the lock.
            PlanFileError: the disk refuses; the file is as it was.
        """
        while True:
            try:
                return self._storage.save()
            except PlanFileError as error:
                full = getattr(error.__cause__, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
                if not full or not backups.give_room(self._storage.path):
                    raise
                tell(store_texts.BACKUPS_THINNED.format(name=self._name))
