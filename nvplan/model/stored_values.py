"""Whether a stored answer fits its question: what `check_value` makes always does, what a file holds need not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nvplan.model.dates import parse_date
from nvplan.model.errors import InputError
from nvplan.model.numbers import stored_number
from nvplan.model.question import Column, Option, Question
from nvplan.model.values import MOST_ROWS, MOST_TABLE, check_bounds
from nvplan.texts import common as common_texts

#: Texts and tables were once stored without today's bounds; what is larger than this nobody can have written.
_MOST_TEXT, _MOST_TABLE = 40_000, 10 * MOST_TABLE


def stored_fault(question: Question, value: object) -> str:
    """Return in a sentence why a stored value does not fit the question, an empty text where it does."""
    try:
        if question.kind == "tabell":
            _check_table(question, value)
        elif question.kind == "flerval":
            if not isinstance(value, list):
                return _wrong_kind(question.kind)
            for one in value:
                _check_option(question.options, one)
        else:
            _CHECKS[question.kind](question, value)
            number = stored_number(value) if question.kind == "tal" else None
            if number is not None:
                check_bounds(question, number, str(value))
    except InputError as error:
        return str(error)
    return ""


def _wrong_kind(kind: str) -> str:
    return common_texts.VALUE_WRONG_KIND.format(kind=common_texts.KIND_WORDS.get(kind, kind))


def _check_text(field: Question | Column, value: object) -> None:
    if not isinstance(value, str):
        raise InputError(_wrong_kind("text"))
    longest = max(_MOST_TEXT, getattr(field, "longest", 0))
    if len(value) > longest:
        raise InputError(common_texts.VALUE_TOO_LONG.format(length=len(value), most=longest))


def _check_number(_: Question | Column, value: object) -> None:
    if stored_number(value) is None:
        raise InputError(_wrong_kind("tal"))


def _check_date(_: Question | Column, value: object) -> None:
    if not isinstance(value, str) or parse_date(value[:_MOST_TEXT]) != value:
        raise InputError(_wrong_kind("datum"))


def _check_yes_no(_: Question | Column, value: object) -> None:
    if not isinstance(value, bool):
        raise InputError(_wrong_kind("ja_nej"))


def _check_choice(field: Question | Column, value: object) -> None:
    _check_option(field.options, value)


def _check_option(options: tuple[Option, ...], value: object) -> None:
    if not isinstance(value, str):
        raise InputError(_wrong_kind("val"))
    if all(option.id != value for option in options):
        raise InputError(common_texts.VALUE_OPTION_UNKNOWN.format(text=value[:40]))


_CHECKS: Mapping[str, Callable[[Question | Column, object], None]] = {
    "text": _check_text, "langtext": _check_text, "tal": _check_number, "datum": _check_date,
    "ja_nej": _check_yes_no, "val": _check_choice,
}


def _check_table(question: Question, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise InputError(_wrong_kind("tabell"))
    if len(value) > MOST_ROWS:
        raise InputError(common_texts.VALUE_MANY_ROWS.format(most=MOST_ROWS))
    columns, length = {column.id: column for column in question.columns}, 0
    for number, row in enumerate(value, 1):
        for name, cell in row.items():
            if name not in columns:
                raise InputError(common_texts.VALUE_COLUMN_UNKNOWN.format(column=str(name)[:40]))
            try:
                _CHECKS[columns[name].kind](columns[name], cell)
            except InputError as error:
                raise InputError(common_texts.VALUE_IN_CELL.format(row=number, column=columns[name].label,
                                                                   fault=error)) from None
            length += len(cell) if isinstance(cell, str) else 0
    if length > _MOST_TABLE:
        raise InputError(common_texts.VALUE_TABLE_TOO_LONG.format(length=length, most=_MOST_TABLE))
