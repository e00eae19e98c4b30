"""Where to go, as a value: what a row of a list, a search hit, a finding or a key leads to.

A screen names where to go and knows no other screen; `nvplan.tui.router` alone knows which screen opens a value. A
`Stop` is a question as an actor meets it, a `Place` a list or one thing in it; both can be remembered between sittings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from nvplan.services.reading.guide import Stop
    from nvplan.services.reading.places import Place


class Room(Enum):
    """A place that there is one of."""

    START = auto()
    NEW_COUNTY = auto()
    NEXT_YEAR = auto()
    OVERVIEW = auto()
    STANDING = auto()
    EXPORT = auto()
    TAKE_IN = auto()
    REQUIREMENT_SET = auto()
    NEW_REPORT = auto()

    @property
    def needs_plan(self) -> bool:
        """Whether the place is about the plan that is open."""
        return self not in (Room.START, Room.NEW_COUNTY, Room.NEXT_YEAR)


@dataclass(frozen=True)
class Opening:
    """What is seen while a file is opened, named as the person knows it."""

    file: str


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


@dataclass(frozen=True)
class ReportQuestion:
    """A question of a report that people write in."""

    report: str
    item: str


@dataclass(frozen=True)
class Comparison:
    """A report against the occasion before it."""

    report: str


#: Everything that leads somewhere.
Where: TypeAlias = ("Room | Opening | Stop | Place | Presentation | ActorTable | ListPart | ObjectForm"
                    " | Checklist | AssessmentForm | ReportQuestion | Comparison")
