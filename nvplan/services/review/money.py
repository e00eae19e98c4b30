"""Rules about the money that the actors have received, used and are to pay back, and the reports that tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from nvplan.model.collation import fold
from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.model.objects import Funds, ReportOccasion
from nvplan.services.reports.money import Account, accounts, without_cost, year_of
from nvplan.services.review.context import Context, Hit, at, check, hit, name_of
from nvplan.texts import review as review_texts


def _funds(context: Context) -> list[Funds]:
    return context.objects("medel", Funds)


def _hit(one: Funds, **words: object) -> Hit:
    return hit(at("medel", one), title=name_of(one), **words)


def _of_account(context: Context, one: Account, **words: object) -> Hit:
    """Return a hit at the first sum of an actor's year."""
    return hit(at("medel", one.funds[0]), actor=context.actor_name(one.actor), year=one.year, **words)


def _accounts(context: Context) -> list[Account]:
    """Return every actor's money; six rules ask for it."""
    return context.once("accounts", lambda: accounts(context.state))


@check("medel-utan-aterbetalning")
def left_without_day(context: Context) -> Iterator[Hit]:
    """Yield actors with money left and no day for paying it back."""
    for one in _accounts(context):
        if one.left and not one.repay_by:
            yield _of_account(context, one, left=format_number(one.left))


@check("medel-aterbetalning-passerad")
def repayment_passed(context: Context) -> Iterator[Hit]:
    """Yield actors whose day for paying back has passed with money left."""
    for one in _accounts(context):
        if one.left and context.passed(one.repay_by):
            yield _of_account(context, one, left=format_number(one.left), date=format_date(one.repay_by))


@check("medel-aterbetalning-ofullstandig")
def half_repaid(context: Context) -> Iterator[Hit]:
    """Yield sums that are said to be paid back on a day without an amount, or with an amount and no day."""
    for one in _funds(context):
        if bool(one.repaid) != bool(one.repaid_amount):
            yield _hit(one, what=review_texts.REPAID_AMOUNT if one.repaid else review_texts.REPAID_DAY)


@check("medel-aterbetalt-for-mycket")
def repaid_too_much(context: Context) -> Iterator[Hit]:
    """Yield actors that have paid back more than was left."""
    for one in _accounts(context):
        if one.unused is not None and one.repaid > one.unused:
            yield _of_account(context, one, repaid=format_number(one.repaid), unused=format_number(one.unused))


@check("medel-overskridet")
def used_above_received(context: Context) -> Iterator[Hit]:
    """Yield actors whose costs are above what they received."""
    for one in _accounts(context):
        if one.exceeded:
            yield _of_account(context, one, exceeded=format_number(one.exceeded))


@check("medel-over-beviljat")
def received_above_granted(context: Context) -> Iterator[Hit]:
    """Yield sums of which more is paid out than was granted."""
    for one in _funds(context):
        if one.received is not None and one.granted is not None and one.received > one.granted:
            yield _hit(one, received=format_number(one.received), granted=format_number(one.granted))


@check("medel-kostnad-okand")
def cost_unknown(context: Context) -> Iterator[Hit]:
    """Yield sums whose costs are those of their insatser, where one of them has none in the year."""
    for one in _funds(context):
        silent = [name_of(effort) for effort in without_cost(context.state, one)]
        if silent:
            yield _hit(one, efforts=review_texts.some([f"”{name}”" for name in silent], 3))


@check("medel-insats-dubbelt")
def effort_twice(context: Context) -> Iterator[Hit]:
    """Yield sums that are tied to an insats that another sum of the same actor and year is tied to, both whole."""
    efforts = context.state.objects.get("insats", {})
    counted: dict[tuple[str, int, str], Funds] = {}
    for one in _funds(context):
        for identity in one.efforts if not one.costs and one.used is None else ():
            first = counted.setdefault((one.actor, year_of(context.state, one), identity), one)
            if first is not one and identity in efforts:
                yield _hit(one, effort=name_of(efforts[identity]), first=name_of(first))


