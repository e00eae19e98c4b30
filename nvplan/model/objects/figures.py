"""What is to be reached and what was measured: goals and measurements."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from decimal import Decimal
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from nvplan.model.objects.base import (
    CodeText,
    Count,
    DateText,
    LongText,
    Number,
    Percent,
    Reference,
    SharedObject,
    ShortText,
    Title,
    Year,
    fault,
    require_order,
    require_part,
)
from nvplan.model.objects.declaration import (
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
from nvplan.model.requirement import PlanKey
from nvplan.texts import objects as objects_texts

#: What a goal or a measurement counts. The indices are COC (Bice–Boxerman), a number from 0 to 1.
Measure = Literal["andel_lakarkontakt", "andel_vardkontakt", "andel_lakarkontakt_sabo", "coc_lakare", "coc_alla",
                  "coc_lakare_sabo", "upc", "secon", "varmland", "patientenkat", "annat"]
MEASURES: tuple[Measure, ...] = ("andel_lakarkontakt", "andel_vardkontakt", "andel_lakarkontakt_sabo", "coc_lakare",
                                 "coc_alla", "coc_lakare_sabo", "upc", "secon", "varmland", "patientenkat", "annat")
#: Shares, always in per cent, that say nothing without knowing of whom.
SHARE_MEASURES: frozenset[str] = frozenset({"andel_lakarkontakt", "andel_vardkontakt", "andel_lakarkontakt_sabo",
                                            "varmland"})
#: Continuity indices, from 0 to 1, that say nothing without the rule for which patients count.
INDEX_MEASURES: frozenset[str] = frozenset({"coc_lakare", "coc_alla", "coc_lakare_sabo", "upc", "secon"})
GoalState = Literal["ej_paborjat", "pagar", "natt", "ej_natt"]
#: `annan` is named in `unit_text`.
Unit = Literal["procent", "index", "antal", "annan"]
UNITS: tuple[Unit, ...] = ("procent", "index", "antal", "annan")
_BOUNDS = {"procent": (Decimal(0), Decimal(100), objects_texts.OUTSIDE_PERCENT), "index": (Decimal(0), Decimal(1),
                                                                                objects_texts.OUTSIDE_INDEX)}
_TOLD: dict[str, str] = {**dict.fromkeys(SHARE_MEASURES, "procent"), **dict.fromkeys(INDEX_MEASURES, "index")}


def _check_unit(measure: str | None, unit: str | None) -> None:
    expected = _TOLD.get(measure or "")
    if expected and unit and unit != expected:
        raise fault(
            objects_texts.UNIT_OF_SHARE if expected == "procent" else objects_texts.UNIT_OF_INDEX, "unit", "measure"
        )


def _within(value: Decimal | None, measure: str | None, unit: str | None, field: str) -> None:
    bounds = _BOUNDS.get(unit or _TOLD.get(measure or "", ""))
    if value is not None and bounds and not bounds[0] <= value <= bounds[1]:
        raise fault(bounds[2], field)


class Goal(SharedObject):
    """A goal of the county's own: how much, for whom, by when, counted from where.

    `baseline` and `target` are in `unit` (per cent as 55, an index as 0,33). `national` is the national goal that it
    answers to (data/mal.jsonl). The +20 per cent of the agreement are counted from `baseline` in `baseline_year`: the
    agreement names no base year (002 lines 771-773), so the county must.
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="mal",
        fields=(
            text("title"), several("plans", "plan"), choice("area", "omrade"), refer("national", "nationellt_mal"),
            refer("structure", "malomrade"), choice("set_by", "satt_av"), choice("form", "malform"),
            choice("measure", "matt"), refer("indicator", "indikator"),
            choice("unit", "enhet"), text("unit_text"), choice("direction", "riktning"),
            choice("denominator", "namnare"), choice("selection", "urval"), long_text("inclusion"), number("baseline"),
            number("baseline_year"),
            text("baseline_source"), number("target"), date("date"), choice("state", "mallage"), date("reached"),
            long_text("known_by"), refer("actor", "aktor"), text("role"), refer("requirements", "krav"),
            long_text("note"),
        ),
        columns=("title", "baseline", "target", "date", "state"),
        facets=("plans", "area", "measure", "state", "structure"),
        owner=Owner("actor"),
        follows=True,
        each_year=True,
        printed="own",
    )

    title: Title
    """The aim in one sentence."""
    plans: tuple[PlanKey, ...] = ()
    area: CodeText = ""
    national: Reference = ""
    structure: tuple[Reference, ...] = ()
    """The county's own målområden that it follows up."""
    set_by: Literal["nationellt", "lanet"] | None = None
    form: Literal["varde", "lage"] | None = None
    """Whether it is a value to reach or a state without a number; nothing said is a value."""
    measure: Measure | None = None
    indicator: Reference = ""
    """One of the indicators in data/indikatorer.jsonl that it follows."""
    unit: Unit | None = None
    unit_text: ShortText = ""
    direction: Literal["hogre", "lagre"] | None = None
    """Which way is better."""
    denominator: CodeText = ""
    """Of whom a share is a share, from the list `namnare`."""
    selection: CodeText = ""
    """The rule for which patients an index counts, from the list `urval`."""
    inclusion: LongText = ""
    """Which patients and visits count, in the county's own words."""
    baseline: Number | None = None
    baseline_year: Year | None = None
    baseline_source: ShortText = ""
    target: Number | None = None
    date: DateText = ""
    """By when."""
    state: GoalState | None = None
    """How far it has come, where that is no number."""
    reached: DateText = ""
    """When it was reached."""
    known_by: LongText = ""
    """How it is known, or will be, that it is reached."""
    actor: Reference = ""
    role: ShortText = ""
    requirements: tuple[Reference, ...] = ()
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        _check_unit(self.measure, self.unit)
        _within(self.baseline, self.measure, self.unit, "baseline")
        _within(self.target, self.measure, self.unit, "target")
        if self.is_state and (self.baseline is not None or self.target is not None):
            raise fault(objects_texts.STATE_WITH_NUMBER, "form")
        if self.reached and self.state not in (None, "natt"):
            raise fault(objects_texts.REACHED_AND_NOT, "state", "reached")
        return self

    @property
    def is_state(self) -> bool:
        """Whether it is a state to bring about, without a number."""
        return self.form == "lage"


