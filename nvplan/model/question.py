"""Questions, chapters and steps: the form of a plan as data, with no widget and no text of its own."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Mapping
from typing import Literal

from nvplan.model.base import Frozen
from nvplan.model.binding import Binding
from nvplan.model.county import ActorType
from nvplan.model.kinds.field import Column, Field, QuestionKind
from nvplan.model.requirement import PlanKey, Source

Operator = Literal["ar", "ar_inte", "nagon_av", "besvarad"]


class Condition(Frozen):
    """When a question applies: the answer to another question of the same plan, read for the same actor."""

    question: str
    operator: Operator
    values: tuple[str, ...] = ()


class Also(Frozen):
    """Where else a question is shown: another plan's chapter asks for the same fact."""

    plan: PlanKey
    chapter: str


class Question(Field):
    """One question of a plan. `core` questions (kärna) count in the progress, the others (fördjupning) do not."""

    kind: QuestionKind
    plan: PlanKey
    chapter: str
    core: bool
    decision: str = ""
    """What the answer decides where no requirement asks for it, as a clause that goes on from ”Svaret avgör”."""
    per: Literal["lan", "aktor"] = "lan"
    actors: tuple[ActorType, ...] = ()
    """For a question per actor: which kinds of actor answer it. Empty means region and kommun."""
    two_bodies: bool = False
    """Whether it is about what region and kommun agree on, so that it is not asked where they are one body."""
    requirements: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[str, ...] = ()
    """For a `tabell`: row headings that the county starts from, in the first column."""
    condition: tuple[Condition, ...] = ()
    """All must hold; none means that the question always applies."""
    asks: str = ""
    """What is asked for, in one or two sentences."""
    background: str = ""
    """What the sources say of it and leave open: for the one who wants to know more, not beside the question."""
    why: str = ""
    example: str = ""
    """How others did or could do, with year and place where it is history."""
    group: str = ""
    """A prompt for a group that talks the question over."""
    draws_on: str = ""
    """The kind of shared object that the answer is taken from: entered once, used here."""
    sources: tuple[Source, ...] = ()
    also: tuple[Also, ...] = ()
    """The other plans' chapters that show this very question: answered in one place, it is answered in all."""
    guest: bool = False
    """Whether it is shown in a plan that it does not belong to; set when that plan's form is made."""
    bound: Binding | None = None
    """The shared object that holds the answer, which is then stored nowhere else; set from data/bindningar.jsonl."""

    @property
    def inner(self) -> tuple[Column, ...]:
        """The columns of a table; none for other kinds."""
        return self.columns

    @property
    def headings(self) -> tuple[str, ...]:
        """What the rows of a table that nobody has touched are called, in its first column."""
        return self.rows


class RemovedQuestion(Frozen):
    """A question that is asked no more: its id is understood until a day, and answered with where to go instead."""

    id: str
    version: str
    """The version that took it away."""
    until: str
    """The ISO day after which the row may go."""
    to: str
    """The question that is asked instead."""
    text: str
    """Where what it asked for stands now, in a sentence."""
    moves: bool = False
    """Whether an answer to it is one to `to`, so that it goes there when an older file is opened."""
    codes: Mapping[str, str] = {}
    """The options of `to` by those that it had, where they differ."""


class Chapter(Frozen):
    """A chapter of a plan, `1.0` to `3.16`."""

    id: str
    plan: PlanKey
    order: int
    title: str
    step: str
    intro: str = ""


class Step(Frozen):
    """A group of chapters: the core of a plan is about eight steps."""

    id: str
    plan: PlanKey
    order: int
    title: str
    short: str
    """Its name in a word, where the whole title has no room: the head of a column, the way to a question."""
    intro: str = ""
