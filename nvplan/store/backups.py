"""Rolling backups in a folder beside the plan file, bounded in number and spread in time."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.errors import DamagedFileError, PlanFileError
from nvplan.store.atomic import TEMPORARY_SUFFIX, sweep, write_atomic
from nvplan.store.format import HEAD_BYTES, MOST_BYTES, Content, decode, guess_revision
from nvplan.store.rights import share_rights
from nvplan.texts import store as store_texts

#: While a plan is being changed a backup is made at most this often.
BACKUP_EVERY = dt.timedelta(minutes=10)
#: The latest ones that are kept, and for how many further days the last one of the day is.
LATEST_KEPT = 10
DAYS_KEPT = 30
#: A backup is made only where the disk has room for so many of it, for the change that comes after it needs its own.
_ROOM = 3
#: The version before the latest change.
PREVIOUS = "foregaende.nvplan"
_NAME = re.compile(r"^(\d{8}-\d{6})-r(\d{1,15})\.nvplan$")


@dataclass(frozen=True)
class Backup:
    """One backup: where it is, when it was made (local time), the plan's revision in it, its size in bytes."""

    path: Path
    when: dt.datetime
    revision: int
    size: int

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the plan file's backups; it may not exist yet."""
    return path.with_name(f".{path.name}.kopior")


def _own_folder(path: Path) -> Path:
    """Return this user's folder where the first belongs to another, as in a folder that several share."""
    shared = backup_folder(path)
    if not hasattr(os, "getuid") or not shared.is_dir() or os.access(shared, os.W_OK | os.X_OK):
        return shared
    return shared.with_name(f"{shared.name}-{os.getuid()}")


def _folders(path: Path) -> Iterator[Path]:
    """Yield the folders with backups of the plan, whoever made them."""
    shared = backup_folder(path)
    yield shared
    with contextlib.suppress(OSError):
        for other in path.parent.iterdir():
            if other.name.startswith(f"{shared.name}-") and other.name.removeprefix(f"{shared.name}-").isdecimal():
                yield other


def backups(path: Path) -> list[Backup]:
    """Return the plan file's backups, latest first; the revision counts where the clock has jumped."""
    found = rolling_backups(path)
    for folder in _folders(path):
        with contextlib.suppress(OSError):
            previous = _previous(folder / PREVIOUS)
            if all(one.revision != previous.revision for one in found):
                found.append(previous)
    return sorted(found, key=_latest_last, reverse=True)


def _latest_last(backup: Backup) -> tuple[int, dt.datetime]:
    return backup.revision, backup.when


def rolling_backups(path: Path) -> list[Backup]:
    """Return the backups that were made by time, latest first, those of others who share the plan among them."""
    found = [one for folder in _folders(path) for one in _rolling(folder)]
    return sorted(found, key=_latest_last, reverse=True)


def _rolling(folder: Path) -> Iterator[Backup]:
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            told = _NAME.match(file.name)
            with contextlib.suppress(OSError, ValueError):
                if told and file.is_file():
                    when = dt.datetime.strptime(told[1], "%Y%m%d-%H%M%S")
                    yield Backup(file, when, int(told[2]), file.stat().st_size)


