"""What every place with one field at a time shares: the field is saved when it is left, whatever the way out."""

from __future__ import annotations

from nvplan.model.values import Value
from nvplan.texts import planner as planner_texts
from nvplan.tui.saving import FieldSaver
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.fields import AnswerField


class FieldPlace(PlaceScreen):
    """A place that shows one field, kept saved by `_saver`; there is none where nothing can be written."""

    def __init__(self) -> None:
        super().__init__()
        self._saver: FieldSaver | None = None
        self._warned = False
        """Whether the person has been told that the field cannot be read as it is."""

    def _edited(self, saver: FieldSaver, given: object) -> None:
        """Save what was given, before it is painted."""
        self._warned = False
        saver.edited(given)

    def _conflict(self, saver: FieldSaver, ours: Value | None) -> None:
        self.planner.show_conflict(saver, ours)

    def on_answer_field_left(self, event: AnswerField.Left) -> None:
        """Save what is waiting."""
        if self._saver is not None and event.field is self._saver.field:
            self._saver.flush()

    async def on_answer_field_submitted(self, event: AnswerField.Submitted) -> None:
        """Go on to the next question."""
        await self.action_next()

    async def action_next(self) -> None:
        """Go to the next question."""
        raise NotImplementedError

    def leave_field(self) -> bool:
        """Save what is waiting; tell whether the field now holds what is on disk."""
        return self._saver is None or self._saver.flush()

    def may_go(self) -> bool:
        """Stay once where the field holds something that cannot be read; a person who insists may go on."""
        if self.leave_field() or self._warned:
            return True
        self._warned = True
        self.planner.say(planner_texts.NOT_READ, bad=True)
        return False

    def on_unmount(self) -> None:
        """Save what is waiting."""
        self.leave_field()
