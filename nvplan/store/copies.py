"""Finds the copies that a sync client leaves beside a file when two have written it at once."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.errors import PlanFileError
from nvplan.store.plan_file import PlanFile

#: What follows the file's stem in the name of a copy, by the program. Nextcloud's stands in its manual
#: (docs.nextcloud.com, desktop/conflicts), Syncthing's and Dropbox's are as users quote them (GitHub, web);
#: the others are from memory. None was tried on a sync client: a name that is missed is only not offered for merging.
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"^ \(.*(conflicted copy|konflikt|case conflict).*\)$",      # Dropbox, Nextcloud, Box; Swedish ones say konflikt…
    r"^_conflict-\d{8}-\d{6}$",                                   # ownCloud and older Nextcloud
    r"^\.sync-conflict-\d{8}-\d{6}-[0-9A-Z]{7}$",                 # Syncthing
    r"^-[0-9A-ZÅÄÖ][0-9A-ZÅÄÖ-]{0,62}$",                          # OneDrive: the computer's name
    r"^ \(\d{1,3}\)$",                                            # Google Drive
    r"^ \d{1,3}$",                                                # iCloud Drive
    r"^\.conflict\d*$",                                           # Resilio
))


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
    """Return the copies of this plan that a sync client has left beside it, by name.

    The name is a hint; that it is the same plan (county, year, when it was made) and says something else decides.
    A copy that cannot be read is left out: there is nothing in it to merge.
    """
    found = []
    with contextlib.suppress(OSError):
        for path in sorted(plan.target.parent.iterdir()):
            if _is_copy_name(plan.target, path):
                with contextlib.suppress(PlanFileError):
                    copy = PlanFile.open(path)
                    if _same_plan(plan, copy) and not _said_already(plan, copy):
                        history = copy.history()
                        found.append(ConflictedCopy(path, copy.revision, history[-1]["when"] if history else ""))
    return found


def _is_copy_name(file: Path, other: Path) -> bool:
    rest = other.stem.removeprefix(file.stem)
    return (other.suffix == file.suffix and other.stem.startswith(file.stem)
            and any(pattern.match(rest) for pattern in _PATTERNS))


def _same_plan(one: PlanFile, other: PlanFile) -> bool:
    mine, theirs = one.get("plan", "plan") or {}, other.get("plan", "plan") or {}
    return all(mine.get(name) == theirs.get(name) for name in ("county_code", "year", "created"))


def _said_already(plan: PlanFile, copy: PlanFile) -> bool:
    """Tell whether the plan has the copy's latest change: the copy is then an older state of the plan itself."""
    theirs = copy.history()
    return not theirs or theirs[-1] in plan.history()
