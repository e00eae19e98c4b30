"""Saves an answer in a plan while the person types."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from nvplan.model.kinds import kind_of
from nvplan.model.values import Value, check_value, show_value
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.texts import common as common_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.saving import FieldSaver
from nvplan.tui.widgets.fields import LOOKS, AnswerField

if TYPE_CHECKING:
    from nvplan.tui.keeping import KeepingApp


class AnswerSaver(FieldSaver):
    """Keeps one stop's answer saved."""

    def __init__(self, session: PlanSession, stop: Stop, field: AnswerField, keeper: KeepingApp,
                 on_saved: Callable[[], None]) -> None:
        self.stop = stop
        super().__init__(session, field, keeper, on_saved)

    @property
    def key(self) -> Hashable:
        """The question and who answers it."""
        return self.session.address, "svar", self.stop.question.id, self.stop.actor

    @property
    def where(self) -> str:
        """The question and who answers it, in words."""
        return unsaved_texts.answer_in(self.stop.question.label,
                                       actor_name(self.session.state, self.stop.actor))

    def stored(self) -> Value | None:
        """Return the answer in the plan."""
        return self.session.state.answer(self.stop.question.id, self.stop.actor).value

    def check(self, given: object) -> Value | None:
        """Return the answer as it would be stored."""
        return check_value(self.stop.question, given)

    def store(self, value: Value | None) -> None:
        """Answer the question; that another answer is not shown any more is said beside."""
        told = self.session.do(SetAnswer(self.stop.question.id, value, self.stop.actor, seen=self.seen, edit=self.edit))
        if told not in (common_texts.ANSWER_SAVED, common_texts.ANSWER_CLEARED):
            self._keeper.say(told)

    def _saved(self, value: Value | None) -> None:
        """Take what the register made of the answer as what stands here now, as the denominator that goes with a share.

        A table shows it. In a line the person may be in the middle of a word, so that is left as it is typed.
        """
        super()._saved(value)
        held = self.stored()
        if self.stop.question.bound is not None and held != value:
            self.seen = held
            if kind_of(self.stop.question).has_columns:
                self.field.show_value(held)

    def look(self) -> None:
        """Show what has been written here since; what a register holds is shown as it stands, for nobody types it."""
        if not kind_of(self.field.asked).is_shown_alone:
            super().look()
        elif self.field.is_attached and self.stored() != self.seen:
            self.seen = self.stored()
            self.field.show_value(self.seen)

    def shown(self, value: Value | None) -> str:
        """Return an answer in words."""
        return show_value(self.stop.question, value)

    def read_as(self, value: Value | None) -> str:
        """Return how a number or date was read; empty for other kinds."""
        told = LOOKS[self.field.asked].read_as
        return told.format(read=self.shown(value)) if told and value is not None else ""
