"""An open plan to read: its state, and what has been worked out from it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Self, TypeVar

from nvplan.catalog.counties import county_of
from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import plan_sets, sets_label
from nvplan.clock import Clock, system_clock
from nvplan.model.county import County
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey, RequirementSet
from nvplan.services.reading.catalog_standing import missing_here
from nvplan.services.reading.state import StateReader
from nvplan.store.notices import tell
from nvplan.store.opening import store_of
from nvplan.store.repository import Repository
from nvplan.store.settings import read_settings

_Made = TypeVar("_Made")
#: The role that changes are logged under where nobody has said otherwise.
DEFAULT_ROLE = "samordnare"
ROLE_VARIABLE = "NVPLAN_ROLL"


def current_role(chosen: str = "") -> str:
    """Return the role: the one asked for, the environment's, the one chosen on this computer, or the default."""
    role = (chosen or os.environ.get(ROLE_VARIABLE, "")).strip()
    return role or str(read_settings().get("role", "")).strip() or DEFAULT_ROLE


class OpenPlan:
    """A plan that is open for reading; whoever may change it holds a `PlanSession`, which is one."""

    def __init__(self, repository: Repository, role: str = "", clock: Clock = system_clock) -> None:
        self.repository = repository
        self.role = repository.role or current_role(role)
        self.clock = clock
        self._reader = StateReader(repository)
        self._state = self._reader.read()
        self._made: tuple[PlanState, dict[Hashable, Any]] = self._state, {}
        self.missing = missing_here(self._state)
        """What of the plan the catalogue at hand does not know, as a sentence; empty where it knows all of it."""
        if self.missing:
            tell(self.missing)

    def take_role(self) -> None:
        """Log what is changed from now on under the role that the person has chosen since the plan was opened."""
        self.role = self.repository.role or current_role()

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
    def address(self) -> str:
        """Where the plan is kept."""
        return self.repository.address

    @property
    def name(self) -> str:
        """What the plan is called in a sentence."""
        return self.repository.name

    @property
    def folder_beside(self) -> Path:
        """The folder where what is made from the plan is proposed to be put."""
        return store_of(self.address).beside(self.address)

    def today(self) -> dt.date:
        """Return which day it is."""
        return self.clock().date()

    @property
    def county(self) -> County:
        """The plan's county."""
        return county_of(self._state.info.county_code)

    @property
    def requirement_set(self) -> RequirementSet:
        """The set of requirements that the plan was made from."""
        info = self._state.info
        return plan_sets(info)[info.requirement_set].model_copy(update={"label": sets_label(info)})

    def form(self, plan: PlanKey) -> PlanForm:
        """Return a plan's steps, chapters and questions."""
        return plan_form(plan)

    def watch(self) -> bool:
        """Read what others have written since; tell whether anything was new.

        Raises:
            PlanFileError: the file can no longer be read.
        """
        changed = self.repository.watch()
        if changed:
            self._state = self._reader.read()
        return changed

    def close(self) -> None:
        """Let go of the plan; everything is already on disk."""
        self.repository.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
