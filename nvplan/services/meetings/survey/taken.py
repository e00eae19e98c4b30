"""What a survey comes to in a meeting: rounds of scores, contributions, and what is left out and why. Nothing is kept.

A survey's scores are held to more than a room's: whoever answers alone cannot see who else has. Fewer than five
answers, in all or on a scale, are not taken in, nor are answers that differ from an earlier export by fewer than five:
the difference would be theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nvplan.catalog.agendas import dimensions
from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects import Meeting, MeetingItem
from nvplan.model.objects.meetings import MOST_CHARACTERS
from nvplan.model.personal_numbers import has_personal_number
from nvplan.services.meetings.agreement import LEAST_VOTES
from nvplan.services.meetings.ballots import Counts, all_together, with_ballot
from nvplan.services.meetings.course import items
from nvplan.services.meetings.scoring import chosen_dimensions
from nvplan.services.meetings.survey.asking import KIND_QUESTION
from nvplan.services.meetings.survey.columns import (
    DROPPED,
    SAYABLE,
    Column,
    Known,
    Use,
    columns_of,
    kind_of_actor,
    parts_of,
)
from nvplan.services.meetings.survey.people import doubles
from nvplan.services.meetings.survey.scale import Scale, has_zero, read_scale
from nvplan.services.meetings.survey.table import SurveyTable, statements
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import surveys as surveys_texts

#: More texts than this under one question are not read in a meeting.
MOST_TEXTS = 500
#: What an answer without a kind of actor is counted under.
_ELSE = "annan"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-zåäö]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:\+46|0)[\s\d()/-]{6,14}\d(?!\d)")
#: What a person writes who has nothing to say.
_NOTHING = frozenset({"", "-", ".", "--", "---", "?"})


@dataclass(frozen=True)
class Choices:
    """What the person says about a file."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """What a column is, by its number from 1 or its heading: a word of `SAYABLE`, or the id of what it scores."""
    zero: int | None = None
    """Which number is 0."""
    scores: Mapping[str, int | None] = field(default_factory=dict)
    """The score of a label, by the label; None abstains."""
    keep_doubles: bool = False
    """Whether answers that look like the same person's are all counted."""


@dataclass(frozen=True)
class ScoresFound:
    """What the answers say on a scale: how many gave each score, by kind of actor."""

    dimension: str
    title: str
    counts: Counts
    answered: int

    @property
    def whole(self) -> list[int]:
        """How many gave each score, and last how many abstained."""
        return all_together(self.counts, self.dimension)


