"""Tells what came out of a file with visits: as JSON, and as the words and tables that a person reads."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.services.figures.outcome import Group, Outcome
from nvplan.texts import continuity_index as index_texts

#: Decimals of a figure in JSON: as many as the engines are held to and some more.
_JSON_DECIMALS = 12
#: How many row numbers are written out on a line.
_MOST_ROWS = 20
#: A file that begins so many days into the window is still said to cover it: few visits fall on a weekend.
_MISSING_DAYS = 7


# -- JSON ----------------------------------------------------------------------------------------------------------
def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return everything that is told, with English names; a figure that is hidden or not defined is null."""
    return {
        "rule": _rule_json(outcome),
        "patients": outcome.total.measures.n if outcome.total.shows_index else None,
        "excluded": excluded(outcome),
        "measures": _measures_json(outcome.total),
        "groups": [{"by": one.by, "name": one.name, "n": _n(one), **_measures_json(one)} for one in outcome.groups],
        "groups_too_small_to_name": {by: count for by, count in outcome.unnamed.items() if count},
        "if_moved": [{"share": float(one.share), "visits": _number(one.visits), "coc": _number(one.coc),
                      "coc_named": _number(one.coc_named)} for one in outcome.if_moved],
        "rows": {"read": outcome.rows, "contacts": outcome.total.measures.contacts, "merged": outcome.merged,
                 "faulty": [{"reason": reason, "n": fault.count, "rows": fault.rows}
                            for reason, fault in outcome.faults.items()],
                 "first_day": outcome.first_day.isoformat(), "last_day": outcome.last_day.isoformat(),
                 "unread_times": outcome.unread_times},
        "ties": outcome.ties,
    }


def _rule_json(outcome: Outcome) -> dict[str, Any]:
    rule = outcome.rule
    return {"start": outcome.window.first.isoformat(), "end": outcome.window.end.isoformat(), "months": rule.months,
            "least_visits": rule.least_visits, "own_unit": outcome.own_unit, "once_a_day": rule.once_a_day,
            "professions": list(rule.professions), "types": list(rule.types), "smallest_group": rule.smallest_group,
            "left_out": list(outcome.left_out), "text": rule_lines(outcome)}


def _measures_json(group: Group) -> dict[str, float | None]:
    found = group.measures
    shown = group.shows_index
    return {"coc": _number(found.coc) if shown else None, "upc": _number(found.upc) if shown else None,
            "secon": _number(found.secon) if shown else None,
            "named": _number(found.named) if group.shows_named else None}


def _n(group: Group) -> int | None:
    if group.by == "manad":
        return group.measures.patients if group.shows_named else None
    return group.measures.n if group.shows_index else None


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), _JSON_DECIMALS)


def excluded(outcome: Outcome) -> dict[str, int]:
    """Return how many rows each reason left out, and how many patients had too few visits (`too_few_visits`)."""
    return {**{reason: fault.count for reason, fault in outcome.faults.items()}, **outcome.filtered,
            "too_few_visits": outcome.too_few}


# -- the rule ------------------------------------------------------------------------------------------------------
def rule_lines(outcome: Outcome) -> list[str]:
    """Return the whole rule, as it was used."""
    rule = outcome.rule
    return index_texts.rule_lines(
        first=format_date(outcome.window.first.isoformat()), last=format_date(outcome.window.end.isoformat()),
        months=rule.months, least=rule.least_visits, own_unit=outcome.own_unit, once_a_day=rule.once_a_day,
        professions=rule.professions, types=rule.types, smallest=rule.smallest_group, left_out=outcome.left_out)


# -- words and tables ----------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Part:
    """A heading with a table, or sentences, or both."""

    heading: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    notes: Sequence[str] = ()


def outcome_parts(outcome: Outcome) -> Iterator[Part]:
    """Yield what a person reads, the rule first."""
    yield Part(index_texts.RULE, notes=rule_lines(outcome))
    yield _result(outcome)
    for by in ("enhet", "yrke", "period", "manad"):
        groups = [one for one in outcome.groups if one.by == by]
        if groups or outcome.unnamed.get(by):
            yield _groups(outcome, by, groups)
    if outcome.if_moved:
        yield _if_moved(outcome)
    yield _left_out(outcome)


def _result(outcome: Outcome) -> Part:
    whole = outcome.total.measures
    notes = [index_texts.ROWS.format(rows=outcome.rows, visits=whole.contacts)]
    if outcome.first_day > outcome.window.first + dt.timedelta(days=_MISSING_DAYS):
        notes.append(index_texts.NOT_COVERED.format(first=format_date(outcome.first_day.isoformat()),
                                                    start=format_date(outcome.window.first.isoformat())))
    notes += [text.format(count=count) for text, count in (
        (index_texts.MERGED, outcome.merged), (index_texts.TIES, outcome.ties),
        (index_texts.TIMES_UNREAD, outcome.unread_times)) if count]
    if outcome.has_named:
        notes.append(index_texts.NAMED_NOTE)
        if outcome.total.shows_named and whole.patients_without >= outcome.rule.smallest_group:
            notes.append(index_texts.NAMED_WITHOUT.format(count=whole.without_named))
    if not whole.n:
        notes.append(index_texts.NO_PATIENTS)
    return Part(index_texts.RESULT, *_table(outcome, [outcome.total], index_texts.WHOLE), notes=notes)


