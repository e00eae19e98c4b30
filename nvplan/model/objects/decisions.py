"""What bodies have decided: on a plan, the målbild, an assignment or an insats."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from nvplan.model.objects.base import (
    Count,
    DateText,
    LongText,
    Reference,
    SharedObject,
    ShortText,
    Title,
    fault,
    require_order,
    require_part,
)
from nvplan.model.objects.declaration import ObjectType, Owner, choice, date, long_text, number, refer, text
from nvplan.texts import objects as objects_texts

DecisionOutcome = Literal["ej_behandlad", "vantar", "antagen", "antagen_andringar", "antagen_villkor", "aterremiss",
                          "avslag", "gemensamt_organ", "ej_beslut"]
#: The outcomes of a body that has adopted, and with them that of one for which another body decides.
ADOPTED_ITSELF: tuple[DecisionOutcome, ...] = ("antagen", "antagen_andringar")
ADOPTED: tuple[DecisionOutcome, ...] = (*ADOPTED_ITSELF, "gemensamt_organ")
#: The outcomes of a decision that is still to be made.
AWAITED: tuple[DecisionOutcome | None, ...] = (None, "ej_behandlad", "vantar")
#: Adopted provided that something else happens: counts once that has.
CONDITIONAL: DecisionOutcome = "antagen_villkor"
DecisionSubject = Literal["malbild", "gemensam", "kontinuitet", "patientkontrakt", "uppdrag", "insats", "annat"]
DECISION_SUBJECTS: tuple[DecisionSubject, ...] = ("malbild", "gemensam", "kontinuitet", "patientkontrakt", "uppdrag",
                                                  "insats", "annat")


class Decision(SharedObject):
    """A decision by one political body or management group, or by several together (`adopted` of `bodies`).

    `date` and `date_to` are a day, a month, or the months between which the bodies decided (003 lines 4193-4217).
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="beslut",
        fields=(
            text("title"), choice("subject", "beslutsamne"), text("body"), refer("actor", "aktor"),
            choice("kind", "beslutstyp"), choice("outcome", "beslutsutfall"), date("date"), date("date_to"),
            date("in_force"), text("diary_number"), long_text("changes"), long_text("condition"),
            refer("condition_actors", "aktor"), number("condition_least"), date("condition_met"), number("adopted"),
            number("bodies"), long_text("note"),
        ),
        columns=("title", "actor", "outcome", "date", "body"),
        facets=("subject", "outcome", "actor"),
        owner=Owner("actor", taking_part=("condition_actors",)),
        follows=True,
        printed="own",
    )

    title: Title
    subject: DecisionSubject | None = None
    """What is decided; the plans and the målbild are counted by it."""
    body: ShortText = ""
    actor: Reference = ""
    kind: Literal["politiskt", "ledningsgrupp", "tjansteperson"] | None = None
    outcome: DecisionOutcome | None = None
    date: DateText = ""
    date_to: DateText = ""
    in_force: DateText = ""
    diary_number: ShortText = ""
    changes: LongText = ""
    """With which changes it was adopted."""
    condition: LongText = ""
    """What must happen for a conditional decision to hold, where it is not only that others adopt."""
    condition_actors: tuple[Reference, ...] = ()
    """The actors that must adopt the same."""
    condition_least: Count | None = None
    """How many of them are enough; empty is all of them."""
    condition_met: DateText = ""
    """When the condition was met, where the others' decisions do not tell."""
    adopted: Count | None = None
    bodies: Count | None = None
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(self.date, self.date_to, ("date", "date_to"), objects_texts.DECISION_DATES)
        require_part(self.adopted, self.bodies, ("adopted", "bodies"), objects_texts.ADOPTED_TOO_MANY)
        require_part(self.condition_least, len(self.condition_actors) if self.condition_actors else None,
                     ("condition_least", "condition_actors"), objects_texts.CONDITION_TOO_MANY)
        if self.actor and self.actor in self.condition_actors:
            raise fault(objects_texts.CONDITION_ON_ITSELF, "condition_actors")
        require_order(self.date, self.condition_met, ("date", "condition_met"), objects_texts.CONDITION_BEFORE)
        return self
