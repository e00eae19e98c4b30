"""What a returned form says that the plan does not: what to write, what to leave to a person, what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.list_merging import merged_words
from nvplan.services.writing.merging import NOT_WRITTEN, Kind, Proposal
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.accounting import Account, Place, place_of
from nvplan.services.writing.settling import NOTHING_SETTLED, Settling, settled_value
from nvplan.services.writing.turned_down import TurnedDown, is_kept
from nvplan.store.journal import FieldChange
from nvplan.texts import returned as returned_texts

#: Stands for a value that nobody knows: what a cell said when the change log no longer reaches back to it.
UNKNOWN = ...


@dataclass(frozen=True)
class Write:
    """What is to be written to one object: the model's values by field. An empty id is a new one."""

    kind: str
    identity: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Told:
    """Where a value stood in the file, and what stood there, whole."""

    where: str
    """What the field is called, and its cell where the file has cells."""
    text: str


@dataclass(frozen=True)
class Weighed:
    """A proposal with the cells that say it: one, several that say the same, or all those of a new row."""

    proposal: Proposal
    cells: tuple[Told, ...]
    mark: str = ""
    """What is to be heeded: that it holds for the whole county."""
    reason: str = ""
    """Why it is left to a person, where that is something else than that both have written."""
    new_row: str = ""
    """For a new row: what it is called."""

    def places(self) -> list[Place]:
        """Return a place for each cell."""
        if self.new_row:
            return [Place("taken", f"{self.new_row}: {one.where}", one.text, leads_to="") for one in self.cells]
        told = place_of(self.proposal, reason=self.reason)
        is_whole = told.outcome == "taken" and len({one.text for one in self.cells}) == 1
        return [Place(told.outcome, f"{self.mark}{one.where}", told.text if is_whole else one.text, told.reason,
                      told.kind, told.ours, told.leads_to, clash=told.clash) for one in self.cells]


