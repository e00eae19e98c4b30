"""Keeps what is said of two handlingsplaner in one place where the county writes them as one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nvplan.model.objects import PlanTerms
from nvplan.model.plan import PlanState
from nvplan.services.reading.plan_terms import AS_ONE, MAY_BE_ONE, written_as_one
from nvplan.services.writing.objects import put_object
from nvplan.store.repository import Transaction
from nvplan.texts import planner_objects as planner_objects_texts

TERMS = PlanTerms.about.name


def of_both(state: PlanState, kind: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a new object says, with both handlingsplaner in it where they are one."""
    if kind == TERMS and set(fields.get("plans", ())) & set(MAY_BE_ONE) and written_as_one(state):
        return {**fields, "plans": MAY_BE_ONE, "title": planner_objects_texts.PLANS_AS_ONE}
    return fields


def join_terms(change: Transaction, value: object) -> None:
    """Let what is said of the one handlingsplan be said of the other too, once they are one and only one says anything.

    Where both say something nothing is touched: a person chooses, and Granska asks for it.
    """
    found = [body for body in change.list(TERMS) if set(body.get("plans", ())) & set(MAY_BE_ONE)]
    if value == AS_ONE and len(found) == 1 and not set(MAY_BE_ONE) <= set(found[0]["plans"]):
        put_object(change, TERMS, str(found[0]["id"]), {"plans": (*found[0]["plans"], *(
            plan for plan in MAY_BE_ONE if plan not in found[0]["plans"]))})
