"""Adds up patients, exactly: for each number of visits the numerators, which share a denominator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from operator import eq
from typing import NamedTuple

from nvplan.services.figures.arithmetic import Block, if_moved, repeated
from nvplan.services.figures.visit_days import NO_TIME


class Contact(NamedTuple):
    """What a measure sees of a visit. Sorted they are in order of time, whatever order the file has.

    `unit` and `profession` are places in the alphabet: numbers by order of the file would let the order decide which
    of two visits stands for both.
    """

    day: int
    minute: int
    provider: int
    relation: int
    """`WITH_NAMED`, `WITH_OTHER` or `WITHOUT_NAMED`."""
    unit: int
    profession: int
    named: int


WITH_NAMED, WITH_OTHER, WITHOUT_NAMED = range(3)


class PatientFigures(NamedTuple):
    """What one patient adds: numerators, with the denominators that `Sums` knows."""

    visits: int
    pairs: int
    most: int
    repeats: Fraction | int
    ties: int
    moved: tuple[int, int, int]
    moved_named: tuple[int, int, int]


def blocks(contacts: Sequence[Contact]) -> list[Block]:
    """Return contacts that are in order of time as blocks whose inner order nobody knows.

    A day on which every contact has a time is in that order; on other days, and at the same time, no order is known.
    """
    found: list[Block] = []
    at = 0
    while at < len(contacts):
        end = at + 1
        while end < len(contacts) and contacts[end].day == contacts[at].day:
            end += 1
        day = contacts[at:end]
        if end - at == 1 or any(one.minute == NO_TIME for one in day):
            found.append(Counter(one.provider for one in day))
        else:
            by_minute: dict[int, Counter[int]] = {}
            for one in day:
                by_minute.setdefault(one.minute, Counter())[one.provider] += 1
            found += by_minute.values()
        at = end
    return found


def figures_of(contacts: Sequence[Contact]) -> PatientFigures:
    """Return what a patient's contacts, in order of time, come to."""
    providers = [one.provider for one in contacts]
    counts = Counter(providers) if len(set(providers)) < len(providers) else dict.fromkeys(providers, 1)
    repeats: Fraction | int
    if len({one.day for one in contacts}) == len(contacts):
        repeats, ties = sum(map(eq, providers, providers[1:])), 0
    else:
        in_order = blocks(contacts)
        repeats, ties = repeated(in_order), sum(len(block) > 1 for block in in_order)
    pairs, most = sum(count * (count - 1) for count in counts.values()), max(counts.values())
    named = _named(contacts, counts)
    to_named = if_moved(counts, named) if named else None
    return PatientFigures(len(contacts), pairs, most, repeats, ties, _to_most(len(contacts), most, pairs),
                          (to_named.a, to_named.b, to_named.c) if to_named else (pairs, 0, 0))


def _to_most(visits: int, most: int, pairs: int) -> tuple[int, int, int]:
    """Return what `if_moved` does for the provider that is seen most, whichever it is of several."""
    others, alike = visits - most, pairs - most * (most - 1)
    return pairs, 2 * (most * others - alike), others * (others - 1) + alike


def _named(contacts: Sequence[Contact], counts: Mapping[int, int]) -> int:
    """Return the patient's latest named doctor, 0 for none; of several on that day the one who was seen most."""
    day = next((one.day for one in reversed(contacts) if one.named), 0)
    if not day:
        return 0
    return max((one.named for one in contacts if one.day == day), key=lambda named: counts.get(named, 0), default=0)


@dataclass(frozen=True)
class Measures:
    """A group's figures: exact means over its patients, None where nobody counts."""

    n: int
    """Patients who count: with enough visits after all filters."""
    visits: int
    """Their visits."""
    coc: Fraction | None
    upc: Fraction | None
    secon: Fraction | None
    patients: int
    """All patients with a visit."""
    contacts: int
    """Their visits, all of them."""
    named: Fraction | None
    """The share of all visits that went to the patient's named doctor; None without visits or without such a column."""
    without_named: int
    """How many of all visits were by someone without a named doctor."""
    patients_without: int
    """How many patients that is."""


@dataclass
class Sums:
    """Adds up one group."""

    patients: int = 0
    contacts: int = 0
    with_named: int = 0
    without_named: int = 0
    patients_without: int = 0
    ties: int = 0
    counted: Counter[int] = field(default_factory=Counter)
    _pairs: Counter[int] = field(default_factory=Counter)
    _most: Counter[int] = field(default_factory=Counter)
    _repeats: dict[int, Fraction | int] = field(default_factory=dict)
    _moved: dict[int, list[int]] = field(default_factory=dict)

    def add_contacts(self, contacts: Sequence[Contact]) -> None:
        """Add a patient to what is counted over everybody."""
        self.patients += 1
        self.contacts += len(contacts)
        relations = [one[3] for one in contacts]
        without = relations.count(WITHOUT_NAMED)
        self.patients_without += bool(without)
        self.without_named += without
        self.with_named += relations.count(WITH_NAMED)

    def add(self, one: PatientFigures) -> None:
        """Add a patient who counts."""
        self.add_summed(one.visits, 1, pairs=one.pairs, most=one.most, moved=one.moved + one.moved_named)
        self.add_repeats(one.visits, one.repeats)
        self.ties += one.ties

    def add_summed(self, visits: int, patients: int, *, pairs: int, most: int, moved: Sequence[int]) -> None:
        """Add patients with the same number of visits; `moved` has both polynomials' numbers, three of each."""
        self.counted[visits] += patients
        self._pairs[visits] += pairs
        self._most[visits] += most
        kept = self._moved.get(visits)
        if kept is None:
            kept = self._moved[visits] = [0] * 6
        for at, value in enumerate(moved):
            kept[at] += value

    def add_repeats(self, visits: int, repeats: Fraction | int) -> None:
        """Add visits that went to the provider of the visit before, of patients with so many visits."""
        self._repeats[visits] = self._repeats.get(visits, 0) + repeats

    def measures(self, has_named: bool) -> Measures:
        """Return the means; `has_named` tells whether the file says who is the named doctor."""
        n = sum(self.counted.values())
        coc = sum((Fraction(pairs, visits * (visits - 1)) for visits, pairs in self._pairs.items()), Fraction(0))
        upc = sum((Fraction(most, visits) for visits, most in self._most.items()), Fraction(0))
        secon = sum((Fraction(repeats) / (visits - 1) for visits, repeats in self._repeats.items()), Fraction(0))
        return Measures(
            n, sum(visits * patients for visits, patients in self.counted.items()), coc / n if n else None,
            upc / n if n else None, secon / n if n else None, self.patients, self.contacts,
            Fraction(self.with_named, self.contacts) if has_named and self.contacts else None, self.without_named,
            self.patients_without)

    @property
    def others(self) -> int:
        """How many visits of those who count went to another than the provider that they see most."""
        return sum(visits * self.counted[visits] - most for visits, most in self._most.items())

    def coc_if_moved(self, share: Fraction, to_named: bool = False) -> Fraction | None:
        """Return the mean COC to expect if a share of each patient's other visits moved.

        They go to the provider that the patient sees most, or to the named doctor; a patient without one is unchanged.
        """
        n = sum(self.counted.values())
        at = 3 if to_named else 0
        found = Fraction(0)
        for visits, moved in self._moved.items():
            a, b, c = moved[at:at + 3]
            found += (a + b * share + c * share * share) / (visits * (visits - 1))
        return found / n if n else None
