"""By how many bodies something is adopted: one count for the review, the documents and the reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from nvplan.catalog.questions import all_questions
from nvplan.model.dates import last_day
from nvplan.model.objects import ADOPTED, CONDITIONAL, Decision
from nvplan.model.plan import PlanState
from nvplan.model.progress import actors_of
from nvplan.services.reading.conditions import decisions_of, has_adopted

#: The answers that say that a body stands behind what was decided, and the one that says that it is not to decide.
_ADOPTED = frozenset(code.replace("_", "-") for code in ADOPTED)
_UNDECIDED = "ej-beslut"
_CONDITIONAL = CONDITIONAL.replace("_", "-")


class Adoption(NamedTuple):
    """How many bodies have adopted, of how many that decide, and whether anybody has said anything of it."""

    adopted: int
    bodies: int
    told: bool


def adoption(state: PlanState, question: str, subject: str, among: Sequence[str] | None = None) -> Adoption:
    """Return by how many something is adopted.

    Each body's own decision counts. Where none is entered, a decision that tells how many have adopted, of how many,
    speaks for all.

    Args:
        state: the plan.
        question: the question on each body's decision, which reads it from there.
        subject: what is decided.
        among: the actors to count; everyone that the question is asked of where it is left out.
    """
    asked = [one.id for one in actors_of(all_questions()[question], state.actors)] if among is None else among
    said = [state.answer(question, actor).value for actor in asked]
    deciding = [value for value in said if value != _UNDECIDED]
    conditional = sum(value == _CONDITIONAL and _holds(state, subject, actor)
                      for actor, value in zip(asked, said, strict=True))
    told = any(value is not None for value in said)
    together = None if told or among is not None else joint_count(state, subject)
    if together is not None:
        return Adoption(*together, told=True)
    return Adoption(sum(value in _ADOPTED for value in deciding) + conditional, len(deciding), told)


def _holds(state: PlanState, subject: str, actor: str) -> bool:
    """Whether an actor's conditional decision holds, for its condition is met."""
    return any(has_adopted(state, one) for one in decisions_of(state, subject, actor)[-1:])


def joint_count(state: PlanState, subject: str) -> tuple[int, int] | None:
    """Return what the last decision that counts bodies says: how many have adopted, of how many; None without one."""
    counted = [one for one in state.objects.get(Decision.about.name, {}).values()
               if isinstance(one, Decision) and one.subject == subject and one.outcome in ADOPTED
               and one.adopted is not None and one.bodies]
    last = max(counted, key=lambda one: last_day(one.date) if one.date else dt.date.min, default=None)
    return None if last is None or last.adopted is None or last.bodies is None else (last.adopted, last.bodies)
