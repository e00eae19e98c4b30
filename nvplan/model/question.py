"""Questions, chapters and steps: the form of a plan as data, with no widget and no text of its own."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from decimal import Decimal
from typing import Literal

from pydantic import Field

from nvplan.model.base import Frozen
from nvplan.model.county import ActorType
from nvplan.model.requirement import PlanKey, Source

Kind = Literal["text", "langtext", "tal", "datum", "val", "flerval", "ja_nej", "tabell"]
ColumnKind = Literal["text", "tal", "datum", "val", "ja_nej"]
Operator = Literal["ar", "ar_inte", "nagon_av", "besvarad"]


class Option(Frozen):
    """One of the coded values of a `val` or `flerval` question."""

    id: str
    label: str
    help: str = ""


class Column(Frozen):
    """A column of a `tabell` question."""

    id: str
    label: str
    kind: ColumnKind = "text"
    options: tuple[Option, ...] = ()
    unit: str = ""
    required: bool = False


class Condition(Frozen):
    """When a question applies: the answer to another question of the same plan, read for the same actor."""

    question: str
    operator: Operator
    values: tuple[str, ...] = ()


class Question(Frozen):
    """One question of a plan. `core` questions (kärna) count in the progress, the others (fördjupning) do not."""

    id: str
    plan: PlanKey
    chapter: str
    kind: Kind
    label: str
    core: bool
    per: Literal["lan", "aktor"] = "lan"
    actors: tuple[ActorType, ...] = ()
    """For a question per actor: which kinds of actor answer it. Empty means region and kommun."""
    requirements: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[str, ...] = ()
    """For a `tabell`: row headings that the county starts from, in the first column."""
    condition: tuple[Condition, ...] = ()
    """All must hold; none means that the question always applies."""
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = None
    longest: int = Field(default=20_000, gt=0)
    asks: str = ""
    """What is asked for, in one or two sentences."""
    why: str = ""
    example: str = ""
    """How others did or could do, with year and place where it is history."""
    group: str = ""
    """A prompt for a group that talks the question over."""
    hint: str = ""
    """A few words about the form of the answer."""
    draws_on: str = ""
    """The kind of shared object that the answer is taken from: entered once, used here."""
    sources: tuple[Source, ...] = ()


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
    intro: str = ""
