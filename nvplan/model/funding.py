"""Checks the money tables: sums, shares and how near the keys come to the printed rows. Exact arithmetic, in kronor."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Iterable, Sequence
from fractions import Fraction

from nvplan.model.base import Frozen
from nvplan.model.money import (
    ITEMS,
    Column,
    FundingBasis,
    FundingRow,
    FundingRule,
    FundingTotal,
    MoneyItem,
    Recipient,
    TimelineRow,
)


class Check(Frozen):
    """A printed number against the one that its parts come to, in the unit of what is summed."""

    id: str
    printed: int
    computed: int

    @property
    def difference(self) -> int:
        """Computed less printed."""
        return self.computed - self.printed

    @property
    def holds(self) -> bool:
        """Whether the two are the same to the last unit."""
        return self.computed == self.printed


class Money:
    """The tables of one year's agreement, joined on county code."""

    def __init__(self, year: int, rows: Iterable[FundingRow], basis: Iterable[FundingBasis]) -> None:
        self.year = year
        self.rows = tuple(row for row in rows if row.year == year)
        self.basis = {entry.county_code: entry for entry in basis if entry.year == year}

    def column_sum(self, recipient: Recipient, column: Column) -> int:
        """Return the sum of a column over the counties: kronor, inhabitants or interventions."""
        rows = [row for row in self.rows if row.recipient == recipient]
        return sum(_cell(row, column, self.basis) for row in rows)

    def expected(self, rule: FundingRule, item: MoneyItem, row: FundingRow) -> Fraction | None:
        """Return what the key gives for one cell, in kronor before rounding.

        None where the key's input is not in the source (landsbygd, VFU) or the rule does not cover the cell.
        """
        if item not in rule.items or rule.recipient != row.recipient:
            return None
        pot = self.column_sum(row.recipient, item)
        share = Fraction(row.population, self.column_sum(row.recipient, "population"))
        if rule.key == "befolkning":
            return pot * share
        if rule.key == "halften_befolkning_halften_insatser":
            interventions = Fraction(self.basis[row.county_code].interventions,
                                     self.column_sum(row.recipient, "interventions"))
            return pot * (share + interventions) / 2
        if rule.key == "grundbelopp_och_befolkning":
            counties = sum(other.recipient == row.recipient for other in self.rows)
            return rule.base_amount + (pot - counties * rule.base_amount) * share
        if rule.key == "befolkning_och_landsbygd":
            return (pot - self.column_sum(row.recipient, "of_which_rural")) * share + row.of_which_rural
        return None

    def largest_deviation(self, rule: FundingRule) -> Fraction | None:
        """Return how far, in kronor, the key is at most from a printed cell; None where it cannot be computed."""
        deviations = [
            abs(row.items[item] - amount)
            for row in self.rows
            for item in rule.items
            if (amount := self.expected(rule, item, row)) is not None
        ]
        return max(deviations, default=None)

    def check_total(self, total: FundingTotal, totals: Sequence[FundingTotal]) -> tuple[Check, ...]:
        """Return the checks of a printed total: its column, and each set of parts that it is divided into."""
        printed = int(total.value)
        checks = []
        if total.column is not None and total.recipient is not None:
            checks.append(Check(id=total.id, printed=printed, computed=self.column_sum(total.recipient, total.column)))
        by_id = {other.id: other for other in totals}
        for parts in total.parts:
            checks.append(Check(id=total.id, printed=printed, computed=int(sum(by_id[part].value for part in parts))))
        return tuple(checks)


def check_row(row: FundingRow) -> Check:
    """Return the check of a county's row: its items against its printed total."""
    return Check(id=f"{row.county_code}-{row.recipient}", printed=row.total, computed=sum(row.items.values()))


def has_its_items(row: FundingRow) -> bool:
    """Whether the row has every item of its appendix and no other, and its rural part fits within nära vård."""
    limit = row.items.get("nara_vard", 0) if row.recipient == "region" else 0
    return set(row.items) == set(ITEMS[row.recipient]) and row.of_which_rural <= limit


def check_timeline(row: TimelineRow) -> Check | None:
    """Return the check of an agreement's sum against its parts; None where the parts are not all of it."""
    if row.value is None or not row.parts_complete:
        return None
    return Check(id=row.id, printed=row.value, computed=sum(part.value for part in row.parts))


def thousandths(part: int, whole: int) -> int:
    """Return a share in thousandths, rounded to the nearest, half up."""
    return int(Fraction(part * 1000, whole) + Fraction(1, 2))


def _cell(row: FundingRow, column: Column, basis: dict[str, FundingBasis]) -> int:
    if column == "total":
        return row.total
    if column == "of_which_rural":
        return row.of_which_rural
    if column == "population":
        return row.population
    if column == "interventions":
        return basis[row.county_code].interventions
    return row.items[column]
