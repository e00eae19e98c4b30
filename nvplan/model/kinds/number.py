"""Numbers: stored as their digits (`"12.50"`), so that none is lost, and shown the Swedish way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Finding, Json, Kind, Naming, Value, as_text, by_id
from nvplan.model.numbers import (
    exact_number,
    format_number,
    is_scale,
    parse_number,
    scale_words,
    stored_number,
    without_unit,
)
from nvplan.texts import common as common_texts
from nvplan.texts import units as units_texts

#: A whole number that may be no less than this is a year: nothing else that is asked for begins so high.
_FIRST_YEAR = 1900
#: Years that a plan tells of, history with it; a year outside them is a slip of the hand.
_YEARS = Decimal(1990), Decimal(2100)
_SHARES = units_texts.UNITS_OF_SHARE
#: What is never fewer than none.
_COUNTED = units_texts.UNITS_COUNTED


class Number(Kind):
    """A number in the field's unit."""

    name: ClassVar[KindName] = "tal"
    no_such: ClassVar[str] = common_texts.NO_NUMBER
    has_unit: ClassVar[bool] = True
    is_number: ClassVar[bool] = True
    settles: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        text = as_text(given)
        number = _read(field, without_unit(text, field.unit)) if isinstance(given, str) else exact_number(text)
        self._check_bounds(bounded(field), number)
        return f"{number:f}"

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is a number in digits, within the field's own bounds; older files know no others."""
        number = stored_number(value)
        if number is None:
            raise self._wrong()
        self._check_bounds(field, number)

    def _check_bounds(self, field: Field, number: Decimal) -> None:
        decimals = max(0, -int(number.as_tuple().exponent))
        if field.decimals is not None and decimals > field.decimals:
            wanted = common_texts.VALUE_WHOLE if field.decimals == 0 else common_texts.VALUE_DECIMALS
            raise InputError(wanted.format(text=number_words(field, number), most=field.decimals))
        low, high = field.least, field.most
        if (low is not None and number < low) or (high is not None and number > high):
            bounds = ["" if bound is None else number_words(field, bound) for bound in (low, high)]
            raise InputError(common_texts.value_outside(number_words(field, number), bounds[0], bounds[1],
                                                        "" if is_scale(field.unit) else field.unit))

    def _taken(self, field: Field, text: str, find: Finding) -> Any:
        """Read a number as it was typed; what can be read in two ways is refused here and nowhere further in."""
        return _read(field, without_unit(without_unit(text, "%"), "kr"))

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return the number with its unit; what a log tells of that is no number stays as it stands."""
        number, after = _number_of(value), field.unit if unit is None else unit
        if number is None:
            return str(value)
        shown = number_words(field, number)
        if is_year(field):
            return shown
        if is_scale(after):
            return f"{shown} {scale_words(after)}"
        if number == 1:
            after = units_texts.of_one(after)
        return f"{shown}\u00a0{after}" if after else shown

    def typed(self, field: Field, value: Any) -> str:
        """Return the number without its unit, with a minus that is on every keyboard."""
        number = None if isinstance(value, list | tuple) else _number_of(value)
        return super().typed(field, value) if number is None else number_words(field, number).replace("\u2212", "-")

    def in_cell(self, field: Field, value: Any) -> str:
        """Return the number without its unit."""
        return self.typed(field, value)

    def to_json(self, field: Field, value: Value | None) -> Json:
        """Return the number as a number; with at most 15 digits a float carries it without change."""
        number = _number_of(value)
        if number is None:
            return value if isinstance(value, str) else None
        return int(number) if number == number.to_integral_value() else float(number)

    def order(self, field: Field, value: Any) -> Decimal | int | None:
        """Return the number."""
        return Decimal(value) if value is not None else None


def is_year(field: Field) -> bool:
    """Whether a field of numbers holds years: its bounds say so, or its name."""
    bounded = field.decimals == 0 and field.least is not None and field.least >= _FIRST_YEAR
    return bounded or field.label in common_texts.YEARS


def number_words(field: Field, number: Decimal) -> str:
    """Write a number of a field: thousands have a space between them, a year has none."""
    return f"{number:f}".replace(".", ",") if is_year(field) else format_number(number)


def bounded(field: Field) -> Field:
    """Return the field with the bounds of what it counts, where it has none of its own: a year, a share, a count."""
    if field.least is not None or field.most is not None:
        return field
    if is_year(field):
        return field.model_copy(update={"least": _YEARS[0], "most": _YEARS[1], "decimals": 0})
    if field.unit in _SHARES:
        return field.model_copy(update={"least": Decimal(0), "most": Decimal(100)})
    return field.model_copy(update={"least": Decimal(0)}) if field.unit in _COUNTED else field


def _read(field: Field, text: str) -> Decimal:
    """Read a number as it was typed; the example is of what the field takes: a year, a whole number, any."""
    if is_year(field):
        return parse_number(text, common_texts.YEAR_UNREADABLE)
    return parse_number(text, common_texts.NUMBER_UNREADABLE_WHOLE if field.decimals == 0
                        else common_texts.NUMBER_UNREADABLE)


def _number_of(value: object) -> Decimal | None:
    """Return the number of a stored answer or of an object's field, None where it is none."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return stored_number(value)


class Kronor(Number):
    """Whole kronor in a report, worked out from the money of the plan."""

    name: ClassVar[KindName] = "kronor"
    is_amount: ClassVar[bool] = True
