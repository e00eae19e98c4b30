"""Swedish dates: read what a person typed, store its precision, write it in words, say which days it covers.

What is stored is a day `2027-03-01` or a month `2027-03` as ISO 8601 has them, a year `2027`, a part of a year
`2027-var` (a season `var`, `sommar`, `host`, a half-year `h1`, `h2`, a quarter `k1`-`k4`), or a span between two of
these, `2024/2030`. A part of a year is stored by its name, for a number there is read as a month by everyone else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni",
          "juli", "augusti", "september", "oktober", "november", "december")


class _YearPart(NamedTuple):
    """A part of a year: its months, what it is called, and the beginnings under which people write it."""

    first: int
    last: int
    words: str
    typed: tuple[str, ...]


#: Spring and autumn are the half-years of Swedish administration, as a term or a budget has them, not the weather's.
PARTS = {
    "var": _YearPart(1, 6, common_texts.PART_SPRING, ("våren", "vår", "vårterminen", "vt")),
    "sommar": _YearPart(6, 8, common_texts.PART_SUMMER, ("sommaren", "sommar")),
    "host": _YearPart(7, 12, common_texts.PART_AUTUMN, ("hösten", "höst", "höstterminen", "ht")),
    **{f"h{one}": _YearPart(6 * one - 5, 6 * one, common_texts.HALVES[one - 1], typed) for one, typed in (
        (1, ("första halvåret", "1:a halvåret", "halvår 1", "halvåret 1", "h1")),
        (2, ("andra halvåret", "2:a halvåret", "halvår 2", "halvåret 2", "h2")))},
    **{f"k{one}": _YearPart(3 * one - 2, 3 * one, common_texts.QUARTERS[one - 1],
                            (common_texts.QUARTERS[one - 1], f"kvartal {one}", f"kv {one}", f"q{one}", f"k{one}"))
       for one in range(1, 5)},
}
_PART_TYPED = {typed: code for code, part in PARTS.items() for typed in part.typed}
_WINTER = ("vintern", "vinter")
_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
_MONTH = re.compile(r"^(\d{4})-(\d{1,2})$", re.ASCII)
_YEAR = re.compile(r"^(?:år\s+)?(\d{4})$", re.ASCII)
_WORDS = re.compile(r"^(?:(?:den\s+)?(\d{1,2})\s+)?([a-zåäö]{3,9})\.?\s+(\d{4})$", re.ASCII)
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})(?:\s+|\s*-\s*)(\d{4})$", re.ASCII)
_WEEK = re.compile(r"^(?:v\.?|vecka)\s*(\d{1,2})[\s,]+(\d{4})$", re.ASCII)
_PART = re.compile(r"^(.+?)\s+(?:år\s+)?(\d{4})$", re.ASCII)
_STORED_PART = re.compile(rf"^(\d{{4}})-({'|'.join(PARTS)})$", re.ASCII)
_STORED_SPAN = re.compile(r"^(\d{4}[^/\s]*)\s*/\s*(\d{4}[^/\s]*)$", re.ASCII)
_TWO_YEARS = re.compile(r"^(\d{4})\s*-\s*(\d{4})$", re.ASCII)
_ISO = re.compile(r"^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$", re.ASCII)
#: What stands between the two ends of a span.
_BETWEEN = ("–", "—", " till och med ", " t.o.m. ", " t o m ", " till ", " - ")
_FROM = re.compile(r"^från(?:\s+och\s+med)?\s+")
FIRST_YEAR, LAST_YEAR = 1900, 2199
_SEPARATOR = "/"


@lru_cache(maxsize=4096)  # a county's two thousand insatser have some hundred days between them
def parse_date(text: str) -> str:
    """Read a time as people write it and return it as it is stored, with the precision that was given.

    Reads a day (`2027-03-01`, `1 mars 2027`, `31/12 2027`, `v. 9 2027` as that week's Monday), a month (`mars 2027`,
    `2027-03`), a part of a year (`våren 2027`, `första halvåret 2027`, `kvartal 1 2027`), a year (`2027`), and a span
    of any of these (`2024–2030`, `mars–juni 2027`, `våren 2026 till hösten 2027`).

    Raises:
        InputError: it is no time, no such day exists, the year is outside 1900-2199, or it ends before it begins.
    """
    typed = " ".join(text.lower().split())
    for first, last in _ends(typed):
        begins, ends = _one(first, text) if first else None, _one(last, text)
        if begins and ends:
            return _span(begins, ends, text)
    found = _one(typed, text)
    if found is None:
        raise InputError(common_texts.DATE_UNREADABLE.format(text=text.strip()))
    return found


def parse_day(text: str) -> str:
    """Read a time where a day or a whole month is needed: something that is handed in, paid or counted from then.

    Raises:
        InputError: as `parse_date`, or it is less exact than a month.
    """
    found = parse_date(text)
    if not is_iso(found):
        raise InputError(common_texts.DATE_NEEDS_DAY.format(text=text.strip()))
    return found


def _ends(typed: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the two ends of a span; the first takes from the last what it leaves unsaid."""
    for pattern in (_STORED_SPAN, _TWO_YEARS):
        if match := pattern.match(typed):
            yield match[1], match[2]
    for sign in _BETWEEN:
        first, found, last = (part.strip() for part in typed.partition(sign))
        if found and first and last:
            first = _FROM.sub("", first)
            yield first, last
            words = last.split()
            for kept in (words[-1:], words[1:]):
                yield " ".join((first, *kept)), last


