"""Everything in the plan with a day: what is late and what comes, soonest first, and whose it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.dates import last_day
from nvplan.model.kinds import kind_of
from nvplan.model.objects import (
    Attachment,
    Decision,
    Effort,
    Funds,
    Goal,
    Mailing,
    Measurement,
    MeasureSource,
    Meeting,
    MeetingItem,
    Milestone,
    Obstacle,
    OtherPlan,
    PlanTerms,
    ReportOccasion,
    Service,
)
from nvplan.model.objects.base import SharedObject
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import respondents
from nvplan.model.requirement import PLANS
from nvplan.model.safetext import one_line
from nvplan.services.reading.collecting import collection, standings
from nvplan.services.reading.goal_measurements import follows
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.obstacles import answer_day
from nvplan.services.reading.places import YEARS
from nvplan.services.reading.plan_names import own_title
from nvplan.services.reading.report_days import report_days
from nvplan.services.reading.sources_of_measures import freshness
from nvplan.texts import due as due_texts
from nvplan.texts import registers as registers_texts


@dataclass(frozen=True)
class Dated:
    """A field with a date: of which type, what it is called, and the fields that say whose it is."""

    kind: str
    field: str
    told: str
    owners: tuple[str, ...]


#: The fields of shared objects with a day that lies ahead until something is done.
DATED = (
    Dated("planuppgift", "short_to", due_texts.PLAN_SHORT_TO, ("role",)),
    Dated("planuppgift", "valid_to", due_texts.PLAN_VALID_TO, ("role",)),
    Dated("planuppgift", "review", due_texts.PLAN_REVIEW, ("role",)),
    Dated("insats", "start", due_texts.EFFORT_START, ("actor", "role")),
    Dated("insats", "end", due_texts.EFFORT_END, ("actor", "role")),
    Dated("delmal", "date", due_texts.MILESTONE, ("actor", "role")),
    Dated("mal", "date", due_texts.GOAL, ("actor", "role")),
    Dated("beslut", "in_force", due_texts.DECISION, ("body",)),
    Dated("underlag", "valid_to", due_texts.VALID_TO, ("actor",)),
    Dated("underlag", "review", due_texts.REVIEW, ("actor",)),
    Dated("mote", "date", due_texts.MEETING, ("purpose",)),
    Dated("annanplan", "review", registers_texts.DUE_REVIEW, ("actor", "role")),
    Dated("tjanst", "date", registers_texts.DUE_SERVICE, ("actor",)),
)
#: States in which the dates of an insats no longer matter.
OVER = ("avslutad", "avbruten")
#: Answers that say when a plan is looked over: the others with a day only lie ahead.
_REVIEWS = (anchors.VISION_REVIEW, anchors.JOINT_REVISION, anchors.CONTINUITY_REVISION, anchors.AGREEMENT_REVIEW)
#: So much of what was agreed on tells what it is.
_LONGEST = 90
_EXPIRED = ("utgaget", "utganget")


@dataclass(frozen=True)
class Due:
    """Something with a day: an ISO date as the county gave it, what it is and whose, and where in the plan it stands.

    `place` is written as a finding's. `waits` says whether it stays when its day has passed, because something is still
    to be done; a day that is only a suggestion is not `confirmed` and is never late.
    """

    date: str
    what: str
    type: str
    place: str
    actor: str = ""
    role: str = ""
    waits: bool = True
    confirmed: bool = True

    def days(self, today: dt.date) -> int:
        """Return how many days are left; a negative number is so many days late."""
        return (last_day(self.date) - today).days

    def is_late(self, today: dt.date) -> bool:
        """Whether its day, or the last day of its month or year, has passed with something left to do."""
        return self.waits and self.confirmed and self.days(today) < 0


def due(state: PlanState, today: dt.date, within: int | None = None) -> list[Due]:
    """Return what is late, the longest first, and then what comes, soonest first.

    Args:
        state: the plan.
        today: the day that is counted from.
        within: how many days ahead; everything ahead where it is left out. What is late is always there.
    """
    every = (_years, _objects, _agreements, _sources, _obstacles, _reports, _collecting, _funds, _answers)
    found = [(days, one.what, one.place, one) for kind in every for one in kind(state)
             if ((days := one.days(today)) >= 0 and (within is None or days <= within)) or one.is_late(today)]
    found.sort(key=itemgetter(0, 1, 2))
    return [one for *_, one in found]


def _years(state: PlanState) -> Iterator[Due]:
    """Yield the end of the year that is followed up, in a plan of several: then the next is to be; last, the plan's."""
    years = state.info.years
    if not years.is_long:
        return
    told = due_texts.YEAR_ENDS if state.info.year < years.last else due_texts.PLAN_ENDS
    yield Due(f"{state.info.year}-12-31", told.format(year=state.info.year, span=years.span), YEARS, f"{YEARS}:")