class Measurement(SharedObject):
    """A measured value, always with what it counts, of whom, when and from where.

    `value` is in `unit`. `numerator` and `count` are persons (or visits, where `inclusion` says so). A share says its
    denominator, or it cannot be compared (003 lines 1713-1724).
    """

    about: ClassVar[ObjectType] = ObjectType(
        name="matning",
        fields=(
            text("title"), refer("goal", "mal"), choice("measure", "matt"), refer("indicator", "indikator"),
            number("value"), choice("unit", "enhet"), text("unit_text"), number("numerator"), number("count"),
            choice("denominator", "namnare"), text("group"), long_text("inclusion"), number("least_visits"),
            date("period_start"),
            date("date"), refer("origin", "matkalla"), text("source"), choice("quality", "datakvalitet"),
            refer("actor", "aktor"),
            number("active_choice", "%"), number("women"), number("men"), long_text("note"),
        ),
        columns=("title", "value", "unit", "date", "measure"),
        facets=("measure", "actor"),
        called=("title", "measure"),
        owner=Owner("actor"),
        follows=True,
        printed="own",
    )

    title: ShortText = ""
    goal: Reference = ""
    measure: Measure | None = None
    indicator: Reference = ""
    value: Number | None = None
    unit: Unit | None = None
    unit_text: ShortText = ""
    numerator: Count | None = None
    count: Count | None = None
    """How many the value is counted of."""
    denominator: CodeText = ""
    group: ShortText = ""
    """The group that the value is about, where it is not all of those whom the measure is about."""
    inclusion: LongText = ""
    least_visits: Count | None = None
    """For an index: how many visits a patient must have had to count; an index needs at least two."""
    period_start: DateText = ""
    date: DateText = ""
    """The day of measuring, or the last day of the period."""
    origin: Reference = ""
    """The mätkälla that it comes from, in the register; `source` says what the register does not."""
    source: ShortText = ""
    quality: CodeText = ""
    actor: Reference = ""
    """Whose value it is; empty is the county's."""
    active_choice: Percent | None = None
    """How many per cent of those with a contact chose it themselves."""
    women: Number | None = None
    men: Number | None = None
    note: LongText = ""

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        _check_unit(self.measure, self.unit)
        # First what was counted: of 60 of 50 the share that is worked out is no cause, and nobody wrote it.
        require_part(self.numerator, self.count, ("numerator", "count"), objects_texts.NUMERATOR_TOO_LARGE)
        for name in ("value", "women", "men"):
            _within(getattr(self, name), self.measure, self.unit, name)
        require_order(self.period_start, self.date, ("period_start", "date"), objects_texts.PERIOD_BACKWARDS)
        if self.value is not None and not self.denominator and self.is_share:
            raise fault(objects_texts.SHARE_NEEDS_DENOMINATOR, "denominator")
        return self

    @property
    def is_share(self) -> bool:
        """Whether the value is a share of somebody, told in per cent."""
        return self.measure in SHARE_MEASURES or (self.measure in (None, "annat") and self.unit == "procent")

    @property
    def is_index(self) -> bool:
        """Whether the value is a continuity index."""
        return self.measure in INDEX_MEASURES or (self.measure in (None, "annat") and self.unit == "index")
