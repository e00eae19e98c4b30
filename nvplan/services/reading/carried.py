"""What came along from last year's plan and nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog.questions import plan_form
from nvplan.model.objects import ABOUT, SharedObject
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.guide import Stop, stops


def unconfirmed_objects(state: PlanState, kind: str = "") -> list[SharedObject]:
    """Return the shared objects, or those of a type, that were taken over and that nobody has saved since."""
    return [one for name, objects in state.objects.items() if kind in ("", name) for one in objects.values()
            if one.carried]


def first_unconfirmed(state: PlanState) -> tuple[str, str] | None:
    """Return the type and id of the first object to confirm, assessments last for there are many; None after all."""
    for kind in sorted(ABOUT, key=lambda kind: not ABOUT[kind].listed):
        found = unconfirmed_objects(state, kind) if kind in state.objects else []
        if found:
            return kind, found[0].id
    return None


def unconfirmed(state: PlanState, plan: PlanKey | None = None) -> Iterator[Stop]:
    """Yield the answers that were taken over and that nobody has confirmed, in the order of the plans."""
    for one in PLANS if plan is None else (plan,):
        for stop in stops(plan_form(one), state, everything=True):
            answer = state.answer(stop.question.id, stop.actor)
            if answer.carried and answer.value is not None and not stop.question.guest:
                yield stop
