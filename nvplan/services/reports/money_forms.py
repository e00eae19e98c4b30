"""The fields of the two money forms: what stands in each, where it comes from, and what does not hold together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from nvplan.catalog.requirements import plan_sets
from nvplan.model.collation import fold
from nvplan.model.dates import format_date
from nvplan.model.kinds import kind_of
from nvplan.model.objects import ReportOccasion
from nvplan.model.reporting import ReportItem
from nvplan.services.reading.diary_numbers import diary_numbers, other_agreement
from nvplan.services.reading.report_days import report_days
from nvplan.services.reading.sources import source_text
from nvplan.services.reports.contacts import contact_values
from nvplan.services.reports.money import Account, Allotment, Cost, account, accounts, allotments, kronor
from nvplan.services.reports.opening import Report, number_of
from nvplan.texts import reports as reports_texts

#: The row of data/datum.jsonl with the day for paying back.
_REPAYMENT = "d2023-09"


#: Fields that people write in the report itself: the agreement's name, and what the finance manager found.
AGREEMENT, DEVIATIONS = "2.3", "4.3"


@dataclass(frozen=True)
class Field:
    """What stands in a field. An empty text is blank for ink; `missing` marks what the plan should have had."""

    text: str = ""
    amount: Decimal | None = None
    source: str = ""
    missing: bool = False
    chosen: bool | None = None
    """For an alternative: whether it is the one."""


@dataclass(frozen=True)
class MoneyForm:
    """A filled-in form: fields by number, the posts of the costs, notes on the amounts, and what is wrong."""

    fields: Mapping[str, Field]
    costs: tuple[Cost, ...]
    account: Account
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()
    numbers: Mapping[str, ReportItem] = field(default_factory=dict)


def fill(report: Report, contacts: Mapping[str, Mapping[str, str]], *, without_names: bool) -> MoneyForm:
    """Return the form filled in from the plan; contact details come from outside it and may be left out."""
    actor = report.actor
    identity = actor.id if actor else ""
    occasion = report.occasion or ReportOccasion(id="x", title="x")
    money = account(report.state, identity, reported_year(report))
    agreed = allotments(report.state, actor) if actor else []
    fields: dict[str, Field] = {"1.1": Field(actor.name if actor else "")}
    fields |= _agreement(report, occasion)
    if report.document == "rekvisition":
        fields |= _requisition(report, occasion, money, agreed)
    else:
        fields |= _accounts(report, occasion, money, agreed)
    fields |= {number: Field(value) for number, value in contact_values(contacts, report.document, identity).items()}
    numbers = {number_of(item): item for item in report.items}
    for number, item in numbers.items():
        if kind_of(item.field).is_ink or (without_names and item.personal):
            fields[number] = Field()
    kept = {number: one for number, one in fields.items() if number in numbers}
    return MoneyForm(kept, money.costs, money, tuple(_faults(report, occasion, money, agreed)),
                     tuple(_notes(report, money, agreed)), numbers)


def reported_year(report: Report) -> int:
    """Return the year whose money the report is about: the one that is told, else the plan's."""
    return told_year(report) or report.state.info.year


def told_year(report: Report) -> int | None:
    """Return the year that someone has said that the report is about; None where nobody has.

    It is that of its period, else the one that the body's money in the plan is for: the plan's own where there is some.
    """
    period = (report.occasion.period_end or report.occasion.period_start) if report.occasion else ""
    if period:
        return int(period[:4])
    years = {one.year for one in accounts(report.state) if report.actor and one.actor == report.actor.id}
    return report.state.info.year if report.state.info.year in years else max(years, default=None)


def _agreement(report: Report, occasion: ReportOccasion) -> dict[str, Field]:
    """Return the diary numbers, the agreement's name and the period; the agreement of another year is not named."""
    given = diary_numbers(report.state, occasion)
    agreement, payment = (given[place] if len(given) > place else "" for place in (0, 1))
    chosen = plan_sets(report.state.info)[report.state.info.requirement_set]
    own = report.text(f"{report.form.id}:{AGREEMENT}")
    year, period = told_year(report), _period(report, occasion)
    named = own.text if own else chosen.title if year and str(year) in chosen.period else ""
    told = "" if occasion.period_end or not period else reports_texts.FROM_MONEY
    last = "2.5" if report.document == "rekvisition" else "2.6"
    return {"2.1": _given(agreement), "2.2": _given(payment), "2.3": _given(named),
            last: Field(period, source=told, missing=not period)}


def _given(text: str) -> Field:
    return Field(text, missing=not text)


def _period(report: Report, occasion: ReportOccasion) -> str:
    if occasion.period_start and occasion.period_end:
        return reports_texts.FROM_TO.format(
            first=format_date(occasion.period_start), last=format_date(occasion.period_end)
        )
    year = told_year(report)
    return reports_texts.CALENDAR_YEAR.format(year=year) if year else ""


def _requisition(report: Report, occasion: ReportOccasion, money: Account, agreed: Sequence[Allotment]
                 ) -> dict[str, Field]:
    return {"2.4": _amount(report, money.granted, agreed)}


def _accounts(report: Report, occasion: ReportOccasion, money: Account, agreed: Sequence[Allotment]
              ) -> dict[str, Field]:
    received = occasion.received if occasion.received is not None else money.received
    used = money.used if money.used is not None else occasion.costs
    unused = None if received is None or used is None else max(received - used, Decimal(0))
    other = report.text(f"{report.form.id}:{DEVIATIONS}")
    return {
        "2.4": _amount(report, money.granted, agreed),
        "2.5": _kronor(received, money.received), "3.1": _kronor(received, money.received),
        "3.3": _kronor(used, money.used), "3.4": _kronor(unused),
        "4.1": Field(chosen=occasion.certificate == "alternativ_1"),
        "4.2": Field(chosen=occasion.certificate == "alternativ_2"),
        "4.3": Field(other.text if other else "", missing=occasion.certificate == "alternativ_2" and other is None),
    }


