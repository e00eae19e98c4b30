"""Finds the copies of a plan that lie beside it, whatever a person or a sync client has called them."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.collation import fold, nfc
from nvplan.model.errors import PlanFileError
from nvplan.store.format import HEAD, MOST_BYTES
from nvplan.store.plan_file import PlanFile
from nvplan.texts import store as store_texts

#: A plan is never smaller, in bytes; a smaller file is not looked into.
_LEAST_BYTES = 200
#: So many files are looked into at most, those first whose names speak for them; so many are read whole.
_MOST_LOOKED, _MOST_READ = 1_000, 40
#: The mark of a plan stands this near the beginning, also where another program has laid out the file anew.
_HEAD_BYTES = 4_096
_MARK = b'"%b"' % HEAD.encode()
#: What a restore keeps beside the plan is what the plan was before, and no copy that someone has worked in.
_KEPT = re.compile(rf" ({store_texts.KEPT_REPLACED}|{store_texts.KEPT_DAMAGED}) \d{{4}}-\d\d-\d\d \d{{6}}")


@dataclass(frozen=True)
class ConflictedCopy:
    """A copy beside the plan file: where it is, its revision, when it was changed last (ISO)."""

    path: Path
    revision: int
    changed: str

    @property
    def address(self) -> str:
        """Where it is."""
        return str(self.path)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def conflicted_copies(plan: PlanFile) -> list[ConflictedCopy]:
    """Return the copies of this plan beside it that someone has gone on writing in, archives of it among them.

    What is in a file decides: that it is the same plan (county, year, when it was made) and says something else. A copy
    that cannot be read is left out: there is nothing in it to merge. Folders, those of the backups too, are passed by.
    """
    found = []
    mine = plan.get("plan", "plan") or {}
    created = str(mine.get("created", "")).encode()
    for path in _newest(_plans(plan.target, created)):
        with contextlib.suppress(PlanFileError):
            copy = PlanFile.open(path)
            if _same_plan(plan, copy) and not _said_already(plan, copy):
                history = copy.history()
                found.append(ConflictedCopy(path, copy.revision, history[-1]["when"] if history else ""))
    return sorted(found, key=lambda one: nfc(one.path.name))


def _plans(file: Path, created: bytes) -> Iterator[tuple[float, Path]]:
    """Yield the plan files beside a file that were made when it was, with the time of their latest change."""
    for entry in _likely_first(file):
        with contextlib.suppress(OSError):
            path, status = Path(entry.path), entry.stat()
            if _LEAST_BYTES <= status.st_size <= MOST_BYTES and _is_of_plan(path, created) and not path.samefile(file):
                yield status.st_mtime, path


def _likely_first(file: Path) -> list[os.DirEntry[str]]:
    with contextlib.suppress(OSError), os.scandir(file.parent) as entries:
        found = [entry for entry in entries if _may_be_copy(entry, file)]
        return sorted(found, key=lambda entry: not _is_likely(entry.name, file))[:_MOST_LOOKED]
    return []


def _may_be_copy(entry: os.DirEntry[str], file: Path) -> bool:
    with contextlib.suppress(OSError):
        return (entry.name != file.name and not entry.name.startswith(".") and not _KEPT.search(nfc(entry.name))
                and entry.is_file())
    return False


def _is_likely(name: str, file: Path) -> bool:
    folded = fold(name)
    return fold(file.stem) in folded or folded.endswith((".nvplan", ".json"))


def _is_of_plan(path: Path, created: bytes) -> bool:
    """Tell whether a file looks like a plan that was made at a certain time, reading no more of it than is needed."""
    with path.open("rb") as content:
        head = content.read(_HEAD_BYTES)
        if not head.lstrip().startswith(b"{"):
            return False
        if _MARK not in head and path.suffix.lower() != ".nvplan":
            return False
        return created in head or created in content.read()


def _newest(found: Iterator[tuple[float, Path]]) -> list[Path]:
    return [path for _, path in sorted(found, reverse=True)[:_MOST_READ]]


def _same_plan(one: PlanFile, other: PlanFile) -> bool:
    mine, theirs = one.get("plan", "plan") or {}, other.get("plan", "plan") or {}
    return all(mine.get(name) == theirs.get(name) for name in ("county_code", "year", "created"))


def _said_already(plan: PlanFile, copy: PlanFile) -> bool:
    """Tell whether the plan has the copy's latest change: the copy is then an older state of the plan itself."""
    theirs = copy.history()
    return not theirs or theirs[-1] in plan.history()
