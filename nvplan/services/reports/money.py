"""The money of the actors: what each has received, what it went to, what is left and when it is to be repaid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nvplan.catalog.figures import funding, funding_basis
from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.effort_costs import cost_in, cost_of, used_in
from nvplan.model.money import FundingRow, Recipient
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort, Funds
from nvplan.model.plan import PlanState
from nvplan.model.requirement import Source
from nvplan.texts import reports as reports_texts


@dataclass(frozen=True)
class Cost:
    """One post of the costs in kronor, `effort` the insats that it paid for; no amount where nobody has given one."""

    title: str
    amount: Decimal | None
    effort: str = ""


@dataclass(frozen=True)
class Account:
    """One actor's money for one year, in kronor. None is not known, which is not the same as 0."""

    actor: str
    year: int
    funds: tuple[Funds, ...]
    granted: Decimal | None
    received: Decimal | None
    costs: tuple[Cost, ...]
    used: Decimal | None
    faults: tuple[str, ...] = ()
    """Sentences on what does not hold together."""

    @property
    def unused(self) -> Decimal | None:
        """What is left: received less costs, never below 0; None while either is unknown."""
        if self.received is None or self.used is None:
            return None
        return max(self.received - self.used, Decimal(0))

    @property
    def exceeded(self) -> Decimal:
        """How far the costs are above what was received; they are the actor's own."""
        if self.received is None or self.used is None:
            return Decimal(0)
        return max(self.used - self.received, Decimal(0))

    @property
    def repaid(self) -> Decimal:
        """What has been paid back."""
        return sum((one.repaid_amount or Decimal(0) for one in self.funds), Decimal(0))

    @property
    def left(self) -> Decimal | None:
        """What is still to be paid back."""
        return None if self.unused is None else max(self.unused - self.repaid, Decimal(0))

    @property
    def repay_by(self) -> str:
        """The first day on which something is to be repaid, as ISO; empty where nobody has said."""
        return min((one.repay_by for one in self.funds if one.repay_by), default="")


def accounts(state: PlanState) -> list[Account]:
    """Return every actor's money, year by year, in the order of the actors."""
    keys = {(one.actor, year_of(state, one)) for one in _funds(state)}
    order = {actor.id: place for place, actor in enumerate(state.actors)}
    return [account(state, *key) for key in sorted(keys, key=lambda key: (order.get(key[0], len(order)), key))]


def year_of(state: PlanState, one: Funds) -> int:
    """Return the year that money is for: its own, else the plan's."""
    return one.year or state.info.year


def _funds(state: PlanState) -> list[Funds]:
    return [one for one in state.objects.get("medel", {}).values() if isinstance(one, Funds)]


def account(state: PlanState, actor: str, year: int) -> Account:
    """Return one actor's money for one year; without any money everything is unknown."""
    funds = tuple(one for one in _funds(state) if one.actor == actor and year_of(state, one) == year)
    costs: list[Cost] = []
    faults: list[str] = []
    counted: dict[str, str] = {}
    for one in funds:
        for cost in costs_of(state, one, year):
            if cost.effort and not one.costs:
                if cost.effort in counted:
                    faults.append(reports_texts.COST_TWICE.format(effort=cost.title, first=counted[cost.effort],
                                                          second=one.title))
                    continue
                counted[cost.effort] = one.title
            costs.append(cost)
        faults += [_unknown(effort, year) for effort in _tied(state, one) if used_in(effort, year) is None]
    faults += [reports_texts.RECEIVED_ABOVE.format(title=one.title) for one in funds
               if one.received is not None and one.granted is not None and one.received > one.granted]
    return Account(actor, year, funds, _sum([one.granted for one in funds]), _sum([one.received for one in funds]),
                   tuple(costs), _sum([cost.amount for cost in costs]), tuple(faults))


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [one for one in amounts if one is not None]
    return sum(known, Decimal(0)) if known else None


def costs_of(state: PlanState, one: Funds, year: int) -> list[Cost]:
    """Return the posts of one sum: those written, else the total, else the costs of the insatser it is tied to."""
    efforts = state.objects.get("insats", {})
    if one.costs:
        return [_written(line.title, line.amount, efforts.get(line.title.lower())) for line in one.cost_lines]
    if one.used is not None:
        return [Cost(one.title, one.used)]
    return posts_of(_tied(state, one), year)


