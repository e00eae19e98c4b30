"""What a meeting came to that somebody is to see to: what its contributions became, what was agreed, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nvplan.model.dates import format_date
from nvplan.model.objects import Effort, Meeting, MeetingItem, Obstacle
from nvplan.model.plan import PlanState
from nvplan.services.meetings.course import ITEMS, items, promised, unsettled
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_list import show_field
from nvplan.texts import meetings as meetings_texts

#: What became of it: an insats, a hinder, an agreed text, or an item that nobody has agreed on.
Kind = Literal["insats", "hinder", "enig", "oppen"]


@dataclass(frozen=True)
class Promise:
    """Something that was promised: what, who sees to it as a role, and by when (as stored, empty where not said)."""

    kind: Kind
    what: str
    role: str
    by: str
    held_by: Effort | Obstacle | MeetingItem | Meeting
    """What it stands in."""


def facts_of(one: Promise, state: PlanState, *, gaps: bool = True) -> str:
    """Return how it stands with a promise, who sees to it and by when, as they follow on what it is.

    Without `gaps` it is not said that nobody has a role in it or that no day is set.
    """
    role = one.role or (meetings_texts.NO_ROLE if gaps else "")
    day = meetings_texts.BY.format(day=format_date(one.by)) if one.by else meetings_texts.NO_DAY if gaps else ""
    standing = _standing(one, state)
    return ", ".join(part for part in (standing[:1].lower() + standing[1:], role, day) if part)


def _standing(one: Promise, state: PlanState) -> str:
    held = one.held_by
    if isinstance(held, Effort):
        return show_field(state, fields_by_name("insats")["state"], held.state or "") or meetings_texts.NO_STATE
    if isinstance(held, Obstacle):
        return meetings_texts.SOLVED if held.solved else meetings_texts.NOT_SOLVED
    if isinstance(held, MeetingItem) and one.kind == "oppen":
        return show_field(state, fields_by_name(ITEMS)["outcome"], held.outcome)
    return meetings_texts.AGREED_STATE


def promises(state: PlanState, meeting: Meeting) -> list[Promise]:
    """Return everything that a meeting promised: first what is to be done, then what is open, then what was agreed."""
    efforts, obstacles = promised(state, meeting.id)
    found = [Promise("insats", one.title, one.role, one.end, one) for one in efforts]
    found += [Promise("hinder", one.title, one.owner, one.answer_due, one) for one in obstacles]
    found += [Promise("oppen", one.title, one.role, one.due, one) for one in unsettled(state, meeting.id)]
    found += [Promise("enig", one.agreed or one.title, one.role, one.due, one)
              for one in items(state, meeting.id) if one.outcome == "enig"]
    whole = [line.strip() for line in meeting.agreed.split("\n") if line.strip()]
    return [*found, *(Promise("enig", line, "", "", meeting) for line in whole)]
