"""What all shared objects are made of: numbers as a Swede types them, dates that exist, and one sentence per fault."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from nvplan.model.base import Frozen
from nvplan.model.dates import first_day, last_day, parse_date, parse_day
from nvplan.model.errors import InputError
from nvplan.model.numbers import exact_number, format_number, parse_number
from nvplan.model.objects.declaration import ObjectType
from nvplan.texts import objects as objects_texts

#: The type of fault whose sentence is written here; every other fault is put into words from pydantic's own types.
SENTENCE = "nvplan"
#: A number as it stands in the file. What a person types is read before it gets here (services.object_values).
_STORED = re.compile(r"^-?\d+(\.\d+)?$", re.ASCII)
#: A whole number below this is taken as it is: it has no more digits than any program carries.
_PLAIN = 10**9
#: The names of the fields that a fault is about.
Fields = tuple[str, ...]


def fault(sentence: str, *fields: str) -> PydanticCustomError:
    """Return the error that carries a finished Swedish sentence; `fields` are those that it is about."""
    return PydanticCustomError(SENTENCE, "{sentence}", {"sentence": sentence, "fields": fields})


def _decimal(given: Any) -> Any:
    """Read a number as it is stored (`12.50`), as typed in Swedish (`12,5`), or as a JSON number.

    Raises:
        PydanticCustomError: it is no number; the sentence says what would be.
    """
    if isinstance(given, bool):
        raise fault(objects_texts.NOT_A_NUMBER)
    if isinstance(given, str):
        if _STORED.match(given):
            return _within_digits(Decimal(given))
        try:
            return parse_number(given.strip().removesuffix("%").rstrip())
        except InputError as error:
            raise fault(str(error)) from None
    if isinstance(given, int | float | Decimal):
        return _within_digits(Decimal(str(given)))
    return given


def _within_digits(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise fault(objects_texts.NOT_A_NUMBER)
    try:
        return exact_number(str(number))
    except InputError as error:
        raise fault(str(error)) from None


def _whole(given: Any) -> Any:
    if type(given) is int and abs(given) < _PLAIN:
        return given
    number = _decimal(given)
    if isinstance(number, Decimal):
        if number != number.to_integral_value():
            raise fault(objects_texts.NOT_WHOLE.format(number=format_number(number)))
        return int(number)
    return number


def _stored(number: Decimal) -> str:
    return f"{number:f}"


def _date(given: Any, read: Callable[[str], str] = parse_date) -> Any:
    if not isinstance(given, str):
        return given
    try:
        return read(given)
    except InputError as error:
        raise fault(str(error)) from None


def _day(given: Any) -> Any:
    return _date(given, parse_day)


ShortText = Annotated[str, Field(max_length=500)]
Title = Annotated[str, Field(min_length=1, max_length=300)]
LongText = Annotated[str, Field(max_length=20_000)]
#: The id of another object, a requirement, a question or an actor; which of them, the declaration tells.
Reference = Annotated[str, Field(max_length=120)]
#: A code; which list it belongs to, the declaration tells.
CodeText = Annotated[str, Field(pattern=r"^[a-z0-9_-]*$", max_length=60)]
#: A day, a month, a part of a year, a year or a span as nvplan.model.dates stores them, or empty; it must exist.
DateText = Annotated[str, BeforeValidator(_date)]
#: A day or a month, or empty: where something is paid, handed in or reckoned from that day.
DayText = Annotated[str, BeforeValidator(_day)]
#: A whole number that counts something.
Count = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=10**9)]
#: An exact number, stored as its digits so that none is lost.
Number = Annotated[Decimal, BeforeValidator(_decimal), PlainSerializer(_stored, return_type=str, when_used="json")]
#: A share in per cent.
Percent = Annotated[Number, Field(ge=0, le=100)]
#: An amount in kronor, never negative.
Kronor = Annotated[Number, Field(ge=0)]
#: A calendar year.
Year = Annotated[int, BeforeValidator(_whole), Field(ge=1990, le=2100)]


class SharedObject(Frozen):
    """What every shared object has: an id that never changes. Nothing given in a field means that it is empty."""

    about: ClassVar[ObjectType]
    """What else there is to say of the type."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9@._-]{0,79}$")
    carried: bool = False
    """Taken over from last year's plan and not confirmed since; set by the program, gone when the object is saved."""

    @model_validator(mode="before")
    @classmethod
    def _without_what_is_empty(cls, given: Any) -> Any:
        """Leave out fields with nothing in them, so that an emptied field is as if it had never been filled in."""
        if not isinstance(given, Mapping):
            return given
        empty = [name for name, value in given.items()
                 if value is None or (isinstance(value, str) and (not value or value.isspace()))]
        return {name: value for name, value in given.items() if name not in empty} if empty else given


class Step(Frozen):
    """A change of a coded field, kept with the object: the day, the field, from what, to what."""

    date: str
    field: str
    before: str = ""
    after: str = ""


def require_order(earlier: str, later: str, names: Fields, sentence: str) -> None:
    """Refuse a pair of dates in the wrong order; a time counts as all of its days, and an empty date is no fault."""
    if earlier and later and last_day(later) < first_day(earlier):
        raise fault(sentence, *names)


def require_part(part: int | None, whole: int | None, names: Fields, sentence: str) -> None:
    """Refuse a part that is larger than its whole."""
    if part is not None and whole is not None and part > whole:
        raise fault(sentence.format(part=format_number(part), whole=format_number(whole)), *names)
