"""Assessments in a form from before a change of requirement set: they go to what has taken the old one's place."""

from __future__ import annotations

from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.objects import assessment_id
from nvplan.model.plan import PlanInfo


def followed(identity: str, info: PlanInfo) -> str:
    """Return the id of the assessment that an earlier one has become; empty where its requirement has no heir.

    A requirement that is in force under both sets is its own heir, and so is one that has got another id.
    """
    requirement, _, actor = identity.partition("@")
    in_force = requirements_in_force(info)
    for one in in_force:
        if one.id.lower() == requirement:
            return identity
    heir = next((one for one in in_force if requirement in map(str.lower, one.replaces)), None)
    return assessment_id(heir.id, actor) if heir is not None else ""
