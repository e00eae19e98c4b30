"""Finds what a returned form would add, change and contradict: every cell against what it said when it went out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.model.document import Cell
from nvplan.model.errors import InputError
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.reading.comparing import place
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.list_merging import merged_words
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.added import propose_added
from nvplan.services.writing.returned.columns import (
    ASSESSMENT,
    QUESTION,
    documents_of,
    fillable_columns,
    read_answer,
    read_field,
    split_key,
)
from nvplan.services.writing.returned.exported import Exported, exported, is_untouched, plain
from nvplan.services.writing.returned.form import Returned, ReturnedForm
from nvplan.services.writing.returned.found import UNKNOWN, Found, Unread, stored, told
from nvplan.store.fitting import misfit
from nvplan.store.journal import Body, FieldChange
from nvplan.texts import returned as returned_texts


def propose(session: OpenPlan, form: ReturnedForm) -> Found:
    """Return what the form would add, change and contradict.

    A cell that says what it said when the document was written out is left alone, whatever the plan says now.

    Raises:
        InputError: the form is about another county or year, or is no document to fill in.
    """
    return _Proposer(session, form, exported(session, form)).run()


class _Proposer:
    def __init__(self, session: OpenPlan, form: ReturnedForm, was: Exported) -> None:
        self._session, self._form, self._was = session, form, was
        self._found = Found()
        self._unknown: dict[str, None] = {}
        self._locked: dict[str, None] = {}

    def run(self) -> Found:
        found = self._found
        for key, row in (*self._form.cells.items(), *self._named_rows()):
            self._row(key, row)
        for sibling, row in self._form.added:
            propose_added(found, self._session, self._was, sibling, row)
        self._ticks()
        self._hold_together()
        if self._was.then is None:
            found.notes.append(returned_texts.NO_BASE.format(name=self._form.name))
        if self._unknown:
            found.omitted.append(returned_texts.columns_unknown(list(self._unknown)))
        if self._locked:
            found.omitted.append(returned_texts.columns_locked(list(self._locked)))
        return found

    def _named_rows(self) -> Iterator[tuple[str, dict[str, Returned]]]:
        for key, cells in self._form.rows.items():
            known = self._was.cells.get(key, {})
            yield key, dict(zip(known, cells, strict=False))

    # -- rows ------------------------------------------------------------------------------------------------------
    def _row(self, key: str, row: dict[str, Returned]) -> None:
        known, target = self._was.cells.get(key), split_key(key)
        if known is None or target is None:
            self._found.unread.append(Unread(returned_texts.ROW.format(key=key), "", returned_texts.ROW_UNKNOWN))
            return
        for title, given in row.items():
            if title not in known:
                if not isinstance(given, str) or plain(given):
                    self._unknown[title] = None
            elif not is_untouched(*known[title], given, self._form.as_written):
                self._cell(target, title, given, known[title][0])

    def _cell(self, target: tuple[str, str], title: str, given: Returned, was: Cell) -> None:
        name = fillable_columns(target[0]).get(title)
        if name is None:
            self._locked[title] = None
        elif target[0] == QUESTION:
            self._answer(target[1], given)
        else:
            self._field(target[0], target[1], name, given, was)

    def _field(self, kind: str, identity: str, name: str, given: Returned, was: Cell | None = None) -> None:
        change = FieldChange(table=kind, id=identity, path=[name])
        now = self._session.repository.get(kind, identity)
        if now is None and kind != ASSESSMENT:
            gone = returned_texts.ROW_GONE.format(type=kind.capitalize(), id=identity)
            self._found.unread.append(Unread(place(change), told(given), gone))
            return
        try:
            theirs = read_field(kind, name, plain(given) if isinstance(given, str) else given,
                                documents_of(self._session))
        except InputError as error:
            self._found.unread.append(Unread(place(change), told(given), str(error)))
            return
        before, ours = self._before(kind, identity, name), as_value(kind, name, (now or {}).get(name))
        if was is not None and isinstance(before, tuple):
            theirs = self._with_hidden(kind, name, was, before, theirs)
        self._found.weigh(change, before, ours, theirs, as_value(kind, name, None))

    def _with_hidden(self, kind: str, name: str, was: Cell, before: tuple[str, ...], theirs: tuple[str, ...]
                     ) -> tuple[str, ...]:
        """Return a list with what the document did not show of it: what its reader may not see is not taken away."""
        try:
            shown = read_field(kind, name, plain("" if was.missing else was.text), documents_of(self._session))
        except InputError:
            shown = before
        return theirs if set(shown) == set(before) else tuple(merged_words(shown, before, theirs))

    def _before(self, kind: str, identity: str, name: str) -> Any:
        """Return the field's value when the form was written out."""
        if self._was.then is None:
            return UNKNOWN
        return as_value(kind, name, (self._was.then.repository.get(kind, identity) or {}).get(name))

    # -- answers ---------------------------------------------------------------------------------------------------
    def _answer(self, identity: str, given: Returned) -> None:
        asked, _, actor = identity.rpartition("@")
        question = all_questions()[asked]
        change = FieldChange(table=ANSWERS, id=f"{question.chapter}@{actor}", path=["answers", asked])
        try:
            theirs = read_answer(question, plain(given) if isinstance(given, str) else given)
        except InputError as error:
            self._found.unread.append(Unread(place(change), told(given), str(error)))
            return
        then = self._was.then
        before = UNKNOWN if then is None else then.state.answer(asked, actor).value
        ours = self._session.state.answer(asked, actor).value
        self._found.weigh_answer(question.chapter, asked, actor, before, ours, theirs)

    # -- ticks -----------------------------------------------------------------------------------------------------
    def _ticks(self) -> None:
        changed = {key: ticked for key, ticked in self._form.ticks.items()
                   if key in self._was.ticks and self._was.ticks[key] != ticked}
        questions = whole_county = 0
        for key, ticked in changed.items():
            kind, identity = split_key(key) or ("", "")
            if kind == QUESTION:
                questions += 1
            elif kind == ASSESSMENT and identity.endswith(f"@{WHOLE_COUNTY}"):
                whole_county += 1
            elif kind == ASSESSMENT:
                self._field(kind, identity, "judgement", "uppfyllt" if ticked else "")
        if questions:
            self._found.notes.append(returned_texts.question_ticks(questions))
        if whole_county:
            self._found.omitted.append(returned_texts.WHOLE_COUNTY_TICKS)

    # -- the whole -------------------------------------------------------------------------------------------------
    def _hold_together(self) -> None:
        """Leave an object to a person where what it would become does not go together."""
        merged: dict[tuple[str, str], Body] = {}
        for write in self._found.writes:
            now = self._session.repository.get(write.kind, write.identity)
            if now is not None:
                body = merged.setdefault((write.kind, write.identity), dict(now))
                body.update({name: stored(value) for name, value in write.fields.items()})
        unfit = {key for key, body in merged.items() if misfit(*key, _without_empty(body)) is not None}
        if not unfit:
            return
        self._found.writes = [one for one in self._found.writes if (one.kind, one.identity) not in unfit]
        self._found.proposals = [
            Proposal("contradicts", one.change) if (one.change["table"], one.change["id"]) in unfit else one
            for one in self._found.proposals]


def _without_empty(body: Body) -> Body:
    return {name: value for name, value in body.items() if value is not None}
