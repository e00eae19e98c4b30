"""What replaces what: chains, splits and merges of things that come in versions, as one pure value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol


class Replacing(Protocol):
    """A thing that may replace older ones: one becomes several (a split), several become one (a merge)."""

    @property
    def id(self) -> str:
        """What it is called."""

    @property
    def replaces(self) -> Sequence[str]:
        """The ids of what it replaces."""


@dataclass(frozen=True)
class Lineage:
    """Which things replace which, by id. A loop does no harm here: nothing is passed twice."""

    older: Mapping[str, tuple[str, ...]]
    """For each id what it replaces."""

    @classmethod
    def of(cls, things: Iterable[Replacing]) -> Lineage:
        """Return the lineage of things that say what they replace."""
        return cls({one.id: tuple(one.replaces) for one in things})

    @cached_property
    def newer(self) -> Mapping[str, tuple[str, ...]]:
        """For each id what replaces it, in the order of the things."""
        found: dict[str, list[str]] = {}
        for new, olds in self.older.items():
            for old in olds:
                found.setdefault(old, []).append(new)
        return {old: tuple(news) for old, news in found.items()}

    def before(self, identity: str) -> tuple[str, ...]:
        """Return the id and all that it has replaced, step by step, nearest first."""
        return _reached(identity, self.older)

    def after(self, identity: str) -> tuple[str, ...]:
        """Return the id and all that has replaced it, step by step, nearest first."""
        return _reached(identity, self.newer)

    def related(self, one: str, other: str) -> bool:
        """Whether two ids are the same thing, or one came to replace the other."""
        return other in self.before(one) or other in self.after(one)

    def standing_for(self, identity: str, in_use: Collection[str]) -> tuple[str, ...]:
        """Return what stands for an id among those in use: itself, else what replaced it, else what it replaced.

        On each branch the nearest is taken: what lies beyond it is another version of the same.
        """
        return _nearest(identity, self.newer, in_use) or _nearest(identity, self.older, in_use)

    def loops(self) -> tuple[str, ...]:
        """Return the ids that come to replace themselves."""
        return tuple(identity for identity, olds in self.older.items()
                     if any(identity in self.before(old) for old in olds))


def _reached(identity: str, steps: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = {identity: None}
    waiting = [identity]
    while waiting:
        for one in steps.get(waiting.pop(0), ()):
            if one not in found:
                found[one] = None
                waiting.append(one)
    return tuple(found)


def _nearest(identity: str, steps: Mapping[str, tuple[str, ...]], in_use: Collection[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    passed, waiting = {identity}, [identity]
    while waiting:
        one = waiting.pop(0)
        if one in in_use:
            found[one] = None
            continue
        waiting += [step for step in steps.get(one, ()) if step not in passed]
        passed.update(steps.get(one, ()))
    return tuple(found)
