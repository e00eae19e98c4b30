"""Commands about the plan as a whole: how far it is decided, its requirement set, frozen states, what comes in."""

from __future__ import annotations

from dataclasses import dataclass, field

from nvplan.model.plan import PlanStanding
from nvplan.model.plan_years import PlanYears
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import Snapshot
from nvplan.services.writing.commands import Command
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.returned.form import Choices, ReturnedForm
from nvplan.services.writing.returned.found import Found
from nvplan.services.writing.settling import NOTHING_SETTLED, Settling


@dataclass(frozen=True)
class SetStanding(Command[str]):
    """Say how far the plan is decided, by whom and when."""

    standing: PlanStanding
    date: str = ""
    body: str = ""


@dataclass(frozen=True)
class SwitchSet(Command[str]):
    """Change the requirement set that the plan is measured against, and nothing else."""

    set: str


@dataclass(frozen=True)
class TakeOverJudgements(Command[str]):
    """Confirm that judgements of former requirements hold for those that have followed them in the plan's set."""

    offers: tuple[str, ...] = ()
    """Which: `REQUIREMENT@ACTOR` of the requirement that is in force now; all of the kinds where none is named."""
    kinds: tuple[str, ...] = ("same", "changed")
    """`same` for those whose requirement says the same, `changed` for the others."""


@dataclass(frozen=True)
class SayInForce(Command[str]):
    """Say, on the county's own word and with its reference, that a proposed set is in force."""

    set: str
    reference: str


@dataclass(frozen=True)
class TakeBackInForce(Command[str]):
    """Let a set be a proposal again."""

    set: str


@dataclass(frozen=True)
class FollowNextYear(Command[str]):
    """Move the follow-up of a plan of several years to its next year; the year before is frozen."""

    seen: int
    """The year that the person saw being followed up: two people who move it at once move it one year."""


@dataclass(frozen=True)
class SetPlanYears(Command[str]):
    """Say for which years the plan holds; the year that is followed up stays what it is."""

    years: PlanYears


@dataclass(frozen=True)
class FreezePlan(Command[Snapshot]):
    """Freeze the plan as it stands under a name; answers with the frozen state."""

    name: str


@dataclass(frozen=True)
class MergePlan(Command[list[Proposal]]):
    """Write what another copy of the plan says and what does not collide; answers with all that was proposed."""

    theirs: OpenPlan
    is_record: bool = False
    """The other has not been written in since it was made, as a pdf."""
    settling: Settling = NOTHING_SETTLED
    """What the person says about clashes."""


@dataclass(frozen=True)
class NoteSent(Command[int]):
    """Note that actors have been sent their forms today; answers with how many that was new for."""

    actors: tuple[str, ...]


@dataclass(frozen=True)
class NoteReminded(Command[int]):
    """Note that actors have been reminded today; answers with how many that was new for."""

    actors: tuple[str, ...]


@dataclass(frozen=True)
class TakeInForm(Command[Found]):
    """Write what a returned form adds and changes; answers with everything that was found in it."""

    form: ReturnedForm
    choices: Choices = field(default_factory=Choices)
    """What the person has chosen about rows that the program does not take in by itself."""
