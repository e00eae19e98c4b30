"""Files with visits that the tests make up, and the figures worked out of them in another way."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product

from nvplan.services.figures.columns import find_columns
from nvplan.services.figures.index import work_out
from nvplan.services.figures.outcome import Outcome, Row
from nvplan.services.figures.rule import Rule

TODAY = dt.date(2026, 6, 1)
HEADER = ["patient", "läkare", "datum"]


@dataclass
class Table:
    """A file with visits that lies in memory."""

    rows: list[list[str]]
    header: list[str] = field(default_factory=lambda: list(HEADER))
    size: int = 1000

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows by their line."""
        yield from enumerate(map(list, self.rows), 2)


def outcome_of(table: Table, rule: Rule | None = None, by: Sequence[str] = ("enhet", "yrke")) -> Outcome:
    """Return what a made-up file comes to."""
    return work_out(table, find_columns(table.header, (), {}), rule or Rule(), TODAY, by)


def in_a_row(*patients: str, start: dt.date = dt.date(2025, 1, 1)) -> list[list[str]]:
    """Return the rows of patients whose providers in order are the letters of a word, a visit a week."""
    return [[f"P{number}", letter, (start + dt.timedelta(weeks=week)).isoformat()]
            for number, word in enumerate(patients) for week, letter in enumerate(word)]


def brute_coc(providers: Sequence[str]) -> Fraction:
    """Return COC as the share of all pairs of visits that went to the same provider."""
    pairs = list(combinations(providers, 2))
    return Fraction(sum(one == other for one, other in pairs), len(pairs))


def brute_upc(providers: Sequence[str]) -> Fraction:
    """Return UPC by counting."""
    return Fraction(max(providers.count(one) for one in set(providers)), len(providers))


def brute_secon(days: Sequence[Sequence[str]]) -> Fraction:
    """Return SECON as the mean over every order that the visits of each day may have had."""
    found = []
    for chosen in product(*(list(permutations(day)) for day in days)):
        order = [provider for day in chosen for provider in day]
        found.append(Fraction(sum(one == other for one, other in pairwise(order)), len(order) - 1))
    return sum(found, Fraction(0)) / len(found)


def made_up_rows(patients: int, seed: int, header: Sequence[str] = HEADER) -> list[list[str]]:
    """Return visits of made-up patients: some days with several, some providers seen often, in no order."""
    chance = random.Random(seed)
    rows = []
    for number in range(patients):
        own = chance.choice("ABC")
        for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 6, 8))):
            day = dt.date(2024, 9, 1) + dt.timedelta(days=chance.randrange(36) * 17)
            cells = {"patient": f"p{number}", "läkare": own if chance.random() < 0.5 else chance.choice("DEFGH"),
                     "datum": day.isoformat(), "enhet": chance.choice(("V1", "V1", "V1", "V2")), "listad": "V1",
                     "yrke": chance.choice(("läkare", "sjuksköterska")), "fast läkare": own}
            rows.append([cells[one] for one in header])
    chance.shuffle(rows)
    return rows


def brute_means(rows: Sequence[Sequence[str]], end: dt.date, start: dt.date, least: int = 3) -> dict[str, Fraction]:
    """Return the mean of each measure over the patients, with nothing in common with how nvplan works it out."""
    days: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for patient, provider, day in rows:
        if start < dt.date.fromisoformat(day) <= end:
            days[patient][day].add(provider)
    means: dict[str, list[Fraction]] = defaultdict(list)
    for of_patient in days.values():
        in_order = [sorted(of_patient[day]) for day in sorted(of_patient)]
        providers = [one for day in in_order for one in day]
        if len(providers) >= least:
            means["coc"].append(brute_coc(providers))
            means["upc"].append(brute_upc(providers))
            means["secon"].append(brute_secon(in_order))
    return {name: sum(values, Fraction(0)) / len(values) for name, values in means.items()} | {
        "n": Fraction(len(means["coc"]))}
