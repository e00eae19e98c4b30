"""What a new shared object begins with."""

from __future__ import annotations

from typing import Any

from nvplan.model.objects import Effort
from nvplan.model.requirement import PLANS
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_rows import Filters
from nvplan.services.reading.status import NOT_GIVEN


def starting_fields(kind: str, filters: Filters) -> dict[str, Any]:
    """Return what a new object begins with when the list is narrowed down: the same plan, area and state."""
    known = fields_by_name(kind)
    return {field: [value] if known[field].many else value for field, value in filters.items()
            if value != NOT_GIVEN and field in known}


def first_fields(kind: str, filters: Filters) -> dict[str, Any]:
    """Return what the form of a new object begins with: an insats belongs to the gemensam plan until someone says else.

    One that belongs to no plan is in no document, and nobody who writes three in a row would know.
    """
    first = starting_fields(kind, filters)
    return {"plans": [PLANS[0]], **first} if kind == Effort.about.name else first
