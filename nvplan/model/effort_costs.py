"""What insatser cost, with the years that an amount is for: a share of a year that nobody has given is never told.

An insats has its cost year by year where someone has written that, else one amount for as long as the insats goes on.
Where both stand and the years come to less, the amount is the whole and the years a part of it. An amount of an insats
that goes on over a new year says nothing of how much falls in which year, and one of an insats without a last day not
even which years it is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from nvplan.model.dates import first_day, last_day
from nvplan.model.objects import Effort


@dataclass(frozen=True)
class EffortCost:
    """Kronor, and the first and last year that they are for; `years` is None where nobody has told them."""

    amount: Decimal
    years: tuple[int, int] | None


def cost_of(effort: Effort) -> EffortCost | None:
    """Return what an insats costs over all its years; None where nobody has said."""
    by_year = effort.costs_by_year
    told = sum(by_year.values(), Decimal(0))
    if by_year and (effort.cost is None or effort.cost <= told):
        return EffortCost(told, (min(by_year), max(by_year)))
    if effort.cost is None:
        return None
    return EffortCost(effort.cost, _years(effort) if effort.start and effort.end else None)


def years_above(effort: Effort) -> tuple[Decimal, Decimal] | None:
    """Return the cost given and what the years come to, in kronor, where they are more; None where nothing is odd."""
    told = sum(effort.costs_by_year.values(), Decimal(0))
    return (effort.cost, told) if effort.cost is not None and told > effort.cost else None


def joined(costs: Iterable[EffortCost]) -> EffortCost:
    """Return several costs as one: its years are all of theirs, or none where one of them has none."""
    every = tuple(costs)
    spans = [one.years for one in every if one.years is not None]
    whole = bool(spans) and len(spans) == len(every)
    return EffortCost(sum((one.amount for one in every), Decimal(0)),
                      (min(first for first, _ in spans), max(last for _, last in spans)) if whole else None)


def cost_in(effort: Effort, year: int) -> Decimal | None:
    """Return what an insats costs in one year; None where that is not known, which is not the same as 0.

    An amount that is not told by year is taken for the year only where nothing says that the insats goes on in another.
    """
    by_year = effort.costs_by_year
    if by_year:
        return by_year.get(year)
    known = [_years(effort)[0] if effort.start else year, _years(effort)[1] if effort.end else year]
    return effort.cost if known == [year, year] else None


def used_in(effort: Effort, year: int) -> Decimal | None:
    """Return what an insats has cost in a year as money that is used; None also where it has not begun."""
    return None if effort.state == "planerad" else cost_in(effort, year)


def _years(effort: Effort) -> tuple[int, int]:
    """Return the year in which an insats begins and the one in which it ends, of those that are told."""
    begins, ends = effort.start or effort.end, effort.end or effort.start
    return first_day(begins).year, last_day(ends).year