def keep_previous(path: Path) -> None:
    """Give the plan file as it is a second name among the backups, just before it is replaced.

    It costs no copying, for the file is never written in place; so there is always a whole version that is one change
    old. A disk without links, or one that refuses, has the rolling backups alone.
    """
    folder = _own_folder(path)
    share_rights(path, folder)
    previous = folder / PREVIOUS
    temporary = previous.with_name(f".{PREVIOUS}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    with contextlib.suppress(OSError):
        os.link(path, temporary)
        try:
            temporary.replace(previous)
        finally:
            temporary.unlink(missing_ok=True)


def has_another_name(path: Path) -> bool:
    """Tell whether the plan file has a name of its own elsewhere, a hard link: that one stays as it is when we save."""
    with contextlib.suppress(OSError):
        status = path.stat()
        ours = sum(_is_same(status, folder / PREVIOUS) for folder in _folders(path))
        return status.st_nlink - ours > 1
    return False


def _is_same(status: os.stat_result, other: Path) -> bool:
    try:
        found = other.stat()
    except OSError:
        return False
    return (found.st_dev, found.st_ino) == (status.st_dev, status.st_ino)


def promote_previous(path: Path, now: dt.datetime) -> None:
    """Make the version before the latest change a backup like the others, so that the next change does not take it."""
    with contextlib.suppress(OSError, PlanFileError):
        make_backup(path, (_own_folder(path) / PREVIOUS).read_bytes(), now)


def _previous(file: Path) -> Backup:
    status = file.stat()
    with file.open("rb") as opened:
        revision = guess_revision(opened.read(HEAD_BYTES))
    return Backup(file, dt.datetime.fromtimestamp(status.st_mtime), revision, status.st_size)


def is_due(path: Path, revision: int, now: dt.datetime) -> bool:
    """Tell whether it is time for a backup of this revision: none has it, and the latest is some minutes old."""
    known = rolling_backups(path)
    if not known:
        return True
    if known[0].revision == revision:
        return False
    age = now.replace(tzinfo=None) - known[0].when
    return not dt.timedelta(0) <= age < BACKUP_EVERY


def make_backup(path: Path, content: bytes, now: dt.datetime) -> Path:
    """Keep these bytes of a plan file as a backup, read it back, and remove backups that are no longer needed.

    On a disk that is nearly full older backups give way, and then the new one does: the change comes first.

    Raises:
        PlanFileError: the content is not whole, or the backup cannot be written.
    """
    revision = decode(content, path.name).revision
    folder = _own_folder(path)
    target = folder / f"{now:%Y%m%d-%H%M%S}-r{revision}.nvplan"
    try:
        folder.mkdir(exist_ok=True)
        share_rights(path, folder)
        sweep(folder)
        _find_room(folder, len(content))
        write_atomic(target, content, like=path)
        same = target.read_bytes() == content
    except OSError as error:
        raise PlanFileError(store_texts.file_error(path.name, error.errno, writing=True)) from error
    if not same:
        raise PlanFileError(store_texts.BACKUP_DIFFERS.format(name=path.name))
    prune(sorted(_rolling(folder), key=_latest_last, reverse=True))
    return target


def _find_room(folder: Path, size: int) -> None:
    """Let older backups go until there is room for another and for the change after it.

    Raises:
        OSError: there is not, though only one backup is left.
    """
    while shutil.disk_usage(folder).free < _ROOM * size:
        if not _let_go(folder):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _let_go(folder: Path) -> bool:
    """Remove the oldest backup and tell whether there was one to remove; the latest stays."""
    found = sorted(_rolling(folder), key=_latest_last)
    if len(found) < 2:
        return False
    try:
        found[0].path.unlink()
    except OSError:
        return False
    return True


def give_room(path: Path) -> bool:
    """Let a backup go so that a change has room on a full disk; tell whether there was one that could.

    The oldest goes first and the latest stays; the version before the latest change goes last.
    """
    folder = _own_folder(path)
    if _let_go(folder):
        return True
    try:
        (folder / PREVIOUS).unlink()
    except OSError:
        return False
    return True


def prune(found: Iterable[Backup]) -> None:
    """Remove the backups that the bounds leave no room for. `found` is latest first."""
    ordered = list(found)
    days = list(dict.fromkeys(one.when.date() for one in ordered))[:DAYS_KEPT]
    last_of_day = {day: next(one for one in ordered if one.when.date() == day) for day in days}
    kept = {*ordered[:LATEST_KEPT], *last_of_day.values()}
    for one in ordered:
        if one not in kept:
            with contextlib.suppress(OSError):
                one.path.unlink()


def read_backup(backup: Backup) -> Content:
    """Return a backup's content.

    Raises:
        PlanFileError: it is damaged or cannot be read.
    """
    try:
        if backup.size > MOST_BYTES:
            raise DamagedFileError(store_texts.BACKUP_DAMAGED.format(name=backup.path.name))
        content = backup.path.read_bytes()
    except OSError as error:
        raise PlanFileError(store_texts.file_error(backup.path.name, error.errno)) from error
    try:
        return decode(content, backup.path.name)
    except DamagedFileError as error:
        raise DamagedFileError(store_texts.BACKUP_DAMAGED.format(name=backup.path.name)) from error
