"""Goals, indicators, background figures, money and county history from data/, each file read and checked once.

Every loader raises CatalogError, which names file, row and what would be right; nothing is half loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn, TypeVar

from pydantic import BaseModel

from nvplan.catalog import anchors
from nvplan.catalog.checking_requirements import goal_faults
from nvplan.catalog.counties import counties
from nvplan.catalog.faults import read_checked
from nvplan.catalog.location import data_folder, remembered
from nvplan.catalog.own import after, own_name
from nvplan.catalog.reading import read_jsonl
from nvplan.catalog.requirements import requirement_sets
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.figures import Background, Goal, Indicator, Listed
from nvplan.model.funding import Money, check_row, check_timeline, has_its_items
from nvplan.model.history import HISTORY_TOPICS, CountyHistory, HistoryRow
from nvplan.model.money import ITEMS, FundingBasis, FundingRow, FundingRule, FundingTotal, TimelineRow
from nvplan.texts import common as common_texts
from nvplan.texts import figures as figures_texts
from nvplan.texts import own_sets as own_sets_texts

GOALS = "mal.jsonl"
INDICATORS = "indikatorer.jsonl"
BACKGROUND = "bakgrund.jsonl"
FUNDING = "medel.jsonl"
FUNDING_BASIS = "medel_underlag.jsonl"
FUNDING_TOTALS = "medel_summor.jsonl"
FUNDING_RULES = "medel_regler.jsonl"
TIMELINE = "medel_tidslinje.jsonl"
HISTORY = "historik.jsonl"

Row = TypeVar("Row", bound=BaseModel)


@remembered
def goals() -> tuple[Goal, ...]:
    """Return the national goals of every set: for continuity, and the guide values."""
    rows = _listed(GOALS, read_jsonl(GOALS, Goal))
    own = own_name(GOALS)
    if own:
        check = partial(goal_faults, sets=requirement_sets())
        rows = (*rows, *read_checked(own, Goal, after(rows, check)))
    for sentence in anchors.missing_goals({row.id for row in rows}):
        raise CatalogError(sentence)
    return rows


@remembered
def indicators() -> tuple[Indicator, ...]:
    """Return the 18 indicators in the order of the source."""
    return tuple(sorted(_listed(INDICATORS, read_jsonl(INDICATORS, Indicator)), key=lambda entry: entry.order))


@remembered
def background() -> tuple[Background, ...]:
    """Return the background figures."""
    rows = _listed(BACKGROUND, read_jsonl(BACKGROUND, Background))
    _known_counties(BACKGROUND, [row.county_code for row in rows])
    return rows


@remembered
def funding_basis() -> tuple[FundingBasis, ...]:
    """Return what the keys count with, one row a county, with the source lines of the county's money."""
    rows = read_jsonl(FUNDING_BASIS, FundingBasis)
    _known_counties(FUNDING_BASIS, [row.county_code for row in rows])
    return _unique(FUNDING_BASIS, rows, lambda row: f"{row.county_code} {row.year}")


@remembered
def funding() -> tuple[FundingRow, ...]:
    """Return what each county's kommuner and region received, in kronor, by county code."""
    rows = read_jsonl(FUNDING, FundingRow)
    _unique(FUNDING, rows, lambda row: f"{row.county_code} {row.year} {row.recipient}")
    basis = {(entry.county_code, entry.year): entry for entry in funding_basis()}
    for number, row in enumerate(rows, 1):
        if fault := _funding_fault(row, basis.get((row.county_code, row.year))):
            _stop(FUNDING, number, fault)
    return rows


@remembered
def money(year: int) -> Money:
    """Return the tables of one year's agreement, to sum and to check the keys against; empty for an unknown year."""
    return Money(year, funding(), funding_basis())


@remembered
def funding_totals() -> tuple[FundingTotal, ...]:
    """Return the printed totals; `holds` has been recomputed for each."""
    totals = _listed(FUNDING_TOTALS, read_jsonl(FUNDING_TOTALS, FundingTotal))
    known = {total.id for total in totals}
    for number, total in enumerate(totals, 1):
        for part in (part for parts in total.parts for part in parts):
            if part not in known:
                _stop(FUNDING_TOTALS, number, figures_texts.FAULT_PART.format(part=part))
    # Sums of columns first, so that a wrong one is named itself and not the total that it is part of.
    for number, total in sorted(enumerate(totals, 1), key=lambda numbered: numbered[1].column is None):
        checks = money(total.year or 0).check_total(total, totals)
        if total.holds != all(check.holds for check in checks):
            computed = ", ".join(str(check.computed) for check in checks)
            _stop(FUNDING_TOTALS, number, figures_texts.FAULT_TOTAL.format(
                computed=computed, printed=total.value, holds=str(total.holds).lower()))
    return totals