@dataclass(frozen=True)
class TextsFound:
    """What was written under a question; in the order of the alphabet, which tells nobody who wrote what."""

    item: str
    """The item that asks it; empty where a new one is made of the heading."""
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    """What a file with answers comes to."""

    name: str
    columns: tuple[Column, ...]
    answers: int
    """How many people have answered, each counted once."""
    doubles: int
    registered: Mapping[str, int]
    """How many of each kind of actor have answered."""
    scores: tuple[ScoresFound, ...] = ()
    texts: tuple[TextsFound, ...] = ()
    scales: Mapping[int, Scale] = field(default_factory=dict)
    """How each scale is read, by the place of its column."""
    left_out: tuple[str, ...] = ()
    """What is not taken in, a sentence each with the reason."""

    @property
    def open_scales(self) -> tuple[Column, ...]:
        """The scales about which something must be said first."""
        return tuple(one for one in self.columns if one.place in self.scales and not self.scales[one.place].is_known)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in, and there is something to take in."""
        return not self.open_scales and bool(self.scores or self.texts)


def look(session: OpenPlan, meeting: Meeting, table: SurveyTable, choices: Choices | None = None) -> Survey:
    """Return what the answers come to in a meeting, as the person has said that they are to be read.

    Raises:
        InputError: something that was said fits no column, or is nothing that a column can be.
    """
    chosen = choices or Choices()
    columns = columns_of(table, known_in(session, meeting), _said(session, table, chosen.columns))
    places: dict[str, list[int]] = {use: [one.place for one in columns if one.use == use] for use in DROPPED}
    gone = set() if chosen.keep_doubles else doubles(table.rows, places)
    asked = [one.place for one in columns if one.use in ("poang", "text", "val", "flera")]
    kept = [at for at in range(len(table.rows)) if at not in gone and any(table.rows[at][place] for place in asked)]
    scales = _scales(table, columns, kept, chosen)
    kinds = _kinds(table, columns, kept)
    scores, few = _scores(table, columns, kept, scales, kinds)
    texts, held = _texts(session, meeting, table, columns, kept)
    left_out = [*held, *few, *(surveys_texts.NUMBERS_LEFT.format(heading=one.heading)
                               for one in columns if one.use == "tal")]
    if not any(one.use == "poang" for one in columns):
        left_out.append(surveys_texts.NO_SCALE)
    told = any(one.use == "slag" for one in columns)
    return Survey(table.name, tuple(columns), len(kept), len(gone), Counter(kinds.values()) if told else {}, scores,
                  texts, scales, tuple(left_out))


def known_in(session: OpenPlan, meeting: Meeting) -> list[Known]:
    """Return what headings can be known by: the kinds of actors, everything that may be scored, and the items."""
    found = [Known(KIND_QUESTION, "slag")]
    found += [Known(title, "poang", one.id) for one in dimensions() for title in (one.title, one.id)]
    for one in items(session.state, meeting.id):
        found.append(Known(one.title, "text", one.id))
    return found


def _said(session: OpenPlan, table: SurveyTable, said: Mapping[str, str]) -> dict[int, tuple[Use, str]]:
    scored = {one.id for one in chosen_dimensions(session.state)}
    folded = [fold(one) for one in table.headings]
    found: dict[int, tuple[Use, str]] = {}
    for column, what in said.items():
        name = column.strip()
        if fold(name) in folded:
            place = folded.index(fold(name))
        elif name.isascii() and name.isdecimal() and 1 <= int(name) <= len(folded):
            place = int(name) - 1
        else:
            raise InputError(surveys_texts.COLUMN_UNKNOWN.format(column=name, count=len(folded)))
        word = surveys_texts.SAID.get(fold(what).strip(), fold(what).strip())
        use = next((one for one in SAYABLE if one == word), None)
        if use is None and word not in scored:
            raise InputError(surveys_texts.USE_UNKNOWN.format(
                wanted=what, known=", ".join([*surveys_texts.SAID, *sorted(scored)])))
        found[place] = (use, "") if use is not None else ("poang", word)
    return found


# -- scales ----------------------------------------------------------------------------------------------------------
def _scales(table: SurveyTable, columns: Sequence[Column], kept: Sequence[int], chosen: Choices) -> dict[int, Scale]:
    known = {one.id: one for one in dimensions()}
    given = {one.place: [table.rows[at][one.place] for at in kept] for one in columns if one.use == "poang"}
    groups = _groups(table, columns)
    from_zero = {group for place, group in groups.items() if has_zero(given[place])}
    said = {fold(label): score for label, score in chosen.scores.items()}
    return {one.place: read_scale(given[one.place], said, chosen.zero, begins_at_zero=groups[one.place] in from_zero,
                                  dimension=known.get(one.target)) for one in columns if one.place in given}


def _groups(table: SurveyTable, columns: Sequence[Column]) -> dict[int, str]:
    """Return which scales are the same one, by place: the statements of a question, and the meeting's own.

    That one of them has a 0 tells that the others begin there too; another question's 0 tells nothing of them.
    """
    stated = statements(table.headings)
    return {one.place: stated[one.place][0] if one.place in stated else "" if one.target else str(one.place)
            for one in columns if one.use == "poang"}


def _kinds(table: SurveyTable, columns: Sequence[Column], kept: Sequence[int]) -> dict[int, str]:
    """Return the kind of actor of each answer, by row."""
    place = next((one.place for one in columns if one.use == "slag"), None)
    return {at: (kind_of_actor(table.rows[at][place]) if place is not None else "") or _ELSE for at in kept}


def _scores(table: SurveyTable, columns: Sequence[Column], kept: Sequence[int], scales: Mapping[int, Scale],
            kinds: Mapping[int, str]) -> tuple[tuple[ScoresFound, ...], list[str]]:
    """Return what the scales that are known say, and why the others are left out."""
    found: list[ScoresFound] = []
    left: list[str] = []
    known = [one for one in columns if one.place in scales and scales[one.place].is_known]
    if known and len(kept) < LEAST_VOTES:
        return (), [surveys_texts.few_answers(len(kept))]
    seen: set[str] = set()
    for column in known:
        dimension = column.target or column.title[:300]
        if dimension in seen:
            left.append(surveys_texts.SCORED_TWICE.format(heading=column.heading))
            continue
        seen.add(dimension)
        counts: Counts = {}
        answered = 0
        for at in kept:
            given = table.rows[at][column.place]
            if given:
                answered += 1
                counts = with_ballot(counts, kinds[at], {dimension: scales[column.place].scores[fold(given)]})
        one = ScoresFound(dimension, column.title, counts, answered)
        if sum(one.whole[:-1] if counts else ()) < LEAST_VOTES:
            left.append(surveys_texts.FEW_SCORES.format(title=column.title))
        else:
            found.append(one)
    return tuple(found), left


# -- texts -----------------------------------------------------------------------------------------------------------
def _texts(session: OpenPlan, meeting: Meeting, table: SurveyTable, columns: Sequence[Column],
           kept: Sequence[int]) -> tuple[tuple[TextsFound, ...], list[str]]:
    """Return what is written, by question, and why some of it is left out."""
    by_id = {one.id: one for one in items(session.state, meeting.id)}
    found: dict[tuple[str, str], list[str]] = {}
    left: list[str] = []
    for column in columns:
        if column.use not in ("text", "val", "flera"):
            continue
        title = _title(columns, column, by_id)
        given = [(table.numbers[at], table.rows[at][column.place]) for at in kept]
        counted = column.use != "text"
        parts = [(number, part) for number, one in given
                 for part in (parts_of(one) if column.use == "flera" else [one.strip("; ") if counted else one])]
        if counted and len(kept) < LEAST_VOTES:
            left.append(surveys_texts.FEW_CHOICES.format(title=title))
            continue
        texts, faults = _checked(title, parts)
        left += faults
        if texts:
            found.setdefault((column.target, title), []).extend(_merged(texts, counted=counted))
    return tuple(TextsFound(item, title, tuple(texts)) for (item, title), texts in found.items()), left


def _title(columns: Sequence[Column], column: Column, by_id: Mapping[str, MeetingItem]) -> str:
    """Return what a question of texts is called: the item's title, and for one of several headings what it follows."""
    if column.target in by_id:
        return by_id[column.target].title
    same = [one for one in columns if fold(one.title) == fold(column.title)]
    before = [one for one in columns if one.place < column.place and one.use not in DROPPED and one not in same]
    if len(same) > 1 and before:
        return surveys_texts.FOLLOWS.format(title=column.title, before=before[-1].title)
    return column.title


