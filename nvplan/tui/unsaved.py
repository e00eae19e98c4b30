"""What was typed and is not on disk: kept here until it is, whatever the person does meanwhile."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


class Unsaved(Protocol):
    """Something that a person gave and that the plan does not have."""

    @property
    def key(self) -> Hashable:
        """Which field of the plan it is for; there is one of each."""

    @property
    def where(self) -> str:
        """The place in words, as a person would look for it."""

    @property
    def text(self) -> str:
        """What was given, in words."""

    @property
    def fault(self) -> str:
        """Why it is not saved, as a sentence."""

    @property
    def may_pass(self) -> bool:
        """Whether that may pass by itself, so that it is worth trying again."""

    def try_again(self) -> bool:
        """Try to save it; tell whether it is on disk now."""

    def move_to(self, session: PlanSession) -> None:
        """Save it in another file from now on: the plan has been moved there."""


@dataclass
class Loose:
    """A text that belongs to no field yet, as a row that is being written."""

    where: str
    text: str
    fault: str = ""
    may_pass: bool = False

    @property
    def key(self) -> Hashable:
        """The place; there is one such text in each."""
        return "lös", self.where

    def try_again(self) -> bool:
        """Return False: there is no field to save it in."""
        return False

    def move_to(self, session: PlanSession) -> None:
        """Leave it as it is."""


class Outbox:
    """Everything that is not saved yet, oldest first."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Unsaved] = {}

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def all(self) -> list[Unsaved]:
        """What is not saved, oldest first."""
        return list(self._kept.values())

    def keep(self, one: Unsaved) -> None:
        """Keep something until it is saved; it takes the place of what was kept for the same field."""
        self._kept[one.key] = one

    def settled(self, key: Hashable) -> None:
        """Let go of what was kept for a field: it is on disk, or the person has chosen otherwise."""
        self._kept.pop(key, None)

    def find(self, key: Hashable) -> Unsaved | None:
        """Return what is kept for a field, None where nothing is."""
        return self._kept.get(key)

    def try_again(self) -> bool:
        """Try to save what failed for a reason that may pass, until one fails; tell whether anything was saved."""
        saved = False
        for one in self.all:
            if not one.may_pass:
                continue
            if not one.try_again():
                break
            self.settled(one.key)
            saved = True
        return saved

    @property
    def fault(self) -> str:
        """Why the oldest of what may still be saved by itself is not; empty where there is none."""
        return next((one.fault for one in self.all if one.may_pass), "")

    def move_to(self, session: PlanSession) -> None:
        """Save all of it in another file from now on."""
        for one in self.all:
            one.move_to(session)
        self._kept = {one.key: one for one in self.all}
