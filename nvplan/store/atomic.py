"""Writes a whole file or nothing: temporary file in the same folder, fsync, replace, fsync of the folder."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

from nvplan.store.rights import is_old, share_rights

#: A replace that the system refuses for a moment (a sync client or a virus scanner holds the file) is tried again.
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
TEMPORARY_SUFFIX = ".nvplan-tmp"
#: No write takes so many seconds: a temporary file that is older belongs to a process that died.
DEAD_AFTER = 3600.0
#: Answers to "write this folder's names down" that mean that this file system has no such thing.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EPERM, errno.EBADF}


class UnconfirmedError(OSError):
    """The file has its new content, but the disk does not confirm that it would survive a power cut."""


def write_atomic(path: Path, content: bytes, *, new: bool = False, like: Path | None = None,
                 before_replace: Callable[[], None] | None = None) -> os.stat_result:
    """Write the content to the path, all of it or nothing; when this returns it is on disk.

    Args:
        path: the file, not a link to one; its folder must exist.
        content: what the file is to hold.
        new: refuse to replace a file that exists.
        like: the file whose rights and owner the new one is to have; the one that it replaces where nothing is given.
        before_replace: called when everything is written and only the replace is left; an error from it stops that.

    Returns:
        The status of the new file.

    Raises:
        UnconfirmedError: the file was written, but the disk failed when it was to confirm it.
        OSError: the system refused; the old file is untouched and no temporary file is left.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{TEMPORARY_SUFFIX}")
    try:
        with temporary.open("xb") as file:
            _take_over_rights(like or path, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            status = os.fstat(file.fileno())
        if before_replace is not None:
            before_replace()
        if new:
            _place_new(temporary, path)
        else:
            _replace(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return status


def sweep(folder: Path, name: str = "", *, age: float = 0) -> int:
    """Remove the temporary files that died with their process and return how many.

    Call it under the plan's lock, or with an age that nothing that lives can have.

    Args:
        folder: where to look.
        name: the file that they were written for; every file's where nothing is given.
        age: only those that were last written more than so many seconds ago.
    """
    prefix, removed = f".{name}." if name else ".", 0
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.name.endswith(TEMPORARY_SUFFIX):
                with contextlib.suppress(OSError):
                    if age and not is_old(entry, age):
                        continue
                    Path(entry.path).unlink()
                    removed += 1
    return removed


def _take_over_rights(path: Path, temporary: Path) -> None:
    """Let those who could read and write the old file do so with the new one, as far as the system allows."""
    share_rights(path, temporary)


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its name unless something already has it; a link does that in one step where the disk can."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb"):
            pass
        try:
            _replace(temporary, path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _replace(temporary: Path, path: Path) -> None:
    for wait in _WAITS:
        try:
            temporary.replace(path)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EBUSY):
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows cannot open a folder and does this by itself."""
    if os.name == "nt":
        return
    try:
        descriptor = _open_folder(folder)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise UnconfirmedError(error.errno, os.strerror(error.errno or 0)) from error


def _open_folder(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY)
