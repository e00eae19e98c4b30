"""How far a plan has come, for those whose answers a document shows."""

from __future__ import annotations

from nvplan.catalog.questions import PlanForm
from nvplan.model.progress import Progress, progress_among, question_progress
from nvplan.services.documents.frame import asked_of
from nvplan.services.documents.view import View


def progress_of(view: View, form: PlanForm, step: str = "") -> Progress:
    """Return how far the core questions of a plan or of one of its steps are, for those whose answers are shown."""
    chapters = {chapter.id for chapter in (form.of_step(step) if step else form.chapters)}
    total = Progress()
    for question in form.questions:
        if not question.core or question.chapter not in chapters:
            continue
        if view.actor is None or question.per == "lan":
            total += question_progress(question, view.state, form.by_id)
        else:
            total += progress_among(question, view.state, asked_of(question, form, view.state, view.actor))
    return total
