"""Who has answered what: each actor's questions step by step, and which are left; by the one definition of progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from nvplan.catalog.questions import plan_form
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import answer_share
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.guide import Stop, actor_name, stops
from nvplan.texts import answering as answering_texts

Mark = Literal["klart", "paborjat", "saknas", "fragas-inte"]


@dataclass(frozen=True)
class Tally:
    """How far an actor is in a step: how many questions it is asked there, and how they are answered."""

    asked: int = 0
    done: int = 0
    """Answered in full, and confirmed where they came from last year."""
    begun: int = 0
    to_confirm: int = 0
    """From last year and not confirmed; they are neither done nor begun."""

    @property
    def left(self) -> int:
        """How many have anything left."""
        return self.asked - self.done

    @property
    def mark(self) -> Mark:
        """How far it is, in one word."""
        if not self.asked:
            return "fragas-inte"
        if not self.left:
            return "klart"
        return "paborjat" if self.done or self.begun or self.to_confirm else "saknas"

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.asked + other.asked, self.done + other.done, self.begun + other.begun,
                     self.to_confirm + other.to_confirm)


@dataclass
class Answering:
    """An actor, or the county together, with how far it is in each step of a plan and the questions that are left."""

    actor: str
    plan: PlanKey
    steps: dict[str, Tally] = field(default_factory=dict)
    """By step; a step where the actor is asked nothing is missing."""
    left: list[Stop] = field(default_factory=list)

    @property
    def total(self) -> Tally:
        """The steps together."""
        return sum(self.steps.values(), Tally())


def answering(state: PlanState, plan: PlanKey, *, everything: bool = False, question: str = "") -> list[Answering]:
    """Return the actors of a plan in their order with how far each is, and last the county as a whole.

    Args:
        state: the plan.
        plan: which of the three plans.
        everything: with the questions of the fördjupning too.
        question: only this one.
    """
    form = plan_form(plan)
    step_of = {chapter.id: chapter.step for chapter in form.chapters}
    found = {one.id: Answering(one.id, plan) for one in state.actors}
    found[WHOLE_COUNTY] = Answering(WHOLE_COUNTY, plan)
    for stop in stops(form, state, everything or bool(question)):
        if stop.actor in found and question in ("", stop.question.id):
            _add(found[stop.actor], step_of[stop.question.chapter], stop, state)
    return [one for one in found.values() if one.steps]


def narrowed(found: Iterable[Answering], *, step: str = "", actor: str = "", only_left: bool = False
             ) -> list[Answering]:
    """Return those of one actor, of one step alone, or that have something left; each argument narrows further."""
    chosen = [_in_step(one, step) if step else one for one in found if actor in ("", one.actor)]
    return [one for one in chosen if one.steps and (one.left or not only_left)]


def _in_step(one: Answering, step: str) -> Answering:
    chapters = {chapter.id for chapter in plan_form(one.plan).of_step(step)}
    return Answering(one.actor, one.plan, {name: tally for name, tally in one.steps.items() if name == step},
                     [stop for stop in one.left if stop.question.chapter in chapters])


def _add(one: Answering, step: str, stop: Stop, state: PlanState) -> None:
    answer = state.answer(stop.question.id, stop.actor)
    share = answer_share(stop.question, answer)
    waits = answer.carried and answer.value is not None
    one.steps[step] = one.steps.get(step, Tally()) + Tally(1, int(share == 1), int(0 < share < 1), int(waits))
    if share < 1:
        one.left.append(stop)


def called(state: PlanState, actor: str) -> str:
    """Return what an actor is called here; the county has a name of its own."""
    return actor_name(state, actor) or answering_texts.WHOLE_COUNTY


def answering_json(state: PlanState, plans: Iterable[PlanKey] = PLANS, *, everything: bool = False,
                   question: str = "", actor: str = "", step: str = "", only_left: bool = False) -> dict[str, Any]:
    """Return who has answered what as `nvplan saknas --json` prints it."""
    return {"plans": [{"plan": plan, "actors": [
        {"actor": one.actor, "name": actor_name(state, one.actor) or None, **_counts(one.total),
         "steps": {step: _counts(tally) for step, tally in one.steps.items()},
         "questions_left": [stop.question.id for stop in one.left]}
        for one in narrowed(answering(state, plan, everything=everything, question=question), step=step, actor=actor,
                            only_left=only_left)]}
        for plan in plans]}


def _counts(tally: Tally) -> Mapping[str, int]:
    return {"asked": tally.asked, "answered": tally.done, "started": tally.begun, "to_confirm": tally.to_confirm,
            "left": tally.left}
