"""Where to go in a plan that is open, as a value; `nvplan.tui.where` tells what such a value is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from nvplan.services.reading.guide import Stop


@dataclass(frozen=True)
class Presentation:
    """A question shown large for a group; with `everything` the deeper questions follow it too."""

    stop: Stop
    everything: bool = False


@dataclass(frozen=True)
class ActorTable:
    """The questions per actor of a chapter as a table, on the cell of a question and an actor."""

    stop: Stop


@dataclass(frozen=True)
class ListPart:
    """The part of a list of shared objects that the filters, each a field and its value, narrow it down to."""

    kind: str
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ObjectForm:
    """The form of a shared object; without an id that of a new one, which begins with the values in `begin`."""

    kind: str
    identity: str = ""
    among: Sequence[str] = ()
    """The objects of the list that it is opened from, in order."""
    begin: Mapping[str, Any] = field(default_factory=dict)
    at: Sequence[str] = ()
    """The fields that it is opened for: the cursor is put in the first that is empty."""


@dataclass(frozen=True)
class Checklist:
    """The requirements as one actor meets them, with the cursor on one of them."""

    actor: str
    mark: str = ""


@dataclass(frozen=True)
class AssessmentForm:
    """An actor's assessment of a requirement."""

    requirement: str
    actor: str
    among: Sequence[str] = ()
    """The requirements of the list that it is opened from, in order."""
    at: Sequence[str] = ()
    """The fields that it is opened for, as those of `ObjectForm`."""


@dataclass(frozen=True)
class ReportQuestion:
    """A question of a report that people write in."""

    report: str
    item: str


@dataclass(frozen=True)
class Comparison:
    """A report against the occasion before it."""

    report: str


@dataclass(frozen=True)
class MeetingAgenda:
    """What a meeting is to treat."""

    meeting: str


@dataclass(frozen=True)
class MeetingRun:
    """A meeting as it is run on a shared screen, on one of its items; on the first open one where none is named."""

    meeting: str
    item: str = ""


@dataclass(frozen=True)
class MeetingAssess:
    """The scores of a meeting's item."""

    meeting: str
    item: str


@dataclass(frozen=True)
class MeetingSurvey:
    """The survey of a meeting: its questions, and the answers to take in."""

    meeting: str


#: Every value of this module.
WhereInPlan: TypeAlias = (Presentation | ActorTable | ListPart | ObjectForm | Checklist | AssessmentForm
                          | ReportQuestion | Comparison | MeetingAgenda | MeetingRun | MeetingAssess | MeetingSurvey)