@check("medel-ar-slut-utan-utbetalning")
def granted_and_not_paid(context: Context) -> Iterator[Hit]:
    """Yield sums that were granted for a year that is over and of which nothing is said to be paid out."""
    for one in _funds(context):
        if one.granted and one.received is None and year_of(context.state, one) < context.today.year:
            yield _hit(one, year=year_of(context.state, one))


@check("medel-ar-slut-utan-kostnader")
def received_and_not_told(context: Context) -> Iterator[Hit]:
    """Yield actors that received money for a year that is over and have not said what it was used for."""
    for one in _accounts(context):
        if one.received and one.used is None and one.year < context.today.year:
            yield _of_account(context, one, received=format_number(one.received))


# -- the reports that tell of it -------------------------------------------------------------------------------------
def _occasions(context: Context) -> list[ReportOccasion]:
    return context.objects("rapporttillfalle", ReportOccasion)


def _report(one: ReportOccasion, **words: object) -> Hit:
    return hit(at("rapporttillfalle", one), title=name_of(one), **words)


@check("ekonomi-diarienummer-lika")
def same_diary_number(context: Context) -> Iterator[Hit]:
    """Yield reports whose two diary numbers are one and the same."""
    for one in _occasions(context):
        numbers = [fold("".join(number.split())) for number in one.diary_numbers[:2]]
        if len(numbers) == 2 and numbers[0] == numbers[1]:
            yield _report(one, number=one.diary_numbers[0])


@check("ekonomi-annan-summa-an-medel")
def other_sum_than_funds(context: Context) -> Iterator[Hit]:
    """Yield reports whose amount is another than what the sums of the same actor and year come to."""
    known = {(one.actor, one.year): one for one in _accounts(context)}
    for one in _occasions(context):
        year = int((one.period_end or one.period_start or str(context.state.info.year))[:4])
        money = known.get((one.actor, year))
        if money is None:
            continue
        for given, summed, what in ((one.received, money.received, review_texts.RECEIVED),
                                    (one.costs, money.used, review_texts.COSTS)):
            if given is not None and summed is not None and given != summed:
                yield _report(one, what=what, given=format_number(given), summed=format_number(summed))


@check("rapport-fryst-ej-inlamnad")
def frozen_not_handed_in(context: Context) -> Iterator[Hit]:
    """Yield frozen reports whose confirmed day has passed without anyone saying that they were handed in."""
    for one in _occasions(context):
        if one.frozen and not one.sent and one.deadline_standing == "bekraftad" and context.passed(one.deadline):
            yield _report(one, date=format_date(one.deadline))


@check("rapport-inlamnad-ej-fryst")
def handed_in_not_frozen(context: Context) -> Iterator[Hit]:
    """Yield reports that are handed in and not frozen, so that nobody can show what was handed in."""
    for one in _occasions(context):
        if one.sent and not one.frozen:
            yield _report(one, date=format_date(one.sent))


@check("rapport-inlamnad-sent")
def handed_in_late(context: Context) -> Iterator[Hit]:
    """Yield reports that were handed in after the day that the county has confirmed."""
    for one in _occasions(context):
        if one.sent and one.deadline and one.deadline_standing == "bekraftad" and one.sent[:10] > one.deadline:
            yield _report(one, date=format_date(one.deadline), sent=format_date(one.sent))


@check("rapport-utan-sista-dag")
def without_deadline(context: Context) -> Iterator[Hit]:
    """Yield reports that nobody has given a last day."""
    for one in _occasions(context):
        if not one.deadline and not one.sent:
            yield _report(one)


@check("rapport-dubbel")
def begun_twice(context: Context) -> Iterator[Hit]:
    """Yield open reports of the same form, actor and period as another open one: two truths about one thing."""
    def key(one: ReportOccasion) -> tuple[str, str, str, str]:
        return one.form, one.actor, one.period_start, one.period_end

    still_open = [one for one in _occasions(context) if one.form and one.period_end and not (one.frozen or one.sent)]
    for _, same in groupby(sorted(still_open, key=lambda one: (key(one), one.id)), key=key):
        first, *others = same
        for one in others:
            yield _report(one, first=name_of(first))