def posts_of(efforts: Iterable[Effort], year: int) -> list[Cost]:
    """Return what insatser have used in a year, a post each.

    One that has not begun has used nothing; one whose cost in the year is not known has a post without an amount.
    """
    return [Cost(one.title, used_in(one, year), one.id) for one in efforts if one.state != "planerad"]


def _tied(state: PlanState, one: Funds) -> list[Effort]:
    """Return the insatser whose costs are those of a sum, because nobody has written its posts or its total."""
    if one.costs or one.used is not None:
        return []
    efforts = state.objects.get(Effort.about.name, {})
    return [effort for identity in one.efforts if isinstance(effort := efforts.get(identity), Effort)]


def without_cost(state: PlanState, one: Funds) -> list[Effort]:
    """Return the insatser that a sum counts with and that have no cost as money used in its year."""
    year = year_of(state, one)
    return [effort for effort in _tied(state, one) if used_in(effort, year) is None]


def _unknown(effort: Effort, year: int) -> str:
    """Return why nobody can say what an insats has used in a year."""
    if effort.state == "planerad":
        return reports_texts.COST_NOT_BEGUN.format(title=effort.title)
    if cost_of(effort) is not None and cost_in(effort, year) is None:
        return reports_texts.COST_OF_YEARS.format(title=effort.title, year=year)
    return reports_texts.COST_UNKNOWN.format(title=effort.title)


def _written(title: str, amount: Decimal, effort: object) -> Cost:
    return Cost(effort.title, amount, effort.id) if isinstance(effort, Effort) else Cost(title, amount)


# -- what the agreement gave -----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Allotment:
    """What one recipient in the county got by the latest agreement whose tables are known; exact kronor."""

    recipient: Recipient
    year: int
    row: FundingRow
    source: Source

    @property
    def total(self) -> Decimal:
        """The whole sum in kronor."""
        return Decimal(self.row.total)


def allotments(state: PlanState, actor: Actor) -> list[Allotment]:
    """Return what the tables give the actor: the region its row, an RSS the kommuner's; Gotland's region has both.

    With several RSS nothing says how they share the kommuner's money, so none of them is given it.
    """
    rss = [one for one in state.actors if one.acts_as("rss")]
    wanted: list[Recipient] = ["region"] if actor.acts_as("region") else []
    if actor.acts_as("rss") and len(rss) == 1:
        wanted.append("kommuner")
    basis = {(one.county_code, one.year): one for one in funding_basis()}
    rows = [row for row in funding() if row.county_code == state.info.county_code and row.recipient in wanted]
    latest = max((row.year for row in rows), default=0)
    return [Allotment(row.recipient, row.year, row, basis[row.county_code, row.year].source_of(row.recipient))
            for recipient in wanted for row in rows if row.year == latest and row.recipient == recipient]


# -- in words --------------------------------------------------------------------------------------------------------
def account_lines(state: PlanState, actor: Actor | None) -> list[str]:
    """Return the actor's money as lines for a report: received, used, left, and each post."""
    lines = []
    for one in accounts(state):
        if actor is None or one.actor == actor.id:
            lines.append(account_line(one))
            lines += [
                reports_texts.COST_LINE.format(title=cost.title, amount=kronor(cost.amount)) for cost in one.costs
            ]
    return lines


def account_line(one: Account) -> str:
    """Return one sentence on an account."""
    line = reports_texts.ACCOUNT.format(year=one.year, received=kronor(one.received), used=kronor(one.used),
                                unused=kronor(one.unused))
    if one.left:
        told = reports_texts.ACCOUNT_LEFT if one.repay_by else reports_texts.ACCOUNT_LEFT_SOME_DAY
        what = reports_texts.ACCOUNT_ALL if one.left == one.unused else kronor(one.left)
        line += told.format(what=what, date=format_date(one.repay_by) if one.repay_by else "")
    return line


def kronor(amount: Decimal | None) -> str:
    """Return an amount as a person reads it, or that it is not given."""
    return reports_texts.AMOUNT_MISSING if amount is None else f"{format_number(amount)}\u00a0kr"
