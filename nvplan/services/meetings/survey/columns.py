"""What each column of a survey is: told by its heading, by where it stands and by what is in it, or by the person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nvplan.model.collation import fold
from nvplan.model.personal_numbers import has_personal_number
from nvplan.services.meetings.ballots import KINDS
from nvplan.services.meetings.survey.people import MAIL, is_day, is_moment, is_nobody
from nvplan.services.meetings.survey.scale import looks_like_scale, number_in
from nvplan.services.meetings.survey.table import SurveyTable, statements, unnumbered
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import surveys as surveys_texts

#: What tells of the person and of the service: used while the file is read, where it tells doubles, and then dropped.
Dropped = Literal["id", "tid", "mejl", "namn", "telefon", "personnummer", "teknik"]
DROPPED: tuple[Dropped, ...] = ("id", "tid", "mejl", "namn", "telefon", "personnummer", "teknik")
#: What is taken in, or is nothing to take in.
Use = Dropped | Literal["slag", "poang", "text", "val", "flera", "tal", "tom", "inte"]
#: What a person may say that a column is.
SAYABLE: tuple[Use, ...] = ("poang", "text", "val", "flera", "slag", "inte")

_PHONE = re.compile(r"^\+?[\d()][\d\s()/-]{6,16}\d$")
_ADDRESS = re.compile(r"^(?:\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}$|^https?://\S+$", re.IGNORECASE)
_TOKEN = re.compile(r"^(?=.*\d)(?:[0-9a-f]{8,}|[0-9a-f]{8}-[0-9a-f-]{20,}|\d{8,}|[A-Za-z0-9_]{12,})$", re.IGNORECASE)
#: The share of what stands in a column that has to look like something for the column to be that.
_MOST = 0.8
#: So many options, and each chosen so often on average, are a choice and no texts.
_OPTIONS, _TIMES = 12, 2
_WORDS = 8


@dataclass(frozen=True)
class Known:
    """What the meeting asks: a title to know a heading by, and what the column then is."""

    title: str
    use: Use
    target: str = ""
    """The dimension of a scale, or the item of a text."""


@dataclass(frozen=True)
class Column:
    """A column of the file."""

    place: int
    heading: str
    use: Use
    target: str = ""
    """The dimension of a scale, or the item of a text; empty where it is none of the meeting's."""
    title: str = ""
    """What it asks: the heading, the statement of a scale."""


def columns_of(table: SurveyTable, known: Sequence[Known], said: Mapping[int, tuple[Use, str]]) -> list[Column]:
    """Return what each column is.

    Args:
        table: the file.
        known: what the meeting asks.
        said: what the person says that a column is, by place: the use and the target.
    """
    stated = statements(table.headings)
    by_title = {fold(one.title): one for one in known}
    found: list[Column] = []
    leading = True
    for place, heading in enumerate(table.headings):
        title = stated[place][1] if place in stated else heading
        column = _column(table, place, title, by_title, before=found, leading=leading, stated=place in stated)
        if place in said:
            use, target = said[place]
            column = Column(place, heading, use, target or (column.target if column.use == use else ""), column.title)
        leading = leading and column.use in (*DROPPED, "tom")
        found.append(column)
    return found


def _column(table: SurveyTable, place: int, title: str, by_title: Mapping[str, Known], *, before: Sequence[Column],
            leading: bool, stated: bool) -> Column:
    heading = table.headings[place]
    values = [one for one in table.column(place) if one]
    match = _matched(heading, title, by_title)
    if match is not None:
        use: Use = match.use
        if use == "text" and values and (asked := _asked(values, stated=stated)) in ("val", "flera"):
            use = asked
        return Column(place, heading, use, match.target, match.title)
    by_heading = _by_heading(heading, values)
    by_content = None if stated else _by_content(values, before, place=place, leading=leading)
    use = by_heading or by_content or ("tom" if not values else _asked(values, stated=stated))
    return Column(place, heading, use, "", title)


def _matched(heading: str, title: str, by_title: Mapping[str, Known]) -> Known | None:
    for one in (title, heading, unnumbered(title), title.partition(". ")[2], title.partition(" ")[2]):
        if one and (found := by_title.get(fold(one).strip())) is not None:
            return found
    return None


