"""The door to the store: the rest of nvplan knows this interface and no file format."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from nvplan.store.journal import Body, Entry


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

    def mark(self, *, undoes: int | None = None, redoes: int | None = None, subject: str = "", actor: str = "") -> None:
        """Say in the history which revision this change takes back or brings back, and what that one was about."""


class Repository(Protocol):
    """A plan's documents, with revision and history."""

    patience: float
    """How long another's writing is waited for, in seconds."""

    @property
    def revision(self) -> int:
        """The revision last read or written; it grows by one with every change."""

    @property
    def path(self) -> Path:
        """Where the plan is kept."""

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

    def save_as(self, path: Path) -> None:
        """Write the plan as it was last read, with its history, to a new file.

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
