"""What can be done with the question at hand, besides answering it and going on."""

from __future__ import annotations

from nvplan.model.errors import NvplanError
from nvplan.model.safetext import one_line
from nvplan.model.values import show_value
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.commands import SetAnswer, SkipQuestion
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import list_of
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.field_place import FieldPlace
from nvplan.tui.where import ActorTable, Presentation
from nvplan.tui.widgets.fields import AnswerField

SKIP = Command("skip", "f4", planner_texts.KEY_SKIP, planner_texts.HELP_SKIP, shown=False, priority=True)
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
DRAWS_ON = Command(
    "draws_on",
    "f6",
    planner_objects_texts.KEY_DRAWS_ON,
    planner_objects_texts.HELP_DRAWS_ON,
    shown=False,
    priority=True,
    english="list objects",
)


class QuestionActions(FieldPlace):
    """A place that shows one question: the commands that need nothing but the question and its field."""

    session: PlanSession
    stop: Stop
    everything: bool

    async def step(self, by: int) -> None:
        """Go so many stops ahead, or back."""
        raise NotImplementedError

    async def action_skip(self) -> None:
        """Mark the question «hoppa över, återkom» and go on; on a marked one, take the mark away.

        On an answered one the person is asked first, for a skipped question has no answer.
        """
        if not self.may_go(self.action_skip):
            return
        answer = self.session.state.answer(self.stop.question.id, self.stop.actor)
        if answer.value is None:
            await self._skip(skipped=not answer.skipped)
            return
        shown = one_line(show_value(self.stop.question, answer.value), 60)

        async def answered(sure: bool | None) -> None:
            if sure:
                await self._skip(skipped=True)

        self.app.push_screen(AskBox(planner_texts.SKIP_ANSWERED, planner_texts.SKIP_ANSWERED_YES,
                                    planner_texts.SKIP_ANSWERED_NO, (shown,)), answered)

    async def _skip(self, *, skipped: bool) -> None:
        stop = self.stop
        try:
            self.planner.say(self.session.do(SkipQuestion(stop.question.id, skipped, stop.actor, clears=skipped)))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        if skipped:
            await self.step(1)
        else:
            self.show_frame()

    def action_matrix(self) -> None:
        """Open the question as a table over its actors."""
        if self.stop.question.per == "lan":
            self.planner.say(planner_places_texts.MATRIX_ONLY_PER_ACTOR)
        elif self.may_go(self.action_matrix):
            self.planner.go(ActorTable(self.stop))

    def action_present(self) -> None:
        """Show the question large."""
        if self.may_go(self.action_present):
            self.planner.go(Presentation(self.stop, everything=self.everything))

    def action_draws_on(self) -> None:
        """Show the list that the answer is taken from, over the question."""
        self.save_waiting()
        where = list_of(self.stop.question)
        if where is None:
            self.planner.say(planner_objects_texts.DRAWS_ON_NOTHING)
        else:
            self.show_over(where)

    def action_comments(self) -> None:
        """Show the remiss comments on the question."""
        from nvplan.tui.screens.questions.comments import show_comments

        self.save_waiting()
        show_comments(self, self.session, self.stop.question)

    async def action_confirm(self) -> None:
        """Confirm an answer from last year's plan, and go on."""
        if not self.may_go(self.action_confirm):
            return
        question, actor = self.stop.question, self.stop.actor
        answer = self.session.state.answer(question.id, actor)
        if not answer.carried or answer.value is None:
            self.planner.say(planner_places_texts.CONFIRM_NOTHING)
            return
        try:
            self.session.do(SetAnswer(question.id, answer.value, actor, seen=answer.value))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.planner.say(planner_places_texts.CONFIRMED)
        await self.step(1)

    def action_in_field(self, action: str) -> None:
        """Do something with the field at hand, for a key that was clicked or chosen in the palette."""
        for field in self.query(AnswerField):
            field.run_worker(field.run_action(action))
