"""Knows a change by every place where its fact may stand: as an answer, as in 0.1.0, or in the object that holds it.

One copy of a plan may have been answered in a program that kept the answer in the question, the other in one that keeps
it in a register. Their logs then tell of the same fact under different places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.bound import Fact
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import actors_of
from nvplan.services.reading.bound import fact
from nvplan.services.reading.state import ANSWERS, StateReader
from nvplan.store.journal import FieldChange, field_key
from nvplan.store.repository import Repository

Key = tuple[str, str, tuple[str, ...]]
Changed = Mapping[Key, FieldChange]


def same_facts(plans: Sequence[Repository]) -> list[frozenset[Key]]:
    """Return the places that hold the same fact, a set for each, in any of the plans."""
    states = [StateReader(plan).read() for plan in plans]
    found = []
    for identity, binding in bindings().items():
        question = all_questions()[identity]
        if kind_of(question).is_shown_alone:
            continue
        given = {WHOLE_COUNTY} if question.per == "lan" else {
            one.id for state in states for one in actors_of(question, state.actors)}
        for actor in sorted(given):
            one = fact(question, binding, actor)
            objects = {(held.id, field) for state in states
                       for held in one.holders(state.objects.get(binding.type, {}).values()).values()
                       for field in _fields(one)}
            found.append(frozenset({_answer(identity, actor), *(
                (binding.type, held, (field,)) for held, field in objects)}))
    found += [frozenset({_answer(row.id, WHOLE_COUNTY), _answer(row.to, WHOLE_COUNTY)})
              for row in removed_questions().values() if row.moves]
    return found


def _fields(one: Fact) -> Iterator[str]:
    yield from (one.binding.field,) if one.binding.field else one.binding.columns.values()


def _answer(question: str, actor: str) -> Key:
    return ANSWERS, f"{question.rpartition('.')[0]}@{actor}", ("answers", question)


def told_everywhere(changed: Changed | None, facts: Sequence[frozenset[Key]]) -> Changed | None:
    """Return what has changed with each fact that a log tells of told at all its places.

    What a place said before is known only where the log tells it there.
    """
    if changed is None:
        return None
    whole = {key[:2]: change for key, change in changed.items() if not key[2]}
    found = dict(changed)
    for places in facts:
        first = next((changed[key] for key in sorted(places) if key in changed), None) or next(
            (whole[key[:2]] for key in sorted(places) if key[:2] in whole), None)
        for table, identity, path in sorted(places) if first is not None else ():
            told = FieldChange(table=table, id=identity, path=list(path))
            found.setdefault(field_key(told), told)
    return found
