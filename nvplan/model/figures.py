"""Goals and figures: what is to be reached, what was measured, always with unit, year and source."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, PlainSerializer, model_validator

from nvplan.model.base import Frozen
from nvplan.model.requirement import Source


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


#: An exact number in the model, an ordinary number in JSON.
Number = Annotated[Decimal, PlainSerializer(_plain_number, return_type=int | float, when_used="json")]
Day = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}(-\d{2})?)?$")]
CountyCode = Annotated[str, Field(pattern=r"^\d{2}$")]

#: What the year of a figure stands for.
YearMeaning = Literal["matar", "publicering", "prognos", "planerat", "avtalsar", "okant"]
Direction = Literal["hogre", "lagre"]
IndicatorGroup = Literal["person_relation", "medskapare", "proaktiv", "samordning", "medarbetare"]
GoalKind = Literal["andel_minst", "okning_relativ", "okning_utan_tal", "riktvarde"]
Topic = Literal["kompetensforsorjning", "hyrpersonal", "privata_utforare", "samverkan", "malbild", "halsoframjande",
                "kontinuitet", "ersattning", "ehalsa", "medel", "slutenvard", "primarvardsreform"]


class Listed(Frozen):
    """Something that stands under an id in a file of data/."""

    id: str


class Figure(Frozen):
    """A number that says what it counts, in what unit, of when and from where.

    `value` is in `unit` (percent as 55, not 0.55; money in kronor). `date` is an ISO day or month.
    """

    label: str
    value: Number
    unit: str
    date: Day = ""
    year: int | None = None
    year_meaning: YearMeaning = "matar"
    year_note: str = ""
    """What the source says, or leaves out, about when the figure was measured."""
    denominator: str = ""
    """Of whom a share is a share: befolkning, listade, svarande … Shares with unlike denominators do not compare."""
    approximate: bool = False
    """Whether the source itself rounds: omkring, drygt, nästan."""
    note: str = ""
    warning: str = ""
    """Why the figure cannot be right, or cannot be read with certainty, as it is printed."""
    source: Source

    @model_validator(mode="after")
    def _has_a_time(self) -> Self:
        if not self.date and self.year is None:
            raise ValueError("a figure needs date or year")
        return self


class Compared(Figure):
    """A figure that may stand beside an earlier one. The trend is computed from the two, never stored."""

    direction: Direction | None = None
    """Which way is better; none where the figure is neither good nor bad in itself."""
    comparison_value: Number | None = None
    comparison_year: int | None = None


class Indicator(Compared, Listed):
    """One of the 18 indicators that SKR showed for nära vård (001 lines 243-391)."""

    order: int
    group: IndicatorGroup
    direction: Direction
    comparison_value: Number
    comparison_year: int


class Background(Compared, Listed):
    """A figure about the surroundings of a plan: the country, or the county of `county_code`."""

    topic: Topic
    county_code: str = ""
    verified: bool = True
    """False where what the number stands for cannot be read from the source."""


class Goal(Listed):
    """A national goal for continuity, or the guide value (riktvärde) for how many persons a doctor can have.

    `value` is percent for shares and increases, persons per doctor for the guide value, none where the goal has no
    number. `date` is the day by which it was to be reached.
    """

    kind: GoalKind
    title: str
    text: str
    value: Number | None
    unit: str
    date: Day = ""
    year: int | None = None
    set: str
    """The requirement set that the goal belongs to, as last verified."""
    replaces: tuple[str, ...] = ()
    """The goals of older sets that this one has replaced."""
    established: int | None = None
    """The year of the agreement that first set the goal."""
    population: str = ""
    measure: str = ""
    base_year_stated: bool | None = None
    """For an increase: whether the source says from which year it counts. None where the question does not arise."""
    gives: Mapping[str, str] = {}
    """What a county's goal that answers to it says in fields that nobody has filled in, in the codes of the goal."""
    note: str = ""
    source: Source
    further_sources: tuple[Source, ...] = ()

    @property
    def is_limit(self) -> bool:
        """Whether the value is something to reach. A guide value is neither floor nor ceiling."""
        return self.kind != "riktvarde"

    @property
    def is_increase(self) -> bool:
        """Whether the goal is told as a change, so that the county must state its own base year and base value."""
        return self.kind in ("okning_relativ", "okning_utan_tal")
