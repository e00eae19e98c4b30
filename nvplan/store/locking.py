"""The lock that is held while a plan file is written, and let go by the system when its holder dies."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.model.errors import BusyError, PlanFileError
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: Longest wait for another's writing, in seconds; a write takes a few hundredths.
LOCK_WAIT = 10.0
_LOCK_POLL = 0.005
#: The file system has no locks; the check before each replace then has to do alone.
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}


def lock_path(path: Path) -> Path:
    """Return the lock's file, which stays beside the plan file: to remove it would let two hold it at once."""
    return path.with_name(f".{path.name}.lock")


def make_lock(path: Path) -> BaseFileLock:
    """Return a lock for the plan file; everyone who may write the plan may take it."""
    from filelock import FileLock

    mode = 0o644
    with contextlib.suppress(OSError):
        mode = path.stat().st_mode & 0o666
    return FileLock(lock_path(path), timeout=LOCK_WAIT, poll_interval=_LOCK_POLL, mode=mode)


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
            raise PlanFileError(store_texts.file_error(name, error.errno, writing=True)) from error
        locked = False
    try:
        yield
    finally:
        if locked:
            lock.release()
