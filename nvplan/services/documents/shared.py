"""What stands last in a handlingsplan, and once where the two are one: hinders, decisions, comments, what is left."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.decided import changes_section
from nvplan.services.documents.others import others_section
from nvplan.services.documents.records import (
    comments_section,
    decisions_section,
    obstacles_section,
    unanswered_section,
    unmet_section,
)
from nvplan.services.documents.view import View


def shared_records(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return hinders, decisions, comments and other objects, what has changed, and what is not met or not answered."""
    return [
        *obstacles_section(view, plans, level), *decisions_section(view, plans, level),
        *comments_section(view, plans, level), *others_section(view, plans, level),
        *changes_section(view, plans, level), *unmet_section(view, plans, level),
        *unanswered_section(view, [plan_form(plan) for plan in plans], level),
    ]