@remembered
def funding_rules() -> tuple[FundingRule, ...]:
    """Return how the keys work, VFU (which stands outside the appendices) last."""
    return _listed(FUNDING_RULES, read_jsonl(FUNDING_RULES, FundingRule))


@remembered
def timeline() -> tuple[TimelineRow, ...]:
    """Return the agreements 2016-2023 with their sums, oldest first."""
    rows = _listed(TIMELINE, read_jsonl(TIMELINE, TimelineRow))
    for number, row in enumerate(rows, 1):
        check = check_timeline(row)
        if check is not None and not check.holds:
            fault = figures_texts.FAULT_TIMELINE.format(computed=check.computed, printed=check.printed)
            _stop(TIMELINE, number, fault)
    return tuple(sorted(rows, key=lambda row: row.year))


@remembered
def histories() -> dict[str, CountyHistory]:
    """Return every county's history by county code, each with all topics."""
    rows = read_jsonl(HISTORY, HistoryRow)
    _unique(HISTORY, rows, lambda row: f"{row.county_code} {row.topic}")
    _known_counties(HISTORY, [row.county_code for row in rows])
    found: dict[str, list[HistoryRow]] = {}
    for number, row in enumerate(rows, 1):
        if (row.text is None) != (row.missing is not None) or (row.text is None and row.figures):
            _stop(HISTORY, number, figures_texts.FAULT_EMPTY)
        if (row.vision is not None) != (row.topic == "malbild"):
            _stop(HISTORY, number, figures_texts.FAULT_VISION)
        found.setdefault(row.county_code, []).append(row)
    for number, row in enumerate(rows, 1):
        for topic in HISTORY_TOPICS:
            if topic not in {other.topic for other in found[row.county_code]}:
                fault = figures_texts.FAULT_TOPICS.format(county=row.county_code, topic=topic)
                _stop(HISTORY, number, fault)
    return {code: _county_history(code, found[code]) for code in sorted(found)}


def history(county_code: str) -> CountyHistory:
    """Return what was told of a county in 2021/22: to compare with, never the county's own answer.

    Raises:
        UnknownNameError: no county has that code.
    """
    found = histories().get(county_code)
    if found is None:
        raise UnknownNameError(figures_texts.NO_HISTORY.format(code=county_code))
    return found


def _county_history(code: str, rows: list[HistoryRow]) -> CountyHistory:
    ordered = sorted(rows, key=lambda row: HISTORY_TOPICS.index(row.topic))
    return CountyHistory(county_code=code, rows=tuple(ordered))


def _funding_fault(row: FundingRow, basis: FundingBasis | None) -> str:
    """Return what is wrong with a county's row, or an empty string."""
    if basis is None:
        return figures_texts.FAULT_NO_BASIS.format(county=row.county_code, year=row.year)
    if basis.population != row.population:
        return figures_texts.FAULT_POPULATION.format(found=row.population, expected=basis.population)
    if not has_its_items(row):
        return figures_texts.FAULT_ITEMS.format(items=", ".join(ITEMS[row.recipient]))
    check = check_row(row)
    return "" if check.holds else figures_texts.FAULT_ROW_SUM.format(computed=check.computed, printed=check.printed)


Entry = TypeVar("Entry", bound=Listed)


def _listed(name: str, rows: Sequence[Entry]) -> tuple[Entry, ...]:
    return _unique(name, rows, lambda row: row.id)


def _unique(name: str, rows: Sequence[Row], key: Callable[[Row], str]) -> tuple[Row, ...]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        first = seen.setdefault(key(row), number)
        if first != number:
            _stop(name, number, figures_texts.FAULT_TWICE.format(key=key(row), first=_line(name, first)))
    return tuple(rows)


def _known_counties(name: str, codes: Sequence[str]) -> None:
    known = {county.code for county in counties()}
    for number, code in enumerate(codes, 1):
        if code and code not in known:
            _stop(name, number, figures_texts.FAULT_COUNTY.format(county=code))


def _stop(name: str, number: int, fault: str) -> NoReturn:
    """Raise the error for the row with this number among the rows that are not blank."""
    raise CatalogError(
        common_texts.CATALOG_ROW.format(file=own_sets_texts.catalog_file(name), row=_line(name, number), fault=fault))


def _line(name: str, number: int) -> int:
    lines = (data_folder() / name).read_text(encoding="utf-8").splitlines()
    return [place for place, line in enumerate(lines, 1) if line.strip()][number - 1]
