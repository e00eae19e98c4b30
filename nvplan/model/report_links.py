"""What of the plan a question in a report is drafted from: content in data/, not code."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from nvplan.model.base import Frozen

#: A part of a draft. `oversikt` tells how far the insatser of each area are, `infort` what has come of those that are
#: finished, `medel` the money that an actor had for joint use, `malbildsbeslut` who has decided on the målbild,
#: `planbeslut` on a plan, `mal` the body's own goals with the latest value, `vfu` its weeks and places of VFU.
DraftPart = Literal["oversikt", "resultat", "paborjat", "genomfort", "planerat", "pausat", "avbrutet", "jamstalldhet",
                    "medel", "malbildsbeslut", "andra_planer", "infort", "mal", "planbeslut",
                    "vfu"]
#: What a question shows where its link names no parts, in the order that the structures ask for.
DEFAULT_PARTS: tuple[DraftPart, ...] = (
    "resultat", "paborjat", "genomfort", "planerat", "pausat", "avbrutet", "jamstalldhet")


class ReportLink(Frozen):
    """Which questions of the plans answer an item of a report, and which parts its draft has.

    Without `parts` every insats is told in full once in the report, at the question that is closest to its area. With
    `parts` the question shows just those, for all insatser of its areas; an empty list means none of them.
    """

    item: str
    questions: tuple[str, ...] = ()
    parts: tuple[DraftPart, ...] | None = None
    same: str = ""
    """The one of the questions that asks for the same text as the item: the answer is the item's text, and to write the
    item is to answer. What else the item shows stands below it."""
    plans: tuple[str, ...] = ()
    """The kinds of other plans (`planslag`) that are told here, of those that say that the form asks for them."""

    also: tuple[DraftPart, ...] = ()
    """Parts that the item has beside those that its insatser give it."""
    kinds: tuple[str, ...] = ()
    """The kinds of insatser (`insatstyp`) that the item is about as well, whatever their area."""
    decisions: tuple[str, ...] = ()
    """What was decided that is told here, with day and diary number, as a decision's subject has it."""


class SameMatter(Frozen):
    """A matter that several reports ask about: the items that do, so that the answers can be read beside each other."""

    id: str
    label: str
    items: tuple[str, ...]
