"""Every intent of a person, as a value: what is to change, with everything that is needed to do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nvplan.model.plan import WHOLE_COUNTY, PlanStanding
from nvplan.model.values import Value


class _Unset:
    """Marks that the caller did not look at the value before changing it."""


UNSET = _Unset()


@dataclass(frozen=True)
class SetAnswer:
    """Answer a question, or clear the answer with None."""

    question: str
    value: Value | None
    actor: str = WHOLE_COUNTY
    seen: Value | _Unset | None = UNSET
    """The value that the person had before them; if another has been written since, it is a conflict."""
    edit: str = ""
    """Names the person's unbroken stay in the field."""


@dataclass(frozen=True)
class SetAnswers:
    """Give many answers in one go: all of them or none, one line in the history, one undo."""

    answers: tuple[SetAnswer, ...]


@dataclass(frozen=True)
class SkipQuestion:
    """Mark a question «hoppa över, återkom», or take the mark away."""

    question: str
    skipped: bool
    actor: str = WHOLE_COUNTY


@dataclass(frozen=True)
class SetObject:
    """Add a shared object, or change the given fields of one."""

    type: str
    identity: str
    fields: Mapping[str, Any]
    seen: Mapping[str, Any] = field(default_factory=dict)
    """What the person had before them in these fields, as the state says it; nothing where a field was empty.

    A field that the person left alone stays as it is on disk. One that someone else has changed since to something else
    is a conflict; the others are saved. A field that is left out here is written without looking.
    """
    edit: str = ""
    """Names the person's unbroken stay in the field."""


@dataclass(frozen=True)
class RemoveObject:
    """Remove a shared object."""

    type: str
    identity: str


@dataclass(frozen=True)
class SetStanding:
    """Say how far the plan is decided, by whom and when."""

    standing: PlanStanding
    date: str = ""
    body: str = ""


@dataclass(frozen=True)
class Undo:
    """Take back this role's latest change."""


@dataclass(frozen=True)
class Redo:
    """Bring back what this role took back last."""


Command = SetAnswer | SetAnswers | SkipQuestion | SetObject | RemoveObject | SetStanding | Undo | Redo
