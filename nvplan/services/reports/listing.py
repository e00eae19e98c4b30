"""Occasions, days and money as rows: for the command line and for a screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nvplan.model.dates import format_date
from nvplan.model.errors import InputError
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.services.reports.dates import ReportDay
from nvplan.services.reports.money import Account, kronor
from nvplan.services.reports.opening import number_of, occasions, report_of
from nvplan.services.reports.standing import ItemStanding, Tally, standings, tally
from nvplan.services.session import PlanSession
from nvplan.texts import cli_reports as texts_reports_cli
from nvplan.texts import reports as texts_reports


@dataclass(frozen=True)
class OccasionRow:
    """An occasion with how far it is; no tally where its form is printed by no document."""

    occasion: ReportOccasion
    tally: Tally | None

    @property
    def cells(self) -> tuple[str, ...]:
        """Id, standing, last day, answers and title."""
        one, counted = self.occasion, self.tally
        answered = "" if counted is None else texts_reports_cli.ANSWERED.format(
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


def occasion_rows(session: PlanSession) -> list[OccasionRow]:
    """Return the occasions by last day, each with how far it is."""
    return [OccasionRow(one, _tally(session, one.id)) for one in occasions(session.state)]


def _tally(session: PlanSession, identity: str) -> Tally | None:
    try:
        return tally(standings(report_of(session, identity)))
    except InputError:
        return None


def occasion_standing(one: ReportOccasion) -> str:
    """Return whether an occasion is a draft, frozen or handed in."""
    if one.sent:
        return texts_reports_cli.SENT.format(date=format_date(one.sent))
    return texts_reports_cli.FROZEN.format(date=format_date(one.frozen)) if one.frozen else texts_reports_cli.DRAFT


def deadline_text(one: ReportOccasion) -> str:
    """Return the last day, and that it is a suggestion where nobody has confirmed it."""
    if not one.deadline:
        return texts_reports_cli.DEADLINE_MISSING
    return texts_reports_cli.DEADLINE[one.deadline_standing].format(date=format_date(one.deadline))


def item_cells(one: ItemStanding) -> tuple[str, ...]:
    """Return number, standing, who has answered and who has not, and the question."""
    who = one.who
    if one.missing:
        who = texts_reports_cli.MISSING_FROM.format(who=who, missing=", ".join(one.missing)).strip()
    return number_of(one.item), texts_reports_cli.STANDING[one.standing], who, one.item.text


def day_cells(one: ReportDay, today: dt.date) -> tuple[str, ...]:
    """Return id, date, standing, receiver and what; only a confirmed day is told as passed."""
    standing = texts_reports.DAY_STANDING[one.standing]
    if one.has_passed(today):
        standing = f"{standing}, {texts_reports.DAY_PASSED}"
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
        day = format_date(one.repay_by) if one.repay_by else texts_reports.DAY_MISSING
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
