"""A second return from the same actor: it replaces what the first one said, where nobody else has written since.

Whoever corrects a return changes the file that was sent, so most of what it said still stands there, and what does not
was changed or cleared on purpose. Two people who each fill in a part of a form send two files that have little in
common: there an empty cell clears nothing, and what both have filled in is left to a person. An
empty form says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.earlier_imports import last_touched
from nvplan.services.writing.own_ids import IMPORTS
from nvplan.store.journal import Entry, FieldChange, field_key

#: So many fields may say something else before a return has to have half of the earlier one in common.
_FEW = 2


@dataclass
class Corrections:
    """What the same actor's earlier returns have written since a form went out, and what this one says instead."""

    session: OpenPlan
    actor: str
    """Whose form it is; empty for the whole county's, which corrects nobody."""
    since: int
    """The revision that the form went out at."""
    repeated: int = 0
    """How many fields say what the earlier return said."""
    _waiting: list[tuple[bool, Callable[[bool], None]]] = field(default_factory=list)
    _differing: set[Any] = field(default_factory=set)

    def __post_init__(self) -> None:
        entries = [one for one in self.session.repository.history() if one["revision"] > self.since]
        self._later: list[Entry] = entries if any(map(self._is_return, entries)) else []

    def is_ours(self, change: FieldChange) -> bool:
        """Tell whether an earlier return of the same actor was the last to write the field."""
        last = last_touched(self._later, change)
        return last is not None and self._is_return(last)

    def _is_return(self, entry: Entry) -> bool:
        return bool(self.actor) and entry.get("command") == IMPORTS and entry.get("actor") == self.actor

    def made(self, kind: str, identity: str) -> bool:
        """Tell whether an earlier return of the same actor added a post."""
        return (kind, identity) in self.added

    @property
    def added(self) -> set[tuple[str, str]]:
        """The posts that the actor's earlier returns added, by type and id; some may be gone since."""
        return {(change["table"], change["id"]) for entry in self._later if self._is_return(entry)
                for change in entry.get("changes", ()) if not change["path"] and "before" not in change}

    def repeats(self) -> None:
        """Count a field that says what the earlier return said."""
        self.repeated += 1

    def differs(self, change: FieldChange, weigh: Callable[[bool], None], *, clears: bool) -> None:
        """Keep a field that says something else; `weigh` is told whether the form is a correction.

        One that `clears` says what the form said when it went out, as all of an empty form does.
        """
        self._differing.add(field_key(change))
        self._waiting.append((clears, weigh))

    def settle(self) -> None:
        """Weigh what waits: the form is a correction where at least half of the earlier return still stands in it."""
        different = len(self._differing)
        corrects = different <= _FEW or self.repeated >= different
        for clears, weigh in self._waiting:
            weigh(corrects and (self.repeated > 0 or not clears))