def _span(begins: str, ends: str, text: str) -> str:
    if begins == ends:
        return begins
    if last_day(ends) < last_day(begins) or first_day(ends) < first_day(begins):
        raise InputError(common_texts.DATE_BACKWARDS.format(text=text.strip()))
    return f"{begins}{_SEPARATOR}{ends}"


def _one(typed: str, text: str) -> str | None:
    """Return a time that is no span as it is stored, None where it is none."""
    try:
        found = _read_day(typed) or _read_part(typed)
    except ValueError:
        raise InputError(common_texts.DATE_NO_SUCH_DAY.format(text=text.strip())) from None
    return found if found and FIRST_YEAR <= int(found[:4]) <= LAST_YEAR else None


def _read_day(typed: str) -> str | None:
    if match := _DAY.match(typed):
        return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    if match := _MONTH.match(typed):
        return dt.date(int(match[1]), int(match[2]), 1).isoformat()[:7]
    if match := _SLASHED.match(typed):
        return dt.date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    if match := _WEEK.match(typed):
        return dt.date.fromisocalendar(int(match[2]), int(match[1]), 1).isoformat()
    if match := _WORDS.match(typed):
        months = [number for number, name in enumerate(MONTHS, 1) if name.startswith(match[2])]
        if len(months) == 1:
            day = dt.date(int(match[3]), months[0], int(match[1] or 1)).isoformat()
            return day if match[1] else day[:7]
    return None


def _read_part(typed: str) -> str | None:
    if _STORED_PART.match(typed):
        return typed
    if match := _YEAR.match(typed):
        return match[1]
    if match := _PART.match(typed):
        if match[1] in _WINTER:
            raise InputError(common_texts.DATE_WINTER.format(text=typed))
        code = _PART_TYPED.get(match[1])
        return f"{match[2]}-{code}" if code else None
    return None


def format_date(stored: str) -> str:
    """Write a stored time in words: `1 mars 2027`, `våren 2027`, `2024–2030`; what is no such time stays as it is."""
    text = str(stored)
    if span := _STORED_SPAN.match(text):
        first, last = format_date(span[1]), format_date(span[2])
        return f"{first}–{last}" if " " not in first + last else f"{first} – {last}"
    if part := _STORED_PART.match(text):
        return f"{PARTS[part[2]].words} {part[1]}"
    if not _ISO.match(text):
        return text
    parts = text.split("-")
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def short_date(stored: str, near: dt.date | None = None) -> str:
    """Write a day or a month briefly, for a narrow column: `1 dec 2027`, `dec 2027`; other times as `format_date`.

    The year is left out of what lies within the year that follows `near`, where it can be no other.
    """
    text = str(stored)
    if not _ISO.match(text):
        return format_date(text)
    year, month, *day = text.split("-")
    shown = " ".join([*(str(int(one)) for one in day), MONTHS[int(month) - 1][:3]])
    obvious = near is not None and 0 <= (last_day(text) - near).days < 365
    return shown if obvious else f"{shown} {year}"


def is_iso(stored: str) -> bool:
    """Whether a stored time is a day or a month, as ISO 8601 writes them."""
    return bool(_ISO.match(stored))


def is_exact(stored: str) -> bool:
    """Whether a stored time is a single day."""
    return len(stored) == 10 and is_iso(stored)


def is_span(stored: str) -> bool:
    """Whether a stored time was given as from one time to another."""
    return _SEPARATOR in stored


def ends_of(stored: str) -> tuple[str, str]:
    """Return the two times of a span; the last is empty where it is no span."""
    first, _, last = stored.partition(_SEPARATOR)
    return first, last


def first_day(stored: str) -> dt.date:
    """Return the first day that a stored time covers.

    Raises:
        ValueError: it is no stored time.
    """
    return _covered(stored)[0]


def last_day(stored: str) -> dt.date:
    """Return the last day that a stored time covers: it is over when that day is.

    Raises:
        ValueError: it is no stored time.
    """
    return _covered(stored)[1]


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later; the month's last day where it is shorter, or the day ends its own."""
    place = day.month - 1 + months
    end = _end_of(day.year + place // 12, place % 12 + 1)
    return end if day == _end_of(day.year, day.month) or day.day > end.day else end.replace(day=day.day)


def date_order(stored: str) -> tuple[dt.date, dt.date]:
    """Return what times are sorted by: the last day that each covers, of the same the one that is more exact last.

    An empty one comes after all the others.
    """
    return (last_day(stored), first_day(stored)) if stored else (dt.date.max, dt.date.max)


@lru_cache(maxsize=4096)
def _covered(stored: str) -> tuple[dt.date, dt.date]:
    if _SEPARATOR in stored:
        first, last = stored.split(_SEPARATOR, 1)
        return _covered(first)[0], _covered(last)[1]
    if len(stored) == 10:
        day = dt.date.fromisoformat(stored)
        return day, day
    if part := _STORED_PART.match(stored):
        return dt.date(int(part[1]), PARTS[part[2]].first, 1), _end_of(int(part[1]), PARTS[part[2]].last)
    if match := _YEAR.match(stored):
        return dt.date(int(match[1]), 1, 1), dt.date(int(match[1]), 12, 31)
    first_of_month = dt.date.fromisoformat(f"{stored}-01")
    return first_of_month, _end_of(first_of_month.year, first_of_month.month)


def _end_of(year: int, month: int) -> dt.date:
    return (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
