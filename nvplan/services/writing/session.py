"""An open plan: its state, its form, and the one way to change it."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from nvplan.catalog.counties import find_county
from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import plan_sets, sets_label
from nvplan.model.county import County
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey, RequirementSet
from nvplan.services.reading.state import StateReader
from nvplan.services.writing.commands import Command
from nvplan.store.plan_file import PlanFile
from nvplan.store.repository import Repository

if TYPE_CHECKING:
    from nvplan.store.copies import ConflictedCopy

_Made = TypeVar("_Made")
#: The role that changes are logged under where nobody has said otherwise.
DEFAULT_ROLE = "samordnare"
ROLE_VARIABLE = "NVPLAN_ROLL"


def current_role(chosen: str = "") -> str:
    """Return the role: the one chosen, the one in the environment, or the default."""
    return (chosen or os.environ.get(ROLE_VARIABLE, "")).strip() or DEFAULT_ROLE


class PlanSession:
    """A plan that is open for reading and changing."""

    def __init__(self, repository: Repository, role: str = "") -> None:
        self.repository = repository
        self.role = current_role(role)
        self._reader = StateReader(repository)
        self._state = self._reader.read()
        self._made: tuple[PlanState, dict[Hashable, Any]] = self._state, {}

    @classmethod
    def open(cls, path: Path, role: str = "", clock: Callable[[], dt.datetime] | None = None) -> PlanSession:
        """Open the plan file.

        Raises:
            PlanFileError: it cannot be opened; it is left as it is.
        """
        return cls(PlanFile.open(path, clock) if clock else PlanFile.open(path), role)

    @property
    def state(self) -> PlanState:
        """The plan as last read or written."""
        return self._state

    def once(self, name: Hashable, work: Callable[[PlanState], _Made]) -> _Made:
        """Return what `work` makes of the plan as it stands: worked out once for each state, whoever asks for it."""
        state, made = self._made
        if state is not self._state:
            state, made = self._made = self._state, {}
        if name not in made:
            made[name] = work(state)
        found: _Made = made[name]
        return found

    def knows(self, name: Hashable) -> bool:
        """Whether `once` has the answer already, so that asking takes no time."""
        state, made = self._made
        return state is self._state and name in made

    @property
    def path(self) -> Path:
        """The plan file."""
        return self.repository.path

    @property
    def county(self) -> County:
        """The plan's county."""
        return find_county(self._state.info.county_code)

    @property
    def requirement_set(self) -> RequirementSet:
        """The set of requirements that the plan was made from."""
        info = self._state.info
        return plan_sets(info)[info.requirement_set].model_copy(update={"label": sets_label(info)})

    @property
    def backup_fault(self) -> str:
        """A sentence on why the latest backup could not be made, empty where it could; changes are saved anyway."""
        return self.repository.backup_fault

    @contextlib.contextmanager
    def waiting_at_most(self, seconds: float) -> Iterator[None]:
        """Wait no longer than this for another's writing, where a person is typing meanwhile."""
        before = self.repository.patience
        self.repository.patience = min(before, seconds)
        try:
            yield
        finally:
            self.repository.patience = before

    def copies(self) -> list[ConflictedCopy]:
        """Return the copies that a sync client has left beside the plan and that say something the plan does not.

        The folder is looked through and every copy read, so ask when the plan is opened and not at every key.
        """
        from nvplan.services.writing.merging import mergeable_copies

        return mergeable_copies(self)

    def form(self, plan: PlanKey) -> PlanForm:
        """Return a plan's steps, chapters and questions."""
        return plan_form(plan)

    def do(self, command: Command) -> str:
        """Carry out a command; when this returns it is on disk. Returns a Swedish sentence on what was done.

        Raises:
            InputError: the command cannot be carried out as it stands.
            ConflictError: someone else changed the same field in between.
            PlanFileError: the file could not be read or written; nothing was changed.
        """
        from nvplan.services.writing.handlers import handle

        try:
            return handle(self, command)
        finally:
            self._state = self._reader.read()

    def watch(self) -> bool:
        """Read what others have written since; tell whether anything was new.

        Raises:
            PlanFileError: the file can no longer be read.
        """
        changed = self.repository.watch()
        if changed:
            self._state = self._reader.read()
        return changed

    def reload(self) -> None:
        """Take in what a service has written through the repository."""
        self._state = self._reader.read()

    def close(self) -> None:
        """Let go of the plan; everything is already on disk."""
        self.repository.close()
