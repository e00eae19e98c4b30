"""What shows it and what is handed in: documents, meetings, comments, reports, and findings that were judged."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

import hashlib
import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from nvplan.model.objects.base import (
    CodeText,
    DateText,
    DayText,
    Kronor,
    LongText,
    Reference,
    SharedObject,
    ShortText,
    Title,
    require_order,
)
from nvplan.model.objects.declaration import (
    COUNTY_ALONE,
    Key,
    ObjectType,
    Owner,
    choice,
    date,
    long_text,
    number,
    refer,
    text,
)
from nvplan.model.requirement import PlanKey
from nvplan.texts import objects as objects_texts

AttachmentKind = Literal["rutin", "overenskommelse", "beslut", "kartlaggning", "data", "protokoll", "annat"]
ATTACHMENT_KINDS: tuple[AttachmentKind, ...] = ("rutin", "overenskommelse", "beslut", "kartlaggning", "data",
                                                "protokoll", "annat")
MeetingKind = Literal["workshop", "dialogmote", "arbetsmote", "styrgrupp", "samrad", "annat"]
MEETING_KINDS: tuple[MeetingKind, ...] = ("workshop", "dialogmote", "arbetsmote", "styrgrupp", "samrad", "annat")
CommentOutcome = Literal["obehandlad", "beaktad", "delvis", "ej_beaktad"]
COMMENT_OUTCOMES: tuple[CommentOutcome, ...] = ("obehandlad", "beaktad", "delvis", "ej_beaktad")
#: The finance manager either certifies the accounts or does not find them correct (002 lines 2120-2129).
Certificate = Literal["alternativ_1", "alternativ_2"]


class Attachment(SharedObject):
    """An underlag: a document that the plan leans on, where it is, how far one can trust it and until when."""

    about: ClassVar[ObjectType] = ObjectType(
        name="underlag",
        fields=(
            text("title"), choice("kind", "underlagsslag"), text("reference"), refer("actor", "aktor"),
            choice("status", "underlagsstatus"), date("date"), date("review"), date("valid_to"),
            refer("requirements", "krav"), refer("questions", "fraga"), text("sha256"), long_text("note"),
        ),
        columns=("title", "status", "valid_to", "kind", "date"),
        facets=("kind", "status", "actor"),
        owner=Owner("actor"),
        follows=True,
        each_year=True,
        printed="own",
    )

    title: Title
    kind: AttachmentKind | None = None
    reference: ShortText = ""
    """Where it lies: a path, an address or a diary number. The document itself is never stored in the plan."""
    actor: Reference = ""
    status: CodeText = ""
    date: DateText = ""
    review: DateText = ""
    """When it is to be looked over."""
    valid_to: DateText = ""
    requirements: tuple[Reference, ...] = ()
    questions: tuple[Reference, ...] = ()
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    """The checksum of the file that was looked at."""
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(self.date, self.valid_to, ("date", "valid_to"), objects_texts.VALID_BEFORE_DATE)
        require_order(self.date, self.review, ("date", "review"), objects_texts.REVIEW_BEFORE_DATE)
        return self


class Meeting(SharedObject):
    """A workshop, dialogue or working meeting: who took part as roles and organisations, what was agreed and not."""

    about: ClassVar[ObjectType] = ObjectType(
        name="mote",
        fields=(
            text("title"), choice("kind", "motesslag"), date("date"), long_text("purpose"), text("participants"),
            refer("actors", "aktor"), refer("chapters", "kapitel"), long_text("agreed"), long_text("dissent"),
            long_text("parked"), long_text("note"),
        ),
        columns=("title", "kind", "date"),
        facets=("kind",),
        owner=Owner(taking_part=("actors",)),
        follows=False,
        printed="own",
    )

    title: Title
    kind: MeetingKind | None = None
    date: DateText = ""
    purpose: LongText = ""
    participants: tuple[ShortText, ...] = ()
    """Roles with organisation, one each, never names."""
    actors: tuple[Reference, ...] = ()
    chapters: tuple[Reference, ...] = ()
    """Chapters of the plans that were discussed."""
    agreed: LongText = ""
    dissent: LongText = ""
    """Where they did not agree; it stands in the minutes."""
    parked: LongText = ""
    """What was left for another time."""
    note: LongText = ""


class Comment(SharedObject):
    """A remiss comment from a named body on a question or on the whole plan, and how it was handled."""

    about: ClassVar[ObjectType] = ObjectType(
        name="kommentar",
        fields=(
            text("body"), refer("actor", "aktor"), refer("question", "fraga"), choice("plan", "plan"),
            long_text("text"), date("received"), choice("outcome", "remissutfall"), long_text("handled"),
        ),
        columns=("text", "outcome", "body", "question"),
        facets=("outcome", "plan"),
        called=("body",),
        owner=Owner("actor", open_to_all=False),
        follows=False,
        printed="own",
    )

    body: Title
    actor: Reference = ""
    question: Reference = ""
    plan: PlanKey | None = None
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    received: DateText = ""
    outcome: CommentOutcome = "obehandlad"
    handled: LongText = ""
    """What was changed, or why nothing was."""


class ReportOccasion(SharedObject):
    """A report to hand in: to whom, for which period, by when. Amounts are kronor.

    A deadline counts as passed only when `deadline_standing` is `bekraftad`: the county has made it its own. `frozen`
    and `snapshot` are set when the answers are frozen, never by hand. Money is read from the actor's `medel`: the four
    fields of it here hold only what an older file says otherwise, until a person has chosen.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="rapporttillfalle",
        fields=(
            text("title"), refer("form", "formular"), text("receiver"), refer("actor", "aktor"), date("period_start"),
            date("period_end"), date("deadline"), choice("deadline_standing", "datumlage"), text("diary_numbers"),
            text("signer_roles"), number("received", "kr", retired=True), number("costs", "kr", retired=True),
            number("unused", "kr", retired=True), date("repayment_date", retired=True),
            choice("certificate", "intyg"), refer("previous", "rapporttillfalle"),
            date("sent"), long_text("note"), date("frozen", system=True), text("snapshot", system=True),
        ),
        columns=("title", "deadline", "deadline_standing", "receiver", "frozen"),
        facets=("deadline_standing",),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: Title
    form: Reference = ""
    """The question structure or money form, from data/redovisning."""
    receiver: ShortText = ""
    actor: Reference = ""
    """Who hands it in."""
    period_start: DayText = ""
    period_end: DayText = ""
    deadline: DayText = ""
    deadline_standing: Literal["forslag", "bekraftad"] = "forslag"
    diary_numbers: tuple[ShortText, ...] = ()
    signer_roles: tuple[ShortText, ...] = ()
    received: Kronor | None = None
    costs: Kronor | None = None
    unused: Kronor | None = None
    repayment_date: DayText = ""
    certificate: Certificate | None = None
    previous: Reference = ""
    """The occasion before this one, to compare with and copy from."""
    sent: DayText = ""
    """When the county itself handed it in; nvplan sends nothing."""
    note: LongText = ""
    frozen: DayText = ""
    snapshot: ShortText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(
            self.period_start, self.period_end, ("period_start", "period_end"), objects_texts.PERIOD_BACKWARDS
        )
        require_order(
            self.period_start, self.deadline, ("period_start", "deadline"), objects_texts.DEADLINE_BEFORE_PERIOD
        )
        return self


def receipt_id(rule: str, place: str) -> str:
    """Return the id of the acknowledgement of a rule's finding at a place."""
    plain = re.sub(r"[^a-z0-9@._-]", ".", f"{rule}@{place}".lower())
    if len(plain) <= 80 and plain[0].isalnum():
        return plain
    return f"k-{hashlib.sha256(f'{rule}@{place}'.encode()).hexdigest()[:32]}"


class Receipt(SharedObject):
    """A kvittens: a finding of Granska that someone has judged and lets stand, with the reason.

    It belongs to a rule and a place; `role` and `date` are stamped by the program.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="kvittens",
        fields=(
            refer("rule", "granskningsregel"), text("place"), long_text("reason"), text("role", system=True),
            date("date", system=True),
        ),
        columns=("rule", "place", "reason", "date"),
        called=("rule",),
        owner=COUNTY_ALONE,
        follows=False,
        key=Key(("rule", "place"), receipt_id),
        stamped=True,
        listed=False,
        printed="never",
    )

    rule: Reference
    place: Annotated[str, Field(min_length=1, max_length=200)]
    reason: Annotated[str, Field(min_length=3, max_length=2_000)]
    role: ShortText = ""
    date: DayText = ""
