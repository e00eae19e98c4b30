"""The rule for everything that comes back: taken in + refused with reason + not understood = all that differs.

Every cell or field of a returned file that says something else than the empty form, and something else than the form
would say now, becomes exactly one `Place`. Whoever reads a new kind of file makes places; nobody else counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from nvplan.model.plan import SetAside
from nvplan.services.reading.change_words import show_change_value
from nvplan.services.reading.comparing import set_aside_place
from nvplan.services.writing.merging import LEFT, Proposal
from nvplan.services.writing.settling import Key
from nvplan.store.journal import field_key
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts

#: What became of a place: it is (or would be) in the plan, it was read and turned down, nobody knows what it means, or
#: a person has said that what stands in the plan stays.
Outcome = Literal["taken", "refused", "unclear", "settled"]
#: What a person can choose for a place that was turned down: to take its row as a new post, or to go by the title.
Choice = Literal["", "new_row", "by_title"]


@dataclass(frozen=True)
class Place:
    """One cell or field of a returned file that says something new."""

    outcome: Outcome
    where: str
    """What the field is called, and where in the file it stands."""
    text: str
    """What stood there, whole."""
    reason: str = ""
    """Why it is not taken in, as sentences; empty where it is."""
    kind: str = ""
    """One or two words for what happens: `nytt`, `ändrat`, `strider mot`, `kommentar`; empty for the outcome's own."""
    ours: str = ""
    """What stands in the plan."""
    leads_to: str = ""
    """The field's place in the plan, empty where it has none."""
    choice: Choice = ""
    row: int = 0
    """The row's number in its sheet, for a choice about it."""
    clash: Key | None = None
    """The field that both have written, for a choice about it: also where the person has settled it already."""

    @property
    def told_kind(self) -> str:
        """What happens, in a word or two."""
        return self.kind or returned_texts.OUTCOMES[self.outcome]


@dataclass
class Account:
    """All that differs in what came back, place by place."""

    places: list[Place] = field(default_factory=list)

    @property
    def taken(self) -> list[Place]:
        """What is taken in, or in a preview would be."""
        return self._of("taken")

    @property
    def refused(self) -> list[Place]:
        """What was read and is not taken in, with the reason."""
        return self._of("refused")

    @property
    def unclear(self) -> list[Place]:
        """What was not understood, with its place."""
        return self._of("unclear")

    @property
    def settled(self) -> list[Place]:
        """What differs and has been settled: what stands in the plan stays."""
        return self._of("settled")

    @property
    def left(self) -> list[Place]:
        """What a person has to look at: refused and not understood, in that order."""
        return [*self.refused, *self.unclear]

    @property
    def total(self) -> int:
        """How many places differ; what is taken, refused, not understood and settled add up to it."""
        return len(self.places)

    @property
    def exit_code(self) -> int:
        """0 where everything that differs is in or settled, 3 where some of it is, 1 where nothing is."""
        if not self.left:
            return 0
        return 3 if self.taken else 1

    def add(self, places: Iterable[Place]) -> None:
        """Add places, for files that are taken in together."""
        self.places.extend(places)

    def _of(self, outcome: Outcome) -> list[Place]:
        return [one for one in self.places if one.outcome == outcome]


def place_of(proposal: Proposal, *, reason: str = "") -> Place:
    """Return the place of a proposal: taken in, or where both have written, refused.

    Args:
        proposal: a field that someone else says something about.
        reason: why it is refused, where that is something else than that both have written.
    """
    outcome: Outcome = "refused" if proposal.kind in LEFT else "settled" if proposal.kind == "kept" else "taken"
    theirs = show_change_value(proposal.change, "after", proposal.names) or store_texts.NO_VALUE
    why = reason or proposal.reason or returned_texts.BOTH_WROTE
    whys = {"refused": why, "settled": returned_texts.KEPT_OURS, "taken": ""}
    return Place(
        outcome, proposal.place, theirs, whys[outcome],
        store_texts.MERGE_KINDS[proposal.kind],
        show_change_value(proposal.change, "before", proposal.names) or store_texts.NO_VALUE, proposal.leads_to,
        clash=field_key(proposal.change) if proposal.kind in ("contradicts", "changes", "kept") else None)


def account_of(proposals: Iterable[Proposal], formless: Iterable[SetAside] = ()) -> Account:
    """Return the account of a merge with another plan: what does not collide is taken in.

    Args:
        proposals: the fields that the other says something about.
        formless: what the other file holds in no form that can be read.
    """
    return Account([*(place_of(one) for one in proposals),
                    *(Place("unclear", set_aside_place(one), one.text, one.reason) for one in formless)])
