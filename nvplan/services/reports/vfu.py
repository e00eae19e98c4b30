"""Weeks and places of VFU, kommun by kommun, for the two terms that the form compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions
from nvplan.model.collation import fold
from nvplan.model.county import Actor
from nvplan.model.plan import PlanState
from nvplan.model.progress import actors_of
from nvplan.texts import reports as reports_texts

#: The words by which the two rows of the question are told apart; a person may have written them otherwise.
_DONE, _EXPECTED = "genomfor", "uppskatta"


@dataclass(frozen=True)
class Term:
    """One spring term: its year where it is given, weeks and places; None is not answered."""

    year: int | None = None
    weeks: Decimal | None = None
    places: Decimal | None = None


@dataclass(frozen=True)
class VfuRow:
    """One actor's two terms."""

    actor: Actor
    done: Term
    expected: Term

    @property
    def is_answered(self) -> bool:
        """Whether all four numbers are there."""
        return None not in (self.done.weeks, self.done.places, self.expected.weeks, self.expected.places)

    @property
    def is_begun(self) -> bool:
        """Whether any of the numbers is there."""
        return any(one is not None for one in (self.done.weeks, self.done.places, self.expected.weeks,
                                               self.expected.places))

    @property
    def increase(self) -> Decimal | None:
        """How many more weeks the second term has; the money of 2023 followed the share of the increase."""
        if self.done.weeks is None or self.expected.weeks is None:
            return None
        return self.expected.weeks - self.done.weeks


@dataclass(frozen=True)
class VfuTable:
    """The table: rows in the order of the actors, the years that most have written, and what does not hold."""

    rows: tuple[VfuRow, ...]
    years: tuple[int, int]
    faults: tuple[str, ...]

    def total(self, term: str, column: str) -> Decimal | None:
        """Return a column's sum over those who have answered; None where nobody has."""
        values = [value for row in self.rows if (value := getattr(getattr(row, term), column)) is not None]
        return sum(values, Decimal(0)) if values else None


def vfu_table(state: PlanState, actor: Actor | None = None) -> VfuTable:
    """Return the table for everyone, or for one actor; an RSS gives the kommuner that it gathers."""
    asked = actors_of(all_questions()[anchors.VFU], state.actors)
    if actor is not None:
        asked = [one for one in asked if one == actor or (actor.acts_as("rss") and one.type == "kommun")]
    rows = tuple(_row(state, one) for one in asked)
    years = _years(state, rows)
    return VfuTable(rows, years, tuple(_faults(rows, years)))


def _row(state: PlanState, actor: Actor) -> VfuRow:
    value = state.answer(anchors.VFU, actor.id).value
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    done, expected = _pick(rows)
    return VfuRow(actor, _term(done), _term(expected))


def _pick(rows: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the carried-out and the expected term: by their words, else by year, else by order."""
    words = [fold(str(row.get("termin", ""))) for row in rows]
    done = [row for row, word in zip(rows, words, strict=True) if _DONE in word]
    expected = [row for row, word in zip(rows, words, strict=True) if _EXPECTED in word]
    if not done and not expected:
        ordered = sorted(rows, key=lambda row: str(row.get("ar", "")))
        done, expected = ordered[:1], ordered[1:2]
    return (done or [{}])[0], (expected or [{}])[0]


def _term(row: Mapping[str, Any]) -> Term:
    year = row.get("ar")
    return Term(int(Decimal(str(year))) if year else None, _number(row.get("veckor")), _number(row.get("platser")))


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _years(state: PlanState, rows: Sequence[VfuRow]) -> tuple[int, int]:
    """Return the two years that most have written; where nobody has, the plan's year and the one before."""
    done = [row.done.year for row in rows if row.done.year]
    expected = [row.expected.year for row in rows if row.expected.year]
    return (max(set(done), key=done.count) if done else state.info.year - 1,
            max(set(expected), key=expected.count) if expected else state.info.year)


def _faults(rows: Sequence[VfuRow], years: tuple[int, int]) -> list[str]:
    faults = []
    if years[0] >= years[1]:
        faults.append(reports_texts.VFU_YEARS_BACKWARDS.format(done=years[0], expected=years[1]))
    for row in rows:
        for term, year in ((row.done, years[0]), (row.expected, years[1])):
            if term.year and term.year != year:
                faults.append(reports_texts.VFU_OTHER_YEAR.format(actor=row.actor.name, year=term.year, other=year))
            if any(value is not None and value != value.to_integral_value() for value in (term.places,)):
                faults.append(reports_texts.VFU_PART_PLACE.format(actor=row.actor.name))
    return faults
