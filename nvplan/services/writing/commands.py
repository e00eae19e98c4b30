"""Every intent of a person, as a value: what is to change, with everything that is needed to do it.

Those about reports are in `commands_reports`, those about the plan as a whole in `commands_plans`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from nvplan.model.objects import Judgement
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import Value

if TYPE_CHECKING:
    from nvplan.services.reading.matrix import CellAnswer

_Result = TypeVar("_Result")


class Command(Generic[_Result]):
    """An intent; its type says what `PlanSession.do` returns for it: a Swedish sentence, an id, what was proposed."""


class _Unset:
    """Marks that the caller did not look at the value before changing it."""


UNSET = _Unset()


@dataclass(frozen=True)
class SetAnswer(Command[str]):
    """Answer a question, or clear the answer with None."""

    question: str
    value: Value | None
    actor: str = WHOLE_COUNTY
    seen: Value | _Unset | None = UNSET
    """The value that the person had before them; if another has been written since, it is a conflict."""
    edit: str = ""
    """Names the person's unbroken stay in the field."""


@dataclass(frozen=True)
class SetAnswers(Command[str]):
    """Give many answers in one go: all of them or none, one line in the history, one undo."""

    answers: tuple[SetAnswer, ...]

    @classmethod
    def of_cells(cls, cells: Iterable[CellAnswer]) -> SetAnswers:
        """Return the command that gives the cells of a table their answers."""
        return cls(tuple(SetAnswer(one.question, one.value, one.actor, seen=one.seen) for one in cells))


@dataclass(frozen=True)
class SkipQuestion(Command[str]):
    """Mark a question «hoppa över, återkom», or take the mark away."""

    question: str
    skipped: bool
    actor: str = WHOLE_COUNTY
    clears: bool = False
    """Whether an answer that is there may go: a skipped question has none. Undo brings it back."""


@dataclass(frozen=True)
class SetObject(Command[str]):
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
class RemoveObject(Command[str]):
    """Remove a shared object."""

    type: str
    identity: str


@dataclass(frozen=True)
class SetMany(Command[str]):
    """Give several shared objects of one type the same fields: all of them or none, one line in the history, one undo.

    An object in which someone else has changed one of the fields since it was seen is left as it is, and named.
    """

    type: str
    identities: tuple[str, ...]
    fields: Mapping[str, Any]
    seen: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By object: what the person had before them in the fields; an object that is left out is written unseen."""


@dataclass(frozen=True)
class RemoveMany(Command[str]):
    """Remove several shared objects of one type: all of them or none, one undo."""

    type: str
    identities: tuple[str, ...]


@dataclass(frozen=True)
class DuplicateObject(Command[str]):
    """Add a copy of a shared object, without what the program itself has written in it; answers with its id."""

    type: str
    identity: str


@dataclass(frozen=True)
class AddObject(Command[str]):
    """Add a shared object; answers with the id that it got."""

    type: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class AddObjects(Command[str]):
    """Add several shared objects of one type in one go: all of them or none, one line in the history, one undo."""

    type: str
    posts: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class SetEach(Command[list[str]]):
    """Add several shared objects that have fields in common: all or none, one undo; answers with their ids.

    A decision that an actor already has on the same matter is not added a second time but gets the fields.
    """

    type: str
    fields: Mapping[str, Any]
    """What all of them say."""
    each: tuple[Mapping[str, Any], ...]
    """What each of them says beside that."""


@dataclass(frozen=True)
class SpreadDecision(Command[str]):
    """Give further actors the same decision as one has, without its day and diary number."""

    identity: str
    actors: tuple[str, ...]


@dataclass(frozen=True)
class ConfirmObject(Command[str]):
    """Say that a shared object from last year's plan still holds."""

    type: str
    identity: str


@dataclass(frozen=True)
class ConfirmCarried(Command[str]):
    """Say that what came along from last year's plan still holds: all of it, or what is narrowed down to."""

    plan: str = ""
    chapter: str = ""
    question: str = ""
    actor: str = ""
    with_objects: bool = False
    """Whether the shared objects are meant too, and not the answers alone."""


@dataclass(frozen=True)
class Judge(Command[str]):
    """Say how far an actor meets a requirement."""

    requirement: str
    actor: str
    judgement: Judgement
    seen: str = ""
    """The judgement that the person had before them."""


@dataclass(frozen=True)
class Acknowledge(Command[str]):
    """Leave a remark of the review as it is, with the reason why."""

    rule: str
    place: str
    reason: str


@dataclass(frozen=True)
class ConfirmDay(Command[str]):
    """Make a day of the reporting year the county's own, on the date given or, where it is empty, the suggested one."""

    day: str
    date: str = ""


@dataclass(frozen=True)
class DismissDay(Command[str]):
    """Say that a day of the reporting year does not concern the county."""

    day: str


@dataclass(frozen=True)
class Undo(Command[str]):
    """Take back this role's latest change."""


@dataclass(frozen=True)
class TakeBack(Command[str]):
    """Take back one change of the history, whoever made it, and leave what came after it."""

    revision: int


@dataclass(frozen=True)
class Redo(Command[str]):
    """Bring back what this role took back last."""
