"""What a rule sees of the plan, and how it says what it found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from nvplan.catalog.questions import all_questions
from nvplan.model.dates import last_day
from nvplan.model.objects import SharedObject
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.safetext import one_line
from nvplan.model.values import Value
from nvplan.services.reading.object_references import title_of
from nvplan.texts import review as review_texts

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

_Object = TypeVar("_Object", bound=SharedObject)
_Worked = TypeVar("_Worked")


@dataclass(frozen=True)
class Hit:
    """A place where a rule does not hold, with the words that its sentence needs.

    A place is `fraga:ID@ACTOR`, `krav:ID@ACTOR`, `plan:PLAN`, or `TYPE:ID` of a shared object or an actor.
    """

    place: str
    words: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """The plan as the rules read it, on a given day."""

    state: PlanState
    today: dt.date
    plan: OpenPlan | None = None
    """The plan that is open, for the rules that read its reports; None where only a state is at hand."""

    @property
    def is_draft(self) -> bool:
        """Whether the plan is still a draft, so that what is missing may simply not be written yet."""
        return self.state.info.standing == "utkast"

    @cached_property
    def _worked_out(self) -> dict[str, Any]:
        return {}

    def once(self, name: str, work: Callable[[], _Worked]) -> _Worked:
        """Return what several rules need and that is worked out by the first of them."""
        if name not in self._worked_out:
            self._worked_out[name] = work()
        found: _Worked = self._worked_out[name]
        return found

    def objects(self, kind: str, model: type[_Object]) -> list[_Object]:
        """Return the shared objects of a type; many rules ask for the same."""
        return self.once(f"{kind}: {model.__name__}", lambda: [
            one for one in self.state.objects.get(kind, {}).values() if isinstance(one, model)])

    def value(self, question: str, actor: str = WHOLE_COUNTY) -> Value | None:
        """Return an answer's value."""
        return self.state.answer(question, actor).value

    def rows(self, question: str, actor: str = WHOLE_COUNTY) -> list[Mapping[str, Any]]:
        """Return the rows of a table answer, none where it is not answered."""
        value = self.value(question, actor)
        return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []

    @cached_property
    def _answered_chapters(self) -> frozenset[str]:
        known = all_questions()
        return frozenset(known[question].chapter for (_, question), answer in self.state.answers.items()
                         if answer.value is not None and question in known)

    def begun(self, chapter: str) -> bool:
        """Whether anything in a chapter has an answer."""
        return chapter in self._answered_chapters

    def passed(self, iso: str) -> bool:
        """Whether a day, or every day of a month, lies behind; an empty date never does."""
        return bool(iso) and last_day(iso) < self.today

    def older_than(self, iso: str, months: int) -> bool:
        """Whether a day or month lies more than so many months back."""
        if not iso:
            return False
        last = last_day(iso)
        month = last.month - 1 + months
        later = dt.date(last.year + month // 12, month % 12 + 1, 1)
        return later + dt.timedelta(days=last.day - 1) < self.today

    def actor_name(self, identity: str) -> str:
        """Return an actor's name, the id where there is no such actor."""
        found = self.state.actor(identity)
        return found.name if found else identity


Check = Callable[[Context], Iterator[Hit]]
#: Every rule's function, by the id of its row in data/granskningsregler.jsonl.
CHECKS: dict[str, Check] = {}


def check(rule: str) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""
    def register(function: Check) -> Check:
        CHECKS[rule] = function
        return function

    return register


def hit(place: str, **words: Any) -> Hit:
    """Return a place with the words of its sentence; user text in them is put on one line and cut.

    A blank before a part of a sentence stays, so that it does not run into the word before it.
    """
    return Hit(place, {name: _kept(value) if isinstance(value, str) else value for name, value in words.items()})


def _kept(words: str) -> str:
    return (" " if words.startswith(" ") else "") + one_line(words, 90)


def name_of(one: SharedObject) -> str:
    """Return what an object is called in a sentence."""
    return title_of(one.__dict__) or review_texts.UNTITLED


def at(kind: str, one: SharedObject) -> str:
    """Return the place of a shared object."""
    return f"{kind}:{one.id}"


def asked(question: str, actor: str = WHOLE_COUNTY) -> str:
    """Return the place of a question."""
    return f"fraga:{question}@{actor}"


def missing(*parts: tuple[str, Any]) -> str:
    """Return the names of the parts that are empty, joined by «och»."""
    return review_texts.AND.join(name for name, value in parts if value in ("", None, ()))
