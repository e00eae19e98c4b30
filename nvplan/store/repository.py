"""The door to the store: the rest of nvplan knows these interfaces, no file and no format.

`opening` finds the store that keeps an address. What every store owes is held by tests/store/contract.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from nvplan.store.journal import Body, Entry


class Readable(Protocol):
    """A plan to look in."""

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""


#: Whether a document of a plan stays as it is for ever: plan, table, id.
Closed = Callable[[Readable, str, str], bool]


def nothing_is_closed(plan: Readable, table: str, identity: str) -> bool:
    """Return False."""
    return False


class Transaction(Protocol):
    """A change in the making: reads see what it has written; nothing is on disk until it ends well."""

    @property
    def role(self) -> str:
        """The role that makes the change."""

    @property
    def when(self) -> str:
        """The ISO time that the change is logged under."""

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""

    def put(self, table: str, identity: str, body: Body) -> None:
        """Add or replace a document."""

    def delete(self, table: str, identity: str) -> None:
        """Remove a document; one that is not there is no error."""

    def mark(self, *, undoes: int | None = None, redoes: int | None = None, takes_back: int | None = None,
             subject: str = "", actor: str = "") -> None:
        """Say in the history which revision this change takes back or brings back, and what that one was about."""


class Backup(Protocol):
    """A plan as it was earlier, kept by the store."""

    @property
    def name(self) -> str:
        """What it is called in a sentence."""

    @property
    def when(self) -> dt.datetime:
        """When it was made, in local time."""

    @property
    def revision(self) -> int:
        """The plan's revision in it."""

    @property
    def size(self) -> int:
        """Its size in bytes."""


class Copy(Protocol):
    """Another copy of a plan, that something outside nvplan has left beside it."""

    @property
    def address(self) -> str:
        """Where it is."""

    @property
    def name(self) -> str:
        """What it is called in a sentence."""

    @property
    def revision(self) -> int:
        """Its revision."""

    @property
    def changed(self) -> str:
        """When it was changed last, as ISO."""


class Secrets(Protocol):
    """What a plan needs in order to be read in part: kept beside it, and in no copy, backup or export of it."""

    def get(self, name: str) -> bytes | None:
        """Return a secret; None where there is none."""

    def keep(self, name: str, content: bytes) -> None:
        """Keep a secret: when this returns a power cut takes nothing with it. `name` is of a–z and 0–9.

        Raises:
            PlanFileError: it could not be kept.
        """

    def forget(self, name: str) -> None:
        """Remove a secret for good; one that is not there is no error."""

    def names(self) -> set[str]:
        """Return the names of the secrets that there are."""


class Repository(Protocol):
    """A plan's documents, with revision and history.

    Documents are values: a store may hand out the same object twice or a new one each time.
    """

    patience: float
    """How long another's writing is waited for, in seconds."""

    @property
    def secrets(self) -> Secrets:
        """What is kept beside the plan and never in it."""

    @property
    def revision(self) -> int:
        """The revision last read or written; it grows by one with every change."""

    @property
    def address(self) -> str:
        """Where the plan is kept: what `open_plan` opens, the same for everyone who names it differently."""

    @property
    def name(self) -> str:
        """What the plan is called in a sentence."""

    @property
    def role(self) -> str:
        """The role that the store knows the person by; empty where it knows none and the person says it."""

    @property
    def write_fault(self) -> str:
        """A sentence on why nobody may write here, empty where one may."""

    @property
    def latest(self) -> Entry | None:
        """The latest entry of the change log, None where it has none."""

    @property
    def backup_fault(self) -> str:
        """A sentence on why the latest backup could not be made, empty where it could."""

    def get(self, table: str, identity: str) -> Body | None:
        """Return a document, None where there is none."""

    def list(self, table: str) -> Sequence[Body]:
        """Return a table's documents in the order they came."""

    def tables(self) -> Sequence[str]:
        """Return the names of the tables that have documents."""

    def watch(self) -> bool:
        """Read what others have written since; tell whether anything was new.

        Raises:
            PlanFileError: the plan can no longer be read.
        """

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener whenever something new has been read or written here; return what ends that."""

    def content(self) -> bytes:
        """Return the plan with its history as the bytes of a plan file.

        Raises:
            PlanFileError: it cannot be read.
        """

    def save_as(self, address: str) -> None:
        """Write the plan as it was last read, with its history, to a new address.

        Raises:
            PlanFileError: something already has the name, or the folder cannot be written to.
        """

    def history(self) -> Sequence[Entry]:
        """Return the change log, oldest first."""

    def transaction(self, role: str, command: str, subject: str = "", actor: str = "",
                    edit: str = "") -> AbstractContextManager[Transaction]:
        """Begin a change: others' changes are read first, and when it ends well it is on disk as one revision.

        Changes in a row with the same `edit` become one entry in the history: one person typing in one field.

        A change that changes nothing writes nothing. An error inside takes everything back.

        Raises:
            PlanFileError: the plan cannot be read or written; nothing was changed.
        """

    def close(self) -> None:
        """Let go of the plan."""
