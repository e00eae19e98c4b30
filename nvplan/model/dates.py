"""Swedish dates: read what a person typed, store ISO, write it in words."""

from __future__ import annotations

import datetime as dt
import re

from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni",
          "juli", "augusti", "september", "oktober", "november", "december")
_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
_MONTH = re.compile(r"^(\d{4})-(\d{1,2})$", re.ASCII)
_WORDS = re.compile(r"^(?:(\d{1,2})\s+)?([a-zåäö]{3,9})\.?\s+(\d{4})$", re.ASCII)
_WEEK = re.compile(r"^(?:v\.?|vecka)\s*(\d{1,2})[\s,]+(\d{4})$", re.ASCII)
_ISO = re.compile(r"^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199


def parse_date(text: str) -> str:
    """Read a date and return it in ISO form: a day `2027-03-01` or a whole month `2027-03`.

    Reads `2027-03-01`, `2027-3-1`, `1 mars 2027`, `mars 2027`, `2027-03`, and `v. 9 2027` as that week's Monday.

    Raises:
        InputError: it is no date, no such day exists, or the year is outside 1900-2199.
    """
    typed = " ".join(text.lower().split())
    try:
        found = _read(typed)
    except ValueError:
        raise InputError(common_texts.DATE_NO_SUCH_DAY.format(text=text.strip())) from None
    if found is None or not FIRST_YEAR <= int(found[:4]) <= LAST_YEAR:
        raise InputError(common_texts.DATE_UNREADABLE.format(text=text.strip()))
    return found


def _read(typed: str) -> str | None:
    if match := _DAY.match(typed):
        return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    if match := _MONTH.match(typed):
        return dt.date(int(match[1]), int(match[2]), 1).isoformat()[:7]
    if match := _WEEK.match(typed):
        return dt.date.fromisocalendar(int(match[2]), int(match[1]), 1).isoformat()
    if match := _WORDS.match(typed):
        months = [number for number, name in enumerate(MONTHS, 1) if name.startswith(match[2])]
        if len(months) == 1:
            day = dt.date(int(match[3]), months[0], int(match[1] or 1)).isoformat()
            return day if match[1] else day[:7]
    return None


def format_date(iso: str) -> str:
    """Write an ISO day or month in words: `1 mars 2027`, `mars 2027`; what is no such day stays as it is written."""
    if not _ISO.match(str(iso)):
        return str(iso)
    parts = iso.split("-")
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def first_day(iso: str) -> dt.date:
    """Return the first day that an ISO day or month covers."""
    return dt.date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01")


def last_day(iso: str) -> dt.date:
    """Return the last day that an ISO day or month covers: a month is over when its last day is."""
    day = first_day(iso)
    if len(iso) == 10:
        return day
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
