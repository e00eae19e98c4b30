"""How it goes with collecting the actors' answers: what holds for all of them, and for each what was sent and came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nvplan.model.county import Actor
from nvplan.model.objects import Collection, Mailing
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.services.reading.own_part import own_progress, own_questions, unanswered_core


@dataclass(frozen=True)
class Standing:
    """How it goes with one actor."""

    actor: Actor
    mailing: Mailing
    last_day: str
    """Until when its answers are asked for, ISO; empty where nobody has said."""
    answered: int
    """How many of its own core questions are wholly answered."""
    asked: int
    missing: tuple[Question, ...] = ()
    """The core questions that are not."""

    @property
    def complete(self) -> bool:
        """Whether every core question is answered."""
        return self.answered == self.asked

    def as_json(self) -> dict[str, Any]:
        """Return it as `--json` prints it."""
        one = self.mailing
        return {"actor": self.actor.id, "name": self.actor.name, "sent": one.sent, "came": one.came,
                "complete": self.complete, "answered": self.answered, "asked": self.asked, "last_day": self.last_day,
                "reminded": one.reminded, "reminders": one.reminders or 0}


def collection(state: PlanState) -> Collection:
    """Return what holds for all actors: of several the one with the latest last day; an empty one for none."""
    found = [one for one in state.objects.get(Collection.about.name, {}).values() if isinstance(one, Collection)]
    return max(found, key=lambda one: one.last_day, default=Collection(id="insamling", title="-"))


def mailing(state: PlanState, actor: str) -> Mailing:
    """Return how it goes with an actor; an empty one where nothing is noted."""
    found = state.objects.get(Mailing.about.name, {}).get(actor)
    return found if isinstance(found, Mailing) else Mailing(id=actor, actor=actor)


def is_collecting(state: PlanState) -> bool:
    """Tell whether answers are asked for at all: somebody has said until when, or has been sent a form."""
    return any(state.objects.get(model.about.name) for model in (Collection, Mailing))


def asked_actors(state: PlanState) -> list[Actor]:
    """Return the actors that are sent a form: everyone that some question is put to, but the one that asks."""
    asks = collection(state).actor
    return [actor for actor in state.actors if actor.id != asks and own_questions(state, actor)]


def standing(state: PlanState, actor: Actor) -> Standing:
    """Return how it goes with an actor."""
    one, progress = mailing(state, actor.id), own_progress(state, actor)
    return Standing(actor, one, one.last_day or collection(state).last_day, progress.whole, progress.applicable,
                    tuple(unanswered_core(state, actor)))


def standings(state: PlanState) -> list[Standing]:
    """Return how it goes with every actor that is asked."""
    return [standing(state, actor) for actor in asked_actors(state)]
