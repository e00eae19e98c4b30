"""Moves the follow-up of a plan of several years on, inside its own file, and says for which years a plan holds.

What was answered and planned stays. It is marked as from the year before until someone confirms it, as in a plan that
was begun from last year's, so that each year's progress begins anew; the year that ends is frozen as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nvplan.model.dates import last_day
from nvplan.model.errors import InputError
from nvplan.model.objects import ABOUT
from nvplan.model.plan import PlanInfo
from nvplan.model.plan_years import checked_years
from nvplan.services.reading.due import is_over
from nvplan.services.reading.report_days import DATES, pattern_rows
from nvplan.services.reading.snapshots import snapshots
from nvplan.services.reading.state import ANSWERS, PLAN
from nvplan.services.writing.commands_plans import FollowNextYear, SetPlanYears
from nvplan.services.writing.freezing import freeze_within
from nvplan.store.repository import Transaction
from nvplan.texts import plan_years as years_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

_MOVES, _SETS = "uppfoljning", "planar"


def follow_next_year(session: PlanSession, command: FollowNextYear) -> str:
    """Freeze the year that is followed up, and follow up the next; return a sentence. Undo takes it back.

    The frozen state stays also then: it is what the plan was.

    Raises:
        InputError: the plan holds for one year, this is its last, someone has moved it already, or too much is frozen.
    """
    with session.transaction(_MOVES) as change:
        info = session.state.info
        _check_next(info, command.seen)
        year = info.year + 1
        change.mark(subject=str(year))
        taken = {one.name for one in snapshots(session)}
        names = (years_texts.snapshot_name(info.year, number) for number in range(1, len(taken) + 2))
        frozen = freeze_within(change, session.repository, next(name for name in names if name not in taken))
        answers = sum(_mark_answers(change))
        objects = sum(_mark_objects(session, change))
        _let_days_go(session, change, year)
        body = change.get(PLAN, PLAN) or {}
        done = {**body.get("followed_up", {}), str(info.year): frozen}
        change.put(PLAN, PLAN, {**body, "year": year, "followed_up": done})
    return years_texts.moved(year, info.year, answers, objects)


def _check_next(info: PlanInfo, seen: int) -> None:
    if not info.years.is_long:
        raise InputError(years_texts.ONE_YEAR.format(year=info.year))
    if seen != info.year:
        raise InputError(years_texts.MOVED_ALREADY.format(year=info.year))
    if info.year >= info.years.last:
        raise InputError(years_texts.LAST_YEAR.format(year=info.year))


def _mark_answers(change: Transaction) -> Iterator[int]:
    """Mark what is answered as to be confirmed; yield how many in each chapter. What is skipped stays so."""
    for body in list(change.list(ANSWERS)):
        given = body.get("answers", {})
        marked = {name: {**one, "carried": True} for name, one in given.items()
                  if isinstance(one, dict) and one.get("value") is not None}
        if marked:
            kept = {name: value for name, value in body.items() if name != "id"}
            change.put(ANSWERS, body["id"], {**kept, "answers": {**given, **marked}})
        yield len(marked)


def _mark_objects(session: PlanSession, change: Transaction) -> Iterator[int]:
    """Mark the objects that someone has to look at each year; yield how many of each type. What is over is left."""
    state = session.state
    for kind, known in state.objects.items():
        if not ABOUT[kind].each_year:
            continue
        waiting = [one.id for one in known.values() if not is_over(state, one)]
        for identity in waiting:
            body = change.get(kind, identity)
            if body is not None:
                change.put(kind, identity, {**body, "carried": True})
        yield len(waiting)


def _let_days_go(session: PlanSession, change: Transaction, year: int) -> None:
    """Take away the county's own day for what recurs each year where it lies before the year: a new one is proposed."""
    recurring = {row.id.lower() for row in pattern_rows()}
    for identity, one in session.state.objects.get(DATES, {}).items():
        date = str(getattr(one, "date", ""))
        if identity in recurring and date and last_day(date).year < year:
            change.delete(DATES, identity)


def set_plan_years(session: PlanSession, command: SetPlanYears) -> str:
    """Say for which years the plan holds; return a sentence.

    Raises:
        InputError: the years cannot be, do not take in the year that is followed up or those that have been, or are
            the plan's already.
    """
    years = checked_years(command.years)
    with session.transaction(_SETS, years.span) as change:
        info = session.state.info
        if info.years.span == years.span:
            raise InputError(years_texts.YEARS_SAME.format(span=years.span))
        outside = [year for year in sorted(info.followed_up) if not years.first <= int(year) <= years.last]
        if outside:
            raise InputError(years_texts.followed_outside(outside))
        years.following(info.year)
        body = {name: value for name, value in (change.get(PLAN, PLAN) or {}).items()
                if name not in ("first_year", "last_year")}
        span = {"first_year": years.first, "last_year": years.last} if years.is_long else {}
        change.put(PLAN, PLAN, {**body, **span})
    return years_texts.SAVED.format(span=years.span)
