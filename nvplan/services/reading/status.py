"""Where a plan stands: the figures that every screen, command and document shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.compliance import Outcome, tally
from nvplan.model.dates import date_order
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES, Effort
from nvplan.model.plan import PlanState
from nvplan.model.progress import Progress, answer_share, progress, question_progress, respondents
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, Modality, PlanKey
from nvplan.services.reading.collecting import is_collecting, standings
from nvplan.services.reading.report_days import status_dates

#: The key for insatser whose state or spread nobody has given.
NOT_GIVEN = "saknas"


@dataclass(frozen=True)
class PlanStatus:
    """One plan's progress, as a whole and step by step, and the first core question that is left."""

    plan: PlanKey
    progress: Progress
    next: Question | None
    steps: tuple[Progress, ...] = ()
    """How far each step with core questions that apply has come, in the order of the plan."""


def plan_progress(form: PlanForm, state: PlanState) -> Progress:
    """Return the one progress figure of a plan."""
    return progress(form.questions, state, form.by_id)


def _is_skipped(question: Question, state: PlanState) -> bool:
    return any(answer.skipped for (_, identity), answer in state.answers.items() if identity == question.id)


def plan_status(plan: PlanKey, state: PlanState) -> PlanStatus:
    """Return where one plan stands; the next question is the first open one, those that were skipped after the rest.

    Every question is gone through once: this is what the first picture of a plan waits for.
    """
    form = plan_form(plan)
    step_of = {chapter.id: chapter.step for chapter in form.chapters}
    steps = {step.id: Progress() for step in form.steps}
    following: Question | None = None
    skipped: Question | None = None
    for question in form.questions:
        if not question.core:
            continue
        found = question_progress(question, state, form.by_id)
        steps[step_of[question.chapter]] += found
        if following is None and found.whole != found.applicable:
            if _is_skipped(question, state):
                skipped = skipped or question
            else:
                following = question
    return PlanStatus(plan, sum(steps.values(), Progress()), following or skipped,
                      tuple(one for one in steps.values() if one.applicable))


def all_progress(state: PlanState) -> Progress:
    """Return how far the three plans have come together."""
    return sum((plan_status(plan, state).progress for plan in PLANS), Progress())


def answered_by(question: Question, state: PlanState) -> tuple[int, int]:
    """Return how many of those that a per-actor question is asked of have answered it in full, and how many they are.

    Both are zero for a question that the county answers as one.
    """
    if question.per == "lan":
        return 0, 0
    asked = respondents(question, state, plan_form(question.plan).by_id)
    return sum(answer_share(question, state.answer(question.id, actor)) == 1 for actor in asked), len(asked)


def requirement_tally(state: PlanState, plan: PlanKey | None = None) -> Mapping[Modality, Mapping[Outcome, int]]:
    """Return the requirements in force by modality and how far they are met, for the county or for one plan."""
    return tally(requirements_in_force(state.info, plan), state)


def effort_matrix(state: PlanState) -> dict[str, dict[str, int]]:
    """Return how many insatser there are by state and spread; `saknas` where one of them is not given."""
    matrix = {row: dict.fromkeys((*EFFORT_SPREADS, NOT_GIVEN), 0) for row in (*EFFORT_STATES, NOT_GIVEN)}
    for effort in state.objects.get("insats", {}).values():
        if isinstance(effort, Effort):
            matrix[effort.state or NOT_GIVEN][effort.spread or NOT_GIVEN] += 1
    return matrix


def status_json(state: PlanState) -> dict[str, Any]:
    """Return the status as `nvplan status --json` prints it."""
    info = state.info
    plans = []
    for plan in PLANS:
        found = plan_status(plan, state)
        done = found.progress
        plans.append({
            "plan": plan, "progress": done.rounded, "answered": done.whole, "started": done.started,
            "to_confirm": done.to_confirm, "applicable": done.applicable,
            "next": found.next.id if found.next else None,
        })
    years = {"years": {"first": info.years.first, "last": info.years.last,
                       "followed_up": sorted(map(int, info.followed_up))}} if info.years.is_long else {}
    return {
        "county_code": info.county_code, "year": info.year, "requirement_set": info.requirement_set,
        "standing": info.standing, "revision": state.revision, "plans": plans,
        "requirements": requirement_tally(state), "efforts": effort_matrix(state), "dates": plan_dates(state),
        **({"returns": [one.as_json() for one in standings(state)]} if is_collecting(state) else {}), **years,
    }


def plan_dates(state: PlanState) -> list[dict[str, Any]]:
    """Return the dates to keep, soonest first: ends of insatser that are not over, and the days of the reports.

    A report's day says whether the county has confirmed it; an unconfirmed one is only a suggestion.
    """
    dates = [{"date": effort.end, "what": effort.title, "type": "insats", "id": effort.id}
             for effort in state.objects.get("insats", {}).values()
             if isinstance(effort, Effort) and effort.end and effort.state not in ("avslutad", "avbruten")]
    return sorted([*dates, *status_dates(state)], key=lambda one: date_order(str(one["date"])))
