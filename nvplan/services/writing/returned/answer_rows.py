"""Reads the rows of a form that are no answers by themselves: those of a question that is a table, and proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.table import rows_of, starting_rows
from nvplan.model.objects import Comment
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import Row, check_value
from nvplan.services.documents.mailing_questions import ROW, ROW_SIGN, heading
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.returned.boxes import answers_and_words
from nvplan.services.writing.returned.columns import QUESTION, is_few_persons, read_part, says_few_persons
from nvplan.services.writing.returned.exported import is_only_marks, plain
from nvplan.services.writing.returned.form import Given
from nvplan.services.writing.returned.found import UNKNOWN, Told, Weighed, Write, emptied
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.rehearsing import answer_fault
from nvplan.services.writing.returned.sheets import SheetRow
from nvplan.store.journal import FieldChange
from nvplan.texts import mailing as mailing_texts
from nvplan.texts import returned as returned_texts

_COMMENT = Comment.about.name


def answer_of(key: str) -> str:
    """Return which answer a row is part of, `1.7.vfu@0761`."""
    return key.removeprefix(f"{ROW}-").rpartition(ROW_SIGN)[0]


def propose_answer(reader: CellReader, identity: str, rows: Mapping[str, SheetRow], added: Sequence[SheetRow]) -> None:
    """Propose a question's table as one answer: what is changed in its rows, and rows that someone has added."""
    _AnswerTable(reader, identity).propose(rows, added)


class _AnswerTable:
    def __init__(self, reader: CellReader, identity: str) -> None:
        self._reader, self._identity = reader, identity
        asked, _, self._actor = identity.rpartition("@")
        self._question: Question = all_questions()[asked]
        self._columns = {one_line(heading(column)): column for column in self._question.columns}
        then = reader.was.then or reader.session
        self._before = then.state.answer(asked, self._actor).value
        self._unchanged: list[Row] = rows_of(self._before) or starting_rows(self._question)
        self._rows: list[Row] = [dict(row) for row in self._unchanged]
        self._told: list[tuple[int, Told]] = []
        """What is new in the cells, each with the place of its row."""

    def propose(self, rows: Mapping[str, SheetRow], added: Sequence[SheetRow]) -> None:
        for key, row in rows.items():
            place = int(key.rpartition(ROW_SIGN)[2]) - 1
            self._rows += [{} for _ in range(place + 1 - len(self._rows))]
            self._read(row, place, self._reader.was.known_rows[key][1])
        for row in added:
            self._rows.append({})
            self._read(row, len(self._rows) - 1, {})
        if self._told:
            self._weigh()
        elif self._reader.may_be_taken_back((QUESTION, self._identity), "value"):
            told = Told(self._question.label, returned_texts.EMPTIED)
            self._reader.weigh_answer(self._question.id, self._actor, self._before, (told,))

    def _weigh(self) -> None:
        """Weigh the table with its changed rows; one that does not go together is left as it was, and told."""
        changed = sorted({place for place, _ in self._told})
        refused: dict[int, str] = {}
        if self._fault(self._with(changed)):
            refused = {place: fault for place in changed if (fault := self._fault(self._with([place])))}
            kept = [place for place in changed if place not in refused]
            if kept and (fault := self._fault(self._with(kept))):
                refused |= dict.fromkeys(kept, fault)
        for place, one in self._told:
            if place in refused:
                reason = returned_texts.said_once(refused[place], "", one.text)
                self._reader.found.refuse(one.where, one.text, reason)
        cells = tuple(one for place, one in self._told if place not in refused)
        if cells:
            theirs = check_value(self._question, self._with([place for place in changed if place not in refused]))
            self._reader.weigh_answer(self._question.id, self._actor, theirs, cells)

    def _with(self, places: Sequence[int]) -> list[Row]:
        """Return the table with what is new in these of its rows."""
        rows = [self._rows[place] if place in places else self._unchanged[place] if place < len(self._unchanged) else {}
                for place in range(len(self._rows))]
        return [row for row in rows if row]

    def _fault(self, rows: list[Row]) -> str:
        """Return why the table would be turned down, as a sentence; empty where it would not."""
        try:
            theirs = check_value(self._question, rows)
        except InputError as error:
            return str(error)
        return answer_fault(self._reader.session, self._question.id, self._actor, theirs)

    def _read(self, row: SheetRow, place: int, was: Mapping[str, Any]) -> None:
        known, exported = self._columns, self._reader.was
        for title, cells in row.cells.items():
            for given in cells:
                cell = was.get(title)
                table = next((one for one in exported.tables if title in one.columns), None)
                if title not in known or (cell is None and given.empty):
                    continue
                if cell is not None and table is not None and self._reader.same(cell, table.columns[title], given):
                    continue
                self._cell(row, title, given, place, given_by_form=cell is not None and not cell.blank)

    def _cell(self, row: SheetRow, title: str, given: Given, place: int, *, given_by_form: bool) -> None:
        into = self._rows[place]
        named = str(into.get(self._question.columns[0].id) or "") if self._question.headings else ""
        where = returned_texts.in_row(named, title, self._question.label, row.cell_place(given))
        text, column = given.text.strip(), self._columns[title]
        if given.fault or is_only_marks(given):
            self._reader.found.unclear(where, text, given.fault or returned_texts.ONLY_MARKS)
            return
        if given_by_form:
            self._reader.found.refuse(where, emptied(plain(text)), returned_texts.READ_ONLY)
            return
        try:
            value, text = self._checked_with_words(column, given, where)
        except InputError as error:
            reason = returned_texts.said_once(str(error), title, text)
            if says_few_persons(column, text):
                reason = returned_texts.FEW_IN_WORDS
            self._reader.found.refuse(where, emptied(plain(text)), reason)
            return
        if value == into.get(column.id):
            return
        if is_few_persons(column, value):
            self._reader.found.notes.append(returned_texts.few_persons(where, text))
        if value is None:
            into.pop(column.id, None)
        else:
            into[column.id] = value
        self._told.append((place, Told(where, emptied(plain(text)))))

    def _checked_with_words(self, column: Column, given: Given, where: str) -> tuple[Any, str]:
        """Return a cell's value and what says it; what is written after an answer to a choice is told apart."""
        try:
            return self._checked(column, given), given.text.strip()
        except InputError:
            found = answers_and_words(given.text, column, lambda text: self._checked(column, Given(text)))
            if found is None:
                raise
        for answer, words in found.beside:
            self._reader.found.unclear(where, words, returned_texts.AFTER_ANSWER.format(answer=answer))
        return self._checked(column, Given(found.text)), found.text if found.beside else given.text.strip()

    def _checked(self, column: Column, given: Given) -> Any:
        kind = kind_of(column)
        return kind.check(column, read_part(column, self._reader.value(given, kind.is_day)))


