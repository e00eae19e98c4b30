"""Adds up the patients of a table of visits in duckdb, a part of them at a time, so that little memory is enough.

The table `visits` has a number for patient (`p`), provider (`d`) and names (`n`) of each visit and its `day`; `named`
has what the names of a visit come to: their `places`, and why the rule leaves such a visit out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from nvplan.services.figures.index import AFTER, BEFORE, Counting
from nvplan.services.figures.sums import Sums

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Places are told in one number: the unit's times this, and the profession's.
PLACES = 65_536
#: Visits in a part: the fewer, the less memory to sort and group them takes; each part goes through all visits once.
_IN_PART = 2_000_000
#: What each kind of group is told by.
_GROUP = {"enhet": f"places // {PLACES}", "yrke": f"places % {PLACES}"}
_WHOLE = "0"
#: The visits in order, each beside the one before it, and of them those that are no second row of the same contact.
_STEPPED = ("(SELECT g, p, d, day, lag(g) OVER () AS g0, lag(p) OVER () AS p0, lag(d) OVER () AS d0, "
            "lag(day) OVER () AS day0 FROM in_order)")
_CONTACTS = (f"(SELECT g, p, d, day FROM {_STEPPED} "
             "WHERE NOT coalesce(g = g0 AND p = p0 AND d = d0 AND day = day0, false))")


class NotPlainError(Exception):
    """The file is for the other way."""


class Parts:
    """Goes through the patients a part at a time."""

    def __init__(self, database: DuckDBPyConnection, counting: Counting, least: int, days: tuple[int, int],
                 by: Sequence[str], *, has_names: bool) -> None:
        self._database, self._counting, self._least, self._by = database, counting, least, by
        first, last = days
        self._in_window = f"day BETWEEN {first} AND {last}"
        nameless = "(SELECT *, 0 AS places, '' AS reason FROM visits)"
        self._visits = "visits JOIN named USING (n)" if has_names else nameless
        self._why = f"CASE WHEN day < {first} THEN '{BEFORE}' WHEN day > {last} THEN '{AFTER}' ELSE reason END"

    def _one(self, query: str, *values: object) -> Any:
        found = self._database.execute(query, list(values)).fetchone()
        return found if found is not None else ()

    def add_up(self) -> None:
        """Add every patient to the whole and to every group that it belongs to."""
        kept = 0
        for reason, count in self._database.execute(
                f"SELECT {self._why} AS why, count(*) FROM {self._visits} GROUP BY why").fetchall():
            if reason:
                self._counting.filtered[reason] = count
            else:
                kept = count
        parts = kept // _IN_PART + 1
        for part in range(parts):
            self._add_part(f"SELECT p, d, day, places FROM {self._visits} "
                           f"WHERE p % {parts} = {part} AND {self._in_window} AND reason = ''")
        self._counting.merged = kept - self._counting.total.contacts

    def _add_part(self, visits: str) -> None:
        """Add a part of the patients: `visits` selects theirs."""
        counting = self._counting
        self._add_group(visits, _WHOLE, lambda _: counting.total)
        counting.too_few += self._one("SELECT count(*) FROM patients WHERE visits < ?", self._least)[0]
        if not self._by:
            return
        self._database.execute("CREATE OR REPLACE TEMP TABLE whole AS SELECT p FROM patients WHERE visits >= ?",
                               [self._least])
        self._database.execute("CREATE OR REPLACE TEMP TABLE contacts AS SELECT p, d, day, min(places) AS places "
                               f"FROM ({visits}) GROUP BY p, d, day")
        for one in self._by:
            self._add_group("SELECT * FROM contacts", _GROUP[one], counting.groups[one].__getitem__)
            counting.outside[one] += self._one(
                "SELECT count(*) FROM whole WHERE p NOT IN (SELECT p FROM patients WHERE visits >= ?)", self._least)[0]

    def _add_group(self, visits: str, group: str, sums_of: Callable[[int], Sums]) -> None:
        """Add up patients by group: visits, pairs, repeats, and what moving visits would give."""
        self._put_in_order(visits, group)
        for g, visits_each, patients, pairs, most, b, c, repeats in self._database.execute(
                "SELECT g, visits, count(*), sum(pairs), sum(most), "
                "sum(2 * most * (visits - most) - 2 * (pairs - most * (most - 1))), "
                "sum((visits - most) * (visits - most - 1) + pairs - most * (most - 1)), "
                "coalesce(sum(repeats) FILTER (NOT tied), 0) FROM patients GROUP BY g, visits").fetchall():
            sums = sums_of(g)
            sums.patients += patients
            sums.contacts += visits_each * patients
            sums.without_named += visits_each * patients
            sums.patients_without += patients
            if visits_each >= self._least:
                sums.add_summed(visits_each, patients, pairs=int(pairs), most=int(most),
                                moved=(int(pairs), int(b), int(c), int(pairs), 0, 0))
                sums.add_repeats(visits_each, int(repeats))
        for g, visits_each, size, count in self._tied():
            sums_of(g).add_repeats(visits_each, Fraction(count, size))
        for g, ties in self._database.execute(
                "SELECT g, count(*) FROM (SELECT g, p, day FROM several WHERE size > 1 GROUP BY g, p, day) GROUP BY g"
                ).fetchall():
            sums_of(g).ties += ties

    def _put_in_order(self, visits: str, group: str) -> None:
        """Make the table of patients out of their visits in order, each seen beside the one before it.

        A visit after one with the same patient, day and provider is the same contact. A repeat is a contact with the
        provider of the one before; where two contacts share a day nobody knows their order (`tied`).

        Raises:
            NotPlainError: the visits did not come in order, on which all of it rests.
        """
        order = "p, day, d" if group == _WHOLE else "g, p, day, d"
        self._database.execute(f"CREATE OR REPLACE TEMP TABLE in_order AS SELECT {group} AS g, p, d, day "
                               f"FROM ({visits}) ORDER BY {order}")
        if self._one(f"SELECT count(*) FROM {_STEPPED} WHERE g0 > g OR (g0 = g AND p0 > p) OR (g0 = g AND p0 = p AND "
                     "(day0 > day OR (day0 = day AND d0 > d)))") != (0,):
            raise NotPlainError
        self._database.execute(
            "CREATE OR REPLACE TEMP TABLE beside AS SELECT g, p, count(*) FILTER (d = d0 AND day <> day0) AS repeats, "
            f"bool_or(d <> d0) AS tied FROM (SELECT * FROM {_STEPPED} WHERE g = g0 AND p = p0 "
            "AND (d = d0 OR day = day0)) GROUP BY g, p")
        self._database.execute(
            "CREATE OR REPLACE TEMP TABLE patients AS SELECT s.*, coalesce(repeats, 0) AS repeats, "
            "coalesce(tied, false) AS tied FROM (SELECT g, p, sum(seen)::BIGINT AS visits, "
            "sum(seen * (seen - 1))::BIGINT AS pairs, max(seen) AS most FROM (SELECT g, p, d, count(*) AS seen "
            f"FROM {_CONTACTS} GROUP BY g, p, d) "
            "GROUP BY g, p) s LEFT JOIN beside USING (g, p)")

    def _tied(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield group, visits of a patient, and how many neighbours were alike, each counting one in so many.

        These are the patients with several contacts on a day: of two neighbouring days with m and n contacts and the
        same provider, that provider stands last and first once in m times n.
        """
        self._database.execute(
            "CREATE OR REPLACE TEMP TABLE several AS SELECT g, p, d, day, visits, "
            "count(*) OVER (PARTITION BY g, p, day) AS size, "
            "dense_rank() OVER (PARTITION BY g, p ORDER BY day) AS place FROM ("
            f"SELECT g, p, d, day, visits FROM {_CONTACTS} JOIN (SELECT g, p, visits FROM patients "
            f"WHERE tied AND visits >= {self._least}) USING (g, p))")
        yield from self._database.execute(
            "WITH following AS (SELECT g, visits, size, place, lag(place) OVER days AS before, "
            "lag(size) OVER days AS size_before FROM several WINDOW days AS (PARTITION BY g, p, d ORDER BY place)) "
            "SELECT g, visits, size * size_before, count(*) FROM following WHERE before = place - 1 GROUP BY ALL"
        ).fetchall()
