"""Remiss: what other bodies have said about a question, and what is left to handle."""

from __future__ import annotations

from nvplan.model.objects import Comment
from nvplan.model.plan import PlanState

#: The outcome of a comment that nobody has handled.
UNHANDLED = "obehandlad"


def comments_on(state: PlanState, question: str) -> list[Comment]:
    """Return the remiss comments on a question, in the order they came."""
    return [one for one in state.objects.get("kommentar", {}).values()
            if isinstance(one, Comment) and one.question == question]


def unhandled(comments: list[Comment]) -> int:
    """Return how many of the comments nobody has handled."""
    return sum(one.outcome == UNHANDLED for one in comments)
