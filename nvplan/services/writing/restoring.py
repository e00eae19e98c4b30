"""Lists a plan's backups with what differs, and puts one of them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.errors import DamagedFileError, InputError, PlanFileError
from nvplan.services.reading.comparing import Difference, differences
from nvplan.services.writing.frozen_reports import is_closed_document
from nvplan.services.writing.session import current_role
from nvplan.store.backups import Backup, backups
from nvplan.store.plan_file import PlanFile
from nvplan.store.restoring import restore
from nvplan.store.rights import resolved
from nvplan.texts import common as common_texts
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


def backup_choices(path: Path) -> list[BackupChoice]:
    """Return the plan's backups, latest first, each checked and compared with the plan.

    Raises:
        InputError: there are none.
    """
    target = resolved(path)
    if not target.name or target.is_dir():
        raise InputError(common_texts.FILE_IS_FOLDER.format(name=path))
    found = backups(target)
    if not found:
        raise InputError(store_texts.BACKUP_NONE.format(name=path.name))
    current = _readable(path)
    return [_choice(number, backup, current) for number, backup in enumerate(found, 1)]


def _readable(path: Path) -> PlanFile | None:
    try:
        return PlanFile.open(path)
    except PlanFileError:
        return None


def _choice(number: int, backup: Backup, current: PlanFile | None) -> BackupChoice:
    try:
        kept = PlanFile.open(backup.path)
    except DamagedFileError:
        return BackupChoice(number, backup, None, store_texts.BACKUP_DAMAGED.format(name=backup.path.name))
    except PlanFileError as error:
        return BackupChoice(number, backup, None, str(error))
    return BackupChoice(number, backup, differences(current, kept) if current else None, "")


def find_backup(path: Path, number: int) -> BackupChoice:
    """Return the backup with this number.

    Raises:
        InputError: there is none with that number.
    """
    choices = backup_choices(path)
    if not 1 <= number <= len(choices):
        raise InputError(store_texts.BACKUP_NUMBER.format(number=number, most=len(choices)))
    return choices[number - 1]


def restore_backup(path: Path, number: int, role: str = "", clock: Callable[[], dt.datetime] | None = None
                   ) -> Path | None:
    """Put a backup back and return where what stood in its place is kept, None where nothing did.

    Raises:
        InputError: there is no backup with that number.
        PlanFileError: the backup is damaged or the disk refuses; the plan file is as it was.
    """
    choice = find_backup(path, number)
    if choice.fault:
        raise PlanFileError(choice.fault)
    now = clock or (lambda: dt.datetime.now().astimezone())
    return restore(path, choice.backup, current_role(role), now, is_closed_document)