def _table(outcome: Outcome, groups: Sequence[Group], called: str = "") -> tuple[Sequence[str], list[list[str]]]:
    rows = []
    for one in groups:
        found = one.measures
        figures = [str(found.n), *(decimals(value) for value in (found.coc, found.upc, found.secon))]
        if not one.shows_index:
            figures = [index_texts.HIDDEN, *[index_texts.HIDDEN_SHORT] * 3]
        row = [called or _name(one), *figures, _percent(found.named) if one.shows_named else index_texts.HIDDEN_SHORT]
        rows.append(row if outcome.has_named else row[:-1])
    return index_texts.COLUMNS if outcome.has_named else index_texts.COLUMNS[:-1], rows


def _name(group: Group) -> str:
    if group.by == "manad":
        return format_date(group.name)
    if group.by == "period":
        day = dt.date.fromisoformat(group.name)
        ends_month = day.day == calendar.monthrange(day.year, day.month)[1]
        return format_date(group.name[:7] if ends_month else group.name)
    return group.name or index_texts.NOT_NAMED


def _groups(outcome: Outcome, by: str, groups: Sequence[Group]) -> Part:
    if by == "manad":
        rows = [[_name(one), str(one.measures.patients), str(one.measures.contacts), _percent(one.measures.named)]
                if one.shows_named else [_name(one), index_texts.HIDDEN, *[index_texts.HIDDEN_SHORT] * 2]
                for one in groups]
        return Part(index_texts.BY[by], index_texts.MONTH_COLUMNS, rows)
    notes = {"enhet": [index_texts.UNIT_NOTE], "period": [index_texts.OVERLAP]}.get(by, [])
    few = outcome.unnamed.get(by, 0)
    few_told = [index_texts.unnamed(few, outcome.rule.smallest_group)] if few else []
    columns, rows = _table(outcome, groups)
    return Part(index_texts.BY[by], columns, rows, [*few_told, *notes])


def _if_moved(outcome: Outcome) -> Part:
    start = outcome.if_moved[0].coc
    rows = []
    for one in outcome.if_moved:
        change = (one.coc - start) / start if start and one.share else None
        row = [_percent(one.share, 0), decimals(one.visits, 0), decimals(one.coc, 3),
               index_texts.change(_percent(change)) if change is not None else index_texts.HIDDEN_SHORT,
               *([decimals(one.coc_named, 3)] if outcome.has_named else [])]
        rows.append(row)
    columns = [*index_texts.IF_MOVED_COLUMNS, *([index_texts.IF_MOVED_NAMED] if outcome.has_named else [])]
    return Part(index_texts.IF_MOVED, columns, rows, [
        index_texts.IF_MOVED_NOTE, *([index_texts.IF_MOVED_NAMED_NOTE] if outcome.has_named else [])])


def _left_out(outcome: Outcome) -> Part:
    rows = [[index_texts.FAULTS[reason], str(fault.count), _rows(fault.rows, fault.count)]
            for reason, fault in outcome.faults.items()]
    rows += [[index_texts.FILTERED[reason], str(count), ""] for reason, count in outcome.filtered.items()]
    if outcome.too_few:
        rows.append([index_texts.TOO_FEW.format(least=outcome.rule.least_visits), str(outcome.too_few), ""])
    return Part(index_texts.LEFT_OUT, index_texts.WHAT_COLUMNS if rows else (), rows,
                () if rows else (index_texts.NOTHING_LEFT_OUT,))


def _rows(numbers: Sequence[int], count: int) -> str:
    shown = ", ".join(map(str, numbers[:_MOST_ROWS]))
    return index_texts.AND_MORE.format(rows=shown, count=count - _MOST_ROWS) if count > _MOST_ROWS else shown


def rounded(value: Fraction, places: int) -> Decimal:
    """Return an exact number to so many decimals, halves upwards."""
    scaled = value * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-places)


def decimals(value: Fraction | None, places: int = 2) -> str:
    """Return a number with so many decimals and a decimal comma; a dash where there is none."""
    return index_texts.HIDDEN_SHORT if value is None else format_number(rounded(value, places))


def _percent(value: Fraction | None, places: int = 1) -> str:
    return index_texts.HIDDEN_SHORT if value is None else f"{decimals(value * 100, places)} %"
