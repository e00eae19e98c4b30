"""Leads through a plan: the stops in order, which come next, and how far each chapter is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nvplan.catalog import anchors
from nvplan.catalog.following import requirements_for
from nvplan.catalog.questions import PlanForm, all_questions, plan_form
from nvplan.catalog.requirements import plan_sets
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import Progress, answer_share, progress, respondents
from nvplan.model.question import Chapter, Question
from nvplan.model.requirement import PLANS, PlanKey, Requirement, RequirementSet

#: The two handlingsplaner, and the answer that makes them one plan.
_HANDLINGSPLANER: tuple[PlanKey, ...] = ("kontinuitet", "patientkontrakt")
_COMBINED = "kombinerad"


@dataclass(frozen=True)
class Stop:
    """One question as one actor meets it."""

    question: Question
    actor: str

    @property
    def place(self) -> str:
        """The stop as it is remembered between two sittings."""
        return f"{self.question.id}@{self.actor}"


def stops(form: PlanForm, state: PlanState, everything: bool) -> list[Stop]:
    """Return the stops of a plan that apply: the core questions, or everything; a question per actor stops at each."""
    return [Stop(question, actor) for question in form.questions if question.core or everything
            for actor in respondents(question, state, form.by_id)]


def plans_together(plan: PlanKey, state: PlanState) -> tuple[PlanKey, ...]:
    """Return the plans that are one path: the two handlingsplaner where the county makes them as one, else the plan."""
    if plan in _HANDLINGSPLANER and state.answer(anchors.PLAN_FORM, WHOLE_COUNTY).value == _COMBINED:
        return _HANDLINGSPLANER
    return (plan,)


def path_stops(plan: PlanKey, state: PlanState, everything: bool) -> list[Stop]:
    """Return the stops of a plan and of those that are made as one with it, in order."""
    return [stop for one in plans_together(plan, state) for stop in stops(plan_form(one), state, everything)]


def stop_at(place: str, state: PlanState) -> Stop | None:
    """Return the stop that was remembered, None where it is gone or no longer applies."""
    identity, _, actor = place.partition("@")
    question = all_questions().get(identity)
    if question is None or actor not in respondents(question, state, plan_form(question.plan).by_id):
        return None
    return Stop(question, actor)


def first_stop(form: PlanForm, state: PlanState) -> Stop | None:
    """Return the first core stop with anything left, the first stop of all where nothing is."""
    core = stops(form, state, everything=False)
    open_stops = [stop for stop in core if _is_open(stop, state)]
    waiting = [stop for stop in open_stops if not state.answer(stop.question.id, stop.actor).skipped]
    return next(iter(waiting or open_stops or core), None)


def _is_open(stop: Stop, state: PlanState) -> bool:
    """Whether anything is left at a stop: an answer, the rest of one, or to confirm what was carried."""
    return answer_share(stop.question, state.answer(stop.question.id, stop.actor)) < 1


def next_actions(state: PlanState, most: int = 5) -> list[Stop]:
    """Return what to do now: the first open core questions of each plan in turn, one plan not crowding out another."""
    queues = []
    for plan in PLANS:
        form = plan_form(plan)
        seen: dict[str, Stop] = {}
        for stop in stops(form, state, everything=False):
            if _is_open(stop, state):
                seen.setdefault(stop.question.id, stop)
        queues.append(list(seen.values()))
    mixed = [queue[place] for place in range(most) for queue in queues if place < len(queue)]
    return mixed[:most]


def chapter_progress(form: PlanForm, chapter: Chapter, state: PlanState) -> Progress:
    """Return how far a chapter's core questions are."""
    return progress(form.of_chapter(chapter.id), state, form.by_id)


def actor_name(state: PlanState, actor: str) -> str:
    """Return the actor's name, empty for the whole county."""
    found = state.actor(actor) if actor != WHOLE_COUNTY else None
    return found.name if found else ""


def requirements_of(question: Question, state: PlanState) -> Sequence[tuple[Requirement, RequirementSet]]:
    """Return the requirements behind a question as this plan's set has them, each with its set."""
    sets = plan_sets(state.info)
    return [(one, sets[one.set]) for one in requirements_for(question, state.info)]
