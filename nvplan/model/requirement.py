"""A requirement: what is asked, how bindingly, of whom, and where that is written."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from nvplan.model.base import Frozen

Modality = Literal["ska", "bor", "kan", "central", "lag", "mal"]
MODALITIES: tuple[Modality, ...] = ("ska", "mal", "lag", "bor", "central", "kan")
Addressee = Literal["region", "kommun", "rss", "skr", "vardgivare"]
PlanKey = Literal["gemensam", "kontinuitet", "patientkontrakt"]
PLANS: tuple[PlanKey, ...] = ("gemensam", "kontinuitet", "patientkontrakt")
Standing = Literal["gallande", "avslutad", "foreslagen"]


class Source(Frozen):
    """Where something is written. `lines` is first and last line of the source text, empty for an outside source."""

    document: str
    heading: str
    lines: tuple[int, ...] = Field(default=(), max_length=2)
    reference: str = ""
    """Address or title of an outside source."""


class RequirementSet(Frozen):
    """A set of requirements that came together: an agreement, statutes, recommendations or a proposal."""

    id: str
    title: str
    label: str
    """How the set is named on every screen and document, its standing included."""
    standing: Standing
    verified: bool
    complete: bool
    """Whether every requirement of the document is in the catalogue."""
    period: str = ""
    decided: str = ""
    diary_numbers: tuple[str, ...] = ()
    note: str = ""
    always: bool = False
    """Whether it applies beside any agreement (statutes, recommendations)."""
    replaces: str = ""


class Requirement(Frozen):
    """One thing that a person can tick as met, partly met or not met."""

    id: str
    set: str
    modality: Modality
    addressees: tuple[Addressee, ...]
    stated: bool
    """Whether the text itself names who it binds; if not, `addressees` is our reading."""
    area: str
    title: str
    text: str
    plans: tuple[PlanKey, ...] = ()
    evidence: str = ""
    """What typically shows that the requirement is met."""
    sources: tuple[Source, ...]
    covers: tuple[str, ...] = ()
    """Row ids of the sentence list that this requirement gathers."""
    replaces: tuple[str, ...] = ()
    note: str = ""
