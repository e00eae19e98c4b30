"""What a county keeps beside its plan and reports on: sources of measures, other plans, digital services.

A measurement picks its source here, so that who measures, how often and when last is said once.
"""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Mapping
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from nvplan.model.objects.base import (
    CodeText,
    DateText,
    LongText,
    Reference,
    SharedObject,
    ShortText,
    Title,
    fault,
    require_order,
)
from nvplan.model.objects.declaration import (
    ObjectType,
    Owner,
    choice,
    date,
    long_text,
    refer,
    several,
    text,
)
from nvplan.model.objects.figures import Measure
from nvplan.model.requirement import PlanKey
from nvplan.texts import registers as registers_texts

Interval = Literal["manad", "kvartal", "tertial", "halvar", "ar", "vartannat", "vid_behov"]
#: How many months there are between two values; a source that is asked when needed has none.
MONTHS: Mapping[str, int] = {"manad": 1, "kvartal": 3, "tertial": 4, "halvar": 6, "ar": 12, "vartannat": 24}
OtherPlanState = Literal["saknas", "egna", "tas_fram", "remiss", "galler", "ses_over", "upphort"]
#: States in which a plan has been decided.
IN_USE = ("galler", "ses_over")
#: States in which there is no plan yet that anyone can have decided.
_NOT_DECIDED = ("saknas", "egna")
ServiceState = Literal["saknas", "planerad", "infors", "i_drift", "avvecklad"]


class MeasureSource(SharedObject):
    """A mätkälla: who measures, how often, when last, and which measures come from it.

    `date` is the last day that it has values for; the measurements that point here may have later ones.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="matkalla",
        fields=(
            text("title"), refer("actor", "aktor"), text("body"), several("measures", "matt"),
            refer("indicators", "indikator"), choice("interval", "hur_ofta"), date("date"), date("due"),
            several("plans", "plan"), text("reference"), text("role"), long_text("note"),
        ),
        columns=("title", "interval", "date", "body", "actor"),
        facets=("plans", "interval", "actor"),
        open_facets=("plans",),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: Title
    actor: Reference = ""
    body: ShortText = ""
    """Who measures, where that is nobody in the county: SKR, Socialstyrelsen, a national register."""
    measures: tuple[Measure, ...] = ()
    indicators: tuple[Reference, ...] = ()
    interval: Interval | None = None
    date: DateText = ""
    due: DateText = ""
    """When the next value is expected, where that does not follow from how often it is measured."""
    plans: tuple[PlanKey, ...] = ()
    reference: ShortText = ""
    """Where the values are: an address, a report, a system."""
    role: ShortText = ""
    """The role in the county that fetches the values, never a name."""
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(self.date, self.due, ("date", "due"), registers_texts.DUE_BEFORE_LAST)
        return self


class OtherPlan(SharedObject):
    """A plan beside these three that the county is asked about: ambulance, Snomed CT, VFU, kompetensförsörjning."""

    about: ClassVar[ObjectType] = ObjectType(
        name="annanplan",
        fields=(
            text("title"), choice("kind", "planslag"), choice("state", "planlage"), refer("actor", "aktor"),
            text("role"), text("body"), date("date"), text("diary_number"), date("in_force"), date("review"),
            refer("efforts", "insats"), refer("forms", "formular"), text("reference"), long_text("note"),
        ),
        columns=("title", "state", "in_force", "actor", "kind"),
        facets=("kind", "state", "actor"),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: Title
    kind: CodeText = ""
    state: OtherPlanState | None = None
    actor: Reference = ""
    """Who owns it; empty is the county's joint plan."""
    role: ShortText = ""
    body: ShortText = ""
    """Who decides on it."""
    date: DateText = ""
    """When it was decided."""
    diary_number: ShortText = ""
    in_force: DateText = ""
    """When it holds, a span or a day."""
    review: DateText = ""
    """When it is to be looked over."""
    efforts: tuple[Reference, ...] = ()
    forms: tuple[Reference, ...] = ()
    """The reports that ask for it."""
    reference: ShortText = ""
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(self.date, self.review, ("date", "review"), registers_texts.REVIEW_BEFORE_DECISION)
        if self.date and self.state in _NOT_DECIDED:
            raise fault(registers_texts.DECIDED_AND_NOT, "state", "date")
        return self


class Service(SharedObject):
    """A digital service where it is used: listning or 1177 at one unit or in one kommun, with the day it began."""

    about: ClassVar[ObjectType] = ObjectType(
        name="tjanst",
        fields=(
            text("title"), choice("service", "tjanst"), choice("state", "tjanstelage"), date("date"),
            refer("actor", "aktor"), several("plans", "plan"), text("reference"), long_text("note"),
        ),
        columns=("title", "state", "service", "date", "actor"),
        facets=("service", "state", "plans", "actor"),
        open_facets=("plans",),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: Title
    """The unit or the kommun."""
    service: CodeText = ""
    state: ServiceState | None = None
    date: DateText = ""
    """Since when it is in use; for one that is not, when it is to be."""
    actor: Reference = ""
    plans: tuple[PlanKey, ...] = ()
    reference: ShortText = ""
    note: LongText = ""
