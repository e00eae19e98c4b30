"""What every place with one field at a time shares: the field is saved when it is left, whatever the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.clashing import Clash
from nvplan.tui.commands import Command
from nvplan.tui.saving import FieldSaver
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.fields import AnswerField

#: What the field for long text takes itself.
EDITOR = Command(
    "in_field('edit_outside')",
    "ctrl+e",
    planner_places_texts.KEY_EDITOR,
    planner_places_texts.HELP_EDITOR,
    english="external editor",
)


class FieldPlace(PlaceScreen):
    """A place that shows one field, kept saved by `_saver`; there is none where nothing can be written."""

    def __init__(self) -> None:
        super().__init__()
        self._saver: FieldSaver | None = None
        self._warned = False
        """Whether the person has been told that the field cannot be read as it is."""

    def on_screen_resume(self) -> None:
        """Show what has been written in the field from a place that was shown over it, as its register."""
        if self._saver is not None and self._saver.field.is_attached:
            self._saver.look()

    def _edited(self, saver: FieldSaver, given: object) -> None:
        """Save what was given, before it is painted."""
        self._warned = False
        saver.edited(given)

    def on_answer_field_left(self, event: AnswerField.Left) -> None:
        """Save what is waiting, and show what was written in the field while a box was open over it."""
        if self._saver is not None and event.field is self._saver.field:
            self._saver.flush()
            self._saver.look()

    async def on_answer_field_submitted(self, event: AnswerField.Submitted) -> None:
        """Go on to the next question."""
        await self.action_next()

    async def action_next(self) -> None:
        """Go to the next question."""
        raise NotImplementedError

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether the field now holds what is on disk."""
        return self._saver is None or self._saver.flush()

    def clashes(self) -> Sequence[Clash]:
        """Return the field, where someone else has written in it too."""
        return [self._saver] if self._saver is not None and self._saver.clashing else []

    def may_go(self, then: Callable[[], object]) -> bool:
        """Tell whether the person may go on now.

        Where someone else has written in the field they are asked first, and `then` is done once there is an answer.
        Where the field holds something that cannot be read they stay once, and go on if they insist; where the disk
        refuses they may go on. What is not saved stands in the field when they come back.
        """
        if self.save_waiting():
            return True
        if self.clashes():
            self.planner.leaving(lambda: self.call_later(then))
            return False
        if self._warned or (self._saver is not None and self._saver.may_pass):
            return True
        self._warned = True
        self.planner.say(planner_texts.NOT_READ, bad=True)
        return False

    def on_unmount(self) -> None:
        """Save what is waiting."""
        self.save_waiting()
