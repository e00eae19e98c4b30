"""How the målbild and the plans are decided, as lines of a report: which body has decided what, and when."""

from __future__ import annotations

from collections.abc import Collection

from nvplan.catalog.reference import codes
from nvplan.model.dates import format_date
from nvplan.model.objects import Decision
from nvplan.services.reports.bodies import bodies_of
from nvplan.services.reports.opening import Report
from nvplan.texts import reports as reports_texts


def decision_lines(report: Report) -> tuple[str, ...]:
    """Return a line for each decision on the målbild by those that the report is for, in the order of the actors.

    Where none of them has a decision of its own, those that are told of several bodies together are.
    """
    state, actor = report.state, report.actor
    found = [one for one in state.objects.get(Decision.about.name, {}).values()
             if isinstance(one, Decision) and one.subject == "malbild" and one.outcome]
    own = {one.id for one in state.actors} if actor is None else (
        {actor.id} if actor.acts_as("region") or not actor.acts_as("rss") else bodies_of(state, actor))
    order = [one.id for one in state.actors if one.id in own]
    mine = sorted((one for one in found if one.actor in own), key=lambda one: order.index(one.actor))
    return tuple(_told(report, one) for one in mine or [one for one in found if not one.actor])


def plan_decision_lines(report: Report, subjects: Collection[str]) -> tuple[str, ...]:
    """Return a line for each decision on some plans, with its diary number: the body's own, and joint ones."""
    own = ("", report.actor.id) if report.actor is not None else None
    found = [one for one in report.state.objects.get(Decision.about.name, {}).values()
             if isinstance(one, Decision) and one.subject in subjects and one.outcome
             and (own is None or one.actor in own)]
    return tuple(reports_texts.FACT_LINE.format(label=one.title, value=", ".join(_facts(one, numbered=True)))
                 for one in found)


def _told(report: Report, one: Decision) -> str:
    actor = report.state.actor(one.actor)
    said = ", ".join(_facts(one, numbered=False))
    return reports_texts.FACT_LINE.format(label=actor.name if actor else one.title, value=said)


def _facts(one: Decision, *, numbered: bool) -> list[str]:
    days = [format_date(day) for day in (one.date, one.date_to) if day]
    when = reports_texts.FROM_TO.format(first=days[0], last=days[1]) if len(days) > 1 else "".join(days)
    outcome = codes("beslutsutfall").label(one.outcome or "").lower()
    number = reports_texts.DIARY.format(number=one.diary_number) if numbered and one.diary_number else ""
    return [part for part in (one.body, when, outcome, number) if part]
