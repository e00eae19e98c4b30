"""Commands about meetings: prepared, what is said in them, and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from nvplan.model.objects import ItemOutcome
from nvplan.services.writing.commands import Command


@dataclass(frozen=True)
class BeginMeeting(Command[str]):
    """Add a meeting; answers with its id. With an agenda it gets its items, purpose and kind from that."""

    title: str = ""
    """The agenda's, or the question's, where it is empty."""
    date: str = ""
    agenda: str = ""
    question: str = ""
    """A question that is to be its first item."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What else is known of it."""


@dataclass(frozen=True)
class UseAgenda(Command[str]):
    """Add the items of a ready-made agenda last in a meeting."""

    meeting: str
    agenda: str


@dataclass(frozen=True)
class AddItem(Command[str]):
    """Add an item last in a meeting; answers with its id. What it points at gives its title where it has none."""

    meeting: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class MoveItem(Command[str]):
    """Move an item among the meeting's items, by so many places: negative is earlier."""

    item: str
    by: int


@dataclass(frozen=True)
class RemoveItem(Command[str]):
    """Take an item off a meeting; what was said under it comes to the parking lot."""

    item: str


@dataclass(frozen=True)
class Contribute(Command[str]):
    """Write down what someone said; answers with its id. Each line becomes one contribution, the first one's is told.

    A hidden one is written in silence and shown when the round is over.
    """

    meeting: str
    text: str
    item: str = ""
    """The item's id; empty puts it in the parking lot."""
    hidden: bool = False


@dataclass(frozen=True)
class Group(Command[str]):
    """Put a contribution under another, or under the one above it where none is named."""

    contribution: str
    under: str = ""


@dataclass(frozen=True)
class Ungroup(Command[str]):
    """Take a contribution out of its group; the one that heads a group lets all of them go."""

    contribution: str


@dataclass(frozen=True)
class MoveContribution(Command[str]):
    """Move a contribution among those of its item or group by so many places, or to another item, last there."""

    contribution: str
    by: int = 0
    item: str = ""


@dataclass(frozen=True)
class Park(Command[str]):
    """Put a contribution in the parking lot, or back in the talk."""

    contribution: str
    parked: bool = True


@dataclass(frozen=True)
class ShowHidden(Command[str]):
    """End a round of silent writing: what was written under the item is shown."""

    item: str


#: That an agreed text is the answer of every actor that is asked.
EVERYONE = "alla"


@dataclass(frozen=True)
class Decide(Command[str]):
    """Say how an item ended. An agreed text goes into the item's question; what was not agreed stays open.

    `replaces` says that the person has seen the answer, or the text agreed on elsewhere, that it takes the place of.
    `actor` says whose answer it is where every actor has one of their own: an actor, or EVERYONE for all who answer.
    Empty leaves it as the item says. `role` and `due` say who sees to it and by when, as they are typed; None leaves
    them as the item says.
    """

    item: str
    outcome: ItemOutcome
    agreed: str = ""
    dissent: str = ""
    replaces: bool = False
    actor: str = ""
    role: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class Become(Command[str]):
    """Make a contribution into an insats or a hinder, without typing it again; answers with its id."""

    contribution: str
    kind: Literal["insats", "hinder"]
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Owner, role and date; the title is the contribution where none is given."""


@dataclass(frozen=True)
class KeepDraft(Command[None]):
    """Keep what is typed about something in a meeting and not decided. The history knows nothing of it."""

    meeting: str
    about: str
    """What it is about, as the box that it is typed in names it."""
    fields: Mapping[str, str]
    """What stands in each field; nothing lets go of it."""


@dataclass(frozen=True)
class SetClock(Command[None]):
    """Keep where a meeting's clock stands. It is no change of the plan: the history knows nothing of it."""

    meeting: str
    item: str
    minutes: int
    used: int
    """Seconds that have been used."""
