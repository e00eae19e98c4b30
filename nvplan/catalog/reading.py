"""Reads one file of data/: a row a line, JSONL or CSV, each row validated, each fault named by file and row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from nvplan.catalog.location import data_folder
from nvplan.catalog.own import own_path
from nvplan.model.errors import CatalogError
from nvplan.texts import common as common_texts
from nvplan.texts import own_sets as own_sets_texts

Row = TypeVar("Row", bound=BaseModel)
#: Where the JSON reader says that a line stops being JSON.
_COLUMN = re.compile(r"column (\d+)")
#: A program for spreadsheets or a simple editor may put this first in a file; it is no part of the content.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_jsonl(name: str, model: type[Row], folder: Path | None = None) -> tuple[Row, ...]:
    """Return the rows of a JSONL file in order; blank lines are passed over.

    Raises:
        CatalogError: the file is missing or not UTF-8, or rows do not fit the model; all of them are told.
    """
    read = model.__pydantic_validator__.validate_json
    rows, faults = [], []
    for number, line in lines(name, folder):
        try:
            rows.append(read(line))
        except ValidationError as error:
            faults += _row_faults(name, number, error)
    if faults:
        raise CatalogError(*faults)
    return tuple(rows)


def lines(name: str, folder: Path | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, each with its number from 1.

    Raises:
        CatalogError: the file is missing or not UTF-8.
    """
    for number, line in enumerate(_content(name, folder).split(b"\n"), 1):
        if line.strip():
            yield number, line


def line_numbers(name: str, folder: Path | None = None) -> list[int]:
    """Return the line number of each row, so that a fault can be told by the line that it stands on."""
    return [number for number, _ in lines(name, folder)]


def read_csv(name: str, columns: Sequence[str], folder: Path | None = None) -> list[dict[str, str]]:
    """Return the rows of a comma-separated file as dictionaries; blank lines are passed over.

    Raises:
        CatalogError: the file is missing or not UTF-8, or its columns are not the ones expected.
    """
    return [row for _, row in numbered_csv(name, columns, folder)]


def numbered_csv(name: str, columns: Sequence[str], folder: Path | None = None) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a comma-separated file, each with the number of the line that it ends on.

    Raises:
        CatalogError: the file is missing or not UTF-8, or its columns are not the ones expected.
    """
    reader = csv.reader(io.StringIO(_content(name, folder).decode("utf-8"), newline=""), strict=True)
    try:
        rows = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise CatalogError(
            common_texts.CATALOG_ROW.format(file=own_sets_texts.catalog_file(name), row=reader.line_num,
                                            fault=common_texts.CATALOG_CSV)
        ) from error
    if not rows or rows[0][1] != list(columns):
        raise CatalogError(common_texts.CATALOG_COLUMNS.format(file=name, columns=", ".join(columns)))
    for number, cells in rows:
        if len(cells) != len(columns):
            raise CatalogError(common_texts.CATALOG_CELLS.format(file=name, row=number, count=len(columns)))
    return [(number, dict(zip(columns, cells, strict=True))) for number, cells in rows[1:]]


def _content(name: str, folder: Path | None) -> bytes:
    path = (own_path(name) if folder is None else None) or (folder or data_folder()) / name
    try:
        content = path.read_bytes().removeprefix(_BYTE_ORDER_MARK)
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogError(common_texts.CATALOG_NOT_UTF8.format(file=own_sets_texts.catalog_file(name))) from error
    except OSError as error:
        raise CatalogError(common_texts.CATALOG_UNREADABLE.format(file=own_sets_texts.catalog_file(name))) from error
    return content


def _row_faults(name: str, number: int, error: ValidationError) -> list[str]:
    """Return everything that is wrong with a row; where it is no JSON also how far into the line it stops being so."""
    told = []
    for one in error.errors(include_url=False):
        field = ".".join(str(part) for part in one["loc"]) or common_texts.CATALOG_WHOLE_ROW
        context = one.get("ctx") or {}
        column = _COLUMN.search(str(context.get("error", "")))
        fault = (common_texts.CATALOG_JSON_AT.format(column=column[1]) if column and one["type"] == "json_invalid"
                 else common_texts.catalog_fault(field, str(one["type"]), context))
        told.append(common_texts.CATALOG_ROW.format(file=own_sets_texts.catalog_file(name), row=number, fault=fault))
    return told
