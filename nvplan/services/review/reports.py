"""Rules about reports to hand in and the money that they account for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from nvplan.catalog.reporting import report_forms
from nvplan.model.dates import format_date, last_day
from nvplan.model.numbers import format_number
from nvplan.model.objects import ReportOccasion
from nvplan.services.reading.diary_numbers import diary_numbers
from nvplan.services.review.context import Context, Hit, at, check, hit, name_of

#: Kammarkollegiet's forms name the agreement's diary number and that of the decision on payment (002 lines 1984-1986).
_DIARY_NUMBERS = 2
#: A money form is looked at when it is frozen or handed in, or when so many days are left.
_DAYS_BEFORE = 30


def _occasions(context: Context) -> list[ReportOccasion]:
    return context.objects("rapporttillfalle", ReportOccasion)


def _hit(one: ReportOccasion, **words: object) -> Hit:
    return hit(at("rapporttillfalle", one), title=name_of(one), **words)


def _is_confirmed(one: ReportOccasion) -> bool:
    return bool(one.deadline) and one.deadline_standing == "bekraftad"


def _is_money(one: ReportOccasion) -> bool:
    form = report_forms().get(one.form)
    return form is not None and form.receiver == "Kammarkollegiet"


def _is_due(context: Context, one: ReportOccasion) -> bool:
    near = _is_confirmed(one) and last_day(one.deadline) <= context.today + dt.timedelta(days=_DAYS_BEFORE)
    return bool(one.frozen or one.sent) or near


@check("rapport-forsenad")
def past_deadline(context: Context) -> Iterator[Hit]:
    """Yield reports whose day has passed with nothing frozen; only a day that the county has confirmed can pass."""
    for one in _occasions(context):
        if _is_confirmed(one) and context.passed(one.deadline) and not one.frozen:
            yield _hit(one, date=format_date(one.deadline))


@check("rapport-datum-obekraftat")
def deadline_unconfirmed(context: Context) -> Iterator[Hit]:
    """Yield reports whose day is only a suggestion."""
    for one in _occasions(context):
        if one.deadline and not _is_confirmed(one) and not one.sent:
            yield _hit(one, date=format_date(one.deadline))


@check("ekonomi-utan-diarienummer")
def without_diary_numbers(context: Context) -> Iterator[Hit]:
    """Yield money forms without both of Regeringskansliet's diary numbers."""
    for one in _occasions(context):
        if _is_money(one) and _is_due(context, one) and (
                count := len(diary_numbers(context.state, one))) < _DIARY_NUMBERS:
            yield _hit(one, count=count)


@check("ekonomi-utan-intyg")
def without_certificate(context: Context) -> Iterator[Hit]:
    """Yield accounts that the finance manager has not taken a stand on."""
    for one in _occasions(context):
        if _is_money(one) and one.form.startswith("ekonomi") and _is_due(context, one) and one.certificate is None:
            yield _hit(one)


@check("ekonomi-summa")
def sums_that_do_not_hold(context: Context) -> Iterator[Hit]:
    """Yield accounts where what is left is not what was received less the costs; costs above that leave nothing."""
    for one in _occasions(context):
        if one.received is None or one.costs is None or one.unused is None:
            continue
        right = max(one.received - one.costs, Decimal(0))
        if one.unused != right:
            yield _hit(one, received=format_number(one.received), costs=format_number(one.costs),
                       right=format_number(right), unused=format_number(one.unused))


@check("ekonomi-utan-aterbetalning")
def without_repayment(context: Context) -> Iterator[Hit]:
    """Yield accounts with money left and no day for paying it back."""
    for one in _occasions(context):
        if one.unused and not one.repayment_date:
            yield _hit(one, unused=format_number(one.unused))
