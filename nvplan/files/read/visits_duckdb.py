"""Counts a plain file with visits with duckdb: the same to the last digit as the figures' own way, and much faster.

What is plain duckdb counts. Rows that are anything else (another form of date, a missing cell) are few: they are read
one by one in the figures' own way and added. A file that is not plain as a whole is left to that way, and so is one
that does not fit in the memory that duckdb may take: it lies in memory alone and spills nothing to disk. A visit takes
some 30 bytes there, and the patients are added up a part at a time (`visits_parts`), so that 2 GB is enough for some 50
million visits.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nvplan.files.read.visit_file import VisitFile, open_visits
from nvplan.files.read.visits_parts import PLACES, NotPlainError, Parts
from nvplan.files.read.visits_plain import Looks, look_at, plain_row, source
from nvplan.services.figures.index import Counting, Reading
from nvplan.services.figures.outcome import Fault, Outcome
from nvplan.services.figures.rule import Rule
from nvplan.services.figures.visit_days import NO_TIME
from nvplan.services.figures.visits import Names, Visit, VisitReader

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The most memory that duckdb may take; a file that needs more is counted the other way.
MOST_MEMORY = "2GB"
#: More odd rows than this, and the other way is as fast.
MOST_ODD = 50_000
#: What the other way alone can count: times within a day, named doctors.
_OTHER_WAY = ("tid", "fast")
_NAMES = ("enhet", "listad", "yrke", "typ")
#: More units, listed units, professions and types together than this, and one of the columns is no such thing.
MOST_TOGETHER = 200_000
_EPOCH = dt.date(1970, 1, 1).toordinal()


def is_installed() -> bool:
    """Tell whether duckdb is there."""
    return importlib.util.find_spec("duckdb") is not None


def count_visits(table: VisitFile, columns: Mapping[str, int], rule: Rule, today: dt.date,
                 by: Sequence[str]) -> Outcome | None:
    """Return what a file comes to, None where it is for the other way; `table` is then as it was.

    Raises:
        InputError: as `work_out` does.
    """
    if not is_installed() or not _may_be_plain(table, columns, rule, by):
        return None
    looks = look_at(table.path, table.separator)
    if looks is None:
        return None
    import duckdb

    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False, "autoload_known_extensions": False, "memory_limit": MOST_MEMORY,
        "temp_directory": ""}
    try:
        with duckdb.connect(config=settings) as database:
            return _Count(database, table, looks, columns, rule, today, by).outcome()
    except (duckdb.Error, NotPlainError):
        return None


def _may_be_plain(table: VisitFile, columns: Mapping[str, int], rule: Rule, by: Sequence[str]) -> bool:
    return not (any(one in columns for one in _OTHER_WAY) or "period" in by or not rule.once_a_day
                or table.header_line != 1 or table.encoding not in ("utf-8", "utf-8-sig"))


class _Count:
    """Reads the file into tables of numbers, and adds them up group by group."""

    def __init__(self, database: DuckDBPyConnection, table: VisitFile, looks: Looks, columns: Mapping[str, int],
                 rule: Rule, today: dt.date, by: Sequence[str]) -> None:
        self._database, self._table, self._columns, self._rule = database, table, columns, rule
        self._asked, self._lines = by, looks.lines
        self._names = [one for one in _NAMES if one in columns]
        self._reader = VisitReader(columns, len(table.header), today.toordinal())
        self._reading = Reading(self._reader)
        self._source = source(len(table.header))
        self._given = [str(table.path), table.separator]
        self._plain = plain_row(len(table.header), columns, self._names, today, looks)
        texts = ", ".join(f"coalesce(trim(c{columns[one]}), '')" for one in self._names)
        self._hash = f"hash({texts})" if texts else "0::UBIGINT"
        self._texts: dict[int, tuple[str, ...]] = {} if self._names else {0: ()}
        """The names that visits have together, by their number in the table."""

    def _one(self, query: str, *values: object) -> Any:
        found = self._database.execute(query, list(values)).fetchone()
        return found if found is not None else ()

    def outcome(self) -> Outcome:
        """Return what the file comes to."""
        self._read_rows()
        self._reading.finish()
        counting = Counting(self._reading, self._columns, self._rule, self._asked)
        self._name(counting)
        window = counting.window
        days = window.first.toordinal() - _EPOCH, window.end.toordinal() - _EPOCH
        Parts(self._database, counting, self._rule.least_visits, days,
              [one for one in self._asked if one in self._columns], has_names=bool(self._names)).add_up()
        return counting.outcome()

    # -- reading -------------------------------------------------------------------------------------------------------
    def _read_rows(self) -> None:
        patient, provider, day = (f"c{self._columns[one]}" for one in ("patient", "vardgivare", "datum"))
        self._database.execute("SET preserve_insertion_order = false")  # in what order they lie here is of no matter
        self._database.execute(
            f"CREATE TEMP TABLE visits AS SELECT {self._plain} AS plain, hash({patient}) AS p, hash({provider}) AS d, "
            f"(try_cast({day} AS DATE) - DATE '1970-01-01')::INTEGER AS day, {self._hash} AS n FROM {self._source}",
            self._given)
        self._database.execute("SET preserve_insertion_order = true")
        rows, odd, first, last = self._one("SELECT count(*), count(*) FILTER (NOT plain), "
                                           "min(day) FILTER (plain), max(day) FILTER (plain) FROM visits")
        if rows != self._lines - 1 or odd > MOST_ODD:
            raise NotPlainError
        self._reading.rows = rows
        for one in (first, last) if first is not None else ():
            self._reading.saw(one + _EPOCH, NO_TIME)
        self._read_names(self._plain if odd else "true")
        if odd:
            self._read_odd()

    def _read_names(self, plain: str) -> None:
        """Read what units, professions and types are called, in the order in which they stand in the plain rows."""
        if not self._names:
            return
        texts = ", ".join(f"coalesce(trim(c{self._columns[one]}), '')" for one in self._names)
        found = self._database.execute(
            f"SELECT n, any_value(names) FROM (SELECT row_number() OVER () AS row, {plain} AS plain, "
            f"{self._hash} AS n, [{texts}] AS names FROM {self._source}) WHERE plain GROUP BY n ORDER BY min(row)",
            self._given).fetchmany(MOST_TOGETHER + 1)
        if len(found) > MOST_TOGETHER:
            raise NotPlainError
        self._texts = {n: tuple(names) for n, names in found}
        for names in self._texts.values():
            self._number(names)

    def _number(self, names: Sequence[str]) -> list[int]:
        """Return the numbers of a row's names, in the order of the columns; new ones get the next."""
        return [self._kept(field).number(name) for field, name in zip(self._names, names, strict=True)]

    def _kept(self, field: str) -> Names:
        return {"yrke": self._reader.professions, "typ": self._reader.types}.get(field, self._reader.units)

    def _read_odd(self) -> None:
        """Read the rows that are not plain in the figures' own way; those that are visits take their place."""
        odd = {row for (row,) in self._database.execute(
            f"SELECT row FROM (SELECT row_number() OVER () + 1 AS row, {self._plain} AS plain FROM {self._source}) "
            "WHERE NOT plain", self._given).fetchall()}
        self._database.execute("DELETE FROM visits WHERE NOT plain")
        added = []
        with open_visits(self._table.path, self._table.separator, self._table.encoding) as again:
            for number, cells in again:
                if number not in odd:
                    continue
                visit = self._reader.read(number, cells) if isinstance(cells, list) else cells
                if isinstance(visit, str):
                    self._reading.faults.setdefault(visit, Fault()).add(number)
                    continue
                if visit.minute != NO_TIME or not isinstance(cells, list):
                    raise NotPlainError
                self._reading.saw(visit.day, visit.minute)
                names = tuple(cells[self._columns[one]].strip() for one in self._names)
                n = self._one(f"SELECT hash({', '.join('?' * len(names))})", *names)[0] if names else 0
                self._texts[n] = names
                added.append([cells[self._columns["patient"]].strip(), cells[self._columns["vardgivare"]].strip(),
                              visit.day - _EPOCH, n])
        if added:
            self._database.execute(
                "INSERT INTO visits SELECT true, hash(p), hash(d), day, n FROM (SELECT unnest(?::VARCHAR[]) AS p, "
                "unnest(?::VARCHAR[]) AS d, unnest(?::INTEGER[]) AS day, unnest(?::UBIGINT[]) AS n)",
                [*map(list, zip(*added, strict=True))])

    def _name(self, counting: Counting) -> None:
        """Tell what the names of a visit come to: their places in the alphabet, and why the rule leaves it out."""
        self._database.execute("CREATE TEMP TABLE named (n UBIGINT, places INTEGER, reason VARCHAR)")
        units, professions = (kept.in_order()[1] for kept in (self._reader.units, self._reader.professions))
        rows = []
        for n, names in self._texts.items():
            numbers = dict(zip(self._names, self._number(names), strict=True))
            unit, listed, profession, kind = (numbers.get(one, 0) for one in _NAMES)
            visit = Visit(0, 0, 0, 0, NO_TIME, unit, listed, profession, kind)
            rows.append([n, units[unit] * PLACES + professions[profession], counting.reason(visit)])
        self._database.execute(
            "INSERT INTO named SELECT unnest(?::UBIGINT[]), unnest(?::INTEGER[]), unnest(?::VARCHAR[])",
            [*map(list, zip(*rows, strict=True))])
