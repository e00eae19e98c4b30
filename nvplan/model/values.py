"""Answer values: read by the field's kind and never by their looks, checked, written and shown.

How a value is stored, by kind: `text langtext` a string; `tal` the decimal digits as a string (`"12.50"`, so that no
digit is lost); `datum` ISO; `val` the option's id; `flerval` a list of option ids; `ja_nej` true or false; `tabell` a
list of rows, each a dictionary from column id to a value stored in the same way.
"""

from __future__ import annotations

import json

from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.kinds.kind import Cell, Json, Row, Value
from nvplan.model.numbers import json_number
from nvplan.model.safetext import one_line
from nvplan.texts import common as common_texts

__all__ = ["Cell", "Json", "Row", "Value", "check_value", "json_value", "read_value", "show_value",
           "stored_fault"]


def read_value(field: Field, typed: str) -> Value | None:
    """Read an answer as it was typed, or as JSON for kinds that take it. An empty string is no answer.

    Raises:
        InputError: the value does not fit the field; the sentence says what would.
    """
    kind = kind_of(field)
    if not (kind.takes_json and typed.strip()):
        return kind.check(field, typed)
    try:
        return kind.check(field, json.loads(typed, parse_float=json_number))
    except (ValueError, RecursionError):
        raise InputError(common_texts.VALUE_NOT_JSON.format(kind=kind.name, sample=kind.sample)) from None


def stored_fault(field: Field, value: object) -> str:
    """Return in a sentence why a stored value does not fit the field, an empty text where it does."""
    try:
        kind_of(field).check_stored(field, value)
    except InputError as error:
        return str(error)
    return ""


def check_value(field: Field, given: object) -> Value | None:
    """Return the value in the form it is stored, or None where nothing was given.

    Raises:
        InputError: the value does not fit the field.
    """
    return kind_of(field).check(field, given)


def show_value(field: Field, value: Value | None, unit: str | None = None) -> str:
    """Return the value as a person reads it, an empty string where there is none; `unit` stands for the field's own."""
    return kind_of(field).show(field, value, unit=unit)


def value_on_line(field: Field, value: Value | None, longest: int = 0) -> str:
    """Return the value as it is read on one line: several choices have a semicolon between them, as in a cell."""
    kind = kind_of(field)
    return one_line(kind.show(field, value, between="; ") if kind.is_counted else kind.show(field, value), longest)


def json_value(field: Field, value: Value | None) -> Json:
    """Return the stored value as `--json` prints it: numbers as numbers, the rest as stored."""
    return kind_of(field).to_json(field, value)
