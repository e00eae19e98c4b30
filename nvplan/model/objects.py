"""The shared objects that all three plans, the checklists and the reports draw on: entered once, used everywhere.

Field names are English; coded values are ASCII Swedish and their words stand in data/kodlistor.jsonl.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nvplan.model.base import Frozen

ShortText = Annotated[str, Field(max_length=500)]
LongText = Annotated[str, Field(max_length=20_000)]
#: An ISO day `2027-03-01`, an ISO month `2027-03`, or empty.
DateText = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}(-\d{2})?)?$")]
Count = Annotated[int, Field(ge=0, le=10**9)]

EffortState = Literal["planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten"]
EFFORT_STATES: tuple[EffortState, ...] = ("planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten")
EffortSpread = Literal["projekt", "pilot", "under_breddinforande", "breddinford"]
EFFORT_SPREADS: tuple[EffortSpread, ...] = ("projekt", "pilot", "under_breddinforande", "breddinford")
WorkStatus = Literal["ej_paborjad", "pagar", "till_granskning", "klar"]
Judgement = Literal["ej_bedomd", "uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt"]


class SharedObject(Frozen):
    """What every shared object has: an id that never changes."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9@._-]{0,79}$")


class Assessment(SharedObject):
    """An actor's assessment of a requirement: how far the work is, apart from whether the requirement is met.

    The id is `<requirement in lower case>@<actor>`.
    """

    requirement: str
    actor: str
    work: WorkStatus = "ej_paborjad"
    judgement: Judgement = "ej_bedomd"
    reason: LongText = ""
    evidence: tuple[ShortText, ...] = ()
    """References to what shows it: a diary number, a link, a document's title."""
    assessed_by: ShortText = ""
    """The role that judged, never a name."""
    assessed: DateText = ""


class Effort(SharedObject):
    """An insats: state *and* spread are coded, because the national follow-up could tell neither (003 lines 562-571)."""

    title: Annotated[str, Field(min_length=1, max_length=300)]
    purpose: LongText = ""
    plans: tuple[Literal["gemensam", "kontinuitet", "patientkontrakt"], ...] = ()
    area: ShortText = ""
    state: EffortState | None = None
    spread: EffortSpread | None = None
    start: DateText = ""
    end: DateText = ""
    actor: ShortText = ""
    role: ShortText = ""
    funding: ShortText = ""
    provider: Literal["egen", "privat", "bada"] | None = None
    reached: Count | None = None
    reach_of: Count | None = None
    reach_unit: ShortText = ""
    target_groups: tuple[ShortText, ...] = ()
    level: Literal["ledning", "verksamhet", "bada"] | None = None
    goals: tuple[ShortText, ...] = ()
    requirements: tuple[ShortText, ...] = ()
    output: LongText = ""
    """Prestation: what came out."""
    effect: LongText = ""
    """Effekt: what it contributed to."""
    effect_known_by: LongText = ""
    equality: LongText = ""
    obstacles: LongText = ""
    lessons: LongText = ""


#: Every type of shared object by its name on the command line.
TYPES: dict[str, type[SharedObject]] = {"kravbedomning": Assessment, "insats": Effort}


def assessment_id(requirement: str, actor: str) -> str:
    """Return the id of an actor's assessment of a requirement."""
    return f"{requirement.lower()}@{actor}"