def _amount(report: Report, granted: Decimal | None, agreed: Sequence[Allotment]) -> Field:
    """Return the amount that the county has given, else the table's if it is of the reported year, else nothing."""
    if granted is not None:
        return Field(kronor(granted), granted, reports_texts.FROM_MONEY)
    same = [one for one in agreed if one.year == reported_year(report)]
    if same:
        total = sum((one.total for one in same), Decimal(0))
        return Field(kronor(total), total, reports_texts.SUGGESTED_AMOUNT.format(source=_sources(same)))
    return Field(missing=True)


def _kronor(amount: Decimal | None, funds: Decimal | None = None) -> Field:
    """Return an amount with where it comes from, where it is what the county's `funds` say."""
    if amount is None:
        return Field(missing=True)
    return Field(kronor(amount), amount, reports_texts.FROM_MONEY if amount == funds else "")


def _sources(agreed: Sequence[Allotment]) -> str:
    return "; ".join(dict.fromkeys(source_text((one.source,)) for one in agreed))


def _notes(report: Report, money: Account, agreed: Sequence[Allotment]) -> list[str]:
    """Return what the tables give, always with year and source, and what is to be repaid and by when."""
    notes = [reports_texts.ALLOTMENT.format(recipient=reports_texts.RECIPIENTS[one.recipient], year=one.year,
                                    amount=kronor(one.total), source=_sources([one])) for one in agreed]
    if len(agreed) > 1:
        notes.append(reports_texts.ALLOTMENT_SUM.format(amount=kronor(sum((one.total for one in agreed), Decimal(0)))))
    if agreed and agreed[0].year != told_year(report):
        notes.append(reports_texts.other_year(len(agreed), agreed[0].year, told_year(report)))
    if not agreed:
        notes.append(reports_texts.NO_ALLOTMENT if money.granted is None else reports_texts.ALLOTMENT_UNCHECKED)
    if report.document == "ekonomi":
        notes.append(repayment(report, money))
    return notes


def repayment(report: Report, money: Account) -> str:
    """Return what is to be repaid and by when; a day that the county has not confirmed is told as a suggestion."""
    unused = _unused(report, money)
    if unused is None:
        return reports_texts.REPAY_UNKNOWN
    if not unused:
        return reports_texts.REPAY_NOTHING
    own = (report.occasion.repayment_date if report.occasion else "") or money.repay_by
    if own and not (report.occasion and report.occasion.repayment_date):
        return reports_texts.REPAY_BY_MONEY.format(amount=kronor(unused), date=format_date(own))
    if own:
        return reports_texts.REPAY_BY.format(amount=kronor(unused), date=format_date(own))
    day = next((one for one in report_days(report.state) if one.id == _REPAYMENT), None)
    if day is None or reported_year(report) != report.state.info.year:
        return reports_texts.REPAY_NO_DAY.format(amount=kronor(unused))
    told = reports_texts.REPAY_BY if day.is_confirmed else reports_texts.REPAY_SUGGESTED
    return told.format(amount=kronor(unused), date=format_date(day.date))


def _unused(report: Report, money: Account) -> Decimal | None:
    occasion = report.occasion
    received = occasion.received if occasion and occasion.received is not None else money.received
    used = money.used if money.used is not None else (occasion.costs if occasion else None)
    return None if received is None or used is None else max(received - used, Decimal(0))


def _faults(report: Report, occasion: ReportOccasion, money: Account, agreed: Sequence[Allotment]) -> list[str]:
    """Return what a person must put right before signing, one sentence each."""
    faults = []
    numbers = diary_numbers(report.state, occasion)
    if len(numbers) < 2:
        faults.append(reports_texts.DIARY_MISSING.format(count=len(numbers)))
    elif len({fold("".join(one.split())) for one in numbers[:2]}) < 2:
        faults.append(reports_texts.DIARY_SAME)
    other = other_agreement(report.state, occasion)
    if other:
        faults.append(reports_texts.DIARY_OTHER.format(own=occasion.diary_numbers[0], other=other))
    if report.document == "rekvisition":
        return faults if occasion.sent else [*faults, *_already_paid(money)]
    faults += money.faults
    for given, summed, what in ((occasion.received, money.received, reports_texts.WHAT_RECEIVED),
                                (occasion.costs, money.used, reports_texts.WHAT_COSTS)):
        if given is not None and summed is not None and given != summed:
            faults.append(reports_texts.SUM_DIFFERS.format(what=what, given=kronor(given), summed=kronor(summed)))
    unused = _unused(report, money)
    if occasion.unused is not None and unused is not None and occasion.unused != unused:
        faults.append(reports_texts.UNUSED_DIFFERS.format(given=kronor(occasion.unused), right=kronor(unused)))
    if money.exceeded:
        faults.append(reports_texts.COSTS_EXCEED.format(amount=kronor(money.exceeded)))
    if occasion.certificate is None:
        faults.append(reports_texts.CERTIFICATE_MISSING)
    return faults


def _already_paid(money: Account) -> list[str]:
    """Return that the money is paid out already, where the plan says so: then nothing is left to ask for."""
    if not money.received:
        return []
    return [reports_texts.ALREADY_PAID.format(amount=kronor(money.received), year=money.year)]
