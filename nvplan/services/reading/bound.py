"""Reads the answers that shared objects hold: a question that is bound to one says what stands there, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.bindings import bindings
from nvplan.catalog.following import same_goal
from nvplan.catalog.questions import all_questions
from nvplan.model.binding import Binding
from nvplan.model.bound import Fact, words_in
from nvplan.model.county import Actor
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.kind import Row
from nvplan.model.objects import ACTOR_TYPE, SharedObject
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanState
from nvplan.model.progress import actors_of
from nvplan.model.question import Question
from nvplan.services.reading.changed import changed_at
from nvplan.services.reading.object_fields import fields_by_name

#: What an object answers: for which actor, which question, and what.
_Held = tuple[str, Question, Answer]


class BoundAnswers:
    """Reads what the objects of a plan answer, again only for a question whose objects have changed since last time.

    A plan is read anew after every change, and most changes are in no register.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Binding, Any, tuple[Actor, ...], tuple[_Held, ...]]] = {}
        self._registers: dict[tuple[str, str], tuple[list[Any], list[Row | None], Answer | None]] = {}
        """The objects of each plain register, the entry of each and the answer, by question and actor."""
        self._saying: dict[tuple[str, str], tuple[list[Any], dict[str, list[int]]]] = {}
        """The objects of a type, and by what they say in a field where they stand among them; by type and field."""
        self._steps: dict[str, tuple[Any, list[Any], list[Any], list[int] | None]] = {}
        """By type: its mapping, its objects before and now, and where they differ; the registers of a type share it."""

    def read(self, objects: Mapping[str, Mapping[str, SharedObject]], actors: tuple[Actor, ...]) -> Iterator[_Held]:
        """Yield what the objects answer: the actor, the question and the answer; nothing where they hold none.

        Args:
            objects: by type and id; a type that has not changed has the same mapping as last time.
            actors: the plan's actors.
        """
        by_id = {actor.id: actor for actor in actors}
        for identity, binding in bindings().items():
            ones = objects.get(binding.type)
            known = self._known.get(identity)
            if known is None or known[0] is not binding or known[1] is not ones or known[2] != actors:
                if known is not None and known[0] is not binding:
                    self._registers.clear()  # the data is another
                of_type = by_id if binding.type == ACTOR_TYPE else ones or {}
                known = self._known[identity] = binding, ones, actors, tuple(self._answers(binding, of_type, actors))
            yield from known[3]

    def _answers(self, binding: Binding, objects: Mapping[str, Any], actors: Sequence[Actor]) -> Iterator[_Held]:
        question = all_questions()[binding.question]
        asked = [WHOLE_COUNTY] if question.per == "lan" else [actor.id for actor in actors_of(question, actors)]
        for actor in asked:
            one = fact(question, binding, actor)
            answer = self._register(one, objects) if one.is_plain_register else _answer(one, objects)
            if answer is not None:
                yield actor, question, answer

    def _register(self, one: Fact, objects: Mapping[str, Any]) -> Answer | None:
        key = one.binding.question, one.actor
        before, entries, answer = self._registers.get(key, ([], [], None))
        last, ones, new = self._step(one.binding.type, objects)
        if new is None or before is not last:
            known = {id(each): entry for each, entry in zip(before, entries, strict=True)}
            now: list[Row | None] = [None] * len(ones)
            for place in self._places(one, ones):
                each = ones[place]
                now[place] = known[id(each)] if id(each) in known else one.entry(each)
        else:
            now = list(entries)
            for place in new:
                now[place] = one.entry(ones[place])
        if now != entries:
            rows = [row for row in now if row is not None]
            answer = Answer(value=rows) if rows else None
        self._registers[key] = ones, now, answer
        return answer

    def _places(self, one: Fact, ones: list[Any]) -> Iterable[int]:
        """Return where in the list the objects may be that hold an answer; the registers of a type share the search."""
        if one.narrowed_by is None:
            return range(len(ones))
        name, value = one.narrowed_by
        searched, found = self._saying.get((one.binding.type, name), (None, {}))
        if searched is not ones:
            found = {}
            for place, each in enumerate(ones):
                for word in words_in(each, name):
                    found.setdefault(word, []).append(place)
            self._saying[one.binding.type, name] = ones, found
        return found.get(value, ())

    def _step(self, kind: str, objects: Mapping[str, Any]) -> tuple[list[Any], list[Any], list[int] | None]:
        mapping, last, ones, new = self._steps.get(kind, (None, [], [], None))
        if mapping is not objects:
            last, ones = ones, list(objects.values())
            new = changed_at(last, ones)
            self._steps[kind] = objects, last, ones, new
        return last, ones, new


def _answer(one: Fact, objects: Mapping[str, Any]) -> Answer | None:
    found = one.holders(objects.values())
    value = one.value(found)
    if value is None:
        return None
    # What of a register is carried is confirmed entry by entry, where it stands.
    confirmed_here = not kind_of(one.question).is_shown_alone
    return Answer(value=value, carried=confirmed_here and any(each.carried for each in found.values()))


def held_by_tables(state: PlanState, kind: str) -> set[str]:
    """Return the ids of the objects of a type that tables of questions show; they need not stand beside them."""
    found: set[str] = set()
    for identity, binding in bindings().items():
        if binding.type == kind and binding.columns:
            question = all_questions()[identity]
            asked = [WHOLE_COUNTY] if question.per == "lan" else [one.id for one in actors_of(question, state.actors)]
            for actor in asked:
                holders = fact(question, binding, actor).holders(state.objects.get(kind, {}).values())
                found |= {one.id for one in holders.values()}
    return found


def beginning(question: Question, heading: str = "") -> dict[str, Any]:
    """Return what a new entry of the register that a question shows begins with; a heading names one that is asked for.

    Where the register takes several kinds, the person chooses.
    """
    binding = question.bound
    if binding is None:
        return {}
    known = fields_by_name(binding.type)
    asked = {**binding.match, **binding.rows.get(heading, {})}
    named = {"title": heading} if heading in binding.rows else {}
    return {**named, **{name: [value] if known[name].many else value for name, value in asked.items()
                        if value and "|" not in value}}


@dataclass(frozen=True)
class LeftOut:
    """An object that holds a choice and lacks what belongs to it, as a decision without its day."""

    type: str
    id: str
    actor: str
    missing: tuple[str, ...]
    """What it lacks, in words."""


def left_out(state: PlanState, question: Question, actor: str) -> list[LeftOut]:
    """Return what is left to say beside a question's choices: of the actor at hand first, then of the others."""
    binding = question.bound
    if binding is None or not binding.whole_when:
        return []
    others = [one.id for one in actors_of(question, state.actors)] if question.per != "lan" else []
    found = []
    for asked in dict.fromkeys((actor, *others)):
        identity, missing = fact(question, binding, asked).left_out(state.objects.get(binding.type, {}).values())
        found += [LeftOut(binding.type, identity, asked, missing)] if missing else []
    return found


def fact(question: Question, binding: Binding, actor: str, name: str = "") -> Fact:
    """Return a bound question as an actor answers it; the name is needed where something is to be written."""
    return Fact(question, binding, actor, same_goal, name)
