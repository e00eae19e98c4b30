"""What is done, by whom, and what stands in the way: insatser, hinder and how requirements are met."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from nvplan.model.errors import InputError
from nvplan.model.objects.base import (
    CodeText,
    Count,
    DateText,
    Kronor,
    LongText,
    Reference,
    SharedObject,
    ShortText,
    Step,
    Title,
    fault,
    require_order,
    require_part,
)
from nvplan.model.objects.declaration import (
    Key,
    ObjectType,
    Owner,
    choice,
    date,
    long_text,
    number,
    refer,
    several,
    text,
)
from nvplan.model.objects.money import read_year_costs
from nvplan.model.requirement import PlanKey
from nvplan.texts import objects as objects_texts

EffortState = Literal["planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten"]
EFFORT_STATES: tuple[EffortState, ...] = ("planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten")
EffortSpread = Literal["projekt", "pilot", "under_breddinforande", "breddinford"]
EFFORT_SPREADS: tuple[EffortSpread, ...] = ("projekt", "pilot", "under_breddinforande", "breddinford")
WorkStatus = Literal["ej_paborjad", "pagar", "till_granskning", "klar"]
Judgement = Literal["ej_bedomd", "uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt"]
ObstacleLevel = Literal["mikro", "meso", "makro"]
OBSTACLE_LEVELS: tuple[ObstacleLevel, ...] = ("mikro", "meso", "makro")


def assessment_id(requirement: str, actor: str) -> str:
    """Return the id of an actor's assessment of a requirement."""
    return f"{requirement.lower()}@{actor}"


def _of_assessment(identity: str) -> dict[str, str]:
    requirement, at, actor = identity.partition("@")
    return {"requirement": requirement, "actor": actor} if at else {}


class Assessment(SharedObject):
    """An actor's assessment of a requirement: how far the work is, apart from whether the requirement is met.

    The id is `<requirement in lower case>@<actor>`.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="kravbedomning",
        fields=(
            refer("requirement", "krav"), refer("actor", "aktor"), choice("work", "arbetsstatus"),
            choice("judgement", "bedomning"), long_text("reason"), text("evidence"), text("assessed_by"),
            date("assessed"),
        ),
        columns=("requirement", "actor", "work", "judgement"),
        called=("requirement",),
        owner=Owner("actor"),
        follows=True,
        each_year=True,
        key=Key(("requirement", "actor"), assessment_id, _of_assessment),
        listed=False,
        printed="own",
    )

    requirement: Reference
    actor: Reference
    work: WorkStatus = "ej_paborjad"
    judgement: Judgement = "ej_bedomd"
    reason: LongText = ""
    evidence: tuple[ShortText, ...] = ()
    """References to what shows it: a diary number, a link, a document's title."""
    assessed_by: ShortText = ""
    """The role that judged, never a name."""
    assessed: DateText = ""