def due_json(found: list[Due], today: dt.date) -> list[dict[str, Any]]:
    """Return what is due as `nvplan framat --json` prints it."""
    return [{"date": one.date, "days": one.days(today), "late": one.is_late(today), "what": one.what, "type": one.type,
             "place": one.place, "actor": one.actor or None, "role": one.role or None, "confirmed": one.confirmed}
            for one in found]


def is_over(state: PlanState, one: SharedObject) -> bool:
    """Whether the dates of an object no longer matter: it is over or done, or the insats that it belongs to is over."""
    if isinstance(one, Effort):
        return one.state in OVER
    if isinstance(one, Milestone):
        effort = state.objects.get(Effort.about.name, {}).get(one.effort)
        return bool(one.done) or (effort is not None and is_over(state, effort))
    if isinstance(one, Service):
        return one.state in ("i_drift", "avvecklad", "saknas")
    if isinstance(one, OtherPlan):
        return one.state == "upphort"
    return False


def _objects(state: PlanState) -> Iterator[Due]:
    for dated in DATED:
        field = dated.field
        for one in state.objects.get(dated.kind, {}).values():
            day = str(getattr(one, field))
            if day and not is_over(state, one):
                yield _due(state, one, day, dated.told, dated.owners, waits=_waits(state, one, dated.field))
    for one in state.objects.get("beslut", {}).values():
        if isinstance(one, Decision) and one.outcome == "vantar" and (one.date_to or one.date):
            yield _due(state, one, one.date_to or one.date, due_texts.DECISION_AWAITED, ("actor", "body"))


def _agreements(state: PlanState) -> Iterator[Due]:
    """Yield by when what meetings agreed on is to be done; nobody ticks it off, so that it is never late."""
    for one in state.objects.get(MeetingItem.about.name, {}).values():
        if isinstance(one, MeetingItem) and one.outcome == "enig" and one.due:
            told = due_texts.AGREED.format(title=one_line(one.agreed or one.title, _LONGEST))
            yield Due(one.due, told, Meeting.about.name, f"{Meeting.about.name}:{one.meeting}", one.actor, one.role,
                      waits=False)


def _due(state: PlanState, one: SharedObject, day: str, told: str, owners: tuple[str, ...], *, waits: bool = True
         ) -> Due:
    roles = (str(getattr(one, name)) for name in owners if name in ("role", "body", "owner"))
    role = next(filter(None, roles), "")
    title = own_title(state, one.about.name, str(getattr(one, "title", one.id)))
    return Due(day, told.format(title=title), one.about.name, f"{one.about.name}:{one.id}",
               str(getattr(one, "actor", "")), role, waits, confirmed=not (isinstance(one, PlanTerms) and one.carried))


def _waits(state: PlanState, one: SharedObject, field: str) -> bool:
    """Whether something is left to do when the day of a field has passed."""
    if isinstance(one, Effort):
        return field == "end" or one.state == "planerad"
    if isinstance(one, Milestone | OtherPlan | Service):
        return True
    if isinstance(one, PlanTerms):
        return field == "review"
    if isinstance(one, Goal) and one.is_state:
        return one.state not in ("natt", "ej_natt")
    if isinstance(one, Goal):
        return not any(isinstance(made, Measurement) and follows(made, one)
                       for made in state.objects.get("matning", {}).values())
    if isinstance(one, Attachment):
        return one.status not in _EXPIRED
    return False


