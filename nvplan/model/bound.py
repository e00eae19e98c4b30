"""What holds a question's fact: found among shared objects or their documents, and what a new one is to say.

Reading, writing and the move of an older file's answers go by the same rules, which stand here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any, get_origin

from nvplan.model.binding import ACTOR, ACTOR_NAME, EMPTY, HEADING, Binding
from nvplan.model.dates import last_day
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.kinds.kind import Row, Value
from nvplan.model.kinds.register import IDENTITY, LACKS, TITLE
from nvplan.model.objects import ABOUT, TYPES
from nvplan.model.question import Question
from nvplan.texts import fields as fields_texts

#: The field whose values are the same goal in an older and a newer requirement set.
_NATIONAL = "national"
#: A share that is worked out has one decimal.
_SHOWN = Decimal("0.1")


def field_of(one: Any, name: str) -> Any:
    """Return a field of an object, or of its document, where what is empty is left out."""
    return one.get(name) if isinstance(one, dict) else getattr(one, name)


def words_in(one: Any, name: str) -> tuple[str, ...]:
    """Return what an object says in a field, each of several by itself; nothing where the field is empty."""
    given = field_of(one, name)
    if given in EMPTY:
        return ()
    return tuple(map(str, given)) if isinstance(given, list | tuple) else (str(given),)


@dataclass(frozen=True)
class Fact:
    """A bound question as one actor answers it."""

    question: Question
    binding: Binding
    actor: str
    same_goal: Callable[[str, str], bool]
    """Whether two ids mean the same national goal, in whichever requirement set."""
    name: str = ""
    """What the actor is called, where something is to be written."""

    # -- finding ---------------------------------------------------------------------------------------------------
    def holders(self, objects: Iterable[Any]) -> dict[str, Any]:
        """Return the objects that hold the answer: a table's by the heading of their row, any other's under no heading.

        Where several are about the same, the latest counts.
        """
        found = self._matching(objects)
        if kind_of(self.question).is_shown_alone:
            return self._entries(found)
        if not self.binding.field:
            return {self.heading(one): one for one in found}
        told = [one for one in found if field_of(one, self.binding.field) not in EMPTY]
        last = (told or found)[-1:]
        return {"": last[0]} if last else {}

    def left_out(self, objects: Iterable[Any]) -> tuple[str, tuple[str, ...]]:
        """Return the object that holds a choice, and in words what belongs to the choice and is not there yet."""
        one, whole = self.holders(objects).get(""), self.binding.whole_when
        if one is None or self.answered(self.question, field_of(one, self.binding.field)) not in whole:
            return "", ()
        return str(field_of(one, "id")), tuple(word for name, word in self._complete if field_of(one, name) in EMPTY)

    def _entries(self, found: Sequence[Any]) -> dict[str, Any]:
        """Return the objects of a register: those that must be there by their heading, or all of them by their id."""
        if self.binding.rows:
            return {heading: one for one in found for heading in self._fitting(one)}
        return {str(field_of(one, "id")): one for one in found}

    @cached_property
    def _wanted(self) -> dict[str, str]:
        """What an object says in these fields, whoever answers."""
        return {name: self.filled(value) for name, value in self.binding.match.items()}

    @property
    def narrowed_by(self) -> tuple[str, str] | None:
        """A field and the one word that each of the objects says there; None where none is told by one word."""
        return next(((name, value) for name, value in self._wanted.items()
                     if value and "|" not in value and name != _NATIONAL), None)

    def _matching(self, objects: Iterable[Any]) -> list[Any]:
        binding, wanted = self.binding, self._wanted
        found = [one for one in objects if self._says_all(one, wanted)]
        if binding.columns:
            found = [one for one in found if self._is_row(one)]
        return sorted(found, key=lambda one: _last(field_of(one, binding.latest))) if binding.latest else found

    def _is_row(self, one: Any) -> bool:
        """Whether an object is a row of the table: the question added it, or it says what the rows say."""
        if self._is_own(one) or self._fitting(one) or self._says_all(one, self._extra):
            return True
        kept = self.binding.columns.values()  # what stands in a cell may have been changed there
        fields = self.binding.rows.get(str(field_of(one, "title") or ""), {})
        rest = {name: value for name, value in fields.items() if name not in kept}
        return bool(rest) and self._says_all(one, rest)

    @property
    def _extra(self) -> dict[str, str]:
        """What an object of any row beside the given ones says, whatever the row is called."""
        return {name: value for name, value in self.binding.extra.items() if value != HEADING}

    def _is_own(self, one: Any) -> bool:
        return str(field_of(one, "id") or "").startswith(f"{self.own_id}-")

    def heading(self, one: Any) -> str:
        """Return which row of a table an object is: the one that it is called, else the first that it fits."""
        title = str(field_of(one, "title") or "")
        if title in self.binding.rows or self._is_own(one):
            return title
        return next(iter(self._fitting(one)), title)

    def _fitting(self, one: Any) -> list[str]:
        """Return the headings whose rows an object fits; a row that says no more than any other fits none by itself."""
        return [heading for heading, fields in self.binding.rows.items()
                if fields != self._extra and self._says_all(one, fields)]

    def _says_all(self, one: Any, fields: Mapping[str, str]) -> bool:
        for name, value in fields.items():  # noqa: SIM110 - asked of each object of a register: a third of the time
            if not self._says(one, name, value):
                return False
        return True

    def _says(self, one: Any, name: str, value: str) -> bool:
        """Whether an object says this in a field: one of several is enough, nothing means that the field is empty."""
        given = field_of(one, name)
        if not value or given in EMPTY:
            return not value and given in EMPTY
        if "|" in value:
            return any(self._says(one, name, part) for part in value.split("|"))
        if isinstance(given, list | tuple):
            return value in given
        return str(given) == value or (name == _NATIONAL and self.same_goal(str(given), value))

    # -- reading ---------------------------------------------------------------------------------------------------
    def value(self, found: Mapping[str, Any]) -> Value | None:
        """Return the answer that the holders give; a table has all its headings as soon as there is one row."""
        if not found:
            return None
        if kind_of(self.question).is_shown_alone:
            return [self._entry(heading, found.get(heading)) for heading in dict.fromkeys((*self.binding.rows, *found))]
        if self.binding.field:
            return self.answered(self.question, field_of(found[""], self.binding.field))
        return [self._row(heading, found.get(heading)) for heading in dict.fromkeys((*self.binding.rows, *found))]

    def _row(self, heading: str, one: Any) -> Row:
        first, *others = self.question.columns
        row: Row = {first.id: heading} if heading else {}
        for column in others if one is not None else ():
            cell = self.answered(column, field_of(one, self.binding.columns[column.id]))
            if cell is not None:
                row[column.id] = cell
        return row

    @property
    def is_plain_register(self) -> bool:
        """Whether the answer is one entry for each object by itself, in the objects' order."""
        asks_for_some = self.binding.rows or self.binding.latest or self.binding.columns
        return kind_of(self.question).is_shown_alone and not asks_for_some

    def entry(self, one: Any) -> Row | None:
        """Return an object's entry in a plain register; None where it is not one of its objects."""
        return self._entry("", one) if self._says_all(one, self._wanted) else None

    def _entry(self, heading: str, one: Any) -> Row:
        """Return an entry of a register, with the names of the fields that it lacks; one that is missing lacks all."""
        if one is None:
            return {IDENTITY: "", TITLE: heading, LACKS: fields_texts.LACKS_ENTRY}
        lacks = [word for name, word in self._complete if field_of(one, name) in EMPTY]
        if getattr(one, "carried", False):
            lacks.append(fields_texts.LACKS_CONFIRMING)
        identity = str(field_of(one, "id"))
        for name in self._called:
            if getattr(one, name, ""):
                return {IDENTITY: identity, TITLE: str(field_of(one, name)), LACKS: ", ".join(lacks)}
        return {IDENTITY: identity, TITLE: identity, LACKS: ", ".join(lacks)}

    @cached_property
    def _complete(self) -> list[tuple[str, str]]:
        """The fields that a whole entry has, each with what it is called in a sentence."""
        words = fields_texts.FIELDS[self.binding.type]
        return [(name, words[name][0].lower()) for name in self.binding.complete]

    @cached_property
    def _called(self) -> tuple[str, ...]:
        """The fields that may say what an entry is called; the first that does counts."""
        kind = self.binding.type
        return (*(ABOUT[kind].called if kind in ABOUT else ()), "title", "name")

    def answered(self, field: Field, value: Any) -> str | None:
        """Return an object's value as an answer has it: numbers in their digits, codes as the question's options."""
        if value in EMPTY:
            return None
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        if not kind_of(field).has_options:
            return text
        return next((option for option, code in self.binding.codes.items() if code == text), text)

    # -- writing ---------------------------------------------------------------------------------------------------
    def filled(self, text: str) -> str:
        """Return a value of the binding with the actor in it."""
        return text.replace(ACTOR, self.actor).replace(ACTOR_NAME, self.name)

    @property
    def own_id(self) -> str:
        """The id of an object that the question adds, or what those of a table begin with."""
        return self.filled(self.binding.id)

    def told(self, field: Field, value: Any) -> Any:
        """Return an answer as an object's field takes it: a number as a number, an option as the field's code."""
        if value is None or not isinstance(value, str):
            return value
        if kind_of(field).is_number:
            return Decimal(value)
        return self.binding.codes.get(value, value) if kind_of(field).has_options else value

    def cells(self, row: Row) -> dict[str, Any]:
        """Return what a table's row says of an object, the first column left out."""
        return {self.binding.columns[column.id]: self.told(column, row.get(column.id))
                for column in self.question.columns[1:]}

    def beside(self, heading: str) -> dict[str, Any]:
        """Return what a new object says beside the answer."""
        binding = self.binding
        fields = {**binding.fill, **binding.match, **(binding.rows.get(heading, binding.extra))}
        known = TYPES[binding.type].model_fields
        told = {name: self.filled(value).replace(HEADING, heading) for name, value in fields.items()}
        return {"title": heading or self.filled(binding.title),
                **{name: (value,) if get_origin(known[name].annotation) is tuple else value
                   for name, value in told.items() if value}}

    def row_id(self, heading: str, taken: Iterable[str]) -> str:
        """Return the id of a new row's object: that of a given heading, so that two copies agree, or a free one."""
        given, used = list(self.binding.rows), set(taken)
        if heading in given and (own := f"{self.own_id}-{given.index(heading) + 1}") not in used:
            return own
        number = len(given) + 1
        while f"{self.own_id}-{number}" in used:
            number += 1
        return f"{self.own_id}-{number}"

    def completed(self, known: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is to be written with what must stand beside it, and with a share that is worked out."""
        fields = {**known, **wanted}
        found = dict(wanted)
        for name, others in self.binding.needs.items():
            if fields.get(name) not in EMPTY:
                found |= {other: value for other, value in others.items() if fields.get(other) in EMPTY}
        share = self.binding.share
        if share and known.get(share) in (*EMPTY, share_of(known), str(share_of(known))):
            found[share] = share_of(fields)
        return found


def _last(day: str | None) -> dt.date:
    """Return the last day that a stored time covers; what has none comes before everything."""
    try:
        return last_day(day) if day else dt.date.min
    except ValueError:
        return dt.date.min


def share_of(fields: Mapping[str, Any]) -> Decimal | None:
    """Return the part of the whole in per cent with one decimal, None where either is missing."""
    part, whole = fields.get("numerator"), fields.get("count")
    if part in EMPTY or whole in EMPTY or not Decimal(str(whole)):
        return None
    return (Decimal(str(part)) * 100 / Decimal(str(whole))).quantize(_SHOWN, ROUND_HALF_UP)