def _by_heading(heading: str, values: Sequence[str]) -> Dropped | None:
    """Return what a heading says that the column is; a word that may be a question's has to hold for what is in it."""
    bare = "".join(character for character in fold(unnumbered(heading)) if character.isalnum())
    for use in DROPPED:
        if bare in surveys_texts.HEADINGS.get(use, ()):
            if use == "tid":
                return use if _share(values, lambda one: is_moment(one) or is_day(one)) >= _MOST or not values else None
            return use
    return None


def _by_content(values: Sequence[str], before: Sequence[Column], *, place: int, leading: bool) -> Dropped | None:
    """Return which of what is dropped the content of a column tells it to be; None where it is none of them."""
    if not values:
        return None
    distinct = len(set(values)) == len(values)
    if _share(values, lambda one: MAIL.match(one) is not None) >= _MOST / 2 or all(map(is_nobody, values)):
        return "mejl"
    if _share(values, is_moment) >= _MOST or (leading and _share(values, is_day) >= _MOST):
        return "tid"
    if _share(values, has_personal_number) >= _MOST / 2:
        return "personnummer"
    if _share(values, lambda one: _ADDRESS.match(one) is not None) >= _MOST:
        return "teknik"
    if leading and distinct and _counts_up(values):
        return "id"
    if distinct and _share(values, lambda one: _TOKEN.match(one) is not None) >= _MOST:
        return "telefon" if all(one.isdecimal() and one.startswith("0") for one in values) else "id"
    if _share(values, lambda one: _PHONE.match(one) is not None) >= _MOST:
        return "telefon"
    return "namn" if _is_name(values, before, place) else None


def _counts_up(values: Sequence[str]) -> bool:
    """Whether a column is whole numbers, each larger than the one before: a service numbers its answers so."""
    if not all(one.isdecimal() and len(one) < 19 for one in values):
        return False
    numbers = [int(one) for one in values]
    return all(low < high for low, high in pairwise(numbers))


def _is_name(values: Sequence[str], before: Sequence[Column], place: int) -> bool:
    """Whether a column holds people's names: by what is in it, or where a service puts them, right after the mail."""
    distinct = len({fold(one) for one in values}) >= _MOST * len(values)
    if len(values) > 1 and distinct and _share(values, _could_be_a_person) >= _MOST:
        return True
    after_mail = bool(before) and place > 0 and before[-1].use == "mejl"
    return after_mail and distinct and all(
        len(one.split()) <= 4 and len(one) <= 40 and not any(map(str.isdigit, one)) and one[-1] not in ".?!"
        for one in values)


def _could_be_a_person(text: str) -> bool:
    """Whether a text is two to four words of letters that begin with a capital, as a first name and a last name do."""
    words = text.replace("-", " ").replace("'", " ").replace(".", " ").split()
    return 2 <= len(words) <= 4 and text[-1] != "." and all(one.isalpha() and one[0].isupper() for one in words)


def _asked(values: Sequence[str], *, stated: bool) -> Use:
    """Return what kind of question the content of a column tells of."""
    if _share(values, lambda one: kind_of_actor(one) != "") >= _MOST:
        return "slag"
    if stated or looks_like_scale(values):
        return "poang"
    if all(number_in(one) is not None and len(one.split()) == 1 for one in values):
        return "tal"
    if all(one.endswith(";") for one in values) or _chooses_several(values):
        return "flera"
    options = {fold(one) for one in values}
    few = len(options) <= _OPTIONS and len(values) >= _TIMES * len(options)
    return "val" if few and all(len(one.split()) <= _WORDS for one in values) else "text"


def _chooses_several(values: Sequence[str]) -> bool:
    """Whether answers are options with semicolons between, the same ones again and again, and no sentences."""
    parts = [part for one in values for part in parts_of(one)]
    distinct = {fold(part) for part in parts}
    return (any(";" in one for one in values) and len(parts) >= _TIMES * len(distinct)
            and all(len(part.split()) <= _WORDS for part in parts))


def kind_of_actor(given: str) -> str:
    """Return which kind of actor an answer says that the person comes from; empty where it says none."""
    folded = fold(given).strip(" .")
    for kind in KINDS:
        if folded in (kind, fold(meeting_rounds_texts.KIND_LABELS[kind]), *surveys_texts.FROM[kind]):
            return kind
    if folded.startswith("region "):
        return "region"
    return "kommun" if folded.endswith(" kommun") else ""


def parts_of(given: str) -> list[str]:
    """Return what is chosen in an answer where several may be, `a;b;`."""
    return list(dict.fromkeys(part.strip() for part in given.split(";") if part.strip()))


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(one)) for one in values) / len(values) if values else 0.0
