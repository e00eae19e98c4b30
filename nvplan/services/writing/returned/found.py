"""What a returned form says that the plan does not: what to write, what to leave to a person, what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.list_merging import merged_words
from nvplan.services.writing.merging import Kind, Proposal
from nvplan.services.writing.returned.exported import plain
from nvplan.services.writing.returned.form import Returned
from nvplan.store.journal import FieldChange

#: Stands for a value that nobody knows: what a cell said when the change log no longer reaches back to it.
UNKNOWN = ...


@dataclass(frozen=True)
class Unread:
    """A place in a returned form that could not be taken in: where, what stands there, and why."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Write:
    """What is to be written to one object: the model's values by field. An empty id is a new one."""

    kind: str
    identity: str
    fields: dict[str, Any]


@dataclass
class Found:
    """What a returned form says that the plan does not."""

    proposals: list[Proposal] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is told beside; none of it needs to be done anything about."""
    omitted: list[str] = field(default_factory=list)
    """Sentences on what was written where nothing is read."""
    writes: list[Write] = field(default_factory=list)
    answers: list[tuple[str, str, Any]] = field(default_factory=list)
    """Answers to write: question, actor, value."""

    @property
    def leaves_something(self) -> bool:
        """Whether anything in the form is not taken in."""
        return bool(self.unread or self.omitted or any(one.kind == "contradicts" for one in self.proposals))

    def weigh(self, change: FieldChange, before: Any, ours: Any, theirs: Any, empty: Any) -> None:
        """Weigh one field of an object: what it was when the form went out, what stands here, what stands there."""
        if isinstance(ours, tuple) and isinstance(before, tuple) and before != ours:
            theirs, before = tuple(merged_words(before, ours, theirs)), ours
        if theirs in (ours, before):
            return
        kind = _kind(before, ours, empty)
        self.proposals.append(Proposal(kind, _with_values(change, stored(ours), stored(theirs), stored(empty))))
        if kind != "contradicts":
            self.writes.append(Write(change["table"], change["id"], {change["path"][0]: theirs}))

    def weigh_answer(self, chapter: str, question: str, actor: str, before: Any, ours: Any, theirs: Any) -> None:
        """Weigh one answer."""
        if theirs in (ours, before):
            return
        kind = _kind(before, ours, None)
        change = FieldChange(table=ANSWERS, id=f"{chapter}@{actor}", path=["answers", question])
        told = [None if value is None else {"value": value} for value in (ours, theirs)]
        self.proposals.append(Proposal(kind, _with_values(change, told[0], told[1], None)))
        if kind != "contradicts":
            self.answers.append((question, actor, theirs))


def _kind(before: Any, ours: Any, empty: Any) -> Kind:
    if before is not UNKNOWN and ours != before:
        return "contradicts"
    if ours == empty:
        return "adds"
    return "contradicts" if before is UNKNOWN else "changes"


def _with_values(change: FieldChange, ours: Any, theirs: Any, empty: Any) -> FieldChange:
    told = change.copy()
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


def told(given: Returned) -> str:
    """Return a cell for a sentence."""
    return plain(given) if isinstance(given, str) else str(given)
