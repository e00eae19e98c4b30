"""Occasions, days and money as rows: for the command line and for a screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from nvplan.catalog.reporting import report_forms
from nvplan.model.dates import format_date, last_day
from nvplan.model.errors import InputError
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.report_days import ReportDay
from nvplan.services.reports.money import Account, kronor
from nvplan.services.reports.opening import OCCASIONS, number_of, occasions, report_of
from nvplan.services.reports.standing import ItemStanding, Tally, standings, tally
from nvplan.texts import cli_reports as cli_reports_texts
from nvplan.texts import reports as reports_texts
from nvplan.texts import reports_planner as reports_planner_texts


@dataclass(frozen=True)
class OccasionRow:
    """An occasion with how far it is; no tally where its form is printed by no document."""

    occasion: ReportOccasion
    tally: Tally | None

    @property
    def cells(self) -> tuple[str, ...]:
        """Id, standing, last day, answers and title."""
        one, counted = self.occasion, self.tally
        answered = "" if counted is None else cli_reports_texts.ANSWERED.format(
            written=counted.written, total=counted.total, missing=counted.missing)
        return (one.id, occasion_standing(one), deadline_text(one), answered, one.title)

    def as_json(self) -> dict[str, Any]:
        """Return the row as `--json` prints it."""
        one, counted = self.occasion, self.tally
        return {"id": one.id, "title": one.title, "form": one.form, "receiver": one.receiver, "actor": one.actor,
                "period_start": one.period_start, "period_end": one.period_end, "deadline": one.deadline,
                "deadline_confirmed": one.deadline_standing == "bekraftad", "frozen": one.frozen or None,
                "sent": one.sent or None, "previous": one.previous or None,
                "answers": None if counted is None else {
                    "written": counted.written, "carried": counted.carried, "drafted": counted.drafted,
                    "missing": counted.missing}}


def occasion_rows(session: OpenPlan) -> list[OccasionRow]:
    """Return the occasions by last day, each with how far it is."""
    return [OccasionRow(one, _tally(session, one.id)) for one in occasions(session.state)]


def _tally(session: OpenPlan, identity: str) -> Tally | None:
    try:
        return tally(standings(report_of(session, identity)))
    except InputError:
        return None


def occasion_standing(one: ReportOccasion) -> str:
    """Return whether an occasion is a draft, frozen or handed in."""
    if one.sent:
        return cli_reports_texts.SENT.format(date=format_date(one.sent))
    return cli_reports_texts.FROZEN.format(date=format_date(one.frozen)) if one.frozen else cli_reports_texts.DRAFT


def deadline_text(one: ReportOccasion) -> str:
    """Return the last day, and that it is a suggestion where nobody has confirmed it."""
    if not one.deadline:
        return cli_reports_texts.DEADLINE_MISSING
    return cli_reports_texts.DEADLINE[one.deadline_standing].format(date=format_date(one.deadline))


def days_left(one: ReportOccasion, today: dt.date) -> int | None:
    """Return how many days are left to the last day, below 0 where it has passed; None where no day counts.

    What is handed in has no day to keep, and a month counts as its last day.
    """
    return (last_day(one.deadline) - today).days if one.deadline and not one.sent else None


def planner_cells(row: OccasionRow, today: dt.date) -> tuple[str, ...]:
    """Return title, standing, how many items are done, the days that are left, and the receiver."""
    one, counted = row.occasion, row.tally
    done = (
        ""
        if counted is None
        else reports_planner_texts.ANSWERED_OF.format(written=counted.written, total=counted.total)
    )
    left = reports_planner_texts.days_left(days_left(one, today), confirmed=one.deadline_standing == "bekraftad")
    return one.title, reports_planner_texts.STANDING[standing_of(one)], done, left, one.receiver


def deadline_left(one: ReportOccasion, today: dt.date) -> str:
    """Return the last day in words with the days that are left, and whether it is a suggestion."""
    return reports_planner_texts.deadline(format_date(one.deadline) if one.deadline else "", days_left(one, today),
                                  confirmed=one.deadline_standing == "bekraftad")


def standing_of(one: ReportOccasion) -> str:
    """Return `utkast`, `fryst` or `inlamnad`."""
    return "inlamnad" if one.sent else "fryst" if one.frozen else "utkast"


def standing_text(one: ReportOccasion) -> str:
    """Return whether a report is a draft, frozen or handed in, and when."""
    if one.sent:
        return reports_planner_texts.IS_SENT.format(date=format_date(one.sent))
    return (
        reports_planner_texts.IS_FROZEN.format(date=format_date(one.frozen))
        if one.frozen
        else reports_planner_texts.IS_DRAFT
    )


def period_text(one: ReportOccasion) -> str:
    """Return the period in words; empty where nobody has said."""
    return reports_texts.FROM_TO.format(first=format_date(one.period_start), last=format_date(one.period_end)) if (
        one.period_start and one.period_end) else ""


def missing_from(found: Iterable[ItemStanding]) -> Mapping[str, Sequence[str]]:
    """Return which questions each actor has not answered, by the actor's name: the numbers in order."""
    missing: dict[str, list[str]] = {}
    for one in found:
        for name in one.missing:
            numbers = missing.setdefault(name, [])
            if number_of(one.item) not in numbers:
                numbers.append(number_of(one.item))
    return missing


