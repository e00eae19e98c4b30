"""What a document can be asked for with: whose part, which meeting, which frozen version to compare with."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.model.dates import date_order, format_date
from nvplan.model.objects import Meeting
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import snapshots
from nvplan.texts import documents_lists as documents_lists_texts

#: How many days before a date a calendar may remind.
_ALARMS = (0, 1, 7, 14, 30)


@dataclass(frozen=True)
class Offer:
    """One row to choose: the id that a request takes, what it is called, and its date where it has one."""

    id: str
    name: str
    detail: str = ""


def offered_actors(session: OpenPlan) -> list[Offer]:
    """Return the actors whose part of the plan a document can show."""
    return [Offer(actor.id, actor.name) for actor in session.state.actors]


def offered_meetings(session: OpenPlan) -> list[Offer]:
    """Return the meetings, the latest first."""
    known = [one for one in session.state.objects.get("mote", {}).values() if isinstance(one, Meeting)]
    known.sort(key=lambda one: (bool(one.date), date_order(one.date), one.id), reverse=True)
    return [Offer(one.id, one.title, format_date(one.date) if one.date else "") for one in known]


def offered_versions(session: OpenPlan) -> list[Offer]:
    """Return the frozen versions to compare with, the latest first."""
    return [Offer(one.id, one.name, format_date(one.created[:10])) for one in reversed(snapshots(session))]


def offered_alarms(session: OpenPlan) -> list[Offer]:
    """Return how long before its dates a calendar may remind, in days."""
    return [Offer(str(days), documents_lists_texts.alarm(days)) for days in _ALARMS]
