"""Saves a field while the person types: before the next key where the disk is quick, at a pause where it is not."""

from __future__ import annotations

import secrets
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from nvplan.model.errors import ConflictError, InputError, NvplanError
from nvplan.model.kinds import kind_of
from nvplan.model.values import Value
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.clashing import ASK_PAUSE, AT_ONCE
from nvplan.tui.unsaved import Loose
from nvplan.tui.widgets.fields import AnswerField

if TYPE_CHECKING:
    from nvplan.tui.keeping import KeepingApp

#: A disk that takes longer than this, in seconds, is written to when the person pauses.
QUICK = 0.1
#: One slow save is chance; a disk is slow when this many in a row are.
IN_A_ROW = 3
#: How long a pause is, in seconds.
PAUSE = 0.4
#: How long a pause is while a number or a date is typed, in seconds.
LONG_PAUSE = 1.5
#: How long another program's writing is waited for before the person is told and the text waits, in seconds.
PATIENCE = 0.3


class FieldSaver(ABC):
    """Keeps one field saved. One stay in the field is one entry in the history.

    A subclass says where the text is kept: `key`, `where`, `stored`, `check`, `store` and `shown`. What cannot be
    saved is kept in the planner's outbox, also after the field is gone: the saver is an `Unsaved`. Where someone else
    has written in the field it is a `Clash`.
    """

    #: What is said when the field is empty.
    cleared = planner_texts.CLEARED

    def __init__(self, session: PlanSession, field: AnswerField, keeper: KeepingApp, on_saved: Callable[[], None]
                 ) -> None:
        self.session, self.field = session, field
        self.seen = self.stored()
        self._keeper, self._on_saved = keeper, on_saved
        self.edit = secrets.token_hex(4)
        """Names this stay in the field."""
        self.fault = ""
        self.may_pass = False
        self.clashing = False
        """Whether someone else has written here, and the person has not chosen yet."""
        self._theirs: Value | None = None
        self._waiting: Timer | None = None
        self._given: object = None
        self._pending = False
        self._costs: deque[float] = deque([0.0], maxlen=IN_A_ROW)

    # -- what a subclass says --------------------------------------------------------------------------------------
    @property
    @abstractmethod
    def key(self) -> Hashable:
        """Which field of the plan this is."""

    @property
    @abstractmethod
    def where(self) -> str:
        """The place in words, as a person would look for it."""

    @abstractmethod
    def stored(self) -> Value | None:
        """Return what the plan has."""

    @abstractmethod
    def check(self, given: object) -> Value | None:
        """Return what was given as it would be stored.

        Raises:
            InputError: it does not fit.
        """

    @abstractmethod
    def store(self, value: Value | None) -> None:
        """Write a value over the one that was seen.

        Raises:
            ConflictError: someone else has written there since.
            NvplanError: it could not be written.
        """

    @abstractmethod
    def shown(self, value: Value | None) -> str:
        """Return a value in words."""

    def read_as(self, value: Value | None) -> str:
        """Return how a number or date was read, so that 12.5 is seen to be 12,5; empty where nothing is to be said."""
        return ""

    # -- saving ----------------------------------------------------------------------------------------------------
    def edited(self, given: object) -> None:
        """Take what the person gave; save it at once, or at the next pause where the disk is slow.

        A number or a date that is half typed can be read as another one, so those wait until the person leaves the
        field or pauses; the note shows how it is read until then.
        """
        self._given, self._pending = given, True
        self._stop_waiting()
        if self.clashing:
            self._contest()
        elif self.may_pass:
            self._refused(self.fault, may_pass=True)
        elif kind_of(self.field.asked).settles:
            self._preview()
            self._waiting = self._keeper.set_timer(LONG_PAUSE, self.flush)
        elif min(self._costs) <= QUICK:
            self.flush()
        else:
            self.field.show_note(planner_texts.SAVING)
            self._waiting = self._keeper.set_timer(PAUSE, self.flush)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def _preview(self) -> None:
        try:
            value = self.check(self._given)
        except InputError as error:
            self.field.show_note(self._with_last_good(str(error)), "bad")
        else:
            self.field.show_note(planner_texts.SAVED_SOON.format(read=self.read_as(value)))

    def flush(self) -> bool:
        """Save what is waiting; tell whether the field now holds what is on disk."""
        if self.clashing:
            return False
        self._stop_waiting()
        if not self._pending:
            return True
        began = time.monotonic()
        try:
            value = self.check(self._given)
            with self.session.waiting_at_most(PATIENCE):
                self.store(value)
        except ConflictError:
            self.clashing = True
            self._contest()
        except InputError as error:
            self._refused(self._with_last_good(str(error)), may_pass=False)
        except NvplanError as error:
            self._refused(str(error), may_pass=True)
        else:
            self._costs.append(time.monotonic() - began)
            self._saved(value)
            return True
        return False

    def _saved(self, value: Value | None) -> None:
        self._settle()
        self.seen = self.field.value = value
        if kind_of(self.field.asked).has_columns:
            self.edit = secrets.token_hex(4)  # one cell is undone, not the whole table
        self.field.show_note(self._saved_note(value), "good")
        self._on_saved()

    def _refused(self, fault: str, *, may_pass: bool) -> None:
        self.fault, self.may_pass = fault, may_pass
        self.field.show_note(unsaved_texts.NOT_SAVED.format(fault=fault) if may_pass else fault, "bad")
        self._keeper.keep(self)

    def _settle(self) -> None:
        """Note that there is nothing of the person's here that is not on disk."""
        self._pending, self.clashing, self.fault, self.may_pass = False, False, "", False
        self._keeper.settled(self)

    # -- what could not be saved -----------------------------------------------------------------------------------
    @property
    def text(self) -> str:
        """What was given, in words."""
        return given_words(self._given)

    def try_again(self) -> bool:
        """Try to save it; tell whether it is on disk now."""
        return self.flush()

    def move_to(self, session: PlanSession) -> None:
        """Save it in another file from now on."""
        self.session = session

    def take_over(self) -> None:
        """Show in the field what was written there and is not saved, where there is anything."""
        kept = self._keeper.outbox.find(self.key)
        if not isinstance(kept, FieldSaver) or kept is self:
            return
        self._given, self._pending, self.seen, self.edit = kept._given, True, kept.seen, kept.edit
        self.clashing, self.fault, self.may_pass = kept.clashing, kept.fault, kept.may_pass
        kept._stop_waiting()
        self.field.show_given(self._given)
        if self.clashing:
            self._contest()
        else:
            self._refused(self.fault or unsaved_texts.NOT_SAVED_BACK, may_pass=self.may_pass)

    def look(self) -> None:
        """Show what has been written here since, unless the person is in the middle of something."""
        if self.clashing:
            self._keeper.show_clash()
        elif not self.field.is_busy and self.stored() != self.seen and self.flush():
            self.seen = self.stored()
            self.field.show_value(self.seen)
            if self._keeper.by_others:
                self.field.show_note(planner_texts.CHANGED_ELSEWHERE)
            else:
                self.field.show_note(self._saved_note(self.seen), "good")

    # -- someone else has written here -----------------------------------------------------------------------------
    def _contest(self) -> None:
        """Say so, and ask when the person pauses; what is typed meanwhile stays in the field."""
        self.fault, self.may_pass = unsaved_texts.CLASH_WAITS, False
        self.field.show_note(unsaved_texts.CLASH_WAITS, "bad")
        self._keeper.keep(self)
        kind = kind_of(self.field.asked)
        self._keeper.show_clash()
        self._stop_waiting()
        pause = ASK_PAUSE if kind.is_text or kind.settles else AT_ONCE
        self._waiting = self._keeper.set_timer(pause, partial(self._keeper.ask, self))

    @property
    def title(self) -> str:
        """What has happened, in words."""
        return unsaved_texts.CLASH_TITLE

    def theirs(self) -> str:
        """Return what the plan has, in words."""
        self._theirs = self.stored()
        return self.shown(self._theirs)

    def ours(self) -> str:
        """Return what the person has written, in words."""
        try:
            return self.shown(self.check(self._given))
        except InputError:
            return self.text

    def keep_ours(self) -> None:
        """Save what the person has written over what was shown as theirs."""
        self.clashing, self.seen = False, self._theirs
        self.flush()

    def keep_theirs(self) -> None:
        """Show what the plan has now; what the person wrote stays in the history, where undo finds it."""
        self._stop_waiting()
        theirs, told = self.stored(), self._into_history()
        self._settle()
        self.seen = self.stored()
        if self.field.is_attached:
            self.field.show_value(self.seen)
            kept = [unsaved_texts.KEPT_THEIRS] if self.seen == theirs else []
            self.field.show_note(" ".join([*kept, *told]))

    def _into_history(self) -> list[str]:
        """Save what the person wrote and what stood there again over it, as two changes; return what is to be said.

        So the latest change is one that undo takes back. What cannot be saved is kept beside, until the person leaves.
        """
        theirs, given = self.stored(), self.text
        try:
            ours = self.check(self._given)
            if ours is None or ours == theirs:
                return []
            for before, after in ((theirs, ours), (ours, theirs)):
                self.seen, self.edit = before, secrets.token_hex(4)
                self.store(after)
        except NvplanError as error:
            if self.stored() != theirs:
                return [str(error)]
            self._keeper.keep(Loose(self.where, given, unsaved_texts.OURS_ASIDE))
            return [unsaved_texts.OURS_BESIDE]
        self.edit = secrets.token_hex(4)
        return [unsaved_texts.OURS_IN_HISTORY]

    def postpone(self) -> None:
        """Leave the field as it is; the person is asked again when they go on writing, or leave."""
        self._stop_waiting()

    # -- words -----------------------------------------------------------------------------------------------------
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


def given_words(given: object) -> str:
    """Return something that was given as a person would read it: a row a line, a cell after the other."""
    if given is None:
        return ""
    if isinstance(given, Mapping):
        return " · ".join(given_words(one) for one in given.values())
    if isinstance(given, list | tuple):
        return "\n".join(given_words(one) for one in given)
    return str(given)
