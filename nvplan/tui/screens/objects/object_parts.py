"""What belongs to the object of a form and is opened and added from there: the milestones of an insats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.dates import format_date
from nvplan.model.objects import Effort, Meeting, Milestone
from nvplan.model.plan import PlanState
from nvplan.services.reading.county_structure import milestones_of
from nvplan.texts import object_parts as parts_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.objects.form_commands import MEET, PARTS
from nvplan.tui.where_in_plan import MeetingAgenda, ObjectForm

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

_PART = Milestone.about.name


def has_parts(kind: str) -> bool:
    """Whether objects of a type have parts that are opened from their form."""
    return kind == Effort.about.name


def parts_commands(kind: str) -> tuple[Command, ...]:
    """Return the command that opens the parts, for a type that has them; a meeting is prepared in its own place."""
    if kind == Meeting.about.name:
        return (MEET,)
    return (PARTS,) if has_parts(kind) else ()


def why_no_meeting(form: ObjectFormScreen) -> str:
    """Say that a new meeting is to be stored before it is prepared."""
    return planner_meetings_texts.MEET_UNSAVED if form.kind == Meeting.about.name and form.stored() is None else ""


def prepare_meeting(form: ObjectFormScreen) -> None:
    """Show the agenda of the meeting that the form is about."""
    if form.kind == Meeting.about.name:
        form.show_over(MeetingAgenda(form.identity))


def why_no_parts(form: ObjectFormScreen) -> str:
    """Say that the object is to be stored first."""
    return "" if form.stored() is not None else parts_texts.LATER


def part_facts(state: PlanState, kind: str, identity: str) -> list[tuple[str, str]]:
    """Return the milestones of an insats as one fact, none where it has none."""
    found = milestones_of(state, identity) if has_parts(kind) and identity else []
    return [(parts_texts.FACT, "\n".join(_words(one) for one in found))] if found else []


def _words(one: Milestone) -> str:
    mark = parts_texts.DONE if one.done else parts_texts.LEFT
    return " ".join(part for part in (mark, one.title, f"({_day(one)})" if _day(one) else "") if part)


def _day(one: Milestone) -> str:
    if one.done:
        return parts_texts.WHEN_DONE.format(date=format_date(one.done))
    return format_date(one.date) if one.date else ""


def choose_part(form: ObjectFormScreen) -> None:
    """Open the list of milestones, with a new one first; what is chosen is opened over the form."""
    form.save_waiting()
    found = milestones_of(form.session.state, form.identity)
    among = [one.id for one in found]
    choices = [Choice(planner_objects_texts.NEW[_PART], "", "",
                      ObjectForm(_PART, begin={"effort": form.identity}))]
    choices += [Choice(_words(one), one.role, one.id, ObjectForm(_PART, one.id, among=among)) for one in found]

    def taken(where: object) -> None:
        if isinstance(where, ObjectForm):
            form.show_over(where)

    form.app.push_screen(PickBox(parts_texts.KEY, choices, standing=1 if found else 0), taken)
