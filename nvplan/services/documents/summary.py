"""How far a plan has come, for those whose answers a document shows."""

from __future__ import annotations

from nvplan.catalog.questions import PlanForm
from nvplan.model.progress import Progress
from nvplan.services.documents.frame import progress_shown
from nvplan.services.documents.view import View


def progress_of(view: View, form: PlanForm, step: str = "") -> Progress:
    """Return how far the core questions of a plan or of one of its steps are, for those whose answers are shown."""
    chapters = {chapter.id for chapter in form.of_step(step)} if step else None
    return progress_shown(form, view.state, view.actor, chapters)