def propose_proposal(reader: CellReader, question: str, row: SheetRow) -> None:
    """Propose what an actor proposes about an answer of the whole county: a synpunkt, never the answer itself."""
    cells = row.cells.get(mailing_texts.COLUMN_PROPOSAL, ())
    actor = reader.was.actor
    label = all_questions()[question].label
    for given in cells:
        text = plain(given.text)
        if not text or actor is None:
            continue
        where = f"{mailing_texts.COLUMN_PROPOSAL}: {label} ({row.cell_place(given)})"
        if given.fault or is_only_marks(given):
            reader.found.unclear(where, text, given.fault or returned_texts.ONLY_MARKS)
            continue
        known = [one for one in reader.session.state.objects.get(_COMMENT, {}).values()
                 if isinstance(one, Comment) and (one.actor, one.question) == (actor.id, question)]
        earlier = next((one for one in known if reader.corrections.is_ours(_text_of(one.id))), None)
        if any(plain(one.text) == text for one in known):
            continue
        if earlier is not None:
            reader.weigh_field(_text_of(earlier.id), UNKNOWN, earlier.text, text, (Told(where, text),))
            continue
        fields = {"body": actor.name, "actor": actor.id, "question": question, "text": text}
        change = FieldChange(table=_COMMENT, id="ny", path=[], after=dict(fields))
        reader.found.weighed.append(Weighed(Proposal("adds", change), (Told(where, text),),
                                            new_row=returned_texts.AS_COMMENT))
        reader.found.writes.append(Write(_COMMENT, "", fields))


def _text_of(identity: str) -> FieldChange:
    return FieldChange(table=_COMMENT, id=identity, path=["text"])