class Effort(SharedObject):
    """An insats: state *and* spread are coded, because the national follow-up could tell neither (003 lines 562-571).

    Reach is `reached` of `reach_of` in the unit that `reach_unit` names (kommuner, vårdcentraler). `cost` is kronor
    for as long as it goes on. What came out (`output`, prestation) stands apart from what it led to (`effect`).
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="insats",
        fields=(
            text("title"), long_text("purpose"), several("plans", "plan"), choice("area", "omrade"),
            choice("kind", "insatstyp"), choice("horizon", "sikt"), choice("state", "genomforandestatus"),
            choice("spread", "spridning"), long_text("state_reason"), refer("structure", "malomrade"),
            refer("parent", "insats"), choice("priority", "prioritet"), date("start"),
            date("end"), long_text("after_project"), refer("actor", "aktor"), refer("participants", "aktor"),
            text("role"), long_text("resources"), text("funding"), number("cost", "kr"), text("yearly_costs"),
            choice("provider", "regi"), number("reached"), number("reach_of"), text("reach_unit"),
            several("target_groups", "malgrupp"), text("other_target_groups"), choice("level", "samverkansniva"),
            refer("goals", "mal"), refer("requirements", "krav"), long_text("output"), long_text("effect"),
            long_text("effect_known_by"), long_text("equality"), long_text("obstacles"),
            long_text("lessons"), text("history", system=True, inside=True),
        ),
        columns=("title", "state", "spread", "end", "actor"),
        short=("title", "actor", "state", "spread", "end"),
        facets=("plans", "state", "spread", "area", "structure", "priority", "actor"),
        owner=Owner("actor", taking_part=("participants",)),
        follows=True,
        each_year=True,
        watched=("state", "spread"),
        later=("structure", "parent", "priority", "yearly_costs", "other_target_groups"),
        printed="own",
    )

    title: Title
    purpose: LongText = ""
    plans: tuple[PlanKey, ...] = ()
    area: CodeText = ""
    structure: tuple[Reference, ...] = ()
    """The county's own målområden that it hangs under; several where it serves several."""
    parent: Reference = ""
    """The insats that it is a part of."""
    kind: CodeText = ""
    """What sort of insats it is, from the list `insatstyp`."""
    horizon: Literal["kort", "lang"] | None = None
    """Whether it belongs to the plan's short or long term."""
    priority: Literal["hog", "medel", "lag"] | None = None
    state: EffortState | None = None
    spread: EffortSpread | None = None
    state_reason: LongText = ""
    """Why it is paused or broken off, and until when."""
    start: DateText = ""
    end: DateText = ""
    after_project: LongText = ""
    """What happens when a project or pilot ends, and who decides."""
    actor: Reference = ""
    """The actor that is responsible."""
    participants: tuple[Reference, ...] = ()
    """The other actors that take part."""
    role: ShortText = ""
    """The responsible role, never a name."""
    resources: LongText = ""
    funding: ShortText = ""
    cost: Kronor | None = None
    yearly_costs: tuple[ShortText, ...] = ()
    """What it costs year by year, a line each as `2027: 500 000`, in kronor."""
    provider: Literal["egen", "privat", "bada"] | None = None
    reached: Count | None = None
    reach_of: Count | None = None
    reach_unit: ShortText = ""
    target_groups: tuple[CodeText, ...] = ()
    other_target_groups: tuple[ShortText, ...] = ()
    """Target groups that the list lacks, in the county's own words."""
    level: Literal["ledning", "verksamhet", "bada"] | None = None
    goals: tuple[Reference, ...] = ()
    requirements: tuple[Reference, ...] = ()
    output: LongText = ""
    """Prestation: what came out."""
    effect: LongText = ""
    """Effekt: what it contributed to."""
    effect_known_by: LongText = ""
    equality: LongText = ""
    obstacles: LongText = ""
    lessons: LongText = ""
    history: tuple[Step, ...] = ()
    """Every change of state and spread; kept by the program, never typed."""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_part(self.reached, self.reach_of, ("reached", "reach_of"), objects_texts.REACH_TOO_LARGE)
        require_order(self.start, self.end, ("start", "end"), objects_texts.END_BEFORE_START)
        try:
            read_year_costs(self.yearly_costs)
        except InputError as error:
            raise fault(str(error), "yearly_costs") from None
        return self

    @property
    def costs_by_year(self) -> Mapping[int, Decimal]:
        """What it costs each year, in kronor."""
        return read_year_costs(self.yearly_costs)


class Obstacle(SharedObject):
    """A hinder or a question that has stuck, on its way up mikro → meso → makro.

    `answer_due` is the day by which the one who raised it is to have an answer; without it the answer time of the
    plan holds (question 1.4.svarstid, days).
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="hinder",
        fields=(
            text("title"), long_text("description"), several("plans", "plan"), choice("area", "omrade"),
            choice("level", "hinderniva"), long_text("cause"), refer("actor", "aktor"), text("owner"),
            refer("efforts", "insats"), long_text("solution"), date("raised"), date("answer_due"), date("answered"),
            long_text("answer"), date("solved"), text("history", system=True, inside=True),
        ),
        columns=("title", "level", "owner", "raised", "solved"),
        short=("title", "description", "level", "owner", "raised"),
        facets=("level", "plans", "area"),
        open_facets=("plans",),
        owner=Owner("actor"),
        follows=True,
        each_year=True,
        watched=("level",),
        printed="own",
    )

    title: Title
    description: LongText = ""
    plans: tuple[PlanKey, ...] = ()
    area: CodeText = ""
    level: ObstacleLevel | None = None
    cause: LongText = ""
    actor: Reference = ""
    owner: ShortText = ""
    """The role in the system leadership that owns it now, never a name."""
    efforts: tuple[Reference, ...] = ()
    """Insatser that it stands in the way of, or that are to remove it."""
    solution: LongText = ""
    raised: DateText = ""
    answer_due: DateText = ""
    answered: DateText = ""
    answer: LongText = ""
    solved: DateText = ""
    history: tuple[Step, ...] = ()
    """Every change of level; kept by the program, never typed."""

    def stands_in(self, plans: Iterable[PlanKey]) -> bool:
        """Whether it is a hinder for any of the plans; one that names no plan is one for all of them."""
        return not self.plans or bool(set(plans) & set(self.plans))

    @property
    def climbs(self) -> tuple[Step, ...]:
        """The times that it was lifted to a higher level, in order; that it was entered on one is no climb."""
        order: dict[str, int] = {level: place for place, level in enumerate(OBSTACLE_LEVELS)}
        return tuple(step for step in self.history if step.field == "level" and step.before in order
                     and order.get(step.after, -1) > order[step.before])

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        require_order(self.raised, self.answer_due, ("raised", "answer_due"), objects_texts.DUE_BEFORE_RAISED)
        require_order(self.raised, self.answered, ("raised", "answered"), objects_texts.ANSWERED_BEFORE_RAISED)
        require_order(self.raised, self.solved, ("raised", "solved"), objects_texts.SOLVED_BEFORE_RAISED)
        return self
