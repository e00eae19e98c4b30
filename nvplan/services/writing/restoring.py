"""Lists a plan's backups with what differs, and puts one of them back."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from os import fspath

from nvplan.clock import Clock, system_clock
from nvplan.model.errors import DamagedFileError, InputError, PlanFileError
from nvplan.services.reading.comparing import Difference, differences
from nvplan.services.reading.open_plan import current_role
from nvplan.services.writing.frozen_reports import is_closed_document
from nvplan.store.opening import Address, open_plan, store_of
from nvplan.store.repository import Backup, Repository
from nvplan.texts import store as store_texts


@dataclass(frozen=True)
class BackupChoice:
    """A backup to choose: its number in the list (1 is the latest) and how it differs from the plan.

    `differences` is None where the plan cannot be read; `fault` says why the backup cannot be.
    """

    number: int
    backup: Backup
    differences: list[Difference] | None
    fault: str


def listed_backups(address: Address) -> Sequence[Backup]:
    """Return the plan's backups, latest first, as the disk tells of them: none of them is read.

    Raises:
        InputError: there are none.
    """
    store = store_of(address)
    found = store.backups(fspath(address))
    if not found:
        raise InputError(store_texts.BACKUP_NONE.format(name=store.name_of(fspath(address))))
    return found


def backup_choices(address: Address) -> list[BackupChoice]:
    """Return the plan's backups, latest first, each checked and compared with the plan.

    Raises:
        InputError: there are none.
    """
    return _looked_at(address, list(enumerate(listed_backups(address), 1)))


def _looked_at(address: Address, found: Sequence[tuple[int, Backup]]) -> list[BackupChoice]:
    try:
        current = open_plan(address)
    except PlanFileError:
        return [look_at(address, number, backup, None) for number, backup in found]
    with contextlib.closing(current):
        return [look_at(address, number, backup, current) for number, backup in found]


def look_at(address: Address, number: int, backup: Backup, current: Repository | None) -> BackupChoice:
    """Return a backup with how it differs from the plan as it stands; without the plan it is only checked."""
    try:
        then = store_of(address).open_backup(fspath(address), backup)
    except DamagedFileError:
        return BackupChoice(number, backup, None, store_texts.BACKUP_DAMAGED.format(name=backup.name))
    except PlanFileError as error:
        return BackupChoice(number, backup, None, str(error))
    with contextlib.closing(then):
        return BackupChoice(number, backup, differences(current, then) if current else None, "")


def find_backup(address: Address, number: int) -> BackupChoice:
    """Return the backup with this number.

    Raises:
        InputError: there is none with that number.
    """
    found = listed_backups(address)
    if not 1 <= number <= len(found):
        raise InputError(store_texts.BACKUP_NUMBER.format(number=number, most=len(found)))
    return _looked_at(address, [(number, found[number - 1])])[0]


def restore_backup(address: Address, number: int, role: str = "", clock: Clock = system_clock) -> str:
    """Put a backup back and return what the plan that stood in its place is kept as, empty where none did.

    Raises:
        InputError: there is no backup with that number.
        PlanFileError: the backup is damaged or the disk refuses; the plan file is as it was.
    """
    return put_back(address, find_backup(address, number), role, clock)


def put_back(address: Address, choice: BackupChoice, role: str = "", clock: Clock = system_clock) -> str:
    """Put back the very backup that was looked at, whichever number it has by now, and return as `restore_backup` does.

    Raises:
        PlanFileError: the backup is damaged or gone, or the disk refuses; the plan file is as it was.
    """
    if choice.fault:
        raise PlanFileError(choice.fault)
    return store_of(address).restore(fspath(address), choice.backup, current_role(role), clock, is_closed_document)
