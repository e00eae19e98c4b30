"""Swedish numbers: read what a person typed, write it the Swedish way, never change the value."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts
from nvplan.texts import units as units_texts

#: Groups smaller than this can point out a person; nvplan's own limit.
SMALLEST_GROUP = 5
#: More digits than this cannot be carried by other programs' numbers without rounding.
MOST_DIGITS = 15
_MOST_EXPONENT = 400
NO_BREAK = "\u00a0"
_SPACES = f" {NO_BREAK}\u202f\u2009"
_MINUS = "\u2212–"
_PLAIN = re.compile(r"^[+-]?[0-9]+(?:[.,][0-9]+)?$")
_GROUPED = re.compile(rf"^[+-]?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?:,[0-9]+)?$")
_STORED = re.compile(r"^-?[0-9]+(?:\.[0-9]+)?$")
_AMBIGUOUS = re.compile(r"^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}$")


def parse_number(text: str, unreadable: str = common_texts.NUMBER_UNREADABLE) -> Decimal:
    """Read a number as a Swede writes it: `12,5`, `1 000,5`, `-3`; a point is read as a decimal comma.

    Args:
        text: what was typed.
        unreadable: the sentence about what is no number, with a place for the text.

    Raises:
        InputError: it is no number, has several decimal marks, can be read in two ways (`1.000`) or is too long.
    """
    typed = text.strip()
    for minus in _MINUS:
        typed = typed.replace(minus, "-")
    if _AMBIGUOUS.match(typed):
        raise InputError(common_texts.NUMBER_AMBIGUOUS.format(text=text.strip(), whole=typed.replace(".", ""),
                                                       decimal=typed.replace(".", ",")))
    if not (_PLAIN.match(typed) or _GROUPED.match(typed)):
        raise InputError(unreadable.format(text=text.strip()))
    for space in _SPACES:
        typed = typed.replace(space, "")
    digits = sum(character.isdigit() for character in typed)
    if digits > MOST_DIGITS:
        raise InputError(common_texts.NUMBER_TOO_LONG.format(most=MOST_DIGITS))
    return Decimal(typed.replace(",", "."))


def exact_number(text: str) -> Decimal:
    """Read a number as JSON writes it, `12.5` or `1e3`, digit by digit.

    Raises:
        InputError: it is no finite number, or has more digits than other programs carry.
    """
    try:
        number = Decimal(text)
    except (InvalidOperation, ValueError):
        raise InputError(common_texts.NUMBER_UNREADABLE.format(text=text.strip())) from None
    if not number.is_finite():
        raise InputError(common_texts.NUMBER_UNREADABLE.format(text=text.strip()))
    _, digits, exponent = number.as_tuple()
    if max(len(digits), len(digits) + int(exponent), 1 - int(exponent)) > MOST_DIGITS:
        raise InputError(common_texts.NUMBER_TOO_LONG.format(most=MOST_DIGITS))
    return Decimal(f"{number:f}")


def json_number(text: str) -> Decimal:
    """Return a number out of JSON digit by digit, for `json.loads(…, parse_float=json_number)`.

    Raises:
        InputError: its exponent is beyond all measure.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise InputError(common_texts.NUMBER_TOO_LONG.format(most=MOST_DIGITS)) from None
    if not -_MOST_EXPONENT < number.adjusted() < _MOST_EXPONENT:
        raise InputError(common_texts.NUMBER_TOO_LONG.format(most=MOST_DIGITS))
    return number


def is_scale(unit: str) -> bool:
    """Whether a unit tells a scale with its ends: `index 0–1`, `steg (0–5)`."""
    return re.search(r"\d–\d", unit) is not None


def scale_words(unit: str) -> str:
    """Return a scale as it stands after a number, in brackets, so that its ends are not read as a part of it."""
    return f"({unit.replace('(', '').replace(')', '')})" if is_scale(unit) else unit


def without_unit(text: str, unit: str) -> str:
    """Return a typed number without the unit after it, where that is the field's own: `14 dagar` is 14 in days.

    Where any other word stands there the whole text stays, so that what is said about it quotes what was typed:
    `1,2 mkr` and `ca 10 kr` are no `1,2 m` and `ca 10`.
    """
    typed = text.strip()
    several = (scale_words(unit), unit, units_texts.of_one(unit))
    for own in units_texts.UNITS_OF_SHARE if unit in units_texts.UNITS_OF_SHARE else several:
        if own and fold(typed).endswith(fold(own)):
            bare = typed[:len(typed) - len(own)].rstrip()
            if bare and not any(character.isalpha() for character in bare):
                return bare
    return typed


def stored_number(value: object) -> Decimal | None:
    """Return the number that stands in the file as its digits, None where what stands there is none."""
    if isinstance(value, str) and len(value) <= 2 * MOST_DIGITS and _STORED.match(value):
        return Decimal(value)
    return None


def ungrouped(value: Decimal) -> str:
    """Return a number in its own digits with a decimal comma: `202617`, `12,5`."""
    return f"{value.normalize():f}".replace(".", ",")


def format_number(value: Decimal | int) -> str:
    """Write a number with decimal comma and a no-break space between thousands, from 1 000 on; every decimal is kept.

    A year is no such number: `kinds.number.number_words` tells the two apart.
    """
    number = Decimal(value)
    plain = f"{number.copy_abs():f}"
    whole, _, decimals = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK)
    minus = "\u2212" if number < 0 else ""
    return minus + grouped + ("," + decimals if decimals else "")
