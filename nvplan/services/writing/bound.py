"""Writes an answer into the shared object that holds it: the fact stands there alone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from nvplan.model.binding import ACTOR, ACTOR_NAME, EMPTY, Binding
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import SharedObject
from nvplan.model.question import Question
from nvplan.model.values import Row, Value
from nvplan.services.reading.bound import fits_row, heading_of, holders
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_references import title_of
from nvplan.services.writing.objects import put_object
from nvplan.store.journal import Body
from nvplan.store.repository import Transaction
from nvplan.texts import objects as objects_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: What an object may have left without saying anything of its own.
_FRAME = ("title", "history", "carried")


def write_bound(session: PlanSession, change: Transaction, question: Question, actor: str, value: Value | None) -> None:
    """Write an answer to the objects that hold it: changed, added where none does, removed where nothing is left.

    Raises:
        InputError: it does not fit the object, or a row that says more than the table would be taken away.
    """
    binding = question.bound
    if binding is None:
        raise ValueError(question.id)
    writer = _Writer(session, change, binding, actor)
    found = holders(question, session.state.objects, actor)
    if binding.field:
        fields = {binding.field: binding.coded(_typed(question, value))}
        writer.write(found.get(""), writer.own_id, writer.title, fields)
        return
    first, rows = question.columns[0].id, rows_of(value)
    given = {str(row.get(first, "")): row for row in rows}
    if len(given) < len(rows):
        raise InputError(objects_texts.ROW_TWICE)
    for heading, one in found.items():
        if heading not in given:
            writer.take_away(one)
    for number, (heading, row) in enumerate(given.items(), 1):
        writer.write_row(question, found.get(heading), heading, row, number)


class _Writer:
    """Writes the objects of one answer."""

    def __init__(self, session: PlanSession, change: Transaction, binding: Binding, actor: str) -> None:
        self._session, self._change, self._binding, self._actor = session, change, binding, actor
        self.own_id = self._filled(binding.id)
        self.title = self._filled(binding.title)

    def _filled(self, text: str) -> str:
        return text.replace(ACTOR, self._actor).replace(ACTOR_NAME, actor_name(self._session.state, self._actor))

    def _beside(self, heading: str) -> Body:
        """Return what a new object says beside the answer."""
        fields = {**self._binding.fill, **self._binding.match, **self._binding.rows.get(heading, {})}
        told = {name: self._filled(value) for name, value in fields.items()}
        known = fields_by_name(self._binding.type)
        return {name: (value,) if known[name].many else value for name, value in told.items()}

    def write_row(self, question: Question, one: SharedObject | None, heading: str, row: Row, number: int) -> None:
        """Write a row of a table: nothing where it is only a heading and no object stands for it."""
        fields = {name: self._binding.coded(_typed(column, row.get(column.id)))
                  for column in question.columns[1:] for name in (self._binding.columns[column.id],)}
        identity = f"{self.own_id}-{self._row_number(heading, number)}"
        self.write(one, identity, heading, fields, heading)

    def _row_number(self, heading: str, number: int) -> int:
        """Return the number of a new row: that of a given heading, so that two copies agree, or a free one."""
        given = list(self._binding.rows)
        if heading in given:
            return given.index(heading) + 1
        taken = {str(body["id"]) for body in self._change.list(self._binding.type)}
        number = max(number, len(given) + 1)
        while f"{self.own_id}-{number}" in taken:
            number += 1
        return number

    def write(self, one: SharedObject | None, new_id: str, title: str, fields: Body, heading: str = "") -> None:
        """Change the object, or add one that says the answer and what it is about."""
        if all(value in EMPTY for value in fields.values()):
            self._clear(one, fields)
            return
        identity = new_id if one is None else one.id
        known = (self._change.get(self._binding.type, identity) if one is not None else None) or {}
        beside = {"title": title, **self._beside(heading)} if one is None else {}
        wanted = {**beside, **{name: value for name, value in fields.items()
                               if value not in EMPTY or known.get(name) not in EMPTY}}
        for name, others in self._binding.needs.items():
            lacking = {other: value for other, value in others.items() if {**known, **wanted}.get(other) in EMPTY}
            wanted |= lacking if wanted.get(name) not in EMPTY else {}
        if one is not None and heading and self._would_leave(heading, {**known, **wanted}):
            wanted["title"] = heading
        put_object(self._change, self._binding.type, identity, wanted)

    def _would_leave(self, heading: str, body: Mapping[str, Any]) -> bool:
        """Whether an object that is in a row for what it says would say something else, so that it must be named."""
        shown = _Fields(body)
        return heading_of(self._binding, shown) != heading and not fits_row(self._binding, shown, heading)

    def _clear(self, one: SharedObject | None, fields: Body) -> None:
        """Empty the answer's fields, and remove an object that says nothing else."""
        if one is None:
            return
        kind = self._binding.type
        put_object(self._change, kind, one.id, dict.fromkeys(fields))
        if self._says_nothing_else(one):
            self._change.delete(kind, one.id)

    def take_away(self, one: SharedObject) -> None:
        """Remove the object of a row that was taken away; one that says more than the row is left to its own list.

        Raises:
            InputError: it says more.
        """
        fields = dict.fromkeys(self._binding.columns.values())
        if not self._says_nothing_else(one, *fields):
            raise InputError(objects_texts.ROW_SAYS_MORE.format(
                title=title_of(one.__dict__) or one.id, type=objects_texts.KINDS[self._binding.type][0]))
        self._change.delete(self._binding.type, one.id)

    def _says_nothing_else(self, one: SharedObject, *besides: str) -> bool:
        body = self._change.get(self._binding.type, one.id) or {}
        needed = {other for others in self._binding.needs.values() for other in others}
        frame = {*_FRAME, *self._binding.match, *self._binding.fill, *needed, *besides,
                 *(name for fields in self._binding.rows.values() for name in fields)}
        return one.id.startswith(self.own_id) and not set(body) - frame


class _Fields:
    """A document's fields as an object has them, empty where it says nothing."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self._body = body

    def __getattr__(self, name: str) -> Any:
        return self._body.get(name, "")


def _typed(field: Field, value: Any) -> Any:
    """Return an answer as an object's field takes it: a number as a number, whatever the field is written with."""
    return Decimal(value) if value is not None and kind_of(field).is_number else value
