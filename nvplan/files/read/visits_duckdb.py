"""Counts a plain file with visits with duckdb: the same to the last digit as the figures' own way, and much faster.

What is plain duckdb counts. Rows that are anything else (another form of date, a missing cell) are few: they are read
one by one in the figures' own way and added. A file that is not plain as a whole is left to that way, and so is one
that does not fit in the memory that duckdb may take: it lies in memory alone and spills nothing to disk.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from nvplan.files.read.visit_file import VisitFile, open_visits
from nvplan.services.figures.index import Counting, Reading
from nvplan.services.figures.outcome import Fault, Outcome
from nvplan.services.figures.rule import Rule
from nvplan.services.figures.sums import Sums
from nvplan.services.figures.visit_days import NO_TIME
from nvplan.services.figures.visits import VisitReader

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The most memory that duckdb may take; a file that needs more is counted the other way.
MOST_MEMORY = "2GB"
#: More odd rows than this, and the other way is as fast.
MOST_ODD = 50_000
#: What the other way alone can count: times within a day, named doctors.
_OTHER_WAY = ("tid", "fast")
_NAMES = ("enhet", "listad", "yrke", "typ")
#: Where the places of each column's names stand, and what they are called in a query.
_JOINS = (("enhet", "units", "u"), ("listad", "units", "l"), ("yrke", "professions", "y"), ("typ", "types", "t"))
#: Places are told in one number: the unit's times this, and the profession's.
_PLACES = 65_536
_CHUNK = 1 << 22
_EPOCH = dt.date(1970, 1, 1).toordinal()
#: No text within quotation marks, no surrounding space, nothing that two programs may read in two ways.
_PLAIN_ID = r"[!#-~]{1,64}"
_MANY_DIGITS = "([0-9][^0-9]*){10}"
_PLAIN_NAME = r'[^\p{Z}\p{C}"]+( [^\p{Z}\p{C}"]+)*'
_PLAIN_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class _NotPlainError(Exception):
    """The file is for the other way."""


def is_installed() -> bool:
    """Tell whether duckdb is there."""
    return importlib.util.find_spec("duckdb") is not None


def count_visits(table: VisitFile, columns: Mapping[str, int], rule: Rule, today: dt.date,
                 by: Sequence[str]) -> Outcome | None:
    """Return what a file comes to, None where it is for the other way; `table` is then as it was.

    Raises:
        InputError: as `work_out` does.
    """
    if not is_installed() or not _is_plain(table, columns, rule, by):
        return None
    import duckdb

    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False, "autoload_known_extensions": False, "memory_limit": MOST_MEMORY,
        "temp_directory": ""}
    try:
        with duckdb.connect(config=settings) as database:
            return _Count(database, table, columns, rule, today, by).outcome()
    except (duckdb.Error, _NotPlainError):
        return None


def _is_plain(table: VisitFile, columns: Mapping[str, int], rule: Rule, by: Sequence[str]) -> bool:
    if (any(one in columns for one in _OTHER_WAY) or "period" in by or not rule.once_a_day or table.header_line != 1
            or table.encoding not in ("utf-8", "utf-8-sig")):
        return False
    before = b""
    with table.path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if b'"' in chunk or b"\0" in chunk or (before + chunk).count(b"\r") != (before + chunk).count(b"\r\n"):
                return False
            before = b"\r" if chunk.endswith(b"\r") else b""
    return True


class _Count:
    """Reads the file into tables of numbers, and adds them up group by group."""

    def __init__(self, database: DuckDBPyConnection, table: VisitFile, columns: Mapping[str, int], rule: Rule,
                 today: dt.date, by: Sequence[str]) -> None:
        self._database, self._table, self._columns, self._rule = database, table, columns, rule
        self._today = today
        self._by = [one for one in by if one in columns]
        self._reader = VisitReader(columns, len(table.header), today.toordinal())
        self._reading = Reading(self._reader)
        self._read_rows()
        self._reading.finish()
        self._counting = Counting(self._reading, columns, rule, by)

    def _one(self, query: str, *values: object) -> Any:
        found = self._database.execute(query, list(values)).fetchone()
        return found if found is not None else ()

    # -- reading -------------------------------------------------------------------------------------------------------
    def _read_rows(self) -> None:
        width, cells = len(self._table.header), self._columns  # a cell that is not there is NULL, an empty one is not
        kinds = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(width + 1))
        source = (f"read_csv(?, delim = ?, quote = '', escape = '', header = false, skip = 1, auto_detect = false, "
                  f"columns = {{{kinds}}}, null_padding = true, nullstr = '\x01', strict_mode = false, "
                  "max_line_size = 32768)")
        patient, provider, day = (f"c{cells[one]}" for one in ("patient", "vardgivare", "datum"))
        names = ", ".join(f"coalesce(trim(c{cells[one]}), '') AS {one}" if one in cells else f"'' AS {one}"
                          for one in _NAMES)
        plain = " AND ".join((
            f"c{width} IS NULL", f"c{width - 1} IS NOT NULL",
            f"regexp_full_match({patient}, '{_PLAIN_ID}')",
            f"(length({patient}) < 10 OR NOT regexp_matches({patient}, '{_MANY_DIGITS}'))",
            f"regexp_full_match({provider}, '{_PLAIN_NAME}')", f"regexp_full_match({day}, '{_PLAIN_DAY}')",
            f"try_cast({day} AS DATE) BETWEEN DATE '1900-01-01' AND ?::DATE",
            *(f"(c{cells[one]} = '' OR regexp_full_match(c{cells[one]}, '{_PLAIN_NAME}'))"
              for one in _NAMES if one in cells)))
        self._database.execute(
            f"CREATE TEMP TABLE visits AS SELECT row_number() OVER () + 1 AS row, coalesce({plain}, false) AS plain, "
            f"hash({patient}) AS p, hash({provider}) AS d, (try_cast({day} AS DATE) - DATE '1970-01-01')::INT AS day, "
            f"{names} FROM {source}", [self._today.isoformat(), str(self._table.path), self._table.separator])
        rows, odd = self._one("SELECT count(*), count(*) FILTER (NOT plain) FROM visits")
        if rows != self._lines() - 1 or odd > MOST_ODD:
            raise _NotPlainError
        self._reading.rows = rows
        first, last = self._one("SELECT min(day), max(day) FROM visits WHERE plain")
        if first is not None:
            self._reading.saw(first + _EPOCH, NO_TIME)
            self._reading.saw(last + _EPOCH, NO_TIME)
        for one in _NAMES:
            kept = self._kept(one)
            for (name,) in self._database.execute(
                    f"SELECT {one} FROM visits WHERE plain GROUP BY {one} ORDER BY min(row)").fetchall():
                kept.number(name)
        self._read_odd()

    def _kept(self, field: str) -> Any:
        return {"yrke": self._reader.professions, "typ": self._reader.types}.get(field, self._reader.units)

    def _lines(self) -> int:
        count, last = 0, b"\n"
        with self._table.path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                count += chunk.count(b"\n")
                last = chunk[-1:]
        return count + (last != b"\n")

    def _read_odd(self) -> None:
        """Read the rows that are not plain in the figures' own way; those that are visits take their place."""
        odd = {row for (row,) in self._database.execute("SELECT row FROM visits WHERE NOT plain").fetchall()}
        self._database.execute("DELETE FROM visits WHERE NOT plain")
        if not odd:
            return
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
                    raise _NotPlainError
                self._reading.saw(visit.day, visit.minute)
                text = [cells[self._columns[one]].strip() if one in self._columns else "" for one in _NAMES]
                added.append([number, cells[self._columns["patient"]].strip(),
                              cells[self._columns["vardgivare"]].strip(), visit.day - _EPOCH, *text])
        if added:
            self._database.executemany("INSERT INTO visits SELECT ?, true, hash(?), hash(?), ?::INT, ?, ?, ?, ?", added)

    # -- counting ------------------------------------------------------------------------------------------------------
    def outcome(self) -> Outcome:
        """Return what the file comes to."""
        self._place_names()
        self._filter()
        counting = self._counting
        self._add_up("0", lambda _: counting.total)
        least = self._rule.least_visits
        counting.too_few = self._one("SELECT count(*) FROM patients WHERE visits < ?", least)[0]
        self._database.execute("CREATE TEMP TABLE whole AS SELECT p FROM patients WHERE visits >= ?", [least])
        for one in self._by:
            group = f"places // {_PLACES}" if one == "enhet" else f"places % {_PLACES}"
            self._add_up(group, lambda number, by=one: counting.groups[by][number])
            counting.outside[one] = self._one(
                "SELECT count(*) FROM whole WHERE p NOT IN (SELECT p FROM patients WHERE visits >= ?)", least)[0]
        return counting.outcome()

    def _place_names(self) -> None:
        """Give every name, as it was written, its place in the alphabet."""
        for table, kept in (("units", self._reader.units), ("professions", self._reader.professions),
                            ("types", self._reader.types)):
            places = kept.in_order()[1]
            written = kept.written()
            self._database.execute(f"CREATE TEMP TABLE {table} (name VARCHAR, place INT)")
            self._database.executemany(f"INSERT INTO {table} VALUES (?, ?)",
                                       [[name, places[number]] for name, number in written.items()])

    def _filter(self) -> None:
        """Keep the visits that the rule counts, one for each patient, provider and day; count the others by reason."""
        window, chosen = self._counting.window, self._counting.chosen_places()
        start, end = window.start.toordinal() - _EPOCH, window.end.toordinal() - _EPOCH
        own = ("WHEN u.place <> l.place AND u.place > 0 AND l.place > 0 THEN 'other_unit' "
               "WHEN u.place <> l.place OR u.place = 0 THEN 'no_unit' ") if self._counting.own_unit else ""
        picked = "".join(f"WHEN {column} NOT IN ({', '.join(map(str, sorted(places)))}) THEN '{reason}' "
                         for column, places, reason in (("y.place", chosen[0], "other_profession"),
                                                        ("t.place", chosen[1], "other_type")) if places)
        joins = "".join(f" JOIN {table} {short} ON {short}.name = v.{field}" for field, table, short in _JOINS
                        if field in self._columns)
        unit, profession = ("u.place" if "enhet" in self._columns else "0",
                            "y.place" if "yrke" in self._columns else "0")
        self._database.execute(
            f"CREATE TEMP TABLE kept AS SELECT p, d, day, {unit} * {_PLACES} + {profession} AS places, CASE "
            f"WHEN day <= {start} THEN 'before_window' WHEN day > {end} THEN 'after_window' {own}{picked}ELSE '' END "
            f"AS reason FROM visits v{joins}")
        if self._one("SELECT count(*) FROM kept") != self._one("SELECT count(*) FROM visits"):
            raise _NotPlainError  # a name that is no longer remembered
        self._database.execute("DROP TABLE visits")
        kept = 0
        for reason, count in self._database.execute("SELECT reason, count(*) FROM kept GROUP BY reason").fetchall():
            if reason:
                self._counting.filtered[reason] = count
            else:
                kept = count
        self._database.execute("CREATE TEMP TABLE contacts AS SELECT p, d, day, min(places) AS places FROM kept "
                               "WHERE reason = '' GROUP BY p, d, day")
        self._database.execute("DROP TABLE kept")
        self._counting.merged = kept - self._one("SELECT count(*) FROM contacts")[0]

    def _add_up(self, group: str, sums_of: Any) -> None:
        """Add up the patients of each group: visits, pairs, repeats, and what moving visits would give."""
        self._database.execute(
            "CREATE OR REPLACE TEMP TABLE patients AS SELECT g, p, sum(seen)::BIGINT AS visits, "
            "sum(seen * (seen - 1))::BIGINT AS pairs, max(seen) AS most FROM ("
            f"SELECT {group} AS g, p, d, count(*) AS seen FROM contacts GROUP BY ALL) GROUP BY g, p")
        for g, visits, patients, pairs, most, b, c in self._database.execute(
                "SELECT g, visits, count(*), sum(pairs), sum(most), "
                "sum(2 * most * (visits - most) - 2 * (pairs - most * (most - 1))), "
                "sum((visits - most) * (visits - most - 1) + pairs - most * (most - 1)) "
                "FROM patients GROUP BY g, visits").fetchall():
            sums: Sums = sums_of(g)
            sums.patients += patients
            sums.contacts += visits * patients
            sums.without_named += visits * patients
            sums.patients_without += patients
            if visits >= self._rule.least_visits:
                sums.add_summed(visits, patients, pairs=int(pairs), most=int(most),
                                moved=(int(pairs), int(b), int(c), int(pairs), 0, 0))
        for g, visits, size, count in self._repeats(group):
            sums_of(g).add_repeats(visits, Fraction(count, size))
        for g, ties in self._database.execute("SELECT g, count(*) FROM tied_days GROUP BY g").fetchall():
            sums_of(g).ties += ties

    def _repeats(self, group: str) -> Iterator[tuple[int, int, int, int]]:
        """Yield group, visits of a patient, and how many neighbours were alike, each counting one in so many.

        On most days a patient has one contact. Where there are several nobody knows their order: of two neighbouring
        days with m and n contacts and the same provider, that provider stands last and first once in m times n.
        """
        least, database = self._rule.least_visits, self._database
        database.execute(
            "CREATE OR REPLACE TEMP TABLE in_order AS SELECT g, p, count(*) AS visits, "
            "count(*) FILTER (d = before) AS repeats, coalesce(bool_or(day = day_before), false) AS tied FROM ("
            f"SELECT {group} AS g, p, d, day, lag(d) OVER following AS before, lag(day) OVER following AS day_before "
            f"FROM contacts WINDOW following AS (PARTITION BY {group}, p ORDER BY day, d)) "
            f"GROUP BY g, p HAVING count(*) >= {least}")
        yield from database.execute("SELECT g, visits, 1, sum(repeats)::BIGINT FROM in_order WHERE NOT tied "
                                    "GROUP BY g, visits").fetchall()
        database.execute(
            "CREATE OR REPLACE TEMP TABLE several AS SELECT o.g, c.p, d, day, visits, "
            "count(*) OVER (PARTITION BY o.g, c.p, day) AS size, "
            "dense_rank() OVER (PARTITION BY o.g, c.p ORDER BY day) AS place "
            f"FROM contacts c JOIN in_order o ON o.p = c.p AND o.g = {group} AND tied")
        database.execute("CREATE OR REPLACE TEMP TABLE tied_days AS SELECT g, p, day FROM several WHERE size > 1 "
                         "GROUP BY g, p, day")
        yield from database.execute(
            "WITH beside AS (SELECT g, visits, size, place, lag(place) OVER following AS before, "
            "lag(size) OVER following AS size_before FROM several "
            "WINDOW following AS (PARTITION BY g, p, d ORDER BY place)) "
            "SELECT g, visits, size * size_before, count(*) FROM beside WHERE before = place - 1 GROUP BY ALL"
        ).fetchall()
