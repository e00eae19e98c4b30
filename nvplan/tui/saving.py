"""Saves a field while the person types: before the next key where the disk is quick, at a pause where it is not."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.timer import Timer

from nvplan.model.errors import ConflictError, InputError, NvplanError
from nvplan.model.kinds import kind_of
from nvplan.model.values import Value, check_value, show_value
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.tui.widgets.fields import LOOKS, AnswerField

if TYPE_CHECKING:
    from textual.screen import Screen

#: A disk that takes longer than this, in seconds, is written to when the person pauses.
QUICK = 0.1
#: One slow save is chance; a disk is slow when this many in a row are.
IN_A_ROW = 3
#: How long a pause is, in seconds.
PAUSE = 0.4
#: How long a pause is while a number or a date is typed, in seconds.
LONG_PAUSE = 1.5


class FieldSaver:
    """Keeps one field saved. One stay in the field is one entry in the history.

    A subclass says where the text is kept: `stored`, `check`, `store` and `shown`.
    """

    #: What is said when the field is empty.
    cleared = planner_texts.CLEARED

    def __init__(self, session: PlanSession, field: AnswerField, screen: Screen[Any],
                 on_saved: Callable[[], None], on_conflict: Callable[[FieldSaver, Value | None], None]) -> None:
        self.session, self.field = session, field
        self.seen = self.stored()
        self._screen, self._on_saved, self._on_conflict = screen, on_saved, on_conflict
        self.edit = secrets.token_hex(4)
        """Names this stay in the field."""
        self._waiting: Timer | None = None
        self._given: object = None
        self._pending = False
        self._costs: deque[float] = deque([0.0], maxlen=IN_A_ROW)

    def stored(self) -> Value | None:
        """Return what the plan has."""
        raise NotImplementedError

    def check(self, given: object) -> Value | None:
        """Return what was given as it would be stored.

        Raises:
            InputError: it does not fit.
        """
        raise NotImplementedError

    def store(self, value: Value | None, *, keep_theirs: bool) -> None:
        """Write a value.

        Raises:
            ConflictError: someone else has written there, and theirs is to be kept.
            NvplanError: it could not be written.
        """
        raise NotImplementedError

    def shown(self, value: Value | None) -> str:
        """Return a value in words."""
        raise NotImplementedError

    def read_as(self, value: Value | None) -> str:
        """Return how a number or date was read, so that 12.5 is seen to be 12,5; empty where nothing is to be said."""
        return ""

    def edited(self, given: object) -> None:
        """Take what the person gave; save it at once, or at the next pause where the disk is slow.

        A number or a date that is half typed can be read as another one, so those wait until the person leaves the
        field or pauses; the note shows how it is read until then.
        """
        self._given, self._pending = given, True
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if kind_of(self.field.asked).settles:
            self._preview()
            self._waiting = self._screen.set_timer(LONG_PAUSE, self.flush)
        elif min(self._costs) <= QUICK:
            self.flush()
        else:
            self.field.show_note(planner_texts.SAVING)
            self._waiting = self._screen.set_timer(PAUSE, self.flush)

    def _preview(self) -> None:
        try:
            value = self.check(self._given)
        except InputError as error:
            self.field.show_note(self._with_last_good(str(error)), "bad")
        else:
            self.field.show_note(planner_texts.SAVED_SOON.format(read=self.read_as(value)))

    def flush(self) -> bool:
        """Save what is waiting; tell whether the field now holds what is on disk."""
        if not self._pending:
            return True
        try:
            value = self.check(self._given)
        except InputError as error:
            self.field.show_note(self._with_last_good(str(error)), "bad")
            return False
        return self._save(value, keep_theirs=True)

    def overwrite(self, value: Value | None) -> None:
        """Save a value over what someone else wrote, as the person has chosen."""
        self._save(value, keep_theirs=False)

    def _save(self, value: Value | None, *, keep_theirs: bool) -> bool:
        began = time.monotonic()
        try:
            self.store(value, keep_theirs=keep_theirs)
        except ConflictError:
            self._pending = False
            self._on_conflict(self, value)
            return False
        except NvplanError as error:
            self.field.show_note(str(error), "bad")
            return False
        self._costs.append(time.monotonic() - began)
        self._pending = False
        self.seen = self.field.value = value
        self.field.show_note(self._saved_note(value), "good")
        self._on_saved()
        return True

    def _with_last_good(self, sentence: str) -> str:
        if self.seen is None:
            return sentence
        shown = " ".join(self.shown(self.seen).split())
        return f"{sentence} {planner_texts.LAST_GOOD.format(value=shown[:60])}"

    def _saved_note(self, value: Value | None) -> str:
        if value is None:
            return self.cleared
        read = self.read_as(value)
        return f"{planner_texts.SAVED}. {read}" if read else planner_texts.SAVED


class AnswerSaver(FieldSaver):
    """Keeps one stop's answer saved."""

    def __init__(self, session: PlanSession, stop: Stop, field: AnswerField, screen: Screen[Any],
                 on_saved: Callable[[], None], on_conflict: Callable[[FieldSaver, Value | None], None]) -> None:
        self.stop = stop
        super().__init__(session, field, screen, on_saved, on_conflict)

    def stored(self) -> Value | None:
        """Return the answer in the plan."""
        return self.session.state.answer(self.stop.question.id, self.stop.actor).value

    def check(self, given: object) -> Value | None:
        """Return the answer as it would be stored."""
        return check_value(self.stop.question, given)

    def store(self, value: Value | None, *, keep_theirs: bool) -> None:
        """Answer the question."""
        command = SetAnswer(self.stop.question.id, value, self.stop.actor, edit=self.edit)
        self.session.do(replace(command, seen=self.seen) if keep_theirs else command)

    def shown(self, value: Value | None) -> str:
        """Return an answer in words."""
        return show_value(self.stop.question, value)

    def read_as(self, value: Value | None) -> str:
        """Return how a number or date was read; empty for other kinds."""
        told = LOOKS[self.field.asked].read_as
        return told.format(read=self.shown(value)) if told and value is not None else ""
