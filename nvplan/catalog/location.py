"""Where data/ is: inside the installed package, beside it in a checkout, or where `NVPLAN_DATA` points."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import nvplan
from nvplan.model.errors import CatalogError
from nvplan.texts import common as common_texts

#: A folder with a data/ of one's own, for whoever tries out a new requirement set before it is installed.
VARIABLE = "NVPLAN_DATA"
#: The file that shows that a folder is a data/.
_MARK = "lan.csv"

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_FORGETTERS: list[Callable[[], None]] = []


def remembered(loader: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Decorate a loader: what it returns is remembered until another folder is read."""
    kept = cache(loader)
    _FORGETTERS.append(kept.cache_clear)
    return cast(Callable[Arguments, Result], kept)


@remembered
def data_folder() -> Path:
    """Return the folder with the catalogue's files.

    Raises:
        CatalogError: `NVPLAN_DATA` points at no data/, or the program was installed without its data.
    """
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        return _checked(Path(chosen))
    package = Path(nvplan.__file__).resolve().parent
    for folder in (package / "_data", package.parent / "data"):
        if (folder / _MARK).is_file():
            return folder
    raise CatalogError(common_texts.CATALOG_MISSING.format(folder=package / "_data"))


@contextmanager
def read_anew() -> Iterator[None]:
    """Read the catalogue anew inside and after, where files have changed while the program runs."""
    _forget()
    try:
        yield
    finally:
        _forget()


@contextmanager
def data_from(folder: Path) -> Iterator[None]:
    """Read the catalogue from another folder for a while; nothing is remembered from before or after.

    Raises:
        CatalogError: the folder is no data/.
    """
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(_checked(folder))
    _forget()
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
        _forget()


def _checked(folder: Path) -> Path:
    if not (folder / _MARK).is_file():
        raise CatalogError(common_texts.CATALOG_NOT_DATA.format(folder=folder, mark=_MARK))
    return folder


def _forget() -> None:
    for forget in _FORGETTERS:
        forget()
