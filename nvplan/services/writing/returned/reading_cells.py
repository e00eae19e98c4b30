"""Reads cells and fields that someone has changed, and weighs each against what the plan said then and says now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.model.document import Cell, TableColumn
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.services.reading.bound import fact
from nvplan.services.reading.object_fields import FieldSpec, fields_by_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.list_merging import merged_words
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.boxes import answers_and_words, has_two
from nvplan.services.writing.returned.columns import (
    ASSESSMENT,
    QUESTION,
    as_text,
    documents_of,
    is_day,
    is_few_persons,
    is_share,
    read_answer,
    read_field,
)
from nvplan.services.writing.returned.corrections import Corrections
from nvplan.services.writing.returned.exported import Exported, day_of, is_only_marks, is_untouched, plain
from nvplan.services.writing.returned.form import Given, Returned, ReturnedForm
from nvplan.services.writing.returned.found import UNKNOWN, Found, Told, answer_change, emptied
from nvplan.services.writing.returned.other_set import followed
from nvplan.store.journal import FieldChange
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts


def is_question_day(question: str) -> bool:
    """Whether a question that is asked still is answered with a day."""
    found = all_questions().get(question)
    return found is not None and kind_of(found).is_day


def _is_of_several(target: tuple[str, str]) -> bool:
    """Tell whether a row stands for several actors, who judge or answer each in a copy of its own."""
    identity, _, owner = target[1].rpartition("@")
    asked = all_questions().get(identity)
    return owner == WHOLE_COUNTY and (
        target[0] == ASSESSMENT or (target[0] == QUESTION and asked is not None and asked.per == "aktor"))


@dataclass
class CellReader:
    """Reads the form's cells into what is found; `was` is the form as it was written out."""

    session: OpenPlan
    form: ReturnedForm
    was: Exported
    found: Found
    here: set[tuple[str, str]] = field(default_factory=set)
    """Posts that a row without a key is about: their type and id."""

    def __post_init__(self) -> None:
        actor = self.was.actor.id if self.was.actor is not None else ""
        self.corrections = Corrections(self.session, actor, self.was.revision)

    def same(self, cell: Cell, column: TableColumn, given: Given) -> bool:
        """Tell whether a cell says nothing new: what it said when it was written out, and that as a value."""
        if given.fault and given.fault != returned_texts.MERGED:
            return False
        return is_untouched(cell, column, given, self.form)

    def as_answered_then(self, question: str, actor: str, given: Given) -> bool:
        """Tell whether a cell of a form of 0.1.0 says what the question was answered with when it was written out."""
        column = TableColumn(title="", kind="date" if is_question_day(question) else "text")
        return not given.fault and any(is_untouched(Cell(text=shown), column, given, self.form)
                                       for shown in self.was.answered.get((question, actor), ()))

    def means_same(self, target: tuple[str, str], name: str, cell: Cell, given: Given) -> bool:
        """Tell whether a cell, read as a value, says what it said when it was written out: an emptied default, say."""
        was = Given("" if cell.missing else cell.text)
        try:
            return bool(self._read(target, name, given) == self._read(target, name, was))
        except InputError:
            return False

    def says_the_same(self, asked: tuple[str, str], answer: Given, target: tuple[str, str], name: str, given: Given
                      ) -> bool:
        """Tell whether an answer and the field of the object that holds it mean the same."""
        question, _, actor = asked[1].rpartition("@")
        bound = all_questions()[question].bound
        try:
            theirs = self._read(asked, "value", answer)
            value = self._read(target, name, given)
        except InputError:
            return False
        if bound is None:
            return False
        told = fact(all_questions()[question], bound, actor).told(all_questions()[question], theirs)
        return bool(as_value(target[0], name, told) == value)

    def _asked(self, target: tuple[str, str], name: str) -> Question | FieldSpec:
        if target[0] == QUESTION:
            return all_questions()[target[1].rpartition("@")[0]]
        return fields_by_name(target[0])[name]

    def _read(self, target: tuple[str, str], name: str, given: Given) -> Any:
        field = self._asked(target, name)
        if not kind_of(field).is_one_choice and is_only_marks(given):  # a tick may be a choice
            raise InputError(returned_texts.ONLY_MARKS)
        if target[0] == QUESTION:
            question = all_questions()[target[1].rpartition("@")[0]]
            if kind_of(question).is_one_choice and has_two(question, given.text):
                raise InputError(returned_texts.TWO_TICKS)
            return read_answer(question, self.value(given, kind_of(question).is_day, is_share(question)))
        return read_field(target[0], name, self.value(given, is_day(target[0], name)), documents_of(self.session))

    def _read_with_words(self, target: tuple[str, str], name: str, given: Given, cells: tuple[Told, ...],
                         mark: str = "") -> tuple[Any, tuple[Told, ...]]:
        """Return a value and the cells that say it; what is written after an answer to a choice is told apart."""
        try:
            return self._read(target, name, given), cells
        except InputError:
            found = answers_and_words(given.text, self._asked(target, name),
                                      lambda text: self._read(target, name, Given(text)))
            if found is None:
                raise
        for answer, words in found.beside:
            for one in cells:
                self.found.unclear(f"{mark}{one.where}", words, returned_texts.AFTER_ANSWER.format(answer=answer))
        value = self._read(target, name, Given(found.text))
        return value, tuple(replace(one, text=found.text) for one in cells) if found.beside else cells

    def field(self, kind: str, identity: str, name: str, given: Given, cells: tuple[Told, ...],
              was: Cell | None = None) -> None:
        """Weigh a field of an object."""
        if kind == ASSESSMENT and self.was.other_set:
            identity = followed(identity, self.session.state.info)
        if not identity:
            self.refuse(cells, returned_texts.REQUIREMENT_GONE)
            return
        change = FieldChange(table=kind, id=identity, path=[name])
        now = self.session.repository.get(kind, identity)
        if now is None and kind != ASSESSMENT:
            gone = returned_texts.ROW_GONE.format(type=kind.capitalize(), id=identity)
            self.refuse(cells, gone)
            return
        try:
            theirs, cells = self._read_with_words((kind, identity), name, given, cells)
        except InputError as error:
            self._unread(cells, str(error), given, label=fields_by_name(kind)[name].label)
            return
        before, ours = self._before(kind, identity, name), as_value(kind, name, (now or {}).get(name))
        if was is not None and isinstance(before, tuple):
            theirs = self._with_hidden(kind, name, was, before, theirs)
        self.weigh_field(change, before, ours, theirs, cells)

    def answer(self, identity: str, given: Given, cells: tuple[Told, ...]) -> None:
        """Weigh an answer; one that holds for the whole county is marked so in an actor's own copy."""
        asked, _, actor = identity.rpartition("@")
        try:
            theirs, cells = self._read_with_words((QUESTION, identity), "value", given, cells, self.mark(actor))
        except InputError as error:
            self._unread(cells, str(error), given, mark=self.mark(actor))
            return
        if is_few_persons(all_questions()[asked], theirs):
            self.found.notes += [returned_texts.few_persons(one.where, one.text) for one in cells]
        self.weigh_answer(asked, actor, theirs, cells)

    def weigh_answer(self, asked: str, actor: str, theirs: Any, cells: tuple[Told, ...]) -> None:
        """Weigh an answer against what it was when the form went out and what stands here."""
        change = answer_change(all_questions()[asked].chapter, asked, actor)
        then = self.was.then
        before = UNKNOWN if then is None else then.state.answer(asked, actor).value
        ours = self.session.state.answer(asked, actor).value
        self._weigh(change, before, ours, theirs, lambda before: self.found.weigh_answer(
            change, before, ours, theirs, cells, self.mark(actor)))

    def weigh_field(self, change: FieldChange, before: Any, ours: Any, theirs: Any, cells: tuple[Told, ...]) -> None:
        """Weigh a field of an object against what it was when the form went out and what stands here."""
        empty = as_value(change["table"], change["path"][0], None)
        self._weigh(change, before, ours, theirs, lambda before: self.found.weigh(
            change, before, ours, theirs, empty, cells))

    def _weigh(self, change: FieldChange, before: Any, ours: Any, theirs: Any, weigh: Callable[[Any], None]) -> None:
        """Weigh a value; where the actor's own earlier return wrote what stands here, when it is known what this is."""
        if ours == before or not self.corrections.is_ours(change):
            weigh(before)
        elif theirs == ours:
            self.corrections.repeats()
        elif before is not UNKNOWN and theirs == before:
            self.corrections.differs(change, lambda corrects: weigh(ours) if corrects else None, clears=True)
        else:
            self.corrections.differs(change, lambda corrects: weigh(ours if corrects else before), clears=False)

    def may_be_taken_back(self, target: tuple[str, str], name: str) -> bool:
        """Tell whether a cell that says what it said when it went out may take back what an earlier return said."""
        kind, identity = target
        if self.was.then is None:
            return False
        if kind != QUESTION:
            return self.corrections.is_ours(FieldChange(table=kind, id=identity, path=[name]))
        asked, _, actor = identity.rpartition("@")
        return self.corrections.is_ours(answer_change(all_questions()[asked].chapter, asked, actor))

    def mark(self, actor: str) -> str:
        """Return the words that mark an answer of the whole county in a copy that shows one actor's part."""
        return returned_texts.FOR_WHOLE_COUNTY if actor == WHOLE_COUNTY and self.was.actor is not None else ""

    def filled(self, target: tuple[str, str], name: str, given: Given, cells: tuple[Told, ...],
               was: Cell | None = None) -> None:
        """Weigh what is written for a row or an item: an answer, or a field of an object."""
        if _is_of_several(target):
            self.refuse(cells, returned_texts.OF_SEVERAL)
        elif target[0] == QUESTION:
            self.answer(target[1], given, cells)
        else:
            self.field(target[0], target[1], name, given, cells, was)

    def _unread(self, cells: Sequence[Told], reason: str, given: Given, label: str = "", mark: str = "") -> None:
        """List cells that cannot be read: a sign alone is not understood, anything else is refused with the reason."""
        for one in cells:
            if is_only_marks(given):
                self.found.unclear(f"{mark}{one.where}", one.text.strip(), returned_texts.ONLY_MARKS)
            else:
                self.found.refuse(f"{mark}{one.where}", emptied(one.text),
                                  returned_texts.said_once(reason, label, one.text, as_text(given.value)))

    def refuse(self, cells: Sequence[Told], reason: str, mark: str = "") -> None:
        """Refuse every cell that says something about a field."""
        for one in cells:
            self.found.refuse(f"{mark}{one.where}", emptied(one.text), reason)

    def value(self, given: Given, day: bool, share: bool = False) -> Returned:
        """Return what is read: the words for empty are nothing, and a spreadsheet's day number is a day.

        A number that is shown in percent is read as it is shown, except for a `share`, which counts from 0 to 1.

        Raises:
            InputError: a spreadsheet program has made a day of what was typed, or the cell held only part of the text.
        """
        if given.guessed and not day:
            raise InputError(returned_texts.GUESSED_DAY)
        if isinstance(given.value, str) and given.value.endswith(exports_texts.CELL_SHORTENED):
            raise InputError(returned_texts.SHORTENED_CHANGED)
        if isinstance(given.value, Decimal):
            if day and (told := day_of(given.value, self.form)):
                return told
            return given.value if share else given.shown or given.value
        return plain(given.value) if isinstance(given.value, str) else given.value

    def _with_hidden(self, kind: str, name: str, was: Cell, before: tuple[str, ...], theirs: tuple[str, ...]
                     ) -> tuple[str, ...]:
        """Return a list with what the document did not show of it: what its reader may not see is not taken away."""
        try:
            shown = read_field(kind, name, plain("" if was.missing else was.text), documents_of(self.session))
        except InputError:
            shown = before
        return theirs if set(shown) == set(before) else tuple(merged_words(shown, before, theirs))

    def _before(self, kind: str, identity: str, name: str) -> Any:
        """Return the field's value when the form was written out."""
        if self.was.then is None:
            return UNKNOWN
        return as_value(kind, name, (self.was.then.repository.get(kind, identity) or {}).get(name))
