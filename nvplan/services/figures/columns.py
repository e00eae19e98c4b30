"""Which column of a file holds what: by the headings, by what the person says, and by what was said last time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.services.figures.visit_days import read_day
from nvplan.texts import continuity_index as index_texts

#: Without these there is nothing to count.
NEEDED = ("patient", "vardgivare", "datum")


def find_columns(header: Sequence[str], said: Sequence[str], remembered: Mapping[str, int]) -> dict[str, int]:
    """Return the place of each field's column, from 0.

    Args:
        header: the headings; they are never shown, for a file without headings begins with a patient.
        said: `field=heading` or `field=number` (from 1); `field=` says that the file has no such column.
        remembered: what was said of a file with the same headings before.

    Raises:
        InputError: something that was said fits no field or column, or a column that is needed was not found.
    """
    names = [_heading(cell) for cell in header]
    found: dict[str, int] = {}
    for field, known in index_texts.HEADINGS.items():
        places = [at for at, name in enumerate(names) if name in {_heading(one) for one in known}]
        if len(places) == 1:
            found[field] = places[0]
    found |= {field: at for field, at in remembered.items() if field in index_texts.FIELDS and at < len(names)}
    for one in said:
        field, at = _said(one, names)
        found[field] = at
    found = {field: at for field, at in found.items() if at >= 0}
    if missing := [field for field in NEEDED if field not in found]:
        raise InputError(index_texts.column_missing(missing[0]))
    if len(set(found.values())) < len(found):
        raise InputError(index_texts.COLUMN_TWICE)
    if not isinstance(read_day(header[found["datum"]]), str):
        raise InputError(index_texts.HEADER_IS_VISIT)
    return found


def _said(one: str, names: Sequence[str]) -> tuple[str, int]:
    field, equals, column = one.partition("=")
    field, column = field.strip().lower(), column.strip()
    if not equals or field not in index_texts.FIELDS:
        raise InputError(index_texts.COLUMN_MISUSED.format(fields=", ".join(index_texts.FIELDS)))
    if not column:
        return field, -1
    if _heading(column) in names:
        return field, names.index(_heading(column))
    if column.isascii() and column.isdigit() and 1 <= int(column) <= len(names):
        return field, int(column) - 1
    raise InputError(index_texts.COLUMN_UNKNOWN.format(column=column, count=len(names)))


def said_of(columns: Mapping[str, int], said: Sequence[str]) -> dict[str, int]:
    """Return what is worth remembering: the places that a person said, −1 where there is no such column."""
    fields = [one.partition("=")[0].strip().lower() for one in said]
    return {field: columns.get(field, -1) for field in fields}


def signature(header: Sequence[str]) -> str:
    """Return what tells headings from others, and says nothing of them."""
    return hashlib.sha256("\x1f".join(map(_heading, header)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _heading(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
