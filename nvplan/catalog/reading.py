"""Reads one file of data/: a row a line, JSONL or CSV, each row validated, each fault named by file and row."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from nvplan import texts
from nvplan.catalog.location import data_folder
from nvplan.model.errors import CatalogError

Row = TypeVar("Row", bound=BaseModel)


def read_jsonl(name: str, model: type[Row], folder: Path | None = None) -> tuple[Row, ...]:
    """Return the rows of a JSONL file in order; blank lines are passed over.

    Raises:
        CatalogError: the file is missing or not UTF-8, or a row does not fit the model.
    """
    numbered = [(number, line) for number, line in enumerate(_text(name, folder).splitlines(), 1) if line.strip()]
    joined = "[" + ",".join(line for _, line in numbered) + "]"
    try:
        return tuple(TypeAdapter(list[model]).validate_json(joined))  # type: ignore[valid-type]
    except ValidationError:
        return tuple(_one_row(name, number, line, model) for number, line in numbered)


def read_csv(name: str, columns: Sequence[str], folder: Path | None = None) -> list[dict[str, str]]:
    """Return the rows of a comma-separated file as dictionaries.

    Raises:
        CatalogError: the file is missing or not UTF-8, or its columns are not the ones expected.
    """
    reader = csv.DictReader(io.StringIO(_text(name, folder)), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise CatalogError(texts.CATALOG_ROW.format(file=name, row=reader.line_num, fault=error)) from error
    if list(reader.fieldnames or ()) != list(columns):
        raise CatalogError(texts.CATALOG_COLUMNS.format(file=name, columns=", ".join(columns)))
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise CatalogError(texts.CATALOG_CELLS.format(file=name, row=number, count=len(columns)))
    return rows


def _text(name: str, folder: Path | None) -> str:
    path = (folder or data_folder()) / name
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CatalogError(texts.CATALOG_NOT_UTF8.format(file=name)) from error
    except OSError as error:
        raise CatalogError(texts.CATALOG_UNREADABLE.format(file=name)) from error


def _one_row(name: str, number: int, line: str, model: type[Row]) -> Row:
    """Validate a row alone, so that the fault can be told with its row number and field."""
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or texts.CATALOG_WHOLE_ROW
        fault = texts.catalog_fault(field, str(first["type"]), first.get("ctx") or {})
        raise CatalogError(texts.CATALOG_ROW.format(file=name, row=number, fault=fault)) from error
