"""The sum of one post of money while it is typed: what was received, what it went to, what is left and until when.

The rules are those of `nvplan.services.reports.money`; here they are worked out from what stands in a form, before it
is stored. An amount that cannot be read yet counts as not given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nvplan.model.dates import format_date, parse_day
from nvplan.model.errors import InputError
from nvplan.model.numbers import parse_number
from nvplan.model.objects import Effort
from nvplan.model.objects.money import read_cost_line
from nvplan.model.plan import PlanState
from nvplan.services.reports.money import Cost, kronor, posts_of
from nvplan.texts import typed_money as typed_texts


@dataclass(frozen=True)
class TypedMoney:
    """What a form about money says, in kronor; None is not given, or not to be read yet."""

    received: Decimal | None
    costs: tuple[Cost, ...]
    """The posts; of an insats its own cost, which follows it."""
    repay_by: str
    """As ISO; empty where it is not given."""
    repaid: Decimal

    @property
    def used(self) -> Decimal | None:
        """What the posts come to."""
        known = [cost.amount for cost in self.costs if cost.amount is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def left(self) -> Decimal | None:
        """What is left to be paid back; less than nought where the costs are above what was received."""
        if self.received is None:
            return None
        return self.received - (self.used or Decimal(0)) - self.repaid

    @property
    def told(self) -> str:
        """The sum in a sentence or two; empty before there is anything to add up."""
        if self.received is None and self.used is None:
            return ""
        told = [typed_texts.SUM.format(received=kronor(self.received), used=kronor(self.used or Decimal(0)))]
        if self.left is not None and self.left < 0:
            told.append(typed_texts.ABOVE.format(amount=kronor(-self.left)))
        elif self.left is not None:
            day = typed_texts.BY.format(date=format_date(self.repay_by)) if self.repay_by else typed_texts.NO_DAY
            told.append(typed_texts.LEFT.format(left=kronor(self.left), day=day if self.left else ""))
        without = [cost.title for cost in self.costs if cost.amount is None]
        told += [typed_texts.without_cost(without)] if without else []
        return " ".join(told)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The posts with their amounts."""
        return [(cost.title, kronor(cost.amount)) for cost in self.costs]


def typed_money(state: PlanState, given: Mapping[str, Any]) -> TypedMoney:
    """Return the sum of what stands in the form of a post of money, field by field as it was given."""
    return TypedMoney(_amount(given.get("received")), tuple(_costs(state, given)), _day(given.get("repay_by")),
                      _amount(given.get("repaid_amount")) or Decimal(0))


def _costs(state: PlanState, given: Mapping[str, Any]) -> Sequence[Cost]:
    efforts = state.objects.get(Effort.about.name, {})
    lines = [line for line in _lines(given.get("costs")) if line.strip()]
    if lines:
        return [_written(number, line, efforts) for number, line in enumerate(lines, 1)]
    used = _amount(given.get("used"))
    if used is not None:
        return [Cost(typed_texts.TOTAL, used)]
    tied = [efforts.get(str(identity)) for identity in _lines(given.get("efforts"))]
    return posts_of((one for one in tied if isinstance(one, Effort)), _year(given.get("year")) or state.info.year)


def _year(given: Any) -> int | None:
    """Return the year that stands in the form, None while none can be read."""
    amount = _amount(given)
    return int(amount) if amount is not None else None


def _lines(given: Any) -> Sequence[str]:
    return given.splitlines() if isinstance(given, str) else [str(one) for one in given or ()]


def _written(number: int, line: str, efforts: Mapping[str, Any]) -> Cost:
    try:
        read = read_cost_line(number, line)
    except InputError:
        return Cost(line.strip(), None)
    effort = efforts.get(read.title.lower())
    return Cost(effort.title, read.amount, effort.id) if isinstance(effort, Effort) else Cost(read.title, read.amount)


def _amount(given: Any) -> Decimal | None:
    if isinstance(given, Decimal) or given is None:
        return given
    try:
        return parse_number(str(given).strip().removesuffix("kr").strip())
    except InputError:
        return None


def _day(given: Any) -> str:
    try:
        return parse_day(str(given)) if given else ""
    except InputError:
        return ""
