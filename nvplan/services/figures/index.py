"""Works out the continuity index of a file with visits, a row at a time and then a patient at a time.

What is kept in memory does not grow with the file: the visits wait in a private file, the figures are sums.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from fractions import Fraction

from nvplan.model.errors import InputError
from nvplan.services.figures.outcome import Fault, Group, IfMoved, Outcome, VisitTable
from nvplan.services.figures.rule import Rule, month_ends, window_to
from nvplan.services.figures.small_groups import to_hide
from nvplan.services.figures.spill import Spill
from nvplan.services.figures.sums import WITHOUT_NAMED, Contact, Sums, figures_of
from nvplan.services.figures.visit_days import NO_TIME
from nvplan.services.figures.visits import Visit, VisitReader
from nvplan.texts import continuity_index as index_texts

#: Shares of each patient's other visits that are tried.
SHARES = (Fraction(0), Fraction(5, 100), Fraction(10, 100), Fraction(20, 100))
#: Why the rule leaves out a visit.
BEFORE, AFTER, OTHER_UNIT, NO_UNIT, OTHER_PROFESSION, OTHER_TYPE = (
    "before_window", "after_window", "other_unit", "no_unit", "other_profession", "other_type")


class Reading:
    """A file as it is read: what its rows were. The visits themselves go elsewhere."""

    def __init__(self, reader: VisitReader) -> None:
        self.reader = reader
        self.faults: dict[str, Fault] = {}
        self.rows = 0
        self.first, self.last = dt.date.max.toordinal(), 0
        self.has_times = False

    def read(self, table: VisitTable, spill: Spill) -> None:
        """Read every row of a file and keep its visits."""
        read, add, seen, rows = self.reader.read, spill.add, set[int](), 0
        for number, cells in table:
            rows += 1
            visit = read(number, cells) if isinstance(cells, list) else cells
            if isinstance(visit, str):
                self.faults.setdefault(visit, Fault()).add(number)
                continue
            add(visit)
            day, minute = visit[3:5]
            if day not in seen or minute != NO_TIME:
                seen.add(day)
                self.saw(day, minute)
        self.rows += rows
        self.finish()

    def saw(self, day: int, minute: int) -> None:
        """Remember that there is a visit on a day, at a time."""
        self.first, self.last = min(self.first, day), max(self.last, day)
        self.has_times = self.has_times or minute != NO_TIME

    def finish(self) -> None:
        """Make sure that there is something to count.

        Raises:
            InputError: there is not, or the dates may be misread.
        """
        if not self.rows:
            raise InputError(index_texts.NO_ROWS)
        if self.reader.month_first and self.reader.month_first > self.reader.day_first:
            raise InputError(index_texts.MONTHS_FIRST)
        if not self.last:
            raise InputError(index_texts.no_visits({reason: fault.count for reason, fault in self.faults.items()}))


def work_out(table: VisitTable, columns: Mapping[str, int], rule: Rule, today: dt.date,
             by: Sequence[str] = ("enhet", "yrke")) -> Outcome:
    """Return what a file with visits comes to by a rule.

    Args:
        table: the file.
        columns: the place of each field's column.
        rule: which visits count.
        today: visits after it are faults.
        by: what to make groups of: `enhet`, `yrke`, `period` (windows that end with each month); those without a
            column are left out.

    Raises:
        InputError: the file has nothing to count, cannot be trusted, or names patients by personnummer.
    """
    with ExitStack() as stack:
        spill = stack.enter_context(Spill(table.size))
        reading = Reading(VisitReader(columns, len(table.header), today.toordinal()))
        reading.read(table, spill)
        counting = Counting(reading, columns, rule, by)
        for visits in spill.patients():
            counting.add(visits)
        return counting.outcome()


class Counting:
    """Goes through the patients once and adds each to every group that it belongs to."""

    def __init__(self, reading: Reading, columns: Mapping[str, int], rule: Rule, by: Sequence[str]) -> None:
        self._reading, self._columns, self._rule = reading, columns, rule
        last = dt.date.fromordinal(reading.last)
        self.window = window_to(rule.end or last, rule.months)
        if reading.first > self.window.end.toordinal():
            raise InputError(index_texts.END_BEFORE_FILE.format(
                end=self.window.end.isoformat(), first=dt.date.fromordinal(reading.first).isoformat()))
        self._left_out = tuple(index_texts.lacking(rule.own_unit, columns, has_times=reading.has_times))
        self.own_unit = rule.own_unit and {"enhet", "listad"} <= set(columns)
        self._professions = self._numbers("yrke", rule.professions)
        self._types = self._numbers("typ", rule.types)
        self._chooses = self.own_unit or bool(self._professions or self._types)
        self._days = self.window.first.toordinal(), self.window.end.toordinal()
        self._by = [one for one in by if one in columns or one == "period"]
        self._ends = self._period_ends(last) if "period" in by else []
        self.total = Sums()
        self.groups: dict[str, dict[int, Sums]] = {
            one: defaultdict(Sums) for one in ("enhet", "yrke", "period", "manad")}
        self.filtered: Counter[str] = Counter()
        self.outside: Counter[str] = Counter()
        """Patients who count in the whole and in no group, by what the groups are of."""
        self.merged = self.too_few = 0
        self._unnamed: dict[str, int] = {}
        self._unit_names, self._unit_places = reading.reader.units.in_order()
        self._profession_names, self._profession_places = reading.reader.professions.in_order()

    def _numbers(self, field: str, names: Sequence[str]) -> frozenset[int]:
        if names and field not in self._columns:
            raise InputError(index_texts.no_column_to_choose(field))
        known = self._reading.reader.professions if field == "yrke" else self._reading.reader.types
        numbers = {name: known.find(name) for name in names}
        if unknown := [name for name, number in numbers.items() if not number]:
            raise InputError(index_texts.NAME_UNKNOWN.format(name=unknown[0], field=index_texts.FIELDS[field]))
        return frozenset(number for number in numbers.values() if number)

    def _period_ends(self, last: dt.date) -> list[dt.date]:
        """Return the months' ends whose whole window lies within the file's days."""
        first, end = dt.date.fromordinal(self._reading.first), min(self.window.end, last)
        return [one for one in month_ends(first, end) if window_to(one, self._rule.months).first >= first]

    def reason(self, visit: Visit) -> str:
        """Return why the rule leaves out a visit whatever its day, empty where it does not."""
        if self.own_unit and visit.unit != visit.listed:
            return OTHER_UNIT if visit.unit and visit.listed else NO_UNIT
        if self.own_unit and not visit.unit:
            return NO_UNIT
        if self._professions and visit.profession not in self._professions:
            return OTHER_PROFESSION
        return OTHER_TYPE if self._types and visit.type not in self._types else ""

    def add(self, visits: Iterable[Visit]) -> None:
        """Add a patient."""
        first, end = self._days
        units, professions, chooses = self._unit_places, self._profession_places, self._chooses
        kept, every = [], []
        for visit in visits:
            _, provider, named, day, minute, unit, _, profession, _ = visit
            reason = self.reason(visit) if chooses else ""
            contact = Contact(day, minute, provider, int(named != provider) if named else WITHOUT_NAMED, units[unit],
                              professions[profession], named)
            if not reason and self._ends:
                every.append(contact)
            if not first <= day <= end:
                reason = BEFORE if day < first else AFTER
            if reason:
                self.filtered[reason] += 1
            else:
                kept.append(contact)
        contacts = self._contacts(kept)
        self.merged += len(kept) - len(contacts)
        if contacts:
            self._add_contacts(contacts)
        if self._ends:
            self._add_periods(self._contacts(every))

    def _contacts(self, kept: list[Contact]) -> list[Contact]:
        """Return contacts in order of time; the first of a day with a provider stands for them all."""
        kept.sort()
        if not self._rule.once_a_day:
            return kept
        seen: set[tuple[int, int]] = set()
        found = []
        for one in kept:
            key = (one.day, one.provider)
            if key not in seen:
                seen.add(key)
                found.append(one)
        return found

    def _add_contacts(self, contacts: list[Contact]) -> None:
        counts = len(contacts) >= self._rule.least_visits
        figures = figures_of(contacts) if counts else None
        self.total.add_contacts(contacts)
        if figures is None:
            self.too_few += 1
        else:
            self.total.add(figures)
        for by in self._by:
            if by == "period":
                continue
            parts = _parted(contacts, by)
            counted = False
            for number, part in parts.items():
                sums = self.groups[by][number]
                sums.add_contacts(part)
                if len(part) >= self._rule.least_visits:
                    sums.add(figures if figures is not None and len(part) == len(contacts) else figures_of(part))
                    counted = True
            self.outside[by] += counts and not counted
        if "fast" in self._columns:
            for number, part in _parted(contacts, "manad").items():
                self.groups["manad"][number].add_contacts(part)

    def _add_periods(self, contacts: list[Contact]) -> None:
        for end in self._ends:
            window = window_to(end, self._rule.months)
            first, last = window.first.toordinal(), window.end.toordinal()
            part = [one for one in contacts if first <= one.day <= last]
            if part:
                sums = self.groups["period"][last]
                sums.add_contacts(part)
                if len(part) >= self._rule.least_visits:
                    sums.add(figures_of(part))

    def outcome(self) -> Outcome:
        """Return what came out."""
        reading, rule, limit = self._reading, self._rule, self._rule.smallest_group
        has_named = "fast" in self._columns
        whole = self.total.measures(has_named)
        total = Group("", "", whole, whole.n >= limit, has_named and whole.patients >= limit)
        groups = [group for by, sums in self.groups.items() for group in self._told(by, sums, has_named)]
        return Outcome(
            rule, self.window, self._left_out, dt.date.fromordinal(reading.first),
            dt.date.fromordinal(reading.last), reading.rows, reading.faults, self.filtered, self.merged, self.too_few,
            reading.reader.unread_times, self.total.ties, total, tuple(groups),
            tuple(self._if_moved(has_named)) if total.shows_index else (), has_named,
            self.own_unit, self._unnamed)

    def _told(self, by: str, sums: Mapping[int, Sums], has_named: bool) -> list[Group]:
        """Return the groups of one kind in order; periods overlap, so that none of them follows from the others.

        A group with fewer patients than the limit is not even named: in a column that was taken for another, a name may
        be a patient's.
        """
        names = self._profession_names if by == "yrke" else self._unit_names
        named = by in ("enhet", "yrke")
        rows = [(names[number] if named else dt.date.fromordinal(number).isoformat()[:7 if by == "manad" else 10],
                 one.measures(has_named)) for number, one in sorted(sums.items())]
        limit = self._rule.smallest_group
        left = self.outside[by]
        sizes, patients = [one.n for _, one in rows], [one.patients for _, one in rows]
        hidden = to_hide(sizes, limit, left) if by != "period" else {
            at for at, size in enumerate(sizes) if size < limit}
        hidden_named = to_hide(patients, limit) if by != "period" else {
            at for at, size in enumerate(patients) if size < limit}
        shown = [Group(by, name, one, by != "manad" and at not in hidden, has_named and at not in hidden_named)
                 for at, (name, one) in enumerate(rows) if not named or one.patients >= limit]
        self._unnamed[by] = len(rows) - len(shown)
        return shown

    def _if_moved(self, has_named: bool) -> Iterable[IfMoved]:
        for share in SHARES:
            coc = self.total.coc_if_moved(share)
            if coc is not None:
                yield IfMoved(share, self.total.others * share, coc,
                              self.total.coc_if_moved(share, to_named=True) if has_named else None)


def _parted(contacts: Sequence[Contact], by: str) -> dict[int, list[Contact]]:
    """Return contacts by the number of their unit or profession, or by the first day of their month."""
    found: dict[int, list[Contact]] = {}
    for one in contacts:
        key = one.unit if by == "enhet" else one.profession if by == "yrke" else dt.date.fromordinal(
            one.day).replace(day=1).toordinal()
        found.setdefault(key, []).append(one)
    return found
