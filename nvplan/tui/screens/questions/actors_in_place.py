"""A coded question per actor, with all its actors in place: what the field shows, and the move from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog.questions import PlanForm
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.tui.widgets.fields import AnswerField, field_for
from nvplan.tui.widgets.fields.actors import ActorRow, ActorsField, suits

if TYPE_CHECKING:
    from nvplan.tui.screens.questions.question import QuestionScreen


def actor_rows(form: PlanForm, state: PlanState, question: Question) -> list[ActorRow]:
    """Return every actor that the question is asked, with its answer."""
    rows = []
    for actor in respondents(question, state, form.by_id):
        answer = state.answer(question.id, actor)
        rows.append(ActorRow(actor, actor_name(state, actor), answer.value, answer.carried))
    return rows


def field_of(screen: QuestionScreen, question: Question) -> AnswerField:
    """Return the field of the question at hand: that of all its actors where one figure answers, else that of one."""
    state, actor = screen.session.state, screen.stop.actor
    rows = actor_rows(screen.form, state, question) if actor != WHOLE_COUNTY and suits(question) else []
    if len(rows) < 2 or all(row.actor != actor for row in rows):
        return field_for(question, state.answer(question.id, actor).value)
    field = ActorsField(question, rows, actor)
    field.mover = lambda to: screen.stand_on(field, Stop(screen.stop.question, to))
    field.is_saved = screen.save_waiting
    return field
