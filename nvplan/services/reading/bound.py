"""Reads the answers that shared objects hold: a question that is bound to one says what stands there, and no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nvplan.catalog.bindings import bindings
from nvplan.catalog.following import same_goal
from nvplan.catalog.questions import all_questions
from nvplan.model.binding import ACTOR, EMPTY, Binding
from nvplan.model.county import Actor
from nvplan.model.dates import last_day
from nvplan.model.objects import SharedObject
from nvplan.model.plan import WHOLE_COUNTY, Answer
from nvplan.model.progress import actors_of
from nvplan.model.question import Question
from nvplan.model.values import Row, Value

Objects = Mapping[str, Mapping[str, SharedObject]]
#: The field whose values are the same goal in an older and a newer requirement set.
_NATIONAL = "national"


def bound_answers(objects: Objects, actors: Sequence[Actor]) -> Iterator[tuple[str, Question, Answer]]:
    """Yield what the objects answer: the actor, the question and the answer; nothing where they hold none."""
    known = all_questions()
    for identity in bindings():
        question = known[identity]
        asked = [WHOLE_COUNTY] if question.per == "lan" else [actor.id for actor in actors_of(question, actors)]
        for actor in asked:
            answer = bound_answer(question, objects, actor)
            if answer is not None:
                yield actor, question, answer


def bound_answer(question: Question, objects: Objects, actor: str) -> Answer | None:
    """Return what the objects answer for an actor, None where they hold no answer."""
    found = holders(question, objects, actor)
    value = _value(question, found)
    if value is None:
        return None
    return Answer(value=value, carried=any(one.carried for one in found.values()))


def holders(question: Question, objects: Objects, actor: str) -> dict[str, SharedObject]:
    """Return the objects that hold the answer: a table's by the heading of their row, any other's under no heading."""
    binding = question.bound
    if binding is None:
        return {}
    found = _matching(binding, objects.get(binding.type, {}).values(), actor)
    if binding.field:
        told = [one for one in found if getattr(one, binding.field) not in EMPTY]
        last = (told or found)[-1:]
        return {"": last[0]} if last else {}
    return {heading_of(binding, one): one for one in found}


def _matching(binding: Binding, objects: Iterable[SharedObject], actor: str) -> list[SharedObject]:
    """Return the objects that are about the question's fact, the one that counts last."""
    wanted = {name: value.replace(ACTOR, actor) for name, value in binding.match.items()}
    found = [one for one in objects if all(says(one, name, value) for name, value in wanted.items())]
    return sorted(found, key=lambda one: _last(getattr(one, binding.latest))) if binding.latest else found


def _last(day: str) -> dt.date:
    """Return the last day that a day, a month or another time covers; what has none comes before everything."""
    return last_day(day) if day else dt.date.min


def says(one: Any, name: str, value: str) -> bool:
    """Whether an object says this in a field: as one of several is enough, nothing means that the field is empty."""
    given = getattr(one, name)
    if not value:
        return given in EMPTY
    if isinstance(given, tuple):
        return value in given
    return str(given) == value or (name == _NATIONAL and bool(given) and same_goal(str(given), value))


def heading_of(binding: Binding, one: Any) -> str:
    """Return which row of a table an object is: the one that it is called, else the first that it fits."""
    title = str(one.title or "")
    if title in binding.rows:
        return title
    return next((heading for heading in binding.rows if fits_row(binding, one, heading)), title)


def fits_row(binding: Binding, one: Any, heading: str) -> bool:
    """Whether an object says what those of a row say."""
    fields = binding.rows.get(heading, {})
    return bool(fields) and all(says(one, name, value) for name, value in fields.items())


def _value(question: Question, found: Mapping[str, SharedObject]) -> Value | None:
    binding = question.bound
    if binding is None or not found:
        return None
    if binding.field:
        return binding.answered(getattr(found[""], binding.field))
    first = question.columns[0].id
    return [_row(binding, first, heading, found.get(heading)) for heading in dict.fromkeys((*binding.rows, *found))]


def _row(binding: Binding, first: str, heading: str, one: SharedObject | None) -> Row:
    row: Row = {first: heading} if heading else {}
    for column, name in binding.columns.items() if one is not None else ():
        cell = binding.answered(getattr(one, name))
        if cell is not None:
            row[column] = cell
    return row
