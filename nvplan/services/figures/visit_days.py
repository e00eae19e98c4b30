"""The day and the time of a visit, in the forms that systems write them."""

from __future__ import annotations

import datetime as dt
import re

from nvplan.model.dates import parse_date
from nvplan.model.errors import InputError

_CLOCK = r"(?:[T ]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_CLOCK}", re.ASCII)
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_CLOCK}", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})(?:\2|\s+)(\d{{4}}){_CLOCK}", re.ASCII)
#: A day as spreadsheets count it, from 1899-12-30, with the time as a part of the day.
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d{1,15}))?", re.ASCII)
_SERIAL_ZERO = dt.date(1899, 12, 30).toordinal()
_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})(?:[:.]?\d{2}(?:[.,]\d+)?)?", re.ASCII)
_EARLIEST = dt.date(1900, 1, 1).toordinal()
_MINUTES = 24 * 60
#: Why a date is no day.
MISSING, UNREADABLE, NO_SUCH_DAY, TOO_OLD, MONTH_FIRST = (
    "date_missing", "date_unreadable", "date_no_such_day", "date_too_old", "date_month_first")
#: The time of a visit that has none.
NO_TIME = -1
Read = tuple[int, int]
"""A day as its number (as `date.toordinal`) and the minute of the day, `NO_TIME` where it is not told."""


def read_day(text: str) -> Read | str:
    """Return day and minute, or why there are none: one of the reasons above.

    Reads `2025-03-01`, `2025/3/1`, `20250301`, `01.03.2025`, `1/3 2025`, `1 mars 2025` and the days of a spreadsheet
    (`45717`), each but the last two also with a time after it. Where the year stands last the day is taken to come
    before the month; where that cannot be, `MONTH_FIRST` tells that the file may be written the American way.
    """
    typed = " ".join(text.split())
    if not typed:
        return MISSING
    if match := _YEAR_FIRST.fullmatch(typed):
        return _read(match[1], match[3], match[4], match[5], match[6])
    if match := _COMPACT.fullmatch(typed):
        return _read(*match.groups())
    if match := _DAY_FIRST.fullmatch(typed):
        month_first = int(match[3]) > 12 >= int(match[1]) > 0
        return MONTH_FIRST if month_first else _read(match[4], match[3], match[1], match[5], match[6])
    if match := _SERIAL.fullmatch(typed):
        minute = int(int(match[2]) * _MINUTES / 10 ** len(match[2])) if match[2] else NO_TIME
        return int(match[1]) + _SERIAL_ZERO, minute
    return _in_words(typed)


def is_sure_day_first(text: str) -> bool:
    """Whether a date can only be read with the day before the month, as 13/02/2025."""
    match = _DAY_FIRST.fullmatch(" ".join(text.split()))
    return match is not None and int(match[1]) > 12 >= int(match[3])


def _read(year: str, month: str, day: str, hour: str | None, minute: str | None) -> Read | str:
    try:
        found = dt.date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return NO_SUCH_DAY
    if found < _EARLIEST:
        return TOO_OLD
    return found, _minute(hour, minute)


def _minute(hour: str | None, minute: str | None) -> int:
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return NO_TIME
    return int(hour) * 60 + int(minute)


def _in_words(typed: str) -> Read | str:
    if not any(character.isalpha() for character in typed) or typed.lower().startswith("v"):
        return UNREADABLE
    try:
        found = parse_date(typed)
    except InputError:
        return UNREADABLE
    return (dt.date.fromisoformat(found).toordinal(), NO_TIME) if len(found) == 10 else UNREADABLE


def read_time(text: str) -> int | None:
    """Return the minute of the day, `NO_TIME` for an empty text, None for what is no time."""
    typed = text.strip()
    if not typed:
        return NO_TIME
    match = _TIME.fullmatch(typed)
    found = _minute(match[1], match[2]) if match else NO_TIME
    return found if found != NO_TIME else None
