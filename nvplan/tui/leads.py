"""What leads where: from a finding, a remembered place, a question's list, or what is left to confirm, to a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.objects import Assessment
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.services.reading.carried import unconfirmed_objects
from nvplan.services.reading.guide import Stop, stop_at
from nvplan.services.reading.places import LISTED, REQUIREMENTS, TERM, Place, find_place, part_of
from nvplan.tui.where import Room
from nvplan.tui.where_in_plan import AssessmentForm, Checklist, ListPart, ObjectForm

if TYPE_CHECKING:
    from nvplan.tui.where import Where


def where_found(text: str, state: PlanState) -> Where | None:
    """Return where a finding's place leads: a question, an assessment, an object, a list; None if it is gone."""
    place = find_place(text, state)
    if isinstance(place, Place) and place.kind == REQUIREMENTS and place.identity and place.actor:
        return AssessmentForm(place.identity, place.actor)
    return place


def where_remembered(text: str, state: PlanState) -> Where:
    """Return a place as it was remembered between two sittings; the overview where it no longer applies."""
    place = find_place(text, state) if ":" in text else None
    if isinstance(place, Place):
        return place
    return (stop_at(text, state) if text else None) or Room.OVERVIEW


def still_there(where: Where, state: PlanState) -> Where:
    """Return a place that was visited as it can be opened now: an object that is gone opens its list."""
    text = text_of(where)
    return where if text is None else where_remembered(text, state)


def text_of(where: Where) -> str | None:
    """Return a place as it is remembered between two sittings; None for one that is not."""
    if where is Room.OVERVIEW:
        return ""
    if isinstance(where, Stop):
        return where.place
    return where.text if isinstance(where, Place) and where.kind != TERM else None


def where_to_confirm(state: PlanState, kind: str, identity: str) -> Where:
    """Return where an object from last year's plan is confirmed; those of its type that are left to do follow it."""
    carried = state.objects[kind][identity]
    if isinstance(carried, Assessment):
        return Checklist(carried.actor, carried.requirement)
    return ObjectForm(kind, identity, among=[left.id for left in unconfirmed_objects(state, kind)])


def list_of(question: Question) -> Where | None:
    """Return the list that a question's answer is taken from, the part that belongs to the question's plan."""
    kind = question.draws_on
    return ListPart(kind, part_of(kind, question.plan)) if kind in LISTED else None
