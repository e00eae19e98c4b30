"""Writes an answer into the shared object that holds it: the fact stands there alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog.following import given_by
from nvplan.model.binding import EMPTY
from nvplan.model.bound import Fact
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import SharedObject
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.services.reading.bound import fact
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_references import title_of
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.plan_terms import of_both
from nvplan.store.journal import Body
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
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
    if question.bound is None:
        raise ValueError(question.id)
    if kind_of(question).is_shown_alone:
        raise InputError(common_texts.REGISTER_NOT_TYPED)
    one = fact(question, question.bound, actor, actor_name(session.state, actor))
    writer = _Writer(session.state, change, one)
    found: dict[str, SharedObject] = one.holders(session.state.objects.get(one.binding.type, {}).values())
    if one.binding.field:
        writer.write(found.get(""), one.own_id, {one.binding.field: one.told(question, value)})
        return
    first, rows = question.columns[0].id, rows_of(value)
    given = {str(row.get(first, "")): row for row in rows}
    if len(given) < len(rows):
        raise InputError(objects_texts.ROW_TWICE)
    for heading, holder in found.items():
        if heading not in given:
            writer.take_away(holder)
    for heading, row in given.items():
        writer.write(found.get(heading), one.row_id(heading, writer.taken()), one.cells(row), heading)


class _Writer:
    """Writes the objects of one answer."""

    def __init__(self, state: PlanState, change: Transaction, about: Fact) -> None:
        self._state, self._change, self._fact, self._type = state, change, about, about.binding.type

    def taken(self) -> set[str]:
        """Return the ids that objects of the type have."""
        return {str(body["id"]) for body in self._change.list(self._type)}

    def write(self, one: SharedObject | None, new_id: str, fields: Body, heading: str = "") -> None:
        """Change the object, or add one that says the answer and what it is about."""
        if all(value in EMPTY for value in fields.values()):
            self._clear(one, fields)
            return
        identity = new_id if one is None else one.id
        known = self._change.get(self._type, identity) or {}
        beside = {} if known else of_both(self._state, self._type, self._fact.beside(heading))
        given = {name: value for name, value in fields.items()
                 if value not in EMPTY or known.get(name) not in EMPTY}
        wanted = self._fact.completed(known, {**beside, **given})
        if one is not None and heading and self._fact.heading({**known, **wanted, "id": one.id}) != heading:
            wanted["title"] = heading  # it was in the row for what it said, and is to stay there
        put_object(self._change, self._type, identity, wanted)

    def _clear(self, one: SharedObject | None, fields: Body) -> None:
        """Empty the answer's fields, and remove an object that says nothing else."""
        if one is None:
            return
        known = self._change.get(self._type, one.id) or {}
        put_object(self._change, self._type, one.id, self._fact.completed(known, dict.fromkeys(fields)))
        if self._says_nothing_else(one):
            self._change.delete(self._type, one.id)

    def take_away(self, one: SharedObject) -> None:
        """Remove the object of a row that was taken away; one that says more than the row is left to its own list.

        Raises:
            InputError: it says more.
        """
        if not self._says_nothing_else(one, *self._fact.binding.columns.values()):
            raise InputError(objects_texts.ROW_SAYS_MORE.format(
                title=title_of(one.__dict__) or one.id, type=objects_texts.KINDS[self._type][0]))
        self._change.delete(self._type, one.id)

    def _says_nothing_else(self, one: SharedObject, *besides: str) -> bool:
        """Whether an object that the question added says nothing beside the answer and what it is about."""
        body, binding = self._change.get(self._type, one.id) or {}, self._fact.binding
        told = (binding.match, binding.fill, binding.extra, *binding.rows.values(), *binding.needs.values())
        frame = {*_FRAME, *besides, binding.share, *(name for fields in told for name in fields),
                 *given_by(binding.match.get("national", ""))}
        return one.id.startswith(self._fact.own_id) and not set(body) - frame
