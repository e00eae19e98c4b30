"""The years that a plan holds for: one, or from a first to a last with a follow-up each year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nvplan.model.errors import InputError
from nvplan.texts import plan_years as years_texts

#: The years that a plan can be followed up for, and the first that one of several years can begin with.
FIRST_YEAR, LAST_YEAR, EARLIEST_BEGINNING = 2020, 2100, 2010
#: The longest plan that was read holds for fifteen years; a longer span is a slip of the hand.
MOST_YEARS = 20
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SPAN = re.compile(r"(\d{1,4})\s*(?:-|–|—|till)\s*(\d{1,4})", re.ASCII)


@dataclass(frozen=True)
class PlanYears:
    """The first and the last year of a plan, both included, and the one that is being followed up.

    `followed` is left out where the person has not said: who makes the plan chooses it.
    """

    first: int
    last: int
    followed: int | None = None

    @classmethod
    def one(cls, year: int) -> PlanYears:
        """Return the only year of a yearly plan."""
        return cls(year, year, year)

    @property
    def is_long(self) -> bool:
        """Whether they are several."""
        return self.last > self.first

    @property
    def span(self) -> str:
        """The years as they are written: `2026`, or `2024–2030`."""
        if not self.is_long:
            return str(self.first)
        return years_texts.SPAN.format(first=self.first, last=self.last)

    def following(self, year: int) -> PlanYears:
        """Return the years with the one that is followed up.

        Raises:
            InputError: it is none of them.
        """
        if not self.first <= year <= self.last:
            raise InputError(years_texts.FOLLOWED_OUTSIDE.format(year=year, span=self.span))
        return PlanYears(self.first, self.last, year)

    def nearest(self, year: int) -> int:
        """Return the year of the plan that is nearest to a year and can be followed up."""
        return min(max(year, self.first, FIRST_YEAR), self.last)


def read_years(typed: str) -> PlanYears:
    """Return the years that someone has written: four digits, or the first and the last with a dash between.

    Raises:
        InputError: they are none, go backwards, are too many or lie too far away; a year is never guessed.
    """
    text = " ".join(typed.split())
    if _YEAR.fullmatch(text):
        return checked_years(PlanYears.one(int(text)))
    match = _SPAN.fullmatch(text)
    if match is None:
        raise InputError(years_texts.UNREADABLE.format(text=text))
    if not all(_YEAR.fullmatch(part) for part in match.groups()):
        raise InputError(years_texts.WHOLE_YEARS)
    first, last = int(match[1]), int(match[2])
    if last < first:
        raise InputError(years_texts.BACKWARDS.format(first=first, last=last))
    return checked_years(PlanYears(first, last, first if first == last else None))


def checked_years(years: PlanYears) -> PlanYears:
    """Return years that a plan can hold for.

    Raises:
        InputError: they lie too far away, or are too many.
    """
    earliest = EARLIEST_BEGINNING if years.is_long else FIRST_YEAR
    if years.first < earliest or years.last > LAST_YEAR or years.last < FIRST_YEAR:
        words = years_texts.OUTSIDE if years.is_long else years_texts.OUTSIDE_ONE
        raise InputError(words.format(text=years.span, first=earliest, last=LAST_YEAR))
    count = years.last - years.first + 1
    if count > MOST_YEARS:
        raise InputError(years_texts.TOO_LONG.format(first=years.first, last=years.last, count=count, most=MOST_YEARS))
    return years