def _sources(state: PlanState) -> Iterator[Due]:
    for one in state.objects.get("matkalla", {}).values():
        expected = freshness(state, one).expected if isinstance(one, MeasureSource) else ""
        if expected:
            yield _due(state, one, expected, registers_texts.DUE_NEXT_VALUE, ("actor", "role", "body"))


def _obstacles(state: PlanState) -> Iterator[Due]:
    for one in state.objects.get("hinder", {}).values():
        day = answer_day(one, state) if isinstance(one, Obstacle) and not (one.answered or one.solved) else None
        if day is not None:
            yield _due(state, one, day.isoformat(), due_texts.OBSTACLE, ("actor", "owner"))


def _reports(state: PlanState) -> Iterator[Due]:
    for day in report_days(state):
        if day.date:
            what = day.title if day.is_confirmed else due_texts.SUGGESTED.format(what=day.title)
            yield Due(day.date, what, "datum", f"datum:{day.id}", waits=False, confirmed=day.is_confirmed)
    for one in state.objects.get("rapporttillfalle", {}).values():
        if not isinstance(one, ReportOccasion) or one.sent:
            continue
        if one.deadline:
            confirmed = one.deadline_standing == "bekraftad"
            what = due_texts.REPORT.format(title=one.title)
            yield Due(one.deadline, what if confirmed else due_texts.SUGGESTED.format(what=what), one.about.name,
                      f"{one.about.name}:{one.id}", one.actor, confirmed=confirmed)
        if one.repayment_date:
            yield _due(state, one, one.repayment_date, due_texts.REPAYMENT, ("actor",))


def _collecting(state: PlanState) -> Iterator[Due]:
    """Yield until when the actors' answers are asked for, while some of them have core questions left."""
    known = collection(state)
    own = state.objects.get(Mailing.about.name, {}).values()
    if not known.last_day and not any(isinstance(one, Mailing) and one.last_day for one in own):
        return
    waiting = [one for one in standings(state) if not one.complete]
    common = [one for one in waiting if not one.mailing.last_day]
    if known.last_day and common:
        told = due_texts.COLLECTING.format(title=known.title, actors=due_texts.actors(len(common)))
        yield Due(known.last_day, told, known.about.name, f"{known.about.name}:{known.id}", known.actor)
    for one in waiting:
        if one.mailing.last_day:
            yield Due(one.mailing.last_day, due_texts.COLLECTING_ONE.format(actor=one.actor.name),
                      one.mailing.about.name, f"{one.mailing.about.name}:{one.actor.id}", one.actor.id)


def _funds(state: PlanState) -> Iterator[Due]:
    for one in state.objects.get("medel", {}).values():
        if isinstance(one, Funds) and one.repay_by and not one.repaid and _may_be_left(one):
            yield _due(state, one, one.repay_by, due_texts.FUNDS, ("actor",))


def _may_be_left(one: Funds) -> bool:
    """Whether there is, or may be, money to pay back: where a cost is not known nobody can say that there is none."""
    costs = sum((line.amount for line in one.cost_lines), Decimal(0)) if one.costs else one.used
    return one.received is None or costs is None or one.received > costs


def _answers(state: PlanState) -> Iterator[Due]:
    """Yield the days that questions and tables of the plans are answered with; what an object holds is told by it."""
    for plan in PLANS:
        form = plan_form(plan)
        for question in form.questions:
            if question.plan != plan or question.bound is not None or not _may_have_days(question.id):
                continue
            for actor in respondents(question, state, form.by_id):
                answer = state.answer(question.id, actor)
                for day in kind_of(question).days(question, answer.value):
                    label = question.label.rstrip("?") if day.column is None else day.told or question.label
                    what = (due_texts.ANSWER.format(label=label) if day.column is None else
                            due_texts.ROW.format(label=day.column.label, row=label))
                    name = actor_name(state, actor)
                    yield Due(day.date, due_texts.OF_ACTOR.format(title=what, actor=name) if name else what, "fraga",
                              f"fraga:{question.id}@{actor}", actor if actor != WHOLE_COUNTY else "",
                              waits=question.id in _REVIEWS, confirmed=not answer.carried)


def _may_have_days(question: str) -> bool:
    found = all_questions()[question]
    return any(kind_of(part).is_day for part in (found, *found.inner))
