"""Where to go, as a value: what a row of a list, a search hit, a finding or a key leads to.

A screen names where to go and knows no other screen; `nvplan.tui.router` alone knows which screen opens a value. A
`Stop` is a question as an actor meets it, a `Place` a list or one thing in it; both can be remembered between sittings.
The values about an open plan are in `nvplan.tui.where_in_plan`: the first frame waits for none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from nvplan.services.reading.guide import Stop
    from nvplan.services.reading.places import Place
    from nvplan.tui.where_in_plan import WhereInPlan


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
    VISIT_INDEX = auto()

    @property
    def needs_plan(self) -> bool:
        """Whether the place is about the plan that is open."""
        return self not in (Room.START, Room.NEW_COUNTY, Room.NEXT_YEAR)


@dataclass(frozen=True)
class Opening:
    """What is seen while a file is opened, named as the person knows it."""

    file: str


#: Everything that leads somewhere.
Where: TypeAlias = "Room | Opening | Stop | Place | WhereInPlan"
