"""Need and supply of doctors against the guide value: row by row, together, and over the years to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from nvplan.catalog import anchors
from nvplan.model.dimensioning import Dimensioning, YearChange, after
from nvplan.model.errors import InputError
from nvplan.model.numbers import format_number
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.texts import staffing as staffing_texts

#: Years further apart than this are no scenario but a slip of the pen.
MOST_YEARS = 30


@dataclass(frozen=True)
class Counted:
    """A unit, a kind of provider or all together, with what it comes to."""

    name: str
    numbers: Dimensioning


@dataclass(frozen=True)
class Adjustment:
    """Specialists' time that goes to other things than the listed, in full-time doctors, and why."""

    specialists: Decimal
    reason: str


def numbers_of(row: Mapping[str, object]) -> Dimensioning | None:
    """Return what a row of chapter 2.8 comes to, None where listed or doctors are missing."""
    listed, specialists, trainees = (
        Decimal(one) if isinstance(one, str) else None
        for one in (row.get(name) for name in ("listade", "specialister", "st_lakare")))
    if listed is None or (specialists is None and trainees is None):
        return None
    return Dimensioning(listed, specialists or Decimal(0), trainees or Decimal(0))


def counted_rows(value: object, name: str) -> list[Counted]:
    """Return the rows of an answer that can be counted; `name` is the column that says what a row is about."""
    rows = value if isinstance(value, list | tuple) else ()
    return [Counted(str(row.get(name, "")), found) for row in rows
            if isinstance(row, Mapping) and (found := numbers_of(row)) is not None]


def in_plan(state: PlanState) -> list[Counted]:
    """Return what a plan has counted in chapter 2.8: by provider and together, then unit by unit.

    Raises:
        InputError: nothing there can be counted.
    """
    providers = counted_rows(state.answer(anchors.DOCTOR_NEED, WHOLE_COUNTY).value, "regi")
    units = counted_rows(state.answer(anchors.DOCTOR_NEED_BY_UNIT, WHOLE_COUNTY).value, "enhet")
    whole = together(providers) or together(units)
    if whole is None:
        raise InputError(staffing_texts.NO_ROWS)
    return [*(providers if len(providers) > 1 else []), Counted(staffing_texts.WHOLE, whole), *units]


def planned_years(state: PlanState) -> list[Counted]:
    """Return what the plan's own answers lead to year by year: chapter 2.8 today, chapter 2.9 for the years to come.

    ST-läkare are as many as a year is said to end with; new ones and pensions change the specialists. The listed stay
    as many. A cell that nobody has filled in changes nothing. A year that does not add up ends it: nothing follows.
    """
    today = together(counted_rows(state.answer(anchors.DOCTOR_NEED, WHOLE_COUNTY).value, "regi"))
    rows = state.answer(anchors.TRAINEE_PLAN, WHOLE_COUNTY).value
    if today is None or not isinstance(rows, list | tuple):
        return []
    found: list[Counted] = []
    now = today
    for row in rows:
        if not isinstance(row, Mapping):
            continue
        own, private, new, retired = (_told(row, name) for name in ("egen", "privat", "nya_specialister", "pension"))
        if own is private is new is retired is None:
            continue
        specialists = now.specialists + (new or 0) - (retired or 0)
        if specialists < 0:
            break
        trainees = now.trainees if own is private is None else (own or Decimal(0)) + (private or Decimal(0))
        now = replace(now, specialists=specialists, trainees=trainees)
        found.append(Counted(str(row.get("ar", "")), now))
    return found


def _told(row: Mapping[str, object], name: str) -> Decimal | None:
    value = row.get(name)
    return Decimal(value) if isinstance(value, str) else None


def together(rows: Iterable[Counted]) -> Dimensioning | None:
    """Return all rows as one, None where there are none."""
    found: Dimensioning | None = None
    for row in rows:
        found = row.numbers if found is None else found + row.numbers
    return found


def adjusted(numbers: Dimensioning, adjustments: Sequence[Adjustment]) -> Dimensioning:
    """Return the same with the time taken off that goes to other things.

    Raises:
        InputError: more is taken off than there is.
    """
    left = numbers.specialists - sum((one.specialists for one in adjustments), Decimal(0))
    if left < 0:
        raise InputError(staffing_texts.ADJUST_TOO_MUCH.format(count=format_number(numbers.specialists)))
    return replace(numbers, specialists=left)


def over_years(start: Dimensioning, changes: Mapping[int, YearChange]) -> list[tuple[int, Dimensioning]]:
    """Return what each year ends with, from the first that something changes in to the last.

    Raises:
        InputError: the years are too far apart, or more doctors go than there are.
    """
    if not changes:
        return []
    first, last = min(changes), max(changes)
    if last - first > MOST_YEARS:
        raise InputError(staffing_texts.YEARS_TOO_FAR.format(most=MOST_YEARS))
    found, now = [], start
    for year in range(first, last + 1):
        then = after(now, changes.get(year, YearChange()))
        if then is None:
            raise InputError(staffing_texts.YEAR_IMPOSSIBLE.format(year=year))
        found.append((year, then))
        now = then
    return found


def in_words(numbers: Dimensioning) -> str:
    """Return what the numbers come to, in sentences for below a field: always with what the guide value is."""
    gap = format_number(_plain(abs(numbers.gap)))
    told = (staffing_texts.SHORT.format(gap=gap, specialists=format_number(numbers.gap_in_specialists),
                                        trainees=format_number(numbers.gap_in_trainees)) if numbers.gap > 0
            else staffing_texts.ROOM.format(gap=gap) if numbers.gap < 0 else staffing_texts.EVEN)
    per = numbers.listed_per_specialist
    ratio = staffing_texts.NO_RATIO if per is None else staffing_texts.PER_SPECIALIST.format(count=format_number(per))
    need = staffing_texts.NEED.format(need=format_number(numbers.need),
                                      capacity=format_number(_plain(numbers.capacity)))
    return " ".join((need, told, ratio, staffing_texts.GUIDE))


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def table_row(name: str, numbers: Dimensioning) -> list[str]:
    """Return a row of the table that `texts.staffing.COLUMNS` heads."""
    per = numbers.listed_per_specialist
    shown = [format_number(_plain(one)) for one in (
        numbers.listed, numbers.specialists, numbers.trainees)]
    gap = format_number(_plain(numbers.gap))
    return [name, *shown, format_number(numbers.need), format_number(_plain(numbers.capacity)), gap,
            format_number(per) if per is not None else staffing_texts.NO_DOCTORS]


def staffing_json(numbers: Dimensioning) -> dict[str, Any]:
    """Return the numbers with English names; `gap` is in persons and negative where there is room for more."""
    per = numbers.listed_per_specialist
    return {"listed": float(numbers.listed), "specialists": float(numbers.specialists),
            "trainees": float(numbers.trainees), "ratio": float(numbers.ratio), "need": float(numbers.need),
            "capacity": float(numbers.capacity), "gap": float(numbers.gap),
            "gap_specialists": float(numbers.gap_in_specialists), "gap_trainees": float(numbers.gap_in_trainees),
            "listed_per_specialist": float(per) if per is not None else None}
