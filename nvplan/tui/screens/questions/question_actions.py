"""What can be done with the question at hand, besides answering it and going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.model.values import value_on_line
from nvplan.services.reading.carried import unconfirmed
from nvplan.services.writing.commands import ConfirmCarried, SetAnswer, SkipQuestion
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import behind
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.where_in_plan import ActorTable, Presentation

if TYPE_CHECKING:
    from nvplan.tui.screens.questions.question import QuestionScreen

SKIP = Command("skip", "f6", planner_texts.KEY_SKIP, planner_texts.HELP_SKIP, priority=True)
MATRIX = Command(
    "matrix",
    "ctrl+t",
    planner_places_texts.KEY_MATRIX,
    planner_places_texts.HELP_MATRIX,
    shown=False,
    priority=True,
    english="table matrix spreadsheet",
)
PRESENT = Command(
    "present",
    "f5",
    planner_places_texts.KEY_PRESENT,
    planner_places_texts.HELP_PRESENT,
    shown=False,
    priority=True,
    english="presentation full screen",
)
COMMENTS = Command(
    "comments",
    "f12",
    planner_places_texts.KEY_COMMENTS,
    planner_places_texts.HELP_COMMENTS,
    shown=False,
    priority=True,
    english="comments remiss",
)
CONFIRM = Command(
    "confirm",
    "ctrl+g",
    planner_places_texts.KEY_CONFIRM,
    planner_places_texts.HELP_CONFIRM,
    shown=False,
    priority=True,
    english="confirm",
)
CONFIRM_CHAPTER = Command(
    "confirm_chapter",
    "ctrl+o",
    planner_places_texts.KEY_CONFIRM_CHAPTER,
    planner_places_texts.HELP_CONFIRM_CHAPTER,
    shown=False,
    priority=True,
    english="confirm all chapter",
)
DRAWS_ON = Command(
    "draws_on",
    "f4",
    planner_objects_texts.KEY_DRAWS_ON,
    planner_objects_texts.HELP_DRAWS_ON,
    shown=False,
    priority=True,
    english="list objects",
)


class QuestionActions:
    """What a question's place can do that needs nothing but the question and its field."""

    def __init__(self, screen: QuestionScreen) -> None:
        self._screen = screen

    async def skip(self) -> None:
        """Mark the question «hoppa över, återkom» and go on; on a marked one, take the mark away.

        On an answered one the person is asked first, for a skipped question has no answer.
        """
        screen = self._screen
        if not screen.may_go(self.skip):
            return
        answer = screen.session.state.answer(screen.stop.question.id, screen.stop.actor)
        if answer.value is None:
            await self._skip(skipped=not answer.skipped)
            return
        shown = value_on_line(screen.stop.question, answer.value, 60)

        async def answered(sure: bool | None) -> None:
            if sure:
                await self._skip(skipped=True)

        screen.app.push_screen(AskBox(planner_texts.SKIP_ANSWERED, planner_texts.SKIP_ANSWERED_YES,
                                      planner_texts.SKIP_ANSWERED_NO, (shown,)), answered)

    async def _skip(self, *, skipped: bool) -> None:
        screen, stop = self._screen, self._screen.stop
        try:
            screen.planner.say(screen.session.do(SkipQuestion(stop.question.id, skipped, stop.actor, clears=skipped)))
        except NvplanError as error:
            screen.planner.say(str(error), bad=True)
            return
        if skipped:
            await screen.step(1)
        else:
            screen.show_frame()

    def matrix(self) -> None:
        """Open the question as a table over its actors."""
        screen = self._screen
        if screen.may_go(self.matrix):
            screen.planner.go(ActorTable(screen.stop))

    def present(self) -> None:
        """Show the question large."""
        screen = self._screen
        if screen.may_go(self.present):
            screen.planner.go(Presentation(screen.stop, everything=screen.everything))

    def draws_on(self) -> None:
        """Show the list that the answer is taken from, or the decision that lacks something, over the question."""
        screen = self._screen
        screen.save_waiting()
        where = behind(screen.session.state, screen.stop)
        if where is not None:
            screen.show_over(where)

    def comments(self) -> None:
        """Show the remiss comments on the question."""
        from nvplan.tui.screens.questions.comments import show_comments

        screen = self._screen
        screen.save_waiting()
        show_comments(screen, screen.session, screen.stop.question)

    async def confirm(self) -> None:
        """Confirm an answer from last year's plan, and go on."""
        screen = self._screen
        if not screen.may_go(self.confirm):
            return
        question, actor = screen.stop.question, screen.stop.actor
        answer = screen.session.state.answer(question.id, actor)
        if not answer.carried or answer.value is None:  # what was typed just now has been saved over it
            screen.planner.say(planner_places_texts.CONFIRM_NOTHING)
            return
        try:
            screen.session.do(SetAnswer(question.id, answer.value, actor, seen=answer.value))
        except NvplanError as error:
            screen.planner.say(str(error), bad=True)
            return
        screen.planner.say(planner_places_texts.CONFIRMED)
        await screen.step(1)

    async def confirm_chapter(self) -> None:
        """Confirm every answer from last year's plan in the chapter, as one change."""
        screen = self._screen
        if not screen.may_go(self.confirm_chapter):
            return
        try:
            told = screen.session.do(ConfirmCarried(chapter=screen.stop.question.chapter))
        except NvplanError as error:
            screen.planner.say(str(error), bad=True)
            return
        screen.planner.say(planner_places_texts.CONFIRMED_CHAPTER.format(told=told))
        await screen.show_stop(screen.stop)

    def left_in_chapter(self) -> int:
        """Return how many answers in the chapter are from last year's plan and not confirmed."""
        question, state = self._screen.stop.question, self._screen.session.state
        return sum(stop.question.chapter == question.chapter for stop in unconfirmed(state, question.plan))
