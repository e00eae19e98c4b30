"""The guidance on a question as the county meets it: in its own words, and where its answer was agreed on."""

from __future__ import annotations

from textual.content import Content

from nvplan.catalog.questions import PlanForm, as_asked
from nvplan.services.meetings.standing import agreement_told
from nvplan.services.reading.guide import Stop, requirements_of
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.tui.widgets.guidance import guidance


def guidance_on(session: OpenPlan, form: PlanForm, stop: Stop) -> tuple[Content, Content]:
    """Return what helps a group answer the question, and what is required through it."""
    state = session.state
    question = as_asked(stop.question, state.info)
    return guidance(question, form.chapter(question.chapter), requirements_of(question, state),
                    agreement_told(state, question, stop.actor))
