"""Asking the actors for their part of the plan: what is said to all of them, and how it goes with each."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import ClassVar, Literal

from nvplan.model.objects.base import Count, DayText, LongText, Reference, SharedObject, ShortText, Title
from nvplan.model.objects.declaration import Key, ObjectType, Owner, choice, date, long_text, number, refer, text

#: What a form is filled in with.
FormKind = Literal["word", "excel", "nvplan"]


class Collection(SharedObject):
    """A time when answers are asked for: who asks, until when, and where the answers are sent."""

    about: ClassVar[ObjectType] = ObjectType(
        name="insamling",
        fields=(text("title"), refer("actor", "aktor"), date("last_day"), text("address"), text("ask"), text("phone"),
                long_text("note")),
        columns=("title", "last_day", "address", "ask"),
        owner=Owner("actor"),
        follows=False,
        printed="never",
    )

    title: Title
    actor: Reference = ""
    """The actor that asks."""
    last_day: DayText = ""
    address: ShortText = ""
    """Where the answers are sent: an address of a function, never of a person."""
    ask: ShortText = ""
    """The role that answers questions about the form, never a name."""
    phone: ShortText = ""
    note: LongText = ""
    """A sentence or two of the county's own on the first page."""


class Mailing(SharedObject):
    """How it goes with one actor: what was sent and when, whether it has come back, and how often it was reminded.

    The id is the actor's.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="utskick",
        fields=(refer("actor", "aktor"), choice("form", "blankettform"), date("sent"), date("last_day"), date("came"),
                date("reminded"), number("reminders"), text("note")),
        columns=("actor", "sent", "came", "last_day", "reminders"),
        called=("actor",),
        owner=Owner("actor"),
        follows=False,
        key=Key(("actor",), lambda actor: str(actor), lambda identity: {"actor": identity}),
        printed="never",
    )

    actor: Reference
    form: FormKind | None = None
    """What the actor wants the form in; Word where it has not said."""
    sent: DayText = ""
    last_day: DayText = ""
    """The actor's own last day, where it has got another than the rest."""
    came: DayText = ""
    """When the actor's answers came in last."""
    reminded: DayText = ""
    reminders: Count | None = None
    note: ShortText = ""
