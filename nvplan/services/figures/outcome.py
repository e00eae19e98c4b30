"""What came out of a file with visits: the rule as it was used, the figures, and where every row went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from nvplan.services.figures.rule import Rule, Window
from nvplan.services.figures.sums import Measures

#: How many row numbers of each fault are listed; all are counted.
MOST_LISTED = 1000
#: Row of a file: its number, and its cells or why they cannot be read.
Row = tuple[int, list[str] | str]


class VisitTable(Protocol):
    """A file with visits, as it is read: a row at a time."""

    @property
    def size(self) -> int:
        """How many bytes the file has."""

    @property
    def header(self) -> list[str]:
        """The headings."""

    def __iter__(self) -> Rows:
        """Yield the rows after the headings, by the number that a text editor or a spreadsheet shows."""


class Rows(Protocol):
    """The rows of a file."""

    def __iter__(self) -> Rows:
        """Return itself."""

    def __next__(self) -> Row:
        """Return the next row."""


@dataclass
class Fault:
    """Rows that are no visits for one reason."""

    count: int = 0
    rows: list[int] = field(default_factory=list)
    """The first of their numbers, at most `MOST_LISTED`."""

    def add(self, number: int) -> None:
        """Count a row."""
        self.count += 1
        if len(self.rows) < MOST_LISTED:
            self.rows.append(number)


@dataclass(frozen=True)
class Group:
    """One group's figures; None where the group is too small to be shown."""

    by: str
    """`enhet`, `yrke`, `period` or `manad`."""
    name: str
    measures: Measures
    shows_index: bool
    shows_named: bool


@dataclass(frozen=True)
class IfMoved:
    """What the index becomes if a share of each patient's other visits goes to one provider."""

    share: Fraction
    visits: Fraction
    """How many visits that is."""
    coc: Fraction
    coc_named: Fraction | None
    """The same if they go to the named doctor; None where the file does not say who that is."""


@dataclass(frozen=True)
class Outcome:
    """Everything that is told of a file. Nothing in it is about a patient."""

    rule: Rule
    window: Window
    left_out: tuple[str, ...]
    """The parts of the rule that the file has no column for."""
    first_day: dt.date
    last_day: dt.date
    rows: int
    """Rows after the headings."""
    faults: Mapping[str, Fault]
    filtered: Mapping[str, int]
    """Visits that the rule leaves out, by reason."""
    merged: int
    """Visits that were one contact with another of the same patient, provider and day."""
    too_few: int
    """Patients with too few visits after all filters."""
    unread_times: int
    ties: int
    total: Group
    groups: tuple[Group, ...]
    if_moved: tuple[IfMoved, ...]
    has_named: bool
    own_unit: bool
    """Whether only visits to the own unit were counted: it was asked for, and the file has what it takes."""
    unnamed: Mapping[str, int]
    """How many groups have so few patients that they are not named, by what the groups are of."""
