"""A county's own requirement sets, in a folder beside its settings: they are added to data/ and never replace a row.

The folder holds `kravmangder.jsonl`, `krav/` and `kallor.jsonl`, laid out as in data/, and where the county wants them
goals (`mal.jsonl`) and questions (`fragor/`, with `dokument/` for how they are told in a plan). It is read where the
program's own data/ is; a whole folder chosen with `NVPLAN_DATA` stands for itself.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nvplan.catalog.home import settings_folder
from nvplan.catalog.location import VARIABLE, data_folder, remembered
from nvplan.model.requirement import PLANS
from nvplan.texts import common as common_texts
from nvplan.texts import own_sets as own_sets_texts

#: The folder's name, on disk and before the names of its files in a fault.
OWN = own_sets_texts.OWN_SETS
#: The files that may stand there, and the folder with requirements.
_REQUIREMENTS = "krav"
_FILES = ("kravmangder.jsonl", "kallor.jsonl", "mal.jsonl",
          *(f"{folder}/{plan}.jsonl" for folder in ("fragor", "dokument") for plan in PLANS))


def own_folder() -> Path:
    """Return the folder for the county's own sets; it need not exist."""
    return settings_folder() / OWN


def own_path(name: str) -> Path | None:
    """Return the path of a file of the county's own by its name in the catalogue; None for a file of data/."""
    first, _, rest = name.partition("/")
    return own_folder() / rest if first == OWN else None


@remembered
def own_files() -> tuple[str, ...]:
    """Return the names of the county's own files that are read, as `lanets/krav/OK2026.jsonl`, in order."""
    folder = own_folder()
    if os.environ.get(VARIABLE, "").strip() or not folder.is_dir():
        return ()
    found = [name for name in _FILES if (folder / name).is_file()]
    found += sorted(f"{_REQUIREMENTS}/{path.name}" for path in (folder / _REQUIREMENTS).glob("*.jsonl")
                    if path.is_file())
    return tuple(f"{OWN}/{name}" for name in found)


def own_name(name: str) -> str:
    """Return the name of the county's own file beside one of data/, empty where it has none."""
    return f"{OWN}/{name}" if f"{OWN}/{name}" in own_files() else ""


def own_requirement_files() -> list[str]:
    """Return the names of the county's own files with requirements; in order they come after those of data/."""
    return [name for name in own_files() if name.startswith(f"{OWN}/{_REQUIREMENTS}/")]


def unread() -> list[str]:
    """Return the files in the county's own folder that nothing reads: a misspelt name would be passed over else."""
    folder = own_folder()
    if not own_files() and not (folder.is_dir() and not os.environ.get(VARIABLE, "").strip()):
        return []
    names = (f"{OWN}/{path.relative_to(folder).as_posix()}" for path in sorted(folder.rglob("*"))
             if path.is_file() and not path.name.startswith("."))
    return [name for name in names if name not in own_files()]


@remembered
def catalog_name() -> str:
    """Return what a plan notes of the catalogue that it is made with; empty for the one that the program brings.

    A county's own folder with sets is named where it adds to that.
    It is the folder's name and the day on which its newest file was changed, so that somebody else can find the same.
    """
    chosen = bool(os.environ.get(VARIABLE, "").strip())
    if not chosen and not own_files():
        return ""
    folder = data_folder() if chosen else own_folder()
    newest = max(path.stat().st_mtime for path in folder.rglob("*") if path.is_file())
    return common_texts.CATALOG_NAME.format(folder=folder.resolve().name,
                                            date=dt.date.fromtimestamp(newest).isoformat())


def after(before: Sequence[object], check: Callable[..., Iterator[tuple[int, str]]]
          ) -> Callable[[Sequence[object]], Iterator[tuple[int, str]]]:
    """Return a check of rows that are added to others: they are looked at together, and only the new ones are told."""
    def added(rows: Sequence[object]) -> Iterator[tuple[int, str]]:
        for place, fault in check([*before, *rows]):
            if place >= len(before):
                yield place - len(before), fault

    return added
