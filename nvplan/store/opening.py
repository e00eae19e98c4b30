"""Opens plans: which store keeps an address, and what can be done there before the plan can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nvplan.clock import Clock, system_clock
from nvplan.model.errors import PlanFileError
from nvplan.model.given_paths import is_there
from nvplan.store.repository import Backup, Closed, Copy, Repository, nothing_is_closed
from nvplan.store.rights import resolved
from nvplan.texts import common as common_texts

if TYPE_CHECKING:
    from nvplan.store.backups import Backup as FileBackup
    from nvplan.store.frozen import FixedPlan
    from nvplan.store.journal import Body

#: What a person or a program names a plan by.
Address = str | PathLike[str]


class Store(Protocol):
    """A place where plans are kept."""

    def keeps(self, address: str) -> bool:
        """Whether an address is one of this store's."""

    def known_as(self, address: str) -> str:
        """Return the address that is the same for everyone who names the plan differently.

        Raises:
            PlanFileError: it leads nowhere.
        """

    def name_of(self, address: str) -> str:
        """Return what a plan is called in a sentence; there need not be one."""

    def has(self, address: str) -> bool:
        """Whether a plan stands there, readable or not."""

    def open(self, address: str, clock: Clock) -> Repository:
        """Open a plan that exists.

        Raises:
            PlanFileError: it is missing, foreign, damaged or cannot be read; it is left as it is.
        """

    def create(self, address: str, tables: Mapping[str, Mapping[str, Body]], role: str, clock: Clock) -> Repository:
        """Create a plan with these documents; one that exists is never overwritten.

        Raises:
            PlanFileError: something already stands there, or nothing can be written.
        """

    def backups(self, address: str) -> Sequence[Backup]:
        """Return the plan's backups, latest first, also where the plan itself cannot be read.

        Raises:
            PlanFileError: no plan can stand there.
        """

    def open_backup(self, address: str, backup: Backup) -> Repository:
        """Return a backup as a plan that can be read.

        Raises:
            PlanFileError: it is damaged or cannot be read.
        """

    def restore(self, address: str, backup: Backup, role: str, clock: Clock, closed: Closed = nothing_is_closed
                ) -> str:
        """Make the plan what it was in the backup; return what the plan that stood there is kept as, empty for nothing.

        A plan that can be read keeps its history, and the restoring becomes a change in it, which can be undone. What
        `closed` tells is closed stays as it is.

        Raises:
            PlanFileError: the backup is damaged, or the store refuses; the plan is as it was.
        """

    def copies(self, plan: Repository) -> Sequence[Copy]:
        """Return the copies of an open plan that something else has left beside it."""

    def beside(self, address: str) -> Path:
        """Return the folder where what is made from the plan is proposed to be put."""


class FileStore:
    """Plans as files: an address is a path. Meets `Store`.

    What opens and writes files is imported when that is done: the start screen only asks whether a plan is there.
    """

    def keeps(self, address: str) -> bool:
        """Take every address: it is asked last."""
        return True

    def known_as(self, address: str) -> str:
        """Return the file itself, with its whole path."""
        return str(resolved(Path(address)))

    def name_of(self, address: str) -> str:
        """Return the file's name."""
        return Path(address).name

    def has(self, address: str) -> bool:
        """Whether a file has the name."""
        return is_there(Path(address))

    def open(self, address: str, clock: Clock) -> Repository:
        """Open a plan file."""
        from nvplan.store.plan_file import PlanFile

        return PlanFile.open(Path(address), clock)

    def create(self, address: str, tables: Mapping[str, Mapping[str, Body]], role: str, clock: Clock) -> Repository:
        """Create a plan file."""
        from nvplan.store.plan_file import PlanFile

        return PlanFile.create(Path(address), tables, role, clock)

    def backups(self, address: str) -> Sequence[Backup]:
        """Return the backups that lie beside the file."""
        from nvplan.store.backups import backups

        target = resolved(Path(address))
        if not target.name or target.is_dir():
            raise PlanFileError(common_texts.FILE_IS_FOLDER.format(name=address))
        return backups(target)

    def open_backup(self, address: str, backup: Backup) -> Repository:
        """Return a backup beside the file as a plan that can be read."""
        from nvplan.store.plan_file import PlanFile

        return PlanFile.open(_file_backup(backup).path)

    def restore(self, address: str, backup: Backup, role: str, clock: Clock, closed: Closed = nothing_is_closed
                ) -> str:
        """Put a backup in the file's place."""
        from nvplan.store.restoring import restore

        kept = restore(Path(address), _file_backup(backup), role, clock, closed)
        return "" if kept is None else str(kept)

    def copies(self, plan: Repository) -> Sequence[Copy]:
        """Return what a sync client has left beside the file."""
        from nvplan.store.copies import conflicted_copies
        from nvplan.store.plan_file import PlanFile

        return conflicted_copies(plan) if isinstance(plan, PlanFile) else ()

    def beside(self, address: str) -> Path:
        """Return the file's own folder."""
        return resolved(Path(address)).parent


def _file_backup(backup: Backup) -> FileBackup:
    from nvplan.store.backups import Backup as FileBackup

    if not isinstance(backup, FileBackup):
        raise TypeError(type(backup))
    return backup


#: Every store that there is, the one that takes any address last.
_STORES: list[Store] = [FileStore()]


def add_store(store: Store) -> None:
    """Let a store keep the addresses that are its own."""
    _STORES.insert(0, store)


def remove_store(store: Store) -> None:
    """Let a store go."""
    _STORES.remove(store)


def store_of(address: Address) -> Store:
    """Return the store that keeps an address."""
    return next(store for store in _STORES if store.keeps(fspath(address)))


def open_plan(address: Address, clock: Clock = system_clock) -> Repository:
    """Open the plan that an address names.

    Raises:
        PlanFileError: it is missing, foreign, damaged or cannot be read; it is left as it is.
    """
    return store_of(address).open(fspath(address), clock)


def create_plan_at(address: Address, tables: Mapping[str, Mapping[str, Body]], role: str, clock: Clock = system_clock
                   ) -> Repository:
    """Create a plan with these documents; one that exists is never overwritten.

    Raises:
        PlanFileError: something already stands there, or nothing can be written.
    """
    return store_of(address).create(fspath(address), tables, role, clock)


def known_as(address: Address) -> str:
    """Return the address that is the same for everyone who names the plan differently.

    Raises:
        PlanFileError: it leads nowhere.
    """
    return store_of(address).known_as(fspath(address))


def open_bytes(name: str, content: bytes) -> FixedPlan:
    """Return a plan out of bytes that were handed on, to be read; `name` is what they are called.

    Raises:
        PlanFileError: they are no plan, or not whole.
    """
    from nvplan.store.frozen import plan_of_bytes

    return plan_of_bytes(name, name, content)
