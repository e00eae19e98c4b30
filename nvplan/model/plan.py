"""The state of a county's plan: frame, actors, answers and shared objects, as one immutable value."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from nvplan.model.base import Frozen
from nvplan.model.county import Actor
from nvplan.model.kinds.kind import Value
from nvplan.model.plan_years import PlanYears
from nvplan.texts import plan_years as years_texts

if TYPE_CHECKING:
    from nvplan.model.objects.base import SharedObject

#: The actor that stands for the whole county in a question that is answered once.
WHOLE_COUNTY = "lan"
PlanStanding = Literal["utkast", "remiss", "beslutad"]


class PlanInfo(Frozen):
    """The frame of a plan file: whose plan, which year, which requirement set, how far decided."""

    county_code: str
    year: int
    """The plan's year; of a plan of several years the one that is being followed up."""
    requirement_set: str
    standing: PlanStanding = "utkast"
    standing_date: str = ""
    standing_body: str = ""
    example: bool = False
    """Whether the answers are invented; every screen and page says so."""
    created: str = ""
    carried_from: int | None = None
    """The year of the plan that this one was begun from."""
    catalog: str = ""
    """The data folder that the plan was made with, and of when; empty where it is the program's own."""
    own_standing: Mapping[str, str] = {}
    """Proposed requirement sets that the county itself says are in force: by set, the county's own reference."""
    first_year: int | None = None
    last_year: int | None = None
    """The first and the last year of a plan of several years; None where the plan holds for one."""
    followed_up: Mapping[str, str] = {}
    """The years of the plan that have been followed up: by year, the id of the frozen state of it."""

    @property
    def years(self) -> PlanYears:
        """The years that the plan holds for, and the one that is followed up."""
        if self.first_year is None or self.last_year is None or not self.first_year <= self.year <= self.last_year:
            return PlanYears.one(self.year)
        return PlanYears(self.first_year, self.last_year, self.year)

    @property
    def years_told(self) -> str:
        """The years as a heading has them: `2026`, or `2024–2030 · uppföljning 2026`."""
        span = self.years.span
        return years_texts.FOLLOWED.format(span=span, year=self.year) if self.years.is_long else span

    @property
    def has_carried(self) -> bool:
        """Whether answers may have come along from a year before, to be confirmed."""
        return self.carried_from is not None or bool(self.followed_up)


class Answer(Frozen):
    """One answer: its value, when and in which role it was last changed. A skipped question has no value."""

    value: Value | None = None
    changed: str = ""
    role: str = ""
    skipped: bool = False
    """Marked «hoppa över, återkom»: still unanswered in every count."""
    carried: bool = False
    """Taken over from last year's plan and not confirmed since."""


@dataclass(frozen=True)
class SetAside:
    """Something that the plan file holds and that does not fit the plan: it stays in the file, and nothing reads it."""

    table: str
    identity: str
    path: tuple[str, ...]
    reason: str
    """Why it does not fit, in a sentence."""
    text: str
    """The beginning of what stands there, on one line."""
    newer: bool = False
    """Whether it may come from a newer nvplan: this one does not know the name."""
    formless: bool = False
    """Whether it has no form that anyone can read, so that it is no field of anything."""
    conflicting: bool = False
    """Whether a register says something else, so that a person has to choose."""
    settled: bool = False
    """Whether nobody needs to choose: the question is gone, or is a step that shows a register now."""


_NO_ANSWER = Answer()


@dataclass(frozen=True)
class PlanState:
    """Everything in a plan file at one revision."""

    info: PlanInfo
    revision: int
    changed: str
    """ISO time of the last change."""
    actors: tuple[Actor, ...]
    answers: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    """By actor (`lan` for the whole county) and question id."""
    objects: Mapping[str, Mapping[str, "SharedObject"]] = field(default_factory=dict)
    """By type and id."""
    set_aside: tuple[SetAside, ...] = ()
    """What in the file does not fit."""
    part: str = ""
    """The actor whose part of a plan the file is (a delplan); empty for a whole plan."""

    def answer(self, question: str, actor: str = WHOLE_COUNTY) -> Answer:
        """Return the answer, an empty one where nobody has answered."""
        return self.answers.get((actor, question), _NO_ANSWER)

    def actor(self, identity: str) -> Actor | None:
        """Return the actor with this id."""
        return next((actor for actor in self.actors if actor.id == identity), None)
