"""How a fault in data/ is told: the file, the line and what would be right. One check serves loading and checking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from nvplan.catalog.own import after, own_name
from nvplan.catalog.reading import Row, line_numbers, read_jsonl
from nvplan.model.errors import CatalogError
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import common as common_texts
from nvplan.texts import own_sets as own_sets_texts

#: An id: ASCII letters, digits and a few signs, without blanks.
TYPEABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]*")
#: The place of a row among a file's rows, from 0, and what is wrong with it.
Fault: TypeAlias = tuple[int, str]
Check: TypeAlias = Callable[[Sequence[Row]], Iterator[Fault]]


class Identified(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """What the row is called in its file."""


def read_checked(name: str, model: type[Row], check: Check[Row], folder: Path | None = None) -> tuple[Row, ...]:
    """Read a file and refuse all of it if one row does not hold.

    Raises:
        CatalogError: the first fault, with file and line.
    """
    rows = read_jsonl(name, model, folder)
    for place, fault in check(rows):
        raise CatalogError(fault_sentence(name, place, fault, folder))
    return rows


def read_with_own(name: str, model: type[Row], check: Check[Row]) -> tuple[Row, ...]:
    """Read a file of data/ and what the county has added to it; what is added may not take the place of a row.

    Raises:
        CatalogError: the first fault, with file and line.
    """
    rows, own = read_checked(name, model, check), own_name(name)
    return (*rows, *read_checked(own, model, after(rows, check))) if own else rows


def own_faults(name: str, model: type[Row], check: Check[Row]) -> list[str]:
    """Return every fault of what the county has added to a file of data/; none where it has added nothing."""
    own = own_name(name)
    return file_faults(own, model, after(read_jsonl(name, model), check)) if own else []


def file_faults(name: str, model: type[Row], check: Check[Row], folder: Path | None = None) -> list[str]:
    """Return every fault of a file as sentences; a file that cannot be read gives those that say why."""
    try:
        rows = read_jsonl(name, model, folder)
        return [fault_sentence(name, place, fault, folder) for place, fault in check(rows)]
    except CatalogError as error:
        return list(error.sentences)


def fault_sentence(name: str, place: int, fault: str, folder: Path | None = None) -> str:
    """Return the sentence that names file, line and remedy; `place` is the row's place among the rows, from 0."""
    return line_sentence(name, line_numbers(name, folder)[place], fault)


def line_sentence(name: str, line: int, fault: str) -> str:
    """Return the sentence that names file, line and remedy."""
    return common_texts.CATALOG_ROW.format(file=own_sets_texts.catalog_file(name), row=line, fault=fault)


def id_faults(rows: Sequence[Identified]) -> Iterator[Fault]:
    """Yield the rows whose id an earlier row has, or that nobody could type on a command line or use in a file name."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if not TYPEABLE.fullmatch(row.id):
            yield place, catalog_texts.FAULT_ID.format(id=row.id)
        if row.id in seen:
            yield place, catalog_texts.FAULT_TWICE.format(id=row.id)
        seen.add(row.id)
