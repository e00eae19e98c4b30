"""Finds what looks like a Swedish personnummer or samordningsnummer in a text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

#: Ten or twelve digits, with or without a hyphen, plus or space before the last four, alone among other digits.
_CANDIDATE = re.compile(r"(?<!\d)(?<!\d[-+])(\d{2})?[ ]?(\d{6})[ ]?[-+ ]?[ ]?(\d{4})(?!\d)", re.ASCII)
#: The date written with hyphens, then the four digits.
_WRITTEN_OUT = re.compile(r"(?<!\d)(\d{2})(\d{2})-(\d{2})-(\d{2})[- ](\d{4})(?!\d)", re.ASCII)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u2007\t\n"), " ")
_CENTURIES = ("18", "19", "20")
#: A coordination number has 60 added to the day.
_COORDINATION = 60


def has_personal_number(text: str) -> bool:
    """Whether the text holds a number with a date that exists and a checksum that holds.

    Coordination numbers (day plus 60) count, and digits in any script, dashes of any kind and spaces are seen
    through. A company's number does not count: its third digit makes a month that does not exist.
    """
    if sum(map(str.isdigit, text)) < 10:
        return False
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES | _SPACES)
    plain = "".join(str(unicodedata.digit(character)) if character.isdigit() else character for character in plain)
    if any(_is_personal(one[1], one[2] + one[3] + one[4], one[5]) for one in _WRITTEN_OUT.finditer(plain)):
        return True
    start = 0
    while match := _CANDIDATE.search(plain, start):
        if _is_personal(match[1] or "", match[2], match[3]):
            return True
        start = match.start() + 1
    return False


def _is_personal(century: str, date: str, last: str) -> bool:
    if century and century not in _CENTURIES:
        return False
    return _date_exists(century, date) and checksum_holds(date + last)


def _date_exists(century: str, date: str) -> bool:
    day = int(date[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    for first in [century] if century else _CENTURIES:
        try:
            dt.date(int(first + date[:2]), int(date[2:4]), day)
        except ValueError:
            continue
        return True
    return False


def checksum_holds(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the nine before it (modulus 10, doubled every other)."""
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
