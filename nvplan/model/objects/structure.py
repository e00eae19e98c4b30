"""The county's own order of its plan: målområden in up to three levels, and the milestones of an insats.

Counties group their work by målområde, strategisk inriktning, programområde or a fokustema for the year. They are one
type with the county's own word; so that plans can be compared each may be tied to national areas.
That a målområde does not lie under itself, and that a milestone is not after its insats, is held by the handler
(nvplan.services.writing.relations), for the model sees one object at a time.
"""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import ClassVar

from nvplan.model.objects.base import CodeText, Count, DateText, LongText, Reference, SharedObject, ShortText, Title
from nvplan.model.objects.declaration import (
    ObjectType,
    Owner,
    date,
    long_text,
    number,
    refer,
    several,
    text,
)
from nvplan.model.requirement import PlanKey

#: How many levels the county's own structure may have.
MOST_LEVELS = 3


class CountyArea(SharedObject):
    """A målområde of the county's own, or what the county calls it. Insatser and goals hang under it."""

    about: ClassVar[ObjectType] = ObjectType(
        name="malomrade",
        fields=(
            text("title"), text("number"), text("term"), refer("parent", "malomrade"), number("order"),
            several("areas", "omrade"), several("plans", "plan"), date("time"), long_text("description"),
            refer("actor", "aktor"), text("role"),
        ),
        columns=("title", "term", "parent", "time"),
        facets=("plans", "areas"),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: Title
    number: ShortText = ""
    """As the county's plan prints it: `1.2`, `B`."""
    term: ShortText = ""
    """What the county calls it: målområde, strategisk inriktning, programområde, fokustema."""
    parent: Reference = ""
    order: Count | None = None
    """Its place among those on the same level; those without one come after, by number and title."""
    areas: tuple[CodeText, ...] = ()
    """The national areas that it answers to; an insats without an area of its own is reported under these."""
    plans: tuple[PlanKey, ...] = ()
    time: DateText = ""
    """When it holds, where that is not the whole plan: a fokustema has its year."""
    description: LongText = ""
    actor: Reference = ""
    role: ShortText = ""


class Milestone(SharedObject):
    """A delmål of an insats: what is to be done by when, whether it is, and which role sees to it.

    Without an actor of its own it is its insats' actor's; the handler keeps that so.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="delmal",
        fields=(
            text("title"), refer("effort", "insats"), date("date"), date("done"), refer("actor", "aktor"),
            text("role"), long_text("note"),
        ),
        columns=("title", "date", "done", "effort", "role"),
        facets=("effort", "actor"),
        owner=Owner("actor", open_to_all=False),
        follows=True,
        each_year=True,
        printed="own",
    )

    title: Title
    effort: Reference
    date: DateText = ""
    """By when."""
    done: DateText = ""
    """When it was done; empty while it is not."""
    actor: Reference = ""
    role: ShortText = ""
    """The responsible role, never a name."""
    note: LongText = ""
