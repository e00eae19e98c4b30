"""What is typed in a meeting's boxes and not decided yet: in the plan's file, so that it outlives the planner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from nvplan.model.errors import NvplanError
from nvplan.services.meetings.course import kept_draft
from nvplan.services.writing.commands_meetings import KeepDraft
from nvplan.services.writing.session import PlanSession


class Drafts(Protocol):
    """Keeps what is typed in boxes, by what each is about."""

    def of(self, about: str) -> Mapping[str, str]:
        """Return what was typed, by field; nothing where nothing was."""

    def keep(self, about: str, typed: Mapping[str, str]) -> bool:
        """Keep what is typed, or let go of it where nothing is; tell whether it outlives the planner."""


class PassingDrafts:
    """Drafts that last as long as their screen: what is typed there tells nothing that is not in a file beside."""

    def __init__(self) -> None:
        self._kept: dict[str, Mapping[str, str]] = {}

    def of(self, about: str) -> Mapping[str, str]:
        """Return what was typed, by field."""
        return self._kept.get(about, {})

    def keep(self, about: str, typed: Mapping[str, str]) -> bool:
        """Keep what is typed while the screen is there."""
        self._kept[about] = dict(typed)
        return not typed


class MeetingDrafts:
    """Drafts of one meeting, in the plan's file. Where that cannot be written they last as long as the planner."""

    def __init__(self, session: PlanSession, meeting: str) -> None:
        self._session, self._meeting = session, meeting
        self._waiting = PassingDrafts()

    def of(self, about: str) -> Mapping[str, str]:
        """Return what was typed, by field."""
        return self._waiting.of(about) or kept_draft(self._session, self._meeting, about)

    def keep(self, about: str, typed: Mapping[str, str]) -> bool:
        """Keep what is typed on disk; tell whether it is there."""
        self._waiting.keep(about, {})
        if dict(typed) == dict(kept_draft(self._session, self._meeting, about)):
            return True
        try:
            self._session.do(KeepDraft(self._meeting, about, dict(typed)))
        except NvplanError:
            self._waiting.keep(about, typed)
            return False
        return True
