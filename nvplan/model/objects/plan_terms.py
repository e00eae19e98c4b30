"""What holds of a plan as a whole: until when, when it is looked over, what is to be changed in it, and whose it is.

Two plans that are written as one (question 2.0.planform) share one object, so that each fact stands once.
"""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from nvplan.model.objects.base import DateText, DayText, LongText, Reference, SharedObject, ShortText, Title
from nvplan.model.objects.declaration import (
    COUNTY_ALONE,
    Key,
    ObjectType,
    Owner,
    choice,
    date,
    long_text,
    refer,
    several,
    text,
)
from nvplan.model.requirement import PlanKey

#: Whether the plan of the year before holds: the question of the report for 2021 (003, bilaga 2) and its answers.
Revision = Literal["ligger_fast", "mindre", "storre", "finns_ingen", "ej_provat"]


class PlanTerms(SharedObject):
    """The days that a plan holds to, and the reasons to change it. None of the days is set by a requirement."""

    about: ClassVar[ObjectType] = ObjectType(
        name="planuppgift",
        fields=(
            text("title"), several("plans", "plan"), date("short_to"), date("valid_to"), date("review"), text("role"),
            choice("revision", "planrevision"), long_text("changes"),
        ),
        columns=("title", "valid_to", "review", "revision", "role"),
        owner=Owner(),
        follows=True,
        printed="own",
    )

    title: Title
    plans: tuple[PlanKey, ...] = ()
    """Several where they are written as one."""
    short_to: DateText = ""
    """The last day of the short term, which only the plan for continuity has (003 lines 448-456)."""
    valid_to: DateText = ""
    """The last day that the plan holds; for continuity the end of the long term."""
    review: DateText = ""
    """When it is looked over next."""
    role: ShortText = ""
    """The role that owns it and calls to the review, never a name."""
    revision: Revision | None = None
    changes: LongText = ""
    """What is to be changed, and why."""


class SignOff(SharedObject):
    """A chapter that a role has read and stands behind, before the plan goes out or is decided.

    The id is the chapter's. No requirement asks for it; it is how a group keeps track of who has read what.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="godkannande",
        fields=(refer("chapter", "kapitel"), text("role"), date("date"), long_text("note")),
        columns=("chapter", "role", "date"),
        called=("chapter",),
        owner=COUNTY_ALONE,
        follows=False,
        key=Key(("chapter",), str, lambda identity: {"chapter": identity}),
        listed=False,
        printed="never",
    )

    chapter: Reference
    role: Annotated[str, Field(min_length=1, max_length=200)]
    """The role that stands behind it, never a name."""
    date: DayText = ""
    note: LongText = ""
