"""Money that an actor has received, and the days of a reporting year that the county makes its own."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from nvplan.model.base import Frozen
from nvplan.model.errors import InputError
from nvplan.model.numbers import format_number, parse_number
from nvplan.model.objects.base import (
    DayText,
    Kronor,
    LongText,
    Reference,
    SharedObject,
    ShortText,
    Title,
    Year,
    fault,
    require_order,
)
from nvplan.model.objects.declaration import (
    ObjectType,
    Owner,
    choice,
    date,
    long_text,
    number,
    refer,
    text,
)
from nvplan.texts import reports as reports_texts

FundsItem = Literal["allt", "nara_vard", "medarbetare", "vidareutbildning", "karriartjanster", "ehalsa", "ambulans",
                    "vfu", "annat"]
#: Whether a day is the catalogue's suggestion, the county's own, or one that does not concern the county.
DateStanding = Literal["forslag", "bekraftad", "galler_inte"]


#: A year before a colon and something behind it.
_YEAR = re.compile(r"^\s*(?:19|20|21)\d\d\s*:\s*\S", re.ASCII)


class CostLine(Frozen):
    """One post of the costs: what it is (or the id of the insats that it paid for) and kronor."""

    title: str
    amount: Decimal


def read_cost_line(number: int, line: str) -> CostLine:
    """Read `post: belopp`; the number of the line is told in the sentence.

    Raises:
        InputError: there is no post, no amount, or the amount cannot be read.
    """
    title, colon, typed = line.rpartition(":")
    title, typed = title.strip(), typed.strip().removesuffix("kr").rstrip()
    if not colon or not title or not typed:
        raise InputError(reports_texts.COST_LINE_FORM.format(number=number, line=line.strip()))
    try:
        amount = parse_number(typed)
    except InputError as error:
        raise InputError(reports_texts.COST_LINE_AMOUNT.format(number=number, fault=error)) from None
    if amount < 0:
        raise InputError(reports_texts.COST_LINE_NEGATIVE.format(number=number))
    return CostLine(title=title, amount=amount)


def read_year_costs(lines: Sequence[str]) -> Mapping[int, Decimal]:
    """Read lines of `år: belopp` as kronor by year, in the order of the years.

    Raises:
        InputError: a line has no year or no amount, or a year stands twice.
    """
    found: dict[int, Decimal] = {}
    for at, line in enumerate(lines, 1):
        if not _YEAR.match(line):
            raise InputError(reports_texts.COST_LINE_YEAR.format(number=at, line=line.strip()))
        cost = read_cost_line(at, line)
        if int(cost.title) in found:
            raise InputError(reports_texts.COST_LINE_TWICE.format(number=at, year=cost.title))
        found[int(cost.title)] = cost.amount
    return dict(sorted(found.items()))


class Funds(SharedObject):
    """Money from an agreement or a decision: what one actor received for one year, what it went to, what is left.

    Amounts are kronor. `costs` holds one post a line as `post: belopp`, where the post may be the id of an insats.
    Where it is empty the costs are `used`, and where that is empty too the costs of the insatser in `efforts`.
    What is left is never stored: it is what was received less the costs.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="medel",
        fields=(
            text("title"), refer("actor", "aktor"), number("year"), choice("item", "medelspost"),
            number("granted", "kr"), number("received", "kr"), date("received_date"), number("used", "kr"),
            text("costs"), refer("efforts", "insats"), date("repay_by"), date("repaid"),
            number("repaid_amount", "kr"), text("decision"), long_text("note"),
        ),
        columns=("title", "actor", "year", "granted", "received", "used", "repay_by"),
        owner=Owner("actor"),
        follows=False,
        printed="own",
    )

    title: Title
    actor: Reference
    year: Year | None = None
    """The year that the money is for; empty is the plan's year."""
    item: FundsItem | None = None
    granted: Kronor | None = None
    """By agreement or decision."""
    received: Kronor | None = None
    """Paid out."""
    received_date: DayText = ""
    used: Kronor | None = None
    costs: tuple[ShortText, ...] = ()
    efforts: tuple[Reference, ...] = ()
    repay_by: DayText = ""
    repaid: DayText = ""
    repaid_amount: Kronor | None = None
    decision: ShortText = ""
    """The agreement or decision that it comes from, with diary number."""
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(
            self.received_date, self.repay_by, ("received_date", "repay_by"), reports_texts.REPAY_BEFORE_RECEIVED
        )
        require_order(
            self.received_date, self.repaid, ("received_date", "repaid"), reports_texts.REPAID_BEFORE_RECEIVED
        )
        total = self._sum()
        if total is not None and self.used is not None and total != self.used:
            raise fault(
                reports_texts.COST_SUM.format(sum=format_number(total), used=format_number(self.used)), "used", "costs"
            )
        if self.repaid_amount and self.received is not None and self.repaid_amount > self.received:
            raise fault(reports_texts.REPAID_TOO_MUCH.format(repaid=format_number(self.repaid_amount),
                                                     received=format_number(self.received)), "repaid_amount")
        return self

    def _sum(self) -> Decimal | None:
        try:
            lines = self.cost_lines
        except InputError as error:
            raise fault(str(error), "costs") from None
        return sum((line.amount for line in lines), Decimal(0)) if lines else None

    @property
    def cost_lines(self) -> tuple[CostLine, ...]:
        """The costs post by post.

        Raises:
            InputError: a line cannot be read, which the model rules out.
        """
        return tuple(read_cost_line(number, line) for number, line in enumerate(self.costs, 1))


class CountyDate(SharedObject):
    """A day of the reporting year as the county has it.

    A day of an earlier year is only a pattern: it counts as passed only when `standing` is `bekraftad`. The id of a day
    that answers to a row of data/datum.jsonl is that row's id in lower case.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="datum",
        fields=(
            text("title"), date("date"), choice("standing", "datumstallning"), text("receiver"),
            refer("actor", "aktor"), refer("form", "formular"), long_text("note"),
        ),
        columns=("title", "date", "standing", "receiver"),
        owner=Owner("actor"),
        follows=False,
        printed="own",
    )

    title: Title
    date: DayText = ""
    standing: DateStanding = "forslag"
    receiver: ShortText = ""
    actor: Reference = ""
    """Who has something to do; empty where several have."""
    form: Reference = ""
    note: LongText = ""