def report_facts(session: OpenPlan, one: ReportOccasion, found: Sequence[ItemStanding], today: dt.date
                 ) -> list[tuple[str, str]]:
    """Return what is known of a report as labels and values; what nobody has said is left out."""
    state, form = session.state, report_forms().get(one.form)
    actor, before = state.actor(one.actor), state.objects.get(OCCASIONS, {}).get(one.previous)
    missing = missing_from(found)
    pairs = [
        (reports_planner_texts.FACT_RECEIVER, one.receiver),
        (reports_planner_texts.FACT_ACTOR, actor.name if actor else reports_planner_texts.EVERYONE if form else ""),
        (reports_planner_texts.FACT_PERIOD, period_text(one)),
        (reports_planner_texts.FACT_DEADLINE, deadline_left(one, today)),
        (reports_planner_texts.FACT_ANSWERS, tally_text(found)),
        (reports_planner_texts.FACT_MISSING, ", ".join(missing)),
        (reports_planner_texts.FACT_FROZEN, format_date(one.frozen) if one.frozen else ""),
        (reports_planner_texts.FACT_SENT, format_date(one.sent) if one.sent else ""),
        (reports_planner_texts.FACT_FORM, form.title if form else ""),
        (reports_planner_texts.FACT_PREVIOUS, before.title if isinstance(before, ReportOccasion) else ""),
    ]
    return [(label, value) for label, value in pairs if value]


def tally_text(found: Sequence[ItemStanding]) -> str:
    """Return how far a report is in words; empty where it has no items."""
    counted = tally(found)
    return reports_planner_texts.tally_words(asdict(counted), counted.total) if counted.total else ""


def item_cells(one: ItemStanding) -> tuple[str, ...]:
    """Return number, standing, who has answered and who has not, and the question."""
    who = one.who
    if one.missing:
        who = cli_reports_texts.MISSING_FROM.format(who=who, missing=", ".join(one.missing)).strip()
    return number_of(one.item), cli_reports_texts.STANDING[one.standing], who, one.item.text


def day_cells(one: ReportDay, today: dt.date) -> tuple[str, ...]:
    """Return id, date, standing, receiver and what; only a confirmed day is told as passed."""
    standing = reports_texts.DAY_STANDING[one.standing]
    if one.has_passed(today):
        standing = f"{standing}, {reports_texts.DAY_PASSED}"
    return one.id, format_date(one.date) if one.date else "", standing, one.receiver, one.title


def day_json(one: ReportDay, today: dt.date) -> dict[str, Any]:
    """Return a day as `--json` prints it."""
    return {"id": one.id, "date": one.date, "what": one.title, "receiver": one.receiver, "standing": one.standing,
            "confirmed": one.is_confirmed, "passed": one.has_passed(today),
            "pattern": one.pattern.date if one.pattern else None}


def account_cells(state: PlanState, one: Account) -> tuple[str, ...]:
    """Return actor, year, received, used, unused and what is to be repaid by when."""
    repay = ""
    if one.left:
        day = format_date(one.repay_by) if one.repay_by else reports_texts.DAY_MISSING
        repay = f"{kronor(one.left)}, {day}"
    return _name(state, one), str(one.year), kronor(one.received), kronor(one.used), kronor(one.unused), repay


def cost_cells(state: PlanState, one: Account) -> list[tuple[str, ...]]:
    """Return the posts of an account: actor, amount and what it is."""
    return [(_name(state, one), kronor(cost.amount), cost.title) for cost in one.costs]


def _name(state: PlanState, one: Account) -> str:
    actor = state.actor(one.actor)
    return actor.name if actor else one.actor


def account_json(one: Account) -> dict[str, Any]:
    """Return an account as `--json` prints it; amounts in kronor."""
    return {"actor": one.actor, "year": one.year, "granted": _amount(one.granted), "received": _amount(one.received),
            "used": _amount(one.used), "unused": _amount(one.unused), "repaid": _amount(one.repaid),
            "left": _amount(one.left), "repay_by": one.repay_by or None,
            "costs": [{"title": cost.title, "amount": _amount(cost.amount), "effort": cost.effort or None}
                      for cost in one.costs], "faults": list(one.faults)}


def _amount(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
