"""Commands about reports: begun, written, carried over, confirmed, frozen, handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nvplan.services.writing.commands import Command

if TYPE_CHECKING:
    from nvplan.model.county import Actor
    from nvplan.services.reading.open_plan import OpenPlan


@dataclass(frozen=True)
class BeginReport(Command[str]):
    """Add an occasion for a form with what can be proposed; answers with its id. The last day is a suggestion."""

    form: str
    actor: Actor | None = None
    """Who hands it in; where only one body can, it need not be said."""
    part: bool = False
    """The first of a form's days (half the year) instead of the last."""
    title: str = ""
    """The occasion's title; proposed where it is empty."""
    year: int | None = None
    """The year that is reported; the plan's where it is left out."""


@dataclass(frozen=True)
class WriteReportText(Command[str]):
    """Write an item's own text over the draft; an empty text brings the draft back."""

    occasion: str
    item: str
    """The item's number or id."""
    text: str
    seen: str | None = None
    """The text that the person had before them, empty where there was none; None writes without looking."""
    edit: str = ""
    """Names the person's unbroken stay in the field."""


@dataclass(frozen=True)
class CarryReportOver(Command[Sequence[str]]):
    """Copy what people wrote in the occasion before, where nothing is written here; answers with the items' numbers.

    Each is marked as carried over until someone confirms or rewrites it. What was only a draft is drafted anew.
    """

    occasion: str
    items: Sequence[str] = ()
    """Their numbers or ids; all of them where none is named."""
    other: OpenPlan | None = None
    """The plan that the occasion before is in, where it is not this one."""


@dataclass(frozen=True)
class ConfirmReportText(Command[str]):
    """Say that a text that was carried over still holds."""

    occasion: str
    item: str


@dataclass(frozen=True)
class FreezeReport(Command[str]):
    """Freeze an occasion: the whole plan is kept as it is, and the report is read from that ever after."""

    occasion: str


@dataclass(frozen=True)
class HandInReport(Command[str]):
    """Note the day on which the county itself handed a report in; an empty day takes it away."""

    occasion: str
    date: str
