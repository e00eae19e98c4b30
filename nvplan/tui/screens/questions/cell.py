"""The boxes of the table over the actors: one cell with its field, and the list of what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from nvplan.model.kinds import kind_of
from nvplan.model.values import value_on_line
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.answer_saving import AnswerSaver
from nvplan.tui.clashing import Clash
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.saving import FieldSaver
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields import LOOKS, AnswerField, field_for

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


class CellBox(Box[str]):
    """One actor's answer to one question. It is saved while the person types, so Esc keeps it too.

    Gives `down`, `right` or `left` where the person goes on to the next cell that way.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "go('right')", show=False, priority=True),
        Binding("shift+tab", "go('left')", show=False, priority=True),
        *key_bindings("f8", "go('down')", priority=True),
    ]

    def __init__(self, session: PlanSession, stop: Stop, typed: str = "") -> None:
        super().__init__()
        self._session, self._stop, self._typed = session, stop, typed
        self._value = session.state.answer(stop.question.id, stop.actor).value
        self._field = field_for(stop.question, self._value)
        self._saver: FieldSaver | None = None
        self._warned = False

    def compose(self) -> ComposeResult:
        """Compose the actor, the question and its field."""
        question = self._stop.question
        keeps_enter = LOOKS[question].keeps_enter
        with BoxFrame(actor_name(self._session.state, self._stop.actor), "small"):
            yield Static(literal(question.label), classes="box-line")
            with Vertical(id="cell-answer"):
                yield self._field
            if self._typed and self._value is not None and not (kind_of(question).is_chosen or keeps_enter):
                before = value_on_line(question, self._value, 60)
                yield Static(literal(planner_places_texts.CELL_BEFORE.format(value=before)), classes="note")
            hint = (
                planner_places_texts.CELL_HINT_LONG if keeps_enter else planner_places_texts.CELL_HINT
            )
            yield Static(literal(hint), classes="note")

    def on_mount(self) -> None:
        """Put the cursor in the field, with the first letter that was typed in the table."""
        app = cast("NvplanApp", self.app)
        self._saver = AnswerSaver(self._session, self._stop, self._field, app, lambda: None)
        self._field.taker = self._edited
        self._saver.take_over()
        self._field.focus_input()
        if self._typed:
            self.call_after_refresh(self._field.begin, self._typed)

    def _edited(self, given: object) -> None:
        """Save what was given, before it is painted; a choice among several is done with that."""
        self._warned = False
        if self._saver is not None:
            self._saver.edited(given)
            if kind_of(self._stop.question).is_one_choice and not any(one.own for one in self._stop.question.options):
                self.action_go("down")

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether the field now holds what is on disk."""
        return self._saver is None or self._saver.flush()

    def clashes(self) -> Sequence[Clash]:
        """Return the field, where someone else has written in it too."""
        return [self._saver] if self._saver is not None and self._saver.clashing else []

    def plan_changed(self) -> None:
        """Show what others have written in the cell."""
        if self._saver is not None:
            self._saver.look()

    def on_answer_field_left(self, event: AnswerField.Left) -> None:
        """Save what is waiting."""
        event.stop()
        if self._saver is not None:
            self._saver.flush()
            self._saver.look()

    def on_answer_field_submitted(self, event: AnswerField.Submitted) -> None:
        """Go on downward."""
        event.stop()
        self.action_go("down")

    def action_go(self, where: str) -> None:
        """Save and go to the next cell."""
        self._leave(where)

    def action_close(self) -> None:
        """Save and close."""
        self._leave(None)

    def _leave(self, where: str | None) -> None:
        """Close; where the field holds something that cannot be read, stay once so that the person sees it."""
        if self.app.screen is not self:
            return
        if self.save_waiting() or self._warned or (self._saver is not None and self._saver.may_pass):
            self.dismiss(where)
        elif self.clashes():
            cast("NvplanApp", self.app).leaving(lambda: self.call_later(self._leave, where))
        else:
            self._warned = True
            cast("NvplanApp", self.app).say(planner_texts.NOT_READ, bad=True)
