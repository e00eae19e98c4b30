"""Who has answered, as far as it is needed to count each person once. It is used here, and kept nowhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from nvplan.model.collation import fold
from nvplan.texts import surveys as surveys_texts

MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$")
#: A day and a time of day, however the service writes them.
_MOMENT = re.compile(
    r"^(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{1,4})[T ,]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2}))?(?:\.\d+)?\s*(?P<half>[ap]\.?m\.?)?\s*(?:Z|(?:GMT|UTC|CES?T)?[+-]?\d{0,2}:?\d{0,2})$",
    re.IGNORECASE)
_DAY = re.compile(r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$")


def is_moment(text: str) -> bool:
    """Whether a text is a day with a time of day, as when someone answered."""
    return _MOMENT.match(text.strip()) is not None


def is_day(text: str) -> bool:
    """Whether a text is a day and nothing else."""
    return _DAY.match(text.strip()) is not None


def is_nobody(text: str) -> bool:
    """Whether a mail or a name is the word that a service writes for everyone who answers anonymously."""
    return fold(text).strip() in surveys_texts.ANONYMOUS


def moments(values: Sequence[str]) -> list[dt.datetime] | None:
    """Return when each row was answered; None where that cannot be told of all of them.

    `11/28/26` is read as month and day, and as day and month where some first number is no month.
    """
    found = [_MOMENT.match(one.strip()) for one in values]
    matched = [one for one in found if one is not None]
    if len(matched) < len(values):
        return None
    day_first = any(int(one["a"]) > 12 for one in matched if len(one["a"]) < 4) or any("." in one[0] for one in matched)
    try:
        return [_moment(one, day_first=day_first) for one in matched]
    except ValueError:
        return None


def _moment(found: re.Match[str], *, day_first: bool) -> dt.datetime:
    first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        year, month, day = first, second, third
    else:
        year = third + 2000 if third < 100 else third
        month, day = (second, first) if day_first else (first, second)
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return dt.datetime(year, month, day, hour, int(found["minute"]), int(found["second"] or 0))


def doubles(rows: Sequence[Sequence[str]], places: Mapping[str, Sequence[int]]) -> set[int]:
    """Return the rows that another answer of the same person takes the place of: the latest counts.

    Args:
        rows: the answers.
        places: the columns of id, time, mail and name, by which of them it is.
    """
    order = _order(rows, places.get("tid", ()))
    gone: set[int] = set()
    for use in ("id", "mejl", "namn"):
        if use == "namn" and any(_keys(rows, place, "mejl") for place in places.get("mejl", ())):
            continue  # two people may have the same name, and their mail tells them apart
        for place in places.get(use, ()):
            latest: dict[str, int] = {}
            for at, key in sorted(_keys(rows, place, use).items(), key=lambda pair: order[pair[0]]):
                if at in gone:
                    continue
                if key in latest:
                    gone.add(latest[key])
                latest[key] = at
    return gone


def _order(rows: Sequence[Sequence[str]], times: Sequence[int]) -> list[tuple[dt.datetime, int]]:
    """Return what tells which answer is later: the last column of times, else the order of the rows."""
    for place in reversed(times):
        if (found := moments([row[place] for row in rows])) is not None:
            return [(moment, at) for at, moment in enumerate(found)]
    return [(dt.datetime.min, at) for at in range(len(rows))]


def _keys(rows: Sequence[Sequence[str]], place: int, use: str) -> dict[int, str]:
    """Return what tells a person from others in a column, by row; a name has to be whole to do that."""
    found = {}
    for at, row in enumerate(rows):
        key = fold(row[place]).strip()
        if key and not is_nobody(key) and (use != "namn" or " " in key) and (use != "mejl" or MAIL.match(key)):
            found[at] = key
    return found
