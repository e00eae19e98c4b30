"""Decisions that hold only if others adopt too: how many have said yes, how many are needed, since when it holds."""

from __future__ import annotations

from typing import NamedTuple

from nvplan.model.county import Actor
from nvplan.model.dates import date_order
from nvplan.model.objects import ADOPTED, ADOPTED_ITSELF, CONDITIONAL, Decision
from nvplan.model.plan import PlanState


class Condition(NamedTuple):
    """How a conditional decision stands: `said_yes` of `asked`, of whom `needed` are enough.

    `met` is the day on which it was met; empty where it is not, or where nobody has given the day.
    """

    said_yes: int
    asked: int
    needed: int
    is_met: bool
    met: str


def decisions_of(state: PlanState, subject: str | None, actor: str) -> list[Decision]:
    """Return an actor's decisions on something, the latest last."""
    found = [one for one in state.objects.get(Decision.about.name, {}).values()
             if isinstance(one, Decision) and one.actor == actor and one.subject == subject]
    return sorted(found, key=lambda one: (bool(one.date), date_order(one.date)))


def condition_of(state: PlanState, one: Decision) -> Condition:
    """Return how the condition of a decision stands.

    Another's conditional yes is a yes: two that wait for each other have both adopted. A condition in words is met when
    the county has given the day.
    """
    days = []
    for actor in one.condition_actors:
        latest = decisions_of(state, one.subject, actor)[-1:]
        days += [found.date for found in latest if found.outcome in (*ADOPTED, CONDITIONAL)]
    needed = one.condition_least if one.condition_least is not None else len(one.condition_actors)
    by_others = bool(one.condition_actors) and not one.condition and len(days) >= needed
    day = sorted(days, key=date_order)[needed - 1] if by_others and needed else ""
    met = one.condition_met or day
    return Condition(len(days), len(one.condition_actors), needed, bool(one.condition_met) or by_others, met)


def has_adopted(state: PlanState, one: Decision) -> bool:
    """Whether a body has adopted by its own decision; a conditional one counts once its condition is met."""
    return one.outcome in ADOPTED_ITSELF or (one.outcome == CONDITIONAL and condition_of(state, one).is_met)


def may_depend_on(state: PlanState, subject: str | None, actor: str) -> list[str]:
    """Return the actors whose adoption a decision may hang on: those that decide, other than the one that made it.

    A region, a kommun and a delregion decide on a plan; any other body does where it has a decision on the matter.
    """
    return [one.id for one in state.actors if one.id != actor and (
        one.acts_as("region") or one.acts_as("kommun") or one.type == "delregion"
        or (subject is not None and decisions_of(state, subject, one.id)))]


def may_share(state: PlanState, identity: str) -> list[Actor]:
    """Return the regions and kommuner that have no decision on the same matter yet, and so may have made the same."""
    one = state.objects.get(Decision.about.name, {}).get(identity)
    if not isinstance(one, Decision):
        return []
    return [actor for actor in state.actors
            if actor.id != one.actor and (actor.acts_as("region") or actor.acts_as("kommun"))
            and (one.subject is None or not decisions_of(state, one.subject, actor.id))]