@dataclass
class Found:
    """What a returned form says that the plan does not."""

    actor: str = ""
    """Whose form it is; empty for the whole county's."""
    weighed: list[Weighed] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    """What is refused and what is not understood, beside the proposals that are left to a person."""
    notes: list[str] = field(default_factory=list)
    """What is told beside; none of it is anything that differs."""
    writes: list[Write] = field(default_factory=list)
    settling: Settling = NOTHING_SETTLED
    """What the person says about clashes."""
    earlier_no: TurnedDown | None = None
    """What has been turned down before."""
    removals: list[tuple[str, str]] = field(default_factory=list)
    """Posts to take away: type and id."""
    answers: list[tuple[str, str, Any]] = field(default_factory=list)
    """Answers to write: question, actor, value."""

    @property
    def account(self) -> Account:
        """Everything that differs, place by place."""
        return Account([place for one in self.weighed for place in one.places()] + self.places)

    @property
    def proposals(self) -> list[Proposal]:
        """What is said about fields that are filled in."""
        return [one.proposal for one in self.weighed]

    def refuse(self, where: str, text: str, reason: str, leads_to: str = "") -> None:
        """Note what was read and is not taken in."""
        self.places.append(Place("refused", where, text, reason, leads_to=leads_to))

    def taken_along(self, where: str, text: str) -> None:
        """Note what says the same as something that is taken in, such as a tick beside an answer."""
        self.places.append(Place("taken", where, text))

    def unclear(self, where: str, text: str, reason: str) -> None:
        """Note what is not understood."""
        self.places.append(Place("unclear", where, text, reason))

    def weigh(self, change: FieldChange, before: Any, ours: Any, theirs: Any, empty: Any,
              cells: tuple[Told, ...]) -> None:
        """Weigh one field of an object: what it was when the form went out, what stands here, what stands there."""
        if isinstance(ours, tuple) and isinstance(before, tuple) and before != ours:
            theirs, before = tuple(merged_words(before, ours, theirs)), ours
        if theirs in (ours, before):
            return
        kind = _kind(before, ours, empty)
        change = _with_values(change, stored(ours), stored(theirs), stored(empty))
        kind = self._or_kept(kind, change)
        if kind == "contradicts" and (value := self._settled(change)) is not ...:
            theirs = as_value(change["table"], change["path"][0], value)
            kind, change = "changes", _with_values(change, stored(ours), stored(theirs), stored(empty))
        self.weighed.append(Weighed(Proposal(kind, change), cells, reason=self._not_both(kind, change)))
        if kind not in NOT_WRITTEN:
            self.writes.append(Write(change["table"], change["id"], {change["path"][0]: theirs}))

    def weigh_answer(self, change: FieldChange, before: Any, ours: Any, theirs: Any, cells: tuple[Told, ...],
                     mark: str) -> None:
        """Weigh one answer."""
        if theirs in (ours, before):
            return
        kind = _kind(before, ours, None)
        told = [None if value is None else {"value": value} for value in (ours, theirs)]
        change = _with_values(change, told[0], told[1], None)
        kind = self._or_kept(kind, change)
        if kind == "contradicts" and (settled := self._settled(change)) is not ...:
            theirs = None if settled is None else settled["value"]
            kind, change = "changes", _with_values(change, told[0], settled, None)
        self.weighed.append(Weighed(Proposal(kind, change), cells, mark, self._not_both(kind, change)))
        if kind not in NOT_WRITTEN:
            self.answers.append((change["path"][1], change["id"].rpartition("@")[2], theirs))

    def weigh_removal(self, kind: str, identity: str, now: Any, cells: tuple[Told, ...]) -> None:
        """Weigh that the row of a post is gone: the post goes only where the person says so."""
        change = FieldChange(table=kind, id=identity, path=[], before=now)
        how = self._or_kept("contradicts", change)
        if how != "kept" and self.settling.of(change) == "theirs":
            self.removals.append((kind, identity))
            self.weighed.append(Weighed(Proposal("changes", change), cells))
            return
        self.weighed.append(Weighed(Proposal(how, change), cells,
                                    reason=self._not_both(how, change) or returned_texts.POST_REMOVED))

    def _settled(self, change: FieldChange) -> Any:
        return settled_value(change, self.settling.of(change))

    def _or_kept(self, kind: Kind, change: FieldChange) -> Kind:
        """Return a clash as kept where the plan's value stays, as the person says now or has said before."""
        kept = kind == "contradicts" and self.earlier_no is not None and is_kept(change, self.settling, self.earlier_no)
        return "kept" if kept else kind

    def _not_both(self, kind: Kind, change: FieldChange) -> str:
        """Return that both cannot stand, where a person has wanted that of what is a clash still."""
        return returned_texts.NOT_BOTH if kind == "contradicts" and self.settling.of(change) == "both" else ""


def answer_change(chapter: str, question: str, actor: str) -> FieldChange:
    """Return the place of one answer."""
    return FieldChange(table=ANSWERS, id=f"{chapter}@{actor}", path=["answers", question])


def _kind(before: Any, ours: Any, empty: Any) -> Kind:
    if before is not UNKNOWN and ours != before:
        return "contradicts"
    if ours == empty:
        return "adds"
    return "contradicts" if before is UNKNOWN else "changes"


def _with_values(change: FieldChange, ours: Any, theirs: Any, empty: Any) -> FieldChange:
    told = FieldChange(table=change["table"], id=change["id"], path=change["path"])
    if ours != empty:
        told["before"] = ours
    if theirs != empty:
        told["after"] = theirs
    return told


def stored(value: Any) -> Any:
    """Return a model's value as it stands in the file."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return list(value) if isinstance(value, tuple) else value


def emptied(text: str) -> str:
    """Return what stood in a cell for a person to read: that it was emptied is said."""
    return text.strip() or returned_texts.EMPTIED
