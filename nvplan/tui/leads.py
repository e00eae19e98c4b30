"""What leads where: from a finding, a remembered place, a question's list, or what is left to confirm, to a value.

The overview is shown before anyone is led anywhere: the places in a plan are declared when one is led to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds.register import IDENTITY
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import Assessment
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.services.reading.bound import beginning, left_out
from nvplan.services.reading.carried import unconfirmed_objects
from nvplan.services.reading.guide import Stop, stop_at
from nvplan.services.reading.places import BOARD, LISTED, REQUIREMENTS, REVIEW, TERM, YEARS, Place, find_place, part_of
from nvplan.tui.where import Room

if TYPE_CHECKING:
    from nvplan.tui.where import Where

#: Places that show objects of a type that they are not named after.
_LISTS_OF = {BOARD: "insats", REVIEW: "kvittens"}
#: How the places of a meeting are remembered.
_AGENDA, _MEETING, _ASSESS, _SURVEY = "dagordning", "halls", "bedoms", "enkat"


def where_found(text: str, state: PlanState, at: Sequence[str] = ()) -> Where | None:
    """Return where a finding's place leads: a question, an assessment, an object, a list; None if it is gone.

    `at` are the fields that the finding is about, where it is about some.
    """
    place = find_place(text, state)
    if isinstance(place, Place) and place.kind == REQUIREMENTS and place.identity and place.actor:
        from nvplan.tui.where_in_plan import AssessmentForm

        return AssessmentForm(place.identity, place.actor, at=at)
    if at and isinstance(place, Place) and place.kind in LISTED and place.identity:
        return form_of(place.kind, place.identity, at=at)
    return place


def where_remembered(text: str, state: PlanState) -> Where:
    """Return a place as it was remembered between two sittings; the overview where it no longer applies."""
    meeting = _meeting(text, state)
    if meeting is not None:
        return meeting
    place = find_place(text, state) if ":" in text else None
    if isinstance(place, Place):
        return place
    return (stop_at(text, state) if text else None) or Room.OVERVIEW


def _meeting(text: str, state: PlanState) -> Where | None:
    """Return a meeting as it was remembered; None where it is none, or is gone."""
    kind, _, identity = text.partition(":")
    meeting, _, item = identity.partition("@")
    if kind not in (_AGENDA, _MEETING, _ASSESS, _SURVEY) or meeting not in state.objects["mote"]:
        return None
    from nvplan.tui.where_in_plan import MeetingAgenda, MeetingAssess, MeetingRun, MeetingSurvey

    if kind in (_AGENDA, _SURVEY):
        return (MeetingAgenda if kind == _AGENDA else MeetingSurvey)(meeting)
    return (MeetingAssess if kind == _ASSESS else MeetingRun)(meeting, item)


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
    if isinstance(where, Place):
        return where.text if where.kind != TERM else None
    return _text_of_meeting(where)


def _text_of_meeting(where: Where) -> str | None:
    from nvplan.tui.where_in_plan import MeetingAgenda, MeetingAssess, MeetingRun, MeetingSurvey

    if isinstance(where, MeetingAgenda):
        return f"{_AGENDA}:{where.meeting}"
    if isinstance(where, MeetingSurvey):
        return f"{_SURVEY}:{where.meeting}"
    if isinstance(where, MeetingAssess):
        return f"{_ASSESS}:{where.meeting}@{where.item}"
    if isinstance(where, MeetingRun):
        return f"{_MEETING}:{where.meeting}@{where.item}"
    return None


def where_to_confirm(state: PlanState, kind: str, identity: str) -> Where:
    """Return where an object from last year's plan is confirmed; those of its type that are left to do follow it."""
    from nvplan.tui.where_in_plan import Checklist

    carried = state.objects[kind][identity]
    if isinstance(carried, Assessment):
        return Checklist(carried.actor, carried.requirement)
    return form_of(kind, identity, among=[left.id for left in unconfirmed_objects(state, kind)])


def entry_form(question: Question, state: PlanState, identity: str, title: str) -> Where:
    """Return the form of an entry of the register that a question shows; without an id that of a new one."""
    rows = rows_of(state.answer(question.id).value)
    among = [str(row[IDENTITY]) for row in rows if row.get(IDENTITY)]
    kind = question.draws_on
    return form_of(kind, identity, among=among) if identity else form_of(kind, begin=beginning(question, title))


def form_of(kind: str, identity: str = "", **how: Any) -> Where:
    """Return the form of an object, told how as `ObjectForm` is; without an id that of a new one."""
    from nvplan.tui.where_in_plan import ObjectForm

    return ObjectForm(kind, identity, **how)


def list_part(kind: str, filters: Mapping[str, str]) -> Where:
    """Return the part of a list that the filters narrow it down to."""
    from nvplan.tui.where_in_plan import ListPart

    return ListPart(kind, filters)


def shown_large(stop: Stop) -> Where:
    """Return a question shown large for a group."""
    from nvplan.tui.where_in_plan import Presentation

    return Presentation(stop)


def behind(state: PlanState, stop: Stop) -> Where | None:
    """Return where the rest of an answer is written, as a decision's day, or else the list that it is taken from."""
    lacking = left_out(state, stop.question, stop.actor)
    return form_of(lacking[0].type, lacking[0].id) if lacking else list_of(stop.question)


def list_of(question: Question) -> Where | None:
    """Return the list that a question's answer is taken from, the part that belongs to the question's plan."""
    kind = question.draws_on
    return list_part(kind, part_of(kind, question.plan)) if kind in LISTED else None


def is_shown(where: Where | None, place: str) -> bool:
    """Whether a place, written as a finding's, is what the person has before them: itself, its list, or its table."""
    from nvplan.tui.where_in_plan import ActorTable

    kind, _, identity = place.partition(":")
    if isinstance(where, Stop):
        return place == f"fraga:{where.place}"
    if isinstance(where, ActorTable):
        question = all_questions().get(identity.partition("@")[0]) if kind == "fraga" else None
        return question is not None and question.chapter == where.stop.question.chapter
    if where in (Room.STANDING, Room.REQUIREMENT_SET, Place(YEARS)):
        return kind == "plan"
    if not isinstance(where, Place):
        return False
    if where.kind in _LISTS_OF:
        return kind == _LISTS_OF[where.kind]
    if where.kind == REQUIREMENTS:
        requirement, _, actor = identity.partition("@")
        return kind == REQUIREMENTS and where.actor in ("", actor) and where.identity in ("", requirement)
    return kind == where.kind and where.identity in ("", identity)
