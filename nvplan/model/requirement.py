"""A requirement: what is asked, how bindingly, of whom, and where that is written."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from typing import Literal, Self

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
    named: str = ""
    """How it is named inside a sentence, its standing included; `label` where it is empty."""
    named_in_full: str = ""
    """How it is named where another agreement is told of too, the patient's own say; `named` where it is empty."""
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
    forms: tuple[str, ...] = ()
    """The reporting forms that belong to it, the one that is proposed first for each document first."""
    label_in_force: str = ""
    """For a proposal: how the set is named once a county says, with a reference of its own, that it is in force.

    `{reference}` stands where the county's reference goes (an SFS number and date, say).
    """

    @property
    def name(self) -> str:
        """The set's name as it stands inside a sentence."""
        return self.named or self.label

    @property
    def name_in_full(self) -> str:
        """The set's name inside a sentence that tells of another agreement too."""
        return self.named_in_full or self.name

    @property
    def is_proposed(self) -> bool:
        """Whether nothing in the set binds anyone yet, as far as could be verified."""
        return self.standing == "foreslagen"

    def label_with(self, reference: str) -> str:
        """Return the label of a proposal that the county says is in force, with the county's own reference."""
        return self.label_in_force.replace("{reference}", reference)


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
    title_in_force: str = ""
    """For a proposed requirement: its title once a county says that the set is in force."""
    text_in_force: str = ""
    """For a proposed requirement: its text once a county says that the set is in force."""
    note: str = ""

    def in_force(self) -> Self:
        """Return a proposed requirement as it reads once a county says that its set is in force."""
        return self.model_copy(update={"title": self.title_in_force, "text": self.text_in_force})
