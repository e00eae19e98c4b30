"""Takes in several files at once: a preview for each, one result, and the same plan in whatever order they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.model.collation import sort_key
from nvplan.model.errors import InputError, NvplanError
from nvplan.services.exchange.importing import Imported, came_from, import_file
from nvplan.services.exchange.ports import Reader
from nvplan.services.reading.collecting import Standing, standings
from nvplan.services.writing.returned.form import Choices
from nvplan.services.writing.session import PlanSession
from nvplan.texts import batch as batch_texts
from nvplan.texts import mailing as mailing_texts

#: What lies in a folder beside returned files and is none: a program's own notes, and the letters that we wrote.
_NOT_RETURNED = ("~$", ".")
_LETTERS = (".eml", ".txt")
_OUR_LETTERS = (f"{mailing_texts.LETTER_STEM} ", f"{mailing_texts.REMINDER_STEM} ")


@dataclass(frozen=True)
class Taken:
    """One file of several: whose it is, what it said, or why nothing of it was taken in."""

    name: str
    actor: str = ""
    """The actor's id; empty where the file does not say."""
    found: Imported | None = None
    fault: str = ""

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Taken in, refused with reason, not understood."""
        if self.found is None:
            return 0, 0, 0
        account = self.found.account
        return len(account.taken), len(account.refused), len(account.unclear)


@dataclass(frozen=True)
class Batch:
    """Several files that are taken in together, in the order in which they were saved."""

    files: list[Taken] = field(default_factory=list)
    missing: list[Standing] = field(default_factory=list)
    """The actors that are asked, have core questions left, and have sent none of the files."""
    incomplete: list[Standing] = field(default_factory=list)
    """The actors that have sent a file and have core questions left all the same."""

    @property
    def exit_code(self) -> int:
        """0 where everything in every file is in, 3 where some of it is, 1 where nothing is."""
        left = any(one.fault or (one.found is not None and one.found.account.left) for one in self.files)
        if not left:
            return 0
        some = any(one.found is not None and (one.found.account.taken or not one.found.account.left)
                   for one in self.files)
        return 3 if some else 1

    @property
    def twice(self) -> dict[str, list[str]]:
        """The files of actors that have sent several, the latest last."""
        by_actor: dict[str, list[str]] = {}
        for one in self.files:
            if one.actor and not one.fault:
                by_actor.setdefault(one.actor, []).append(one.name)
        return {actor: names for actor, names in by_actor.items() if len(names) > 1}


def files_among(sources: Sequence[Path]) -> list[Path]:
    """Return the files that are named or lie in the named folders, each once; our own letters and hidden files are not.

    Raises:
        InputError: a folder is empty, or there is nothing with a name.
    """
    found: dict[Path, None] = {}
    for source in sources:
        if not source.is_dir():
            found[source] = None
            continue
        inside = [path for path in sorted(source.rglob("*")) if path.is_file() and not _is_beside(path)]
        if not inside:
            raise InputError(batch_texts.FOLDER_EMPTY.format(folder=source.name or str(source)))
        found.update(dict.fromkeys(inside))
    return list(found)


def _is_beside(path: Path) -> bool:
    ours = path.name.startswith(_OUR_LETTERS) and path.suffix.lower() in _LETTERS
    return path.name.startswith(_NOT_RETURNED) or ours


def import_all(session: PlanSession, sources: Sequence[Path], *, reader: Reader, preview: bool,
               choices: Choices | None = None) -> Batch:
    """Take in files and folders, or with `preview` only tell what that would do.

    They are taken in in the order in which they were saved, so that what somebody has corrected comes after what it
    corrects. A file that cannot be taken in is told with the reason, and the others come in.

    Raises:
        InputError: a folder holds nothing to take in.
    """
    files = [(path, *came_from(session, path, reader=reader)) for path in files_among(sources)]
    files.sort(key=lambda one: (one[2] or _modified(one[0]), _modified(one[0]), sort_key(one[0].name)))
    taken = []
    for path, actor, _ in files:
        try:
            found = import_file(session, path, reader=reader, preview=preview, choices=choices)
        except NvplanError as error:
            taken.append(Taken(path.name, actor, fault=str(error)))
        else:
            taken.append(Taken(path.name, actor, found))
    here = {one.actor for one in taken if one.found is not None}
    left = [one for one in standings(session.state) if not one.complete]
    return Batch(taken, [one for one in left if one.actor.id not in here],
                 [one for one in left if one.actor.id in here])


def _modified(path: Path) -> str:
    """Return when a file was saved, as far as the disk knows; a file that is not there sorts first."""
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).isoformat()
    except OSError:
        return ""
