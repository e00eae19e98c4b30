"""What a meeting is made of: its items in order, and what was said under each of them. The meeting itself: records."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from nvplan.model.objects.base import Count, DateText, DayText, LongText, Reference, SharedObject, ShortText, Title
from nvplan.model.objects.declaration import ObjectType, Owner, choice, date, long_text, number, refer, text

#: How an item is treated: talked over, written in silence first, or scored.
ItemForm = Literal["samtal", "tyst", "bedom"]
ITEM_FORMS: tuple[ItemForm, ...] = ("samtal", "tyst", "bedom")
#: What became of an item: nothing yet, agreed, not agreed, or left for another time.
ItemOutcome = Literal["oppen", "enig", "oenig", "sparad"]
ITEM_OUTCOMES: tuple[ItemOutcome, ...] = ("oppen", "enig", "oenig", "sparad")
#: Where a contribution stands: in the talk, in the parking lot, or written in silence and not shown yet.
ContributionStanding = Literal["med", "parkerat", "dolt"]
#: The length of a contribution, in characters; what is longer is a text and belongs in an answer.
MOST_CHARACTERS = 2000


class MeetingItem(SharedObject):
    """An item of a meeting: what it is about, how long it may take, and what was agreed on it."""

    about: ClassVar[ObjectType] = ObjectType(
        name="motespunkt",
        fields=(
            refer("meeting", "mote"), text("title"), number("order"), choice("form", "punktform"),
            number("minutes", "minuter"), long_text("prompt"), refer("question", "fraga"), refer("actor", "aktor"),
            refer("obstacle", "hinder"), refer("goal", "mal"), refer("effort", "insats"),
            choice("outcome", "punktutfall"), long_text("agreed"), long_text("dissent"), text("role"), date("due"),
            date("decided", system=True),
        ),
        columns=("title", "outcome", "meeting"),
        owner=Owner("actor"),
        follows=False,
        listed=False,
        printed="own",
    )

    meeting: Annotated[Reference, Field(min_length=1)]
    title: Title
    order: Count = 0
    """Its place among the meeting's items, from 1."""
    form: ItemForm = "samtal"
    minutes: Annotated[int, Field(ge=0, le=600)] | None = None
    """Proposed time; nothing is stopped when it is over."""
    prompt: LongText = ""
    question: Reference = ""
    actor: Reference = ""
    """Whose answer the agreed text is, for a question that each actor answers."""
    obstacle: Reference = ""
    goal: Reference = ""
    effort: Reference = ""
    outcome: ItemOutcome = "oppen"
    agreed: LongText = ""
    dissent: LongText = ""
    """What some held against it; it stands in the minutes."""
    role: ShortText = ""
    """The role that sees to what was agreed on, never a name."""
    due: DateText = ""
    """By when."""
    decided: DayText = ""


class Contribution(SharedObject):
    """What someone said under an item, in a line; nobody's name stands with it."""

    about: ClassVar[ObjectType] = ObjectType(
        name="inlagg",
        fields=(
            refer("meeting", "mote"), refer("item", "motespunkt"), text("text"), number("order"),
            refer("group", "inlagg"), choice("standing", "inlaggslage"), refer("effort", "insats"),
            refer("obstacle", "hinder"), number("dots"),
        ),
        columns=("text", "standing", "item"),
        called=("text",),
        owner=Owner(),
        follows=False,
        listed=False,
        printed="own",
    )

    meeting: Annotated[Reference, Field(min_length=1)]
    item: Reference = ""
    """The item that it was said under; empty where that item is gone."""
    text: Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]
    order: Count = 0
    """Its place among those of its item, from 1."""
    group: Reference = ""
    """The contribution that it is grouped under; that one is under none."""
    standing: ContributionStanding = "med"
    effort: Reference = ""
    """The insats that it became."""
    obstacle: Reference = ""
    """The hinder that it became."""
    dots: Count | None = None
    """How many dots it got when the meeting last put dots; None where it was not among the proposals."""


class ScoreRound(SharedObject):
    """A closed round of scoring on one dimension: how many gave each score, and nothing of who, when or in which order.

    The program writes it when the round is closed. `settled` is what the room came to where that is otherwise than the
    verdict of the rule; both stand.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="omgang",
        fields=(
            refer("meeting", "mote"), refer("item", "motespunkt"), text("dimension"), number("number"),
            text("opened", system=True), text("closed", system=True), text("counts", system=True),
            number("abstained"), number("voted"), number("registered"), text("groups", system=True),
            text("kinds", system=True), choice("source", "omgangskalla", system=True),
            choice("settled", "rumsutfall"), long_text("reason"), long_text("dissent"),
        ),
        columns=("dimension", "number", "meeting"),
        called=("dimension",),
        owner=Owner(),
        follows=False,
        listed=False,
        printed="own",
    )

    meeting: Annotated[Reference, Field(min_length=1)]
    item: Reference = ""
    dimension: Annotated[str, Field(min_length=1, max_length=300)]
    """An id of data/bedomningsmatt.jsonl, or the statement of a survey that is none of those."""
    number: Count = 1
    """Which of the meeting's rounds on this dimension it is, from 1."""
    opened: ShortText = ""
    closed: ShortText = ""
    """ISO times, to the second: who came after a round was opened counts from the next."""
    counts: ShortText = ""
    """How many gave 0 to 5, with commas between."""
    abstained: Count = 0
    voted: Count = 0
    registered: Count = 0
    """How many might have voted."""
    groups: tuple[ShortText, ...] = ()
    """`kind:counts` for those kinds of actors that may be told apart, none under five."""
    kinds: tuple[ShortText, ...] = ()
    """`kind:number` of those who might vote."""
    source: Literal["mote", "enkat"] = "mote"
    """Where the scores come from: given in the room, or in a survey before it."""
    settled: Literal["enig", "oenig"] | None = None
    reason: LongText = ""
    dissent: LongText = ""
