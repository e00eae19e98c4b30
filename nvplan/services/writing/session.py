"""An open plan to change: `do` is the one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from nvplan.clock import Clock, system_clock
from nvplan.services.reading.open_plan import DEFAULT_ROLE, ROLE_VARIABLE, OpenPlan, current_role
from nvplan.store.notices import tell
from nvplan.store.opening import Address, open_plan
from nvplan.store.repository import Transaction
from nvplan.texts import set_aside as set_aside_texts

if TYPE_CHECKING:
    from nvplan.services.writing.commands import Command
    from nvplan.store.repository import Copy

__all__ = ["DEFAULT_ROLE", "ROLE_VARIABLE", "PlanSession", "current_role"]
_Result = TypeVar("_Result")


class PlanSession(OpenPlan):
    """A plan that is open for reading and changing."""

    _unseen = False
    """Whether a command took in what others had written and nobody has been told by `watch` yet."""

    @classmethod
    def open(cls, address: Address, role: str = "", clock: Clock = system_clock) -> PlanSession:
        """Open the plan that an address names.

        Raises:
            PlanFileError: it cannot be opened; it is left as it is.
        """
        plan = cls(open_plan(address, clock), role, clock)
        left = sum(not one.settled for one in plan.state.set_aside)
        if left:
            tell(set_aside_texts.told(plan.name, left))
        return plan

    @property
    def backup_fault(self) -> str:
        """A sentence on why the latest backup could not be made, empty where it could; changes are saved anyway."""
        return self.repository.backup_fault

    @contextmanager
    def waiting_at_most(self, seconds: float) -> Iterator[None]:
        """Wait no longer than this for another's writing, where a person is typing meanwhile."""
        before = self.repository.patience
        self.repository.patience = min(before, seconds)
        try:
            yield
        finally:
            self.repository.patience = before

    def copies(self) -> Sequence[Copy]:
        """Return the copies beside the plan that say something the plan does not.

        The folder is looked through and every copy read, so ask when the plan is opened and not at every key.
        """
        from nvplan.services.writing.merging import mergeable_copies

        return mergeable_copies(self)

    def do(self, command: Command[_Result]) -> _Result:
        """Carry out a command and return what it answers; when this returns it is on disk.

        Refused or not, the session then shows the plan as it is on disk, with what others have written since.

        Raises:
            InputError: the command cannot be carried out as it stands.
            ConflictError: someone else changed the same field in between.
            PlanFileError: the file could not be read or written; nothing was changed.
        """
        from nvplan.services.writing.handlers import handle

        try:
            return handle(self, command)
        finally:
            self._reload()

    @contextmanager
    def transaction(self, command: str, subject: str = "", actor: str = "", edit: str = "") -> Iterator[Transaction]:
        """Begin a change in this session's role: for the handlers alone. Inside, the state is what is on disk.

        Raises:
            PlanFileError: the plan cannot be read or written; nothing was changed.
        """
        with self.repository.transaction(self.role, command, subject, actor, edit) as change:
            if self.repository.revision != self._state.revision:
                self._reload()
                self._unseen = True
            yield change

    def watch(self) -> bool:
        """Read what others have written since; tell whether anything was new, also what came in with a command.

        Raises:
            PlanFileError: the file can no longer be read.
        """
        unseen, self._unseen = self._unseen, False
        return super().watch() or unseen

    def _reload(self) -> None:
        self._state = self._reader.read()
