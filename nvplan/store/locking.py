"""The lock that is held while a plan file is written, and let go by the system when its holder dies."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.model.errors import BusyError, PlanFileError
from nvplan.store.rights import share_rights
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: Longest wait for another's writing, in seconds; a write takes a few hundredths.
LOCK_WAIT = 10.0
_LOCK_POLL = 0.005
#: Whoever takes the lock must be able to open its file for writing.
_NEEDED = 0o600
#: The file system has no locks; the check before each replace then has to do alone.
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}


def lock_path(path: Path) -> Path:
    """Return the lock's file, which stays beside the plan file: to remove it would let two hold it at once."""
    return path.with_name(f".{path.name}.lock")


def make_lock(path: Path) -> BaseFileLock:
    """Return a lock for the plan file; everyone who may write the plan may take it."""
    from filelock import FileLock

    file = lock_path(path)
    with contextlib.suppress(OSError):
        if not file.is_symlink():
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
            with contextlib.suppress(FileExistsError):
                os.close(os.open(file, flags, _NEEDED))
            share_rights(path, file, at_least=_NEEDED)
    return FileLock(file, timeout=LOCK_WAIT, poll_interval=_LOCK_POLL)


@contextlib.contextmanager
def held(lock: BaseFileLock, name: str, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the lock.

    Args:
        lock: the plan file's lock.
        name: how the plan file is called in the sentences.
        wait: longest wait for another process that holds it, in seconds.

    Raises:
        BusyError: another process holds it for longer than that.
        PlanFileError: the folder cannot be written to.
    """
    locked = True
    try:
        lock.acquire(timeout=wait)
    except TimeoutError:  # filelock's Timeout is one
        raise BusyError(common_texts.FILE_LOCKED.format(name=name)) from None
    except NotImplementedError:
        locked = False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise PlanFileError(_fault(Path(lock.lock_file), name, error)) from error
        locked = False
    try:
        yield
    finally:
        if locked:
            lock.release()


def _fault(file: Path, name: str, error: OSError) -> str:
    """Return what is wrong: with the lock's own file where that can be seen, for then the plan has no fault."""
    if file.is_symlink():
        return store_texts.LOCK_IS_LINK.format(name=name, lock=file.name)
    if file.exists() and not file.is_file():
        return store_texts.LOCK_NO_FILE.format(name=name, lock=file.name)
    if file.exists() and error.errno in (errno.EACCES, errno.EPERM) and os.access(file.parent, os.W_OK):
        return store_texts.LOCK_OTHERS.format(name=name, lock=file.name)
    return store_texts.file_error(name, error.errno, writing=True)
