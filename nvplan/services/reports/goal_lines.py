"""Tells the goals of a report's body as lines: from where to where, by when, and what was measured last."""

from __future__ import annotations

from collections.abc import Iterable

from nvplan.model.dates import format_date, last_day
from nvplan.model.objects import Goal
from nvplan.services.reading.goal_standing import GoalStanding, amount_of, standings, state_words
from nvplan.services.reports.bodies import bodies_of
from nvplan.services.reports.opening import Report
from nvplan.texts import reports as reports_texts


def reported_goals(report: Report) -> list[Goal]:
    """Return the goals that a body reports: its own, those that nobody owns, and of an RSS those of its kommuner."""
    actor = report.actor
    if actor is None:
        return [one.goal for one in standings(report.state)]
    own = bodies_of(report.state, actor) if actor.acts_as("rss") else frozenset({actor.id})
    return [one.goal for one in standings(report.state) if one.goal.actor in ("", *own)]


def goal_lines(report: Report, goals: Iterable[Goal]) -> tuple[str, ...]:
    """Return a line for each goal; what was measured after the period that is reported is not told."""
    wanted = {one.id for one in goals}
    return tuple(_line(report, one) for one in standings(report.state) if one.goal.id in wanted)


def _line(report: Report, one: GoalStanding) -> str:
    goal, end = one.goal, report.occasion.period_end if report.occasion else ""
    if goal.is_state:
        said = [state_words(goal)]
    else:
        bare = goal.model_copy(update={"unit_text": ""})  # a long unit is said once, last
        base = reports_texts.goal_from(amount_of(goal.baseline, bare if goal.target is not None else goal),
                                       str(goal.baseline_year or ""))
        target = reports_texts.goal_to(amount_of(goal.target, goal), format_date(goal.date) if goal.date else "")
        measured = [each for each in one.measured if not end or last_day(each.date) <= last_day(end)]
        last = reports_texts.goal_last(amount_of(measured[-1].value, bare), format_date(measured[-1].date)) if (
            measured) else reports_texts.GOAL_NOT_MEASURED
        said = [part for part in (base, target, last) if part]
    told = " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in said)
    return reports_texts.FACT_LINE.format(label=goal.title.rstrip("."), value=told)
