"""Schema 1 to 2: answers move to the shared objects that hold their facts now, or to the question that asks for both.

Nothing is dropped. What stays in its place among the answers is read where no object answers, and set aside where one
says something else, until a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nvplan.catalog.bindings import bindings
from nvplan.catalog.following import given_by, same_goal
from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.binding import EMPTY
from nvplan.model.bound import Fact
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import TYPES
from nvplan.model.values import stored_fault
from nvplan.store.format import Table, Tables
from nvplan.store.migrations.answered import take_in
from nvplan.store.migrations.fitting import fitting
from nvplan.store.migrations.v1_reports import move_amounts, move_texts

_Body = dict[str, Any]


def step(tables: Tables) -> Tables:
    """Return the tables with the answers to bound questions in the objects that hold them."""
    tables = move_amounts(move_texts(_merged(tables)))
    mover = _Mover(tables)
    for fact, document, answer in _answers(tables):
        if mover.move(fact, answer):
            mover.take_out(document, fact.question.id)
    return mover.tables


def _merged(tables: Tables) -> Tables:
    """Return the tables with the answers to questions that have become one with another; what says otherwise stays."""
    answers = {number: dict(body) for number, body in tables.get("answers", {}).items()}
    known = all_questions()
    for row in removed_questions().values():
        for number, body in list(answers.items()) if row.moves else ():
            given = body.get("answers")
            answer = given.get(row.id) if isinstance(given, dict) else None
            if not isinstance(answer, dict) or not isinstance(body.get("actor"), str):
                continue
            value, target = answer.get("value"), known[row.to]
            moved = {**answer, "value": row.codes.get(value, value) if isinstance(value, str) else value}
            if take_in(answers, target, str(body["actor"]), moved):
                left = {name: one for name, one in given.items() if name != row.id} if isinstance(given, dict) else {}
                answers[number] = {**body, "answers": left}
    kept = {number: body for number, body in answers.items() if body.get("answers") or number not in tables["answers"]
            or not tables["answers"][number].get("answers")}
    return {**tables, "answers": kept} if "answers" in tables else tables


def _answers(tables: Tables) -> Iterator[tuple[Fact, str, _Body]]:
    """Yield the answers to bound questions that fit them: what is bound, the document's number, the answer."""
    names = {str(body.get("id")): str(body.get("name", "")) for body in tables.get("actors", {}).values()}
    known = all_questions()
    for number, body in tables.get("answers", {}).items():
        actor, given = body.get("actor"), body.get("answers")
        if not isinstance(actor, str) or not isinstance(given, dict):
            continue
        for identity, binding in bindings().items():
            question, answer = known[identity], given.get(identity)
            if not isinstance(answer, dict) or question.chapter != body.get("chapter"):
                continue
            if answer.get("value") is not None and not stored_fault(question, answer["value"]):
                yield Fact(question, binding, actor, same_goal, names.get(actor, actor)), number, answer


class _Mover:
    """Moves answers into the objects, in tables of its own."""

    def __init__(self, tables: Tables) -> None:
        self.tables = dict(tables)

    def move(self, fact: Fact, answer: _Body) -> bool:
        """Move an answer; tell whether all of it now stands in the objects."""
        carried = answer.get("carried") is True
        if fact.binding.field:
            fields = {fact.binding.field: fact.told(fact.question, answer["value"])}
            found = fact.holders(self._bodies(fact)).get("")
            return self._put(fact, found, fact.own_id, fields, "", carried=carried)
        first = fact.question.columns[0].id
        done = [self._row(fact, str(row.get(first, "")), fact.cells(row), carried=carried)
                for row in rows_of(answer["value"])]
        return all(done)

    def _row(self, fact: Fact, heading: str, fields: _Body, *, carried: bool) -> bool:
        fields = {name: value for name, value in fields.items() if value not in EMPTY}
        if not fields:
            return True
        bodies = list(self._bodies(fact))
        found = fact.holders(bodies).get(heading)
        day = fact.binding.latest
        if found is not None and found.get(day) and fields.get(day) and found[day] != fields[day]:
            found = next((one for one in bodies if one.get(day) == fields[day] and fact.heading(one) == heading), None)
        new_id = fact.row_id(heading, (str(body["id"]) for body in bodies))
        return self._put(fact, found, new_id, fields, heading, carried=carried)

    def _bodies(self, fact: Fact) -> Iterator[_Body]:
        fits = TYPES[fact.binding.type]
        for body in self.tables.get(fact.binding.type, {}).values():
            if fitting(fits, body) is not None:
                yield body

    def _put(self, fact: Fact, found: _Body | None, new_id: str, fields: _Body, heading: str, *, carried: bool) -> bool:
        """Put the fields in an object that says nothing else in them, or in a new one; tell whether they are there."""
        model, kind = TYPES[fact.binding.type], fact.binding.type
        known = found or {}
        beside: _Body = {} if found is not None else {
            **_given(fact), **fact.beside(heading), **({"carried": True} if carried else {})}
        wanted = fact.completed(known, {**beside, **fields})
        body = fitting(model, {**known, "id": known.get("id", new_id), **wanted})
        if body is None:
            return False
        if found is not None and any(found.get(name, body.get(name)) != body.get(name) for name in fields):
            return False
        table = self.tables.get(kind, {})
        number = next((one for one, other in table.items() if other is found), None) or str(
            max((int(one) for one in table), default=0) + 1)
        self.tables[kind] = {**table, number: body}
        return True

    def take_out(self, number: str, question: str) -> None:
        """Take an answer out of its document, and a document without answers away."""
        table: Table = self.tables["answers"]
        body = table[number]
        left = {name: answer for name, answer in body["answers"].items() if name != question}
        table = {**table, number: {**body, "answers": left}}
        self.tables["answers"] = table if left else {one: other for one, other in table.items() if one != number}


def _given(fact: Fact) -> _Body:
    """Return what a goal takes over from the national goal that it is tied to, save a day that has passed by now."""
    given = given_by(fact.binding.match.get("national", ""))
    return {name: value for name, value in given.items() if name != "date"}