def _checked(title: str, given: Sequence[tuple[int, str]]) -> tuple[list[str], list[str]]:
    """Return the texts that can be shown to a room, and where those stand that cannot and why."""
    texts: list[str] = []
    personal: list[int] = []
    long: list[int] = []
    for number, text in given:
        if fold(text).strip() in _NOTHING:
            continue
        if has_personal_number(text) or _MAIL.search(text) or _PHONE.search(text):
            personal.append(number)
        elif len(text) > MOST_CHARACTERS:
            long.append(number)
        else:
            texts.append(" ".join(text.split()))
    left = [surveys_texts.PERSONAL.format(title=title, rows=surveys_texts.rows_listed(personal))] if personal else []
    left += [surveys_texts.LONG.format(title=title, rows=surveys_texts.rows_listed(long), most=MOST_CHARACTERS)] \
        if long else []
    if len(texts) > MOST_TEXTS:
        return [], [*left, surveys_texts.TEXTS_MANY.format(title=title, count=len(texts), most=MOST_TEXTS)]
    return texts, left


def _merged(texts: Sequence[str], *, counted: bool) -> Iterator[str]:
    """Yield each text once, with how many wrote it where they are several: most first for options, else by alphabet."""
    count = Counter(fold(one) for one in texts)
    shown = {fold(one): one for one in reversed(texts)}
    for folded in sorted(shown, key=lambda one: (-count[one] if counted else 0, one)):
        times = count[folded]
        yield surveys_texts.times(shown[folded], times) if counted or times > 1 else shown[folded]
