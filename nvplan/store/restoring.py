"""Puts a backup in the plan file's place; what stood there is kept beside it under a new name."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path

from nvplan.model.errors import PlanFileError
from nvplan.store.atomic import write_atomic
from nvplan.store.backups import Backup, backups, promote_previous, read_backup
from nvplan.store.documents import new_table
from nvplan.store.format import Content, Tables, guess_revision
from nvplan.store.journal import BESIDE, HISTORY, Body, Entry
from nvplan.store.locking import held, make_lock
from nvplan.store.migrations import migrate
from nvplan.store.plan_file import PlanFile
from nvplan.store.rights import check_writable, resolved
from nvplan.store.storage import AtomicStorage
from nvplan.texts import store as store_texts

COMMAND = "aterstall"
_MOST_NAMES = 100
#: So many of the files that restores have kept stay beside the plan.
MOST_KEPT = 10


def restore(path: Path, backup: Backup, role: str, clock: Callable[[], dt.datetime]) -> Path | None:
    """Make the plan what it was in the backup and return where what stood there is kept, None where nothing did.

    A plan that can be read keeps its history, and the restoring becomes a change in it, which can be undone.

    Raises:
        PlanFileError: the backup is damaged, or the disk refuses; the plan file is as it was.
    """
    content = read_backup(backup)
    tables = migrate(content.tables, content.schema)
    subject = f"{backup.when:%Y-%m-%d %H:%M}"
    try:
        plan = PlanFile.open(path, clock)
    except PlanFileError:
        return _replace_unreadable(path, content, tables, subject, role, clock)
    wanted = {table: {document["id"]: _body(document) for document in documents.values()}
              for table, documents in tables.items()}
    before = plan.revision
    kept = _keep_aside(plan.target, store_texts.KEPT_REPLACED, clock())
    try:
        _put_back(plan, wanted, role, subject)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    if plan.revision == before:  # the backup says what the plan says
        kept.unlink(missing_ok=True)
        return None
    return kept


def _put_back(plan: PlanFile, wanted: dict[str, dict[str, Body]], role: str, subject: str) -> None:
    with plan.transaction(role, COMMAND, subject) as change:
        for table in {*plan.tables(), *wanted} - BESIDE:
            documents = wanted.get(table, {})
            for known in list(plan.list(table)):
                if known["id"] not in documents:
                    change.delete(table, known["id"])
            for identity, body in documents.items():
                if change.get(table, identity) != body:
                    change.put(table, identity, body)


def _body(document: Body) -> Body:
    return {name: value for name, value in document.items() if name != "id"}


def _replace_unreadable(path: Path, content: Content, tables: Tables, subject: str, role: str,
                        clock: Callable[[], dt.datetime]) -> Path | None:
    """Put the backup in the place of a file that is damaged or gone; its revision is higher than any seen."""
    target = resolved(path)
    if target.exists() and not target.is_file():
        raise PlanFileError(store_texts.RESTORE_NO_FILE.format(name=path.name))
    check_writable(target, path.name)
    with held(make_lock(target), path.name):
        promote_previous(target, clock())
        kept = _keep_aside(target, store_texts.KEPT_DAMAGED, clock()) if target.exists() else None
        revision = max(content.revision, _last_revision(target)) + 1
        entries = [document for _, document in sorted(tables.get(HISTORY, {}).items(), key=lambda one: int(one[0]))]
        entry = Entry(id=str(revision), revision=revision, when=clock().isoformat(timespec="seconds"), role=role,
                      command=COMMAND, subject=subject, changes=[])
        storage = AtomicStorage(target)
        storage.write({**tables, HISTORY: new_table([*entries, entry])})
        try:
            storage.take_over(revision - 1)
            storage.save(new=kept is None)
        except BaseException:
            if kept is not None:
                kept.unlink(missing_ok=True)
            raise
    return kept


def _last_revision(target: Path) -> int:
    """Return the highest revision that the damaged file or any backup tells of."""
    known = [one.revision for one in backups(target)]
    try:
        with target.open("rb") as file:
            known.append(guess_revision(file.read(1024)))
    except OSError:
        pass
    return max(known, default=0)


def _keep_aside(target: Path, word: str, now: dt.datetime) -> Path:
    """Give the file a second name beside the first, so that replacing the first leaves it whole.

    Raises:
        PlanFileError: the disk refuses.
    """
    for number in range(_MOST_NAMES):
        extra = f" ({number + 1})" if number else ""
        kept = target.with_name(f"{target.stem} {word} {now:%Y-%m-%d %H%M%S}{extra}{target.suffix}")
        try:
            _second_name(target, kept)
        except FileExistsError:
            continue
        except OSError as error:
            raise PlanFileError(store_texts.file_error(target.name, error.errno, writing=True)) from error
        _keep_the_latest(target, word)
        return kept
    raise PlanFileError(store_texts.file_error(target.name, None, writing=True))


def _keep_the_latest(target: Path, word: str) -> None:
    """Remove the oldest of the files that earlier restores have kept, so that they never fill the disk."""
    stem, suffix = re.escape(target.stem), re.escape(target.suffix)
    name = re.compile(rf"{stem} {word} \d{{4}}-\d\d-\d\d \d{{6}}( \(\d+\))?{suffix}")
    with contextlib.suppress(OSError):
        kept = sorted((one for one in target.parent.iterdir() if name.fullmatch(one.name)), key=_by_age)
        for one in kept[:-MOST_KEPT]:
            one.unlink()


def _by_age(kept: Path) -> tuple[str, int]:
    """Return when a file was kept, out of its name: its own time is that of its last change."""
    stem, _, number = kept.stem.partition(" (")
    return stem, int(number.rstrip(")") or 0)


def _second_name(target: Path, kept: Path) -> None:
    try:
        os.link(target, kept)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        write_atomic(kept, target.read_bytes(), new=True, like=target)
