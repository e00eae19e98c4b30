"""Answer values: read by the question's kind and never by their looks, checked, written and shown.

How a value is stored, by kind: `text langtext` a string; `tal` the decimal digits as a string (`"12.50"`, so that no
digit is lost); `datum` ISO; `val` the option's id; `flerval` a list of option ids; `ja_nej` true or false; `tabell` a
list of rows, each a dictionary from column id to a value stored in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from nvplan.model.collation import fold, nearest
from nvplan.model.dates import format_date, parse_date
from nvplan.model.errors import InputError
from nvplan.model.numbers import exact_number, format_number, parse_number, stored_number, without_unit
from nvplan.model.question import Column, Option, Question
from nvplan.model.safetext import clean
from nvplan.texts import common as common_texts

Cell = str | bool
Row = dict[str, Cell]
Value = str | bool | list[str] | list[Row]
#: What `--json` prints and `svara` takes for tables.
Json = str | bool | int | float | list[object] | dict[str, object] | None
#: More rows than this is a register, not an answer.
MOST_ROWS = 500
#: More characters than this in all its cells, and a table cannot be worked with on a screen.
MOST_TABLE = 200_000

_YES = {"ja", "j", "true", "1", "x", "sant"}
_NO = {"nej", "n", "false", "0", "falskt"}


def read_value(question: Question, typed: str) -> Value | None:
    """Read an answer as it was typed, or as JSON for `flerval` and `tabell`. An empty string is no answer.

    Raises:
        InputError: the value does not fit the question; the sentence says what would.
    """
    if question.kind in ("flerval", "tabell") and typed.strip():
        try:
            return check_value(question, json.loads(typed, parse_float=Decimal))
        except (ValueError, RecursionError):
            sample = '["a","b"]' if question.kind == "flerval" else '[{"kolumn":"text"}]'
            raise InputError(common_texts.VALUE_NOT_JSON.format(kind=question.kind, sample=sample)) from None
    return check_value(question, typed)


def check_value(question: Question, given: object) -> Value | None:
    """Return the value in the form it is stored, or None where nothing was given.

    Raises:
        InputError: the value does not fit the question.
    """
    if given is None or given == [] or (isinstance(given, str) and not given.strip()):
        return None
    readers: dict[str, Callable[[Question, object], Value | None]] = {
        "flerval": _several, "tabell": _table, "tal": _number,
    }
    reader = readers.get(question.kind)
    if reader:
        return reader(question, given)
    return _scalar(question.kind, given, question.options, question.longest)


def _scalar(kind: str, given: object, options: tuple[Option, ...], longest: int) -> Cell:
    if kind == "ja_nej":
        return _yes_or_no(given)
    text = clean(_as_text(given))
    if kind == "datum":
        return parse_date(text)
    if kind == "val":
        return _option(options, text)
    if len(text) > longest:
        raise InputError(common_texts.VALUE_TOO_LONG.format(length=len(text), most=longest))
    if kind == "text" and "\n" in text:
        raise InputError(common_texts.VALUE_ONE_LINE)
    return text


def _as_text(given: object) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise InputError(common_texts.VALUE_NOT_TEXT)
    return str(given)


def _yes_or_no(given: object) -> bool:
    if isinstance(given, bool):
        return given
    typed = fold(str(given).strip())
    if typed in _YES or typed in _NO:
        return typed in _YES
    raise InputError(common_texts.VALUE_YES_NO.format(text=str(given).strip()))


def _option(options: tuple[Option, ...], typed: str) -> str:
    wanted = fold(typed.strip())
    for option in options:
        if wanted in (fold(option.id), fold(option.label)):
            return option.id
    raise InputError(common_texts.VALUE_NOT_OPTION.format(text=typed.strip(), options=option_words(options, typed)))


def option_words(options: Sequence[Option], typed: str) -> str:
    """Return what there is to choose among as a person reads it: what comes near to what was typed, else everything."""
    labels = [option.label for option in options]
    return ", ".join(f"«{label}»" for label in nearest(typed, labels, most=8) or labels)


def split_choices(text: str, labels: Sequence[str]) -> list[str]:
    """Return the choices that stand in one cell, a line each or with semicolons or commas between them.

    A label that holds a comma itself stays whole.
    """
    known = {fold(label) for label in labels}
    parts: list[str] = []
    for part in text.replace("\n", ";").split(";"):
        found = [part] if fold(part.strip()) in known else part.split(",")
        parts += [one.strip() for one in found if one.strip()]
    return parts


def _several(question: Question, given: object) -> list[str]:
    if not isinstance(given, list):
        raise InputError(common_texts.VALUE_NOT_JSON.format(kind=question.kind, sample='["a","b"]'))
    chosen = {_option(question.options, _as_text(item)) for item in given}
    return [option.id for option in question.options if option.id in chosen]


def _number(question: Question, given: object) -> str:
    number = _read_number(given, question.unit)
    check_bounds(question, number, format_number(number))
    return f"{number:f}"


def check_bounds(question: Question, number: Decimal, text: str) -> None:
    """Make sure that a number is one that the question asks for; `text` is how it was written.

    Raises:
        InputError: it has too many decimals, or lies outside the bounds.
    """
    decimals = max(0, -int(number.as_tuple().exponent))
    if question.decimals is not None and decimals > question.decimals:
        wanted = common_texts.VALUE_WHOLE if question.decimals == 0 else common_texts.VALUE_DECIMALS
        raise InputError(wanted.format(text=text, most=question.decimals))
    low, high = question.least, question.most
    if (low is not None and number < low) or (high is not None and number > high):
        bounds = ["" if bound is None else format_number(bound) for bound in (low, high)]
        raise InputError(common_texts.value_outside(format_number(number), bounds[0], bounds[1], question.unit))


def _read_number(given: object, unit: str) -> Decimal:
    """Read a number as a person types it, or one out of JSON: it too has no more digits than other programs carry.

    Raises:
        InputError: it is no number, or has too many digits.
    """
    text = _as_text(given)
    return parse_number(without_unit(text, unit)) if isinstance(given, str) else exact_number(text)


def _table(question: Question, given: object) -> list[Row] | None:
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        raise InputError(common_texts.VALUE_NOT_JSON.format(kind=question.kind, sample='[{"kolumn":"text"}]'))
    if len(given) > MOST_ROWS:
        raise InputError(common_texts.VALUE_MANY_ROWS.format(most=MOST_ROWS))
    rows = [_table_row(question, number, row) for number, row in enumerate(given, 1)]
    length = sum(len(cell) for row in rows for cell in row.values() if isinstance(cell, str))
    if length > MOST_TABLE:
        raise InputError(common_texts.VALUE_TABLE_TOO_LONG.format(length=format_number(length),
                                                                  most=format_number(MOST_TABLE)))
    return [row for row in rows if row] or None


def _table_row(question: Question, number: int, given: Mapping[str, object]) -> Row:
    columns = {column.id: column for column in question.columns}
    unknown = [name for name in given if name not in columns]
    if unknown:
        raise InputError(common_texts.VALUE_NO_COLUMN.format(column=unknown[0], columns=", ".join(columns)))
    row: Row = {}
    for name, column in columns.items():
        try:
            cell = check_cell(column, given.get(name), question.longest)
        except InputError as error:
            raise InputError(common_texts.VALUE_IN_CELL.format(row=number, column=column.label, fault=error)) from None
        if cell is not None:
            row[name] = cell
    return row


def check_cell(column: Column, given: object, longest: int = 20_000) -> Cell | None:
    """Return a table cell in the form it is stored, or None where it is empty.

    Raises:
        InputError: the value does not fit the column.
    """
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    if column.kind == "tal":
        return f"{_read_number(given, column.unit):f}"
    kind = "langtext" if column.kind == "text" else column.kind
    return _scalar(kind, given, column.options, longest)


def show_value(question: Question, value: Value | None) -> str:
    """Return the answer as a person reads it; an empty string where there is none."""
    if value is None:
        return ""
    if isinstance(value, list):
        if question.kind == "flerval":
            labels = {option.id: option.label for option in question.options}
            return "\n".join(labels.get(str(item), str(item)) for item in value)
        return "\n".join(_show_row(question, row) for row in value if isinstance(row, dict))
    return show_cell(question.kind, question.options, question.unit, value)


def show_cell(kind: str, options: tuple[Option, ...], unit: str, value: Cell | None) -> str:
    """Return one stored value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return common_texts.YES if value else common_texts.NO
    if not isinstance(value, str):
        return str(value)  # no answer is stored so, but a history can tell of anything
    number = stored_number(value) if kind == "tal" else None
    if number is not None:
        shown = format_number(number)
        return f"{shown}\u00a0{unit}" if unit else shown
    if kind == "datum":
        return format_date(value)
    if kind == "val":
        return next((option.label for option in options if option.id == value), value)
    return value


def _show_row(question: Question, row: Mapping[str, Cell]) -> str:
    cells = (f"{column.label}: {show_cell(column.kind, column.options, column.unit, row[column.id])}"
             for column in question.columns if column.id in row)
    return "; ".join(cells)


def json_value(question: Question, value: Value | None) -> Json:
    """Return the stored value as `--json` prints it: numbers as numbers, the rest as stored."""
    if isinstance(value, str):
        return _json_number(value) if question.kind == "tal" else value
    if not isinstance(value, list):
        return value
    numbers = {column.id for column in question.columns if column.kind == "tal"}
    rows: list[object] = []
    for item in value:
        rows.append({name: _json_number(str(cell)) if name in numbers else cell for name, cell in item.items()}
                    if isinstance(item, dict) else item)
    return rows


def _json_number(stored: str) -> int | float | str:
    """Stored numbers have at most 15 digits, which a float carries without change; what is no number stays as it is."""
    number = stored_number(stored)
    if number is None:
        return stored
    return int(number) if number == number.to_integral_value() else float(number)
