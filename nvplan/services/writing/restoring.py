"""Lists a plan's backups with what differs, and puts one of them back."""

from __future__ import annotations

import contextlib
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


def backup_choices(address: Address) -> list[BackupChoice]:
    """Return the plan's backups, latest first, each checked and compared with the plan.

    Raises:
        InputError: there are none.
    """
    store = store_of(address)
    found = store.backups(fspath(address))
    if not found:
        raise InputError(store_texts.BACKUP_NONE.format(name=store.name_of(fspath(address))))
    try:
        current = open_plan(address)
    except PlanFileError:
        return [_choice(address, number, backup, None) for number, backup in enumerate(found, 1)]
    with contextlib.closing(current):
        return [_choice(address, number, backup, current) for number, backup in enumerate(found, 1)]


def _choice(address: Address, number: int, backup: Backup, current: Repository | None) -> BackupChoice:
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
    choices = backup_choices(address)
    if not 1 <= number <= len(choices):
        raise InputError(store_texts.BACKUP_NUMBER.format(number=number, most=len(choices)))
    return choices[number - 1]


def restore_backup(address: Address, number: int, role: str = "", clock: Clock = system_clock) -> str:
    """Put a backup back and return what the plan that stood in its place is kept as, empty where none did.

    Raises:
        InputError: there is no backup with that number.
        PlanFileError: the backup is damaged or the disk refuses; the plan file is as it was.
    """
    choice = find_backup(address, number)
    if choice.fault:
        raise PlanFileError(choice.fault)
    return store_of(address).restore(fspath(address), choice.backup, current_role(role), clock, is_closed_document)
