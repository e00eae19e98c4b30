"""A plan, one question at a time: the field, what became of it, the requirements behind it and the guidance beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.catalog.questions import as_asked
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.requirement import PlanKey
from nvplan.services.reading.guide import Stop, path_stops, plans_together, requirements_of
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.answer_saving import AnswerSaver
from nvplan.tui.commands import Command
from nvplan.tui.leads import behind, entry_form
from nvplan.tui.literal import literal
from nvplan.tui.screens.questions.actors_in_place import actor_rows, field_of
from nvplan.tui.screens.questions.comments_line import CommentsLine
from nvplan.tui.screens.questions.question_actions import (
    COMMENTS,
    CONFIRM,
    CONFIRM_CHAPTER,
    DRAWS_ON,
    MATRIX,
    PRESENT,
    SKIP,
    QuestionActions,
)
from nvplan.tui.screens.questions.question_guidance import guidance_on
from nvplan.tui.screens.questions.question_keys import (
    ENTRY_KEYS,
    EVERYTHING,
    NEXT,
    NEXT_FROM_TEXT,
    NEXT_QUESTION,
    PREVIOUS,
    TABLE_KEYS,
    UP,
)
from nvplan.tui.screens.questions.question_words import actor_words, crumb, other_plan_words, standing_words
from nvplan.tui.screens.shared.field_place import EDITOR, FieldPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.draws_on import DrawsOnLine
from nvplan.tui.widgets.fields import LOOKS, AnswerField
from nvplan.tui.widgets.fields.actors import ActorsField
from nvplan.tui.widgets.fields.register import RegisterField
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.guidance import requirement_tags
from nvplan.tui.widgets.guide_panel import GuidePanel
from nvplan.tui.widgets.requirements_line import RequirementsLine
from nvplan.tui.widgets.worked_out_line import WorkedOutLine


class QuestionScreen(FieldPlace):
    """One plan's questions in order."""

    OFFERS: ClassVar[tuple[Command, ...]] = (NEXT_FROM_TEXT, PREVIOUS, SKIP, EVERYTHING, NEXT_QUESTION, MATRIX, PRESENT,
                                           COMMENTS, CONFIRM, CONFIRM_CHAPTER, DRAWS_ON, UP)

    def __init__(self, session: PlanSession, stop: Stop, *, everything: bool = False) -> None:
        super().__init__()
        self.session = session
        self.stop = stop
        self.actions = QuestionActions(self)
        self.everything = everything or not stop.question.core
        self.form = session.form(stop.question.plan)

    @property
    def plan(self) -> PlanKey:
        """The plan whose questions are shown."""
        return self.form.plan

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return self.stop

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; a table has keys of its own, and a question per actor a way past the actors."""
        look, state = LOOKS[self.stop.question], self.session.state
        own = ((look.has_rows, TABLE_KEYS), (look.has_entries, ENTRY_KEYS), (look.has_editor, (EDITOR,)))
        ahead = tuple(command for has, keys in own if has for command in keys)
        shown = {MATRIX, NEXT_QUESTION} if self.stop.actor != WHOLE_COUNTY else set()
        if state.answer(self.stop.question.id, self.stop.actor).carried:
            shown |= {CONFIRM, CONFIRM_CHAPTER}
        if behind(state, self.stop) is not None:
            shown.add(DRAWS_ON)
        ahead_of_rest = DRAWS_ON, CONFIRM, CONFIRM_CHAPTER, NEXT_QUESTION, MATRIX
        past = tuple(replace(command, shown=True) for command in ahead_of_rest if command in shown)
        return (*ahead, *past, *(command for command in super().commands if command not in shown))

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question to the left and the guidance to the right."""
        with Horizontal(id="sides"):
            with VerticalScroll(id="question", can_focus=False):
                yield Static("", id="label", markup=False)
                yield Static("", id="tags", markup=False)
                yield Static("", id="asks", markup=False)
                yield Static("", id="where", markup=False)
                yield Static("", id="actor", markup=False)
                yield Vertical(id="answer")
                yield WorkedOutLine("", id="worked-out", markup=False)
                yield CommentsLine("", id="comments", markup=False)
                yield RequirementsLine(id="requirements")
                yield DrawsOnLine("", id="draws-on", markup=False)
            yield GuidePanel(id="guide")

    def on_mount(self) -> None:
        """Show the stop that the planner was opened on."""
        self.when_painted(self.show_stop, self.stop)

    async def show_stop(self, stop: Stop) -> None:
        """Show another stop; what was typed at the one before is saved first."""
        self.save_waiting()
        if stop.question.plan != self.plan:
            self.planner.say(other_plan_words(self.session.state, stop))
        self.stop, self._warned, self.form = stop, False, self.session.form(stop.question.plan)
        state = self.session.state
        question = as_asked(stop.question, state.info)
        self.query_one("#label", Static).update(literal(question.label))
        self.query_one("#asks", Static).set_class(not question.asks, "-none").update(literal(question.asks))
        tags = requirement_tags(found := requirements_of(question, state))
        self.query_one("#tags", Static).set_class(bool(tags.plain), "-any").update(tags)
        self.query_one(RequirementsLine).show(question, found)
        rows = LOOKS[question].has_rows
        self.query_one(GuidePanel).show(*guidance_on(self.session, self.form, stop), alone=rows)
        field = field_of(self, question)
        self.set_class(isinstance(field, ActorsField), "-in-place").set_class(rows, "-has-rows")
        place = self.query_one("#answer", Vertical)
        await place.remove_children()
        await place.mount(field)
        self._keep_saved(field, stop)
        field.focus_input()
        self.when_painted(self._keep_wording_in_view, field)
        self.show_frame()
        self.planner.remember(stop)

    def _keep_saved(self, field: AnswerField, stop: Stop) -> None:
        """Let what is given in the field from now on be this stop's answer."""
        saver = AnswerSaver(self.session, stop, field, self.planner, self.show_frame)
        self._saver = saver
        field.taker = partial(self._edited, saver)
        if self.session.state.answer(stop.question.id, stop.actor).carried:
            field.show_note(planner_places_texts.carried_note(self.actions.left_in_chapter()))
        saver.take_over()

    def stand_on(self, field: ActorsField, stop: Stop) -> None:
        """Answer for another actor of the same question, in the same field; with what cannot be saved a new one."""
        if not self.save_waiting():
            field.taker = field.mover = None
            self.call_later(self.show_stop, stop)
            return
        self.stop, self._warned = stop, False
        self._keep_saved(field, stop)
        self.show_frame()
        self.planner.remember(stop)

    def _keep_wording_in_view(self, field: AnswerField) -> None:
        """Show the wording above the field, unless the field would then be cut at the bottom."""
        question = self.query_one("#question", VerticalScroll)
        question.scroll_home(animate=False)
        above = self.query_one("#answer", Vertical).virtual_region.y
        empty = sum(note.size.height for note in field.query(".note").results(Static) if not str(note.content))
        if field.is_attached and above + field.virtual_region.bottom - empty > question.size.height:
            field.scroll_visible(animate=False)

    def show_frame(self) -> None:
        """Show where in the plan this is, and how far the plan has come."""
        super().show_frame()
        if not self.framed:
            return
        question, state = self.stop.question, self.session.state
        top = self.query_one("#crumb", TopLine)
        top.left, top.brief, top.right = crumb(self.form, state, self.stop)
        self.query_one("#where", Static).update(literal(standing_words(self.form, state, self.stop, self._stops())))
        self.query_one("#actor", Static).update(literal(actor_words(self.form, state, self.stop)))
        in_place = self._in_place
        self.query_one("#actor", Static).display = self.stop.actor != WHOLE_COUNTY and in_place is None
        if in_place is not None:
            in_place.show_rows(actor_rows(self.form, state, question))
        self.query_one(WorkedOutLine).show(self.session, self.stop)
        self.query_one(DrawsOnLine).show(state, self.stop)
        self.query_one(CommentsLine).show(self.session, question)
        keys = NEXT_FROM_TEXT if LOOKS[question].keeps_enter else NEXT
        self.query_one(KeyBar).commands = (keys, *(command for command in self.commands
                                                   if command is not NEXT_FROM_TEXT))

    def _stops(self) -> list[Stop]:
        return path_stops(self.plan, self.session.state, self.everything)

    @property
    def _in_place(self) -> ActorsField | None:
        """The field with all the actors of the question at hand, where it is shown so."""
        return next((field for field in self.query(ActorsField) if field.asked.id == self.stop.question.id), None)

    def about(self) -> Content:
        """Return the guidance on the question at hand."""
        return Content("\n\n").join(guidance_on(self.session, self.form, self.stop))

    # -- the answer ------------------------------------------------------------------------------------------------
    def plan_changed(self) -> None:
        """Show an answer that another program has changed, unless the person is in the middle of one."""
        if self._saver is not None:
            self._saver.look()
        self.show_frame()

    async def action_skip(self) -> None:
        """Mark the question «hoppa över, återkom» and go on; on a marked one, take the mark away."""
        await self.actions.skip()

    def action_matrix(self) -> None:
        """Open the question as a table over its actors."""
        self.actions.matrix()

    def action_present(self) -> None:
        """Show the question large."""
        self.actions.present()

    def action_draws_on(self) -> None:
        """Show the list that the answer is taken from, over the question."""
        self.actions.draws_on()

    def action_comments(self) -> None:
        """Show the remiss comments on the question."""
        self.actions.comments()

    async def action_confirm(self) -> None:
        """Confirm an answer from last year's plan, and go on."""
        await self.actions.confirm()

    async def action_confirm_chapter(self) -> None:
        """Confirm every answer from last year's plan in the chapter."""
        await self.actions.confirm_chapter()

    def on_register_field_opened(self, event: RegisterField.Opened) -> None:
        """Open an entry of the register over the step, or the form of a new one."""
        self.show_over(entry_form(self.stop.question, self.session.state, event.identity, event.title))

    def action_in_field(self, action: str) -> None:
        """Do something with the field at hand, for a key that was clicked or chosen in the palette."""
        for field in self.query(AnswerField):
            field.run_worker(field.run_action(action))

    # -- why something cannot be done with the question ------------------------------------------------------------
    def why_not_matrix(self) -> str:
        """Say that a question that is answered once has no table over its actors."""
        return planner_places_texts.MATRIX_ONLY_PER_ACTOR if self.stop.question.per == "lan" else ""

    def why_not_draws_on(self) -> str:
        """Say that the answer is taken from no list."""
        return "" if behind(self.session.state, self.stop) is not None else planner_objects_texts.DRAWS_ON_NOTHING

    def why_not_confirm(self) -> str:
        """Say that there is nothing from last year's plan to confirm."""
        answer = self.session.state.answer(self.stop.question.id, self.stop.actor)
        return "" if answer.carried and answer.value is not None else planner_places_texts.CONFIRM_NOTHING

    def why_not_confirm_chapter(self) -> str:
        """Say that nothing in the chapter is left to confirm."""
        if self.session.state.info.has_carried and self.actions.left_in_chapter():
            return ""
        return planner_places_texts.CONFIRM_NOTHING_CHAPTER

    # -- moving ----------------------------------------------------------------------------------------------------
    async def action_next(self) -> None:
        """Go to the next stop."""
        await self.step(1)

    async def action_previous(self) -> None:
        """Go to the stop before."""
        await self.step(-1)

    async def action_next_question(self) -> None:
        """Go to the next question, past the other actors of this one."""
        if not self.may_go(self.action_next_question):
            return
        ahead = self._stops()
        place = self._place(ahead)
        later = next((stop for stop in ahead[place + 1:] if stop.question.id != self.stop.question.id), None)
        await self._go(later, planner_texts.LAST_QUESTION)

    async def step(self, by: int) -> None:
        """Go so many stops ahead, or back."""
        if not self.may_go(partial(self.step, by)):
            return
        ahead = self._stops()
        place = self._place(ahead) + by
        await self._go(ahead[place] if 0 <= place < len(ahead) else None,
                       planner_texts.LAST_QUESTION if by > 0 else planner_texts.FIRST_QUESTION)

    async def _go(self, stop: Stop | None, otherwise: str) -> None:
        in_place = self._in_place
        if stop is None:
            self.planner.say(otherwise)
        elif stop.question != self.stop.question or in_place is None or not in_place.go_to(stop.actor):
            await self.show_stop(stop)

    def _place(self, ahead: list[Stop]) -> int:
        """Return where this stop stands, or would stand where an answer has made it no longer apply."""
        if self.stop in ahead:
            return ahead.index(self.stop)
        path = plans_together(self.plan, self.session.state)
        order = {question.id: (path.index(plan), place) for plan in path
                 for place, question in enumerate(self.session.form(plan).questions)}
        return sum(order[stop.question.id] < order[self.stop.question.id] for stop in ahead) - 1

    def action_everything(self) -> None:
        """Show every question, or the core alone."""
        self.everything = not self.everything
        self.planner.say(planner_texts.EVERYTHING_ON if self.everything else planner_texts.EVERYTHING_OFF)
        self.show_frame()

    def action_up(self) -> None:
        """Go to the overview."""
        self.leave_place()

    def remember_place(self) -> None:
        """Remember the question at hand."""
        self.planner.remember(self.stop)
