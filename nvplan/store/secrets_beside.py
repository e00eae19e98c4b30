"""What a plan needs in order to be read in part, kept beside it and never in it: in no copy, no backup, no export.

A secret lies in a file of its own, hidden as the lock's file is, with the rights of the plan: whoever may write in the
plan may use it. It is on disk when `keep` returns, so that a power cut takes nothing with it.
"""

from __future__ import annotations

import contextlib
import glob
import re
from pathlib import Path

from nvplan.model.errors import PlanFileError
from nvplan.store.atomic import write_atomic
from nvplan.texts import store as store_texts

_SUFFIX = ".nyckel"
_NAME = re.compile(r"[0-9a-z]{1,64}")
#: A secret is never longer, in bytes; what is longer is something else.
_LONGEST = 4096


class SecretsBeside:
    """The secrets of a plan file. Meets `Secrets`."""

    def __init__(self, plan: Path) -> None:
        self._plan = plan

    def get(self, name: str) -> bytes | None:
        """Return a secret; None where there is none, or it cannot be read."""
        if not _NAME.fullmatch(name):
            return None
        try:
            with self._path(name).open("rb") as file:
                return file.read(_LONGEST) or None
        except OSError:
            return None

    def keep(self, name: str, content: bytes) -> None:
        """Keep a secret: on disk when this returns.

        Raises:
            PlanFileError: the folder cannot be written to.
        """
        try:
            write_atomic(self._path(name), content, like=self._plan)
        except OSError as error:
            raise PlanFileError(store_texts.file_error(self._plan.name, error.errno, writing=True)) from error

    def forget(self, name: str) -> None:
        """Remove a secret for good; one that is not there is no error."""
        if _NAME.fullmatch(name):
            with contextlib.suppress(OSError):
                self._path(name).unlink(missing_ok=True)

    def names(self) -> set[str]:
        """Return the names of the secrets that there are."""
        before = f".{self._plan.name}."
        found = self._plan.parent.glob(f"{glob.escape(before)}*{_SUFFIX}")
        return {name for one in found if _NAME.fullmatch(name := one.name[len(before):-len(_SUFFIX)])}

    def _path(self, name: str) -> Path:
        return self._plan.with_name(f".{self._plan.name}.{name}{_SUFFIX}")
