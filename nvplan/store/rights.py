"""Where a plan lies and who may write it; what is made beside it is for those who may read and write the plan."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path

from nvplan.model.errors import PlanFileError
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

_READ, _WRITE = 0o444, 0o222
_OWNER = 0o600


def resolved(path: Path) -> Path:
    """Return the file itself where the path is a link to it; it need not exist.

    Raises:
        PlanFileError: the link leads to itself, or the folder that we stand in is gone, or no file can have the name.
    """
    try:
        return path.resolve(strict=False)
    except FileNotFoundError as error:  # only the folder that we stand in can be missing here
        raise PlanFileError(store_texts.FOLDER_GONE) from error
    except ValueError as error:  # a sign that no name can have
        raise PlanFileError(common_texts.PATH_UNREADABLE.format(path=path)) from error
    except (OSError, RuntimeError) as error:
        number = error.errno if isinstance(error, OSError) else errno.ELOOP
        raise PlanFileError(store_texts.file_error(path.name, number)) from error


def share_rights(plan: Path, made: Path, *, at_least: int = 0) -> None:
    """Give a file or folder made for a plan the plan's own rights, as far as the system allows.

    Its group goes along, and its owner where root made it: a plan's owner is not locked out by someone who helped.

    Args:
        plan: the plan file; where there is none yet, nothing is done.
        made: what was made for it.
        at_least: rights that it needs whatever the plan has, so that it can do what it is for.
    """
    with contextlib.suppress(OSError):
        wanted, own = plan.stat(), made.stat()
        _share_owner(wanted, own, made)
        mode = wanted.st_mode & 0o777 | at_least
        if made.is_dir():
            mode = (mode & 0o666 | _OWNER) | (mode & _READ) >> 2 | 0o100
        if own.st_mode & 0o777 != mode:
            made.chmod(mode)


def _share_owner(wanted: os.stat_result, own: os.stat_result, made: Path) -> None:
    if not hasattr(os, "chown"):
        return
    owner = wanted.st_uid if os.geteuid() == 0 and own.st_uid != wanted.st_uid else -1
    group = wanted.st_gid if own.st_gid != wanted.st_gid else -1
    if (owner, group) != (-1, -1):
        with contextlib.suppress(OSError):
            os.chown(made, owner, group)


def check_writable(path: Path, name: str) -> None:
    """Make sure that nobody has marked the plan as one that is not to be written.

    The mark is heeded for everyone: to replace the file would get round it. `name` is what the plan is called.

    Raises:
        PlanFileError: it is marked so; the sentence is the same as on a medium that cannot be written.
    """
    with contextlib.suppress(OSError):
        if not path.stat().st_mode & _WRITE:
            raise PlanFileError(store_texts.file_error(name, errno.EROFS, writing=True))


def is_old(entry: os.DirEntry[str], seconds: float) -> bool:
    """Tell whether a file was last written more than so many seconds ago."""
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > seconds
