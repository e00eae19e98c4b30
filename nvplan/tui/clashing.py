"""Two people have written in the same field: one of the texts is chosen, whatever kind of field it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

#: How long a pause in the typing is before the person is asked, in seconds.
ASK_PAUSE = 0.6
#: A choice is no typing: the person is asked as soon as it has been painted.
AT_ONCE = 0.05


class Clash(Protocol):
    """A field that someone else has written in while the person did."""

    @property
    def title(self) -> str:
        """What has happened, in words."""

    def theirs(self) -> str:
        """Return what the plan has now, in words; what is chosen later is chosen against this."""

    def ours(self) -> str:
        """Return what the person has written, up to the latest key, in words."""

    def keep_ours(self) -> None:
        """Save what the person has written over what was shown as theirs."""

    def keep_theirs(self) -> None:
        """Show what the plan has now in the field."""

    def postpone(self) -> None:
        """Leave the field as it is: unsaved, with all that was typed."""


@runtime_checkable
class HoldsTyping(Protocol):
    """A screen in which a person writes."""

    def save_waiting(self) -> bool:
        """Save what is waiting to be saved; tell whether everything that was given is on disk."""

    def plan_changed(self) -> None:
        """Show the plan anew."""

    def clashes(self) -> Sequence[Clash]:
        """Return what has to be chosen between before the person leaves."""


@runtime_checkable
class KeepsTyping(Protocol):
    """A box whose text reaches its place only when it is closed."""

    def keep_typing(self) -> None:
        """Hand over what was typed, as if the box were closed."""
