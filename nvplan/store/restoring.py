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
from nvplan.store.format import MOST_BYTES, Content, Tables, encode, guess_revision
from nvplan.store.frozen import plan_of_bytes
from nvplan.store.journal import BESIDE, HISTORY, SNAPSHOTS, Body, Entry
from nvplan.store.locking import held, make_lock
from nvplan.store.notices import tell
from nvplan.store.plan_file import PlanFile
from nvplan.store.repository import Closed, nothing_is_closed
from nvplan.store.rights import check_writable, resolved
from nvplan.store.storage import AtomicStorage
from nvplan.store.structure import readable
from nvplan.texts import store as store_texts

COMMAND = "aterstall"
_MOST_NAMES = 100
_FROZEN = b'"frozen":"'
#: So many of the files that restores have kept stay beside the plan.
MOST_KEPT = 10


def restore(path: Path, backup: Backup, role: str, clock: Callable[[], dt.datetime],
            closed: Closed = nothing_is_closed) -> Path | None:
    """Make the plan what it was in the backup and return where what stood there is kept, None where nothing did.

    A plan that can be read keeps its history, and the restoring becomes a change in it, which can be undone. What is
    closed stays as it is; of a plan that cannot be read, as the latest backup that has it tells. It is told.

    Raises:
        PlanFileError: the backup is damaged, or the disk refuses; the plan file is as it was.
    """
    content = read_backup(backup)
    tables = readable(content)
    subject = f"{backup.when:%Y-%m-%d %H:%M}"
    try:
        plan = PlanFile.open(path, clock)
    except PlanFileError:
        return _replace_unreadable(path, content, _with_closed(path, content, tables, closed), subject, role, clock)
    wanted = {table: {document["id"]: _body(document) for document in documents.values()}
              for table, documents in tables.items()}
    before, plan.tells_of_names = plan.revision, False
    kept = _keep_aside(plan.target, store_texts.KEPT_REPLACED, clock())
    try:
        _put_back(plan, wanted, role, subject, closed)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    if plan.revision == before:  # the backup says what the plan says
        kept.unlink(missing_ok=True)
        return None
    return kept


def _put_back(plan: PlanFile, wanted: dict[str, dict[str, Body]], role: str, subject: str, closed: Closed) -> None:
    with plan.transaction(role, COMMAND, subject) as change:
        change.as_it_was = True
        stays = set()
        for table in sorted({*plan.tables(), *wanted} - BESIDE):
            documents = wanted.get(table, {})
            for identity in dict.fromkeys([*(one["id"] for one in plan.list(table)), *documents]):
                body = documents.get(identity)
                if change.get(table, identity) == body:
                    continue
                if closed(change, table, identity):
                    stays.add(identity)
                elif body is None:
                    change.delete(table, identity)
                else:
                    change.put(table, identity, body)
    if stays:
        tell(store_texts.closed_stays(sorted(stays)))


def _with_closed(path: Path, content: Content, tables: Tables, closed: Closed) -> Tables:
    """Return a backup's tables with what was closed after it, as the latest backup that can be read has it."""
    kept: dict[str, dict[str, Body]] = {}
    target = resolved(path)
    for newer in backups(target):
        if newer.revision > content.revision:
            with contextlib.suppress(PlanFileError):
                plan = plan_of_bytes(str(newer.path), newer.name, newer.path.read_bytes())
                for table in plan.tables():
                    for body in plan.list(table):
                        if table == SNAPSHOTS or closed(plan, table, body["id"]):
                            kept.setdefault(table, {}).setdefault(body["id"], body)
    result = dict(tables)
    for table, documents in kept.items():
        old = [body for _, body in sorted(tables.get(table, {}).items(), key=lambda one: int(one[0]))]
        result[table] = new_table([*(body for body in old if body["id"] not in documents), *documents.values()])
    stays = sorted({identity for table, documents in kept.items() if table != SNAPSHOTS for identity in documents})
    if stays:
        tell(store_texts.closed_stays(stays))
    _tell_of_lost(target, encode(result, 0))
    return result


def _tell_of_lost(target: Path, content: bytes) -> None:
    """Say so where the damaged file seems to have had more that was frozen than what is put in its place."""
    damaged = b""
    with contextlib.suppress(OSError):
        if target.is_file() and target.stat().st_size <= MOST_BYTES:
            damaged = target.read_bytes()
    if damaged.count(_FROZEN) > content.count(_FROZEN):
        tell(store_texts.CLOSED_MAY_BE_LOST)


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
