"""What a row leads to, told beside a list in the widest windows: the object, or the question with its answer."""

from __future__ import annotations

from textual.content import Content

from nvplan.catalog.questions import as_asked
from nvplan.model.values import show_value
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.places import Place
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.leads import where_found
from nvplan.tui.literal import literal
from nvplan.tui.widgets.object_facts import about_object, facts


def about_led_to(session: OpenPlan, place: str, width: int) -> Content:
    """Return what is known of what a place leads to, in so many cells; nothing where it is a list, or is gone."""
    where = where_found(place, session.state)
    if isinstance(where, Stop):
        return _about_question(session, where, width)
    if isinstance(where, Place) and where.identity:
        return about_object(session.state, where.kind, where.identity, width)
    return Content("")


def _about_question(session: OpenPlan, stop: Stop, width: int) -> Content:
    state = session.state
    question, answer = as_asked(stop.question, state.info), state.answer(stop.question.id, stop.actor)
    shown = planner_places_texts.PRESENT_NOT_ANSWERED if answer.value is None else show_value(question, answer.value)
    pairs = [(actor_name(state, stop.actor) or planner_objects_texts.HEADING_ANSWER, shown),
             (planner_texts.GUIDE_ASKS, question.asks), (planner_texts.GUIDE_WHY, question.why)]
    return Content("\n").join([literal(question.label, "bold"), Content(""),
                               facts([pair for pair in pairs if pair[1]], width)])
