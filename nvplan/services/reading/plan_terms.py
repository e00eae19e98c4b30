"""What is said of a plan as a whole, and whether the two handlingsplaner are one and so say it once."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.model.objects import PlanTerms
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey

#: The answer that the two handlingsplaner are one.
AS_ONE = "kombinerad"
#: The plans that may be written as one.
MAY_BE_ONE: tuple[PlanKey, ...] = ("kontinuitet", "patientkontrakt")


def written_as_one(state: PlanState) -> bool:
    """Whether the county says that its two handlingsplaner are one."""
    return state.answer(anchors.PLAN_FORM).value == AS_ONE


def terms_of(state: PlanState, plan: PlanKey) -> list[PlanTerms]:
    """Return what is said of a plan; more than one only where a person has added them."""
    found = state.objects.get(PlanTerms.about.name, {}).values()
    return [one for one in found if isinstance(one, PlanTerms) and plan in one.plans]


def say_it_once(state: PlanState) -> bool:
    """Whether one object holds what is said of both handlingsplaner."""
    return any(set(MAY_BE_ONE) <= set(one.plans) for one in terms_of(state, MAY_BE_ONE[0]))
