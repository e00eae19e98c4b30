"""The line under a question that counts its remiss comments."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.model.question import Question
from nvplan.services.reading.remiss import comments_on, unhandled
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal


class CommentsLine(Static):
    """How many remiss comments the question has; nothing where there are none."""

    def show(self, session: PlanSession, question: Question) -> None:
        """Count anew."""
        found = comments_on(session.state, question.id)
        self.display = bool(found)
        key = f"F12 {planner_places_texts.KEY_COMMENTS}"
        self.update(literal(f"{planner_places_texts.comments_line(len(found), unhandled(found))} · {key}"))
