"""Presentation: one question, large, for a group that looks at a shared screen; no guidance and no contact details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.dates import format_date
from nvplan.model.errors import NvplanError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.own_words import code_of, shown_beside
from nvplan.model.kinds.table import rows_of
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import Value, show_value
from nvplan.services.meetings.course import meetings
from nvplan.services.reading.guide import Stop, actor_name, path_stops, requirements_of
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.themes import DARK
from nvplan.tui.themes import LIGHT as LIGHT_THEME
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingRun
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.guidance import demand_sentence, legend
from nvplan.tui.widgets.progress import LOW, progress
from nvplan.tui.widgets.side_panel import WIDEST

NEXT = Command(
    "next", "right,space", planner_places_texts.KEY_PRESENT_NEXT, planner_places_texts.HELP_PRESENT_NEXT, english="next"
)
PREVIOUS = Command(
    "previous", "left", planner_places_texts.KEY_PRESENT_PREVIOUS, planner_places_texts.HELP_PRESENT_PREVIOUS
)
DOWN = Command(
    "down", "down,pagedown", planner_places_texts.KEY_PRESENT_DOWN, planner_places_texts.HELP_PRESENT_DOWN, shown=False
)
UP = Command("up", "up,pageup", planner_places_texts.KEY_PRESENT_UP, planner_places_texts.HELP_PRESENT_UP, shown=False)
ANSWER = Command("answer", "enter", planner_places_texts.KEY_PRESENT_ANSWER, planner_places_texts.HELP_PRESENT_ANSWER)
LIGHT = Command(
    "light", "l", planner_places_texts.KEY_PRESENT_LIGHT, planner_places_texts.HELP_PRESENT_LIGHT, english="light"
)
MEET = Command("meet", "m", planner_meetings_texts.KEY_MEET_QUESTION, planner_meetings_texts.HELP_MEET_QUESTION,
               english="meeting workshop")
BACK = Command("back", "escape,f5", planner_texts.KEY_BACK, planner_places_texts.HELP_PRESENT_BACK)
#: So many rows of a table can be read from afar.
_MOST_ROWS = 6
#: Cells of the bar beside each answer.
_BAR = 24
#: Room for two choices with a line between them is always taken.
_LEAST_ROOM = 4
#: The rows that everything but the options takes; with room left there is a blank line between them.
_AROUND = 15


class PresentationScreen(PlaceScreen):
    """Shows the questions of a plan one by one; each per-actor question once, with how all the actors answered."""

    OFFERS: ClassVar[tuple[Command, ...]] = (NEXT, PREVIOUS, ANSWER, MEET, LIGHT, BACK, DOWN, UP)

    def __init__(self, session: PlanSession, stop: Stop, *, everything: bool = False) -> None:
        super().__init__()
        self.session, self.stop = session, stop
        self._everything = everything or not stop.question.core
        self.form = session.form(stop.question.plan)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return self.stop

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question and what is answered."""
        with VerticalScroll(id="stage", can_focus=False), Horizontal(id="stage-sides"):
            with Vertical(id="stage-text"):
                yield Static("", id="stage-question", markup=False)
                yield Static("", id="stage-answer", markup=False)
            yield Static("", id="stage-beside", markup=False)
        yield Static("", id="stage-source", markup=False)

    def on_mount(self) -> None:
        """Show the question at hand."""
        self.show_question()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the answer to the new height."""
        super().on_resize(event)
        if self.framed:
            self.show_question()

    def plan_changed(self) -> None:
        """Show the answer anew."""
        self.show_question()

    def show_question(self) -> None:
        """Show the question, its answer and the requirement set."""
        self.show_frame()
        question, state = self.stop.question, self.session.state
        self.form = self.session.form(question.plan)
        chapter = self.form.chapter(question.chapter)
        pages = self._pages()
        crumb = self.query_one("#crumb", TopLine)
        crumb.left = f"{plan_short(state, self.form.plan)} › {chapter.title}"
        place = next((at for at, stop in enumerate(pages) if stop.question is question), 0)
        crumb.right = planner_places_texts.PRESENT_QUESTION.format(number=place + 1, count=len(pages))
        self.query_one("#stage-question", Static).update(literal(question.label))
        self.query_one("#stage-answer", Static).update(self._answer(question))
        found = requirements_of(question, state)
        told = " ".join(part for part in (demand_sentence(question, found), legend(found)) if part)
        label = planner_texts.OVERVIEW_SET.format(label=self.session.requirement_set.label)
        self._show_source(question, literal(f"{told}\n{label}", "$quiet"))
        self.query_one("#stage", VerticalScroll).scroll_home(animate=False)
        self.planner.remember(self.stop)

    @property
    def _parted(self) -> bool:
        """Whether there is room for what the group can talk about beside the question."""
        return self.size.width >= WIDEST

    def _show_source(self, question: Question, told: Content) -> None:
        """Show what is required below the question, or where there is room beside it, after what to talk about."""
        parted, source = self._parted, self.query_one("#stage-source", Static)
        self.query_one("#stage-sides", Horizontal).set_class(parted, "-parted")
        beside = self.query_one("#stage-beside", Static)
        beside.display, source.display = parted, not parted
        source.update(told)
        parts = [literal(planner_texts.GUIDE_GROUP, "bold"), literal(question.group), Content("")]
        parts = parts if question.group else []
        if self.stop.actor != WHOLE_COUNTY:
            parts += [*self._actors(question), Content("")]
        beside.update(Content("\n").join([*parts, told]))

    def _answer(self, question: Question) -> Content:
        answer = self.session.state.answer(question.id, self.stop.actor)
        parts: list[Content] = []
        if self.stop.actor != WHOLE_COUNTY:
            parts.append(literal(actor_name(self.session.state, self.stop.actor), "bold"))
        if answer.skipped:
            parts.append(literal(planner_places_texts.PRESENT_SKIPPED))
        if answer.carried and answer.value is not None:
            parts.append(literal(planner_places_texts.PRESENT_TO_CONFIRM))
        room = self.size.height - _AROUND
        if self.stop.actor != WHOLE_COUNTY and not self._parted:
            room -= len(question.options) + 4
        parts.append(_shown(question, answer.value, room))
        if self.stop.actor != WHOLE_COUNTY and not self._parted:
            parts += [Content(""), *self._actors(question)]
        return Content("\n").join(parts)

    def _actors(self, question: Question) -> Sequence[Content]:
        """Return how many actors have answered, and for a coded question how many have answered what."""
        state = self.session.state
        asked = respondents(question, state, self.form.by_id)
        answers = [state.answer(question.id, actor) for actor in asked]
        answered = [answer.value for answer in answers if answer.value is not None]
        carried = sum(answer.carried and answer.value is not None for answer in answers)
        told = planner_places_texts.PRESENT_ACTORS.format(answered=len(answered), asked=len(asked))
        if carried:
            told += planner_places_texts.PRESENT_ACTORS_TO_CONFIRM.format(count=carried)
        lines = [literal(told, "bold")]
        if kind_of(question).is_one_choice:
            counted = Counter(show_value(question, value) for value in answered)
            widest = max(map(cell_len, counted), default=0)
            lines += [Content.assemble(literal(f"{one_line(label):<{widest}}  "),
                                       progress(count / len(asked), _BAR, LOW), literal(f"  {count}", "bold"))
                      for label, count in counted.most_common()]
        return lines

    def _pages(self) -> list[Stop]:
        """Return the plan's questions, each once; the one at hand stays with its actor."""
        pages: dict[str, Stop] = {}
        for stop in path_stops(self.form.plan, self.session.state, self._everything):
            pages.setdefault(stop.question.id, stop)
        if self.stop.question.id in pages:
            pages[self.stop.question.id] = self.stop
        return list(pages.values())

    def action_next(self) -> None:
        """Go to the next question."""
        self._step(1, planner_texts.LAST_QUESTION)

    def action_previous(self) -> None:
        """Go to the question before."""
        self._step(-1, planner_texts.FIRST_QUESTION)

    def action_down(self) -> None:
        """Show what is below, or where all is seen go to the next question."""
        stage = self.query_one("#stage", VerticalScroll)
        if stage.scroll_offset.y < stage.max_scroll_y:
            stage.scroll_page_down(animate=False)
        else:
            self.action_next()

    def action_up(self) -> None:
        """Show what is above, or where all is seen go to the question before."""
        stage = self.query_one("#stage", VerticalScroll)
        if stage.scroll_offset.y:
            stage.scroll_page_up(animate=False)
        else:
            self.action_previous()

    def _step(self, by: int, otherwise: str) -> None:
        pages = self._pages()
        place = next((at for at, stop in enumerate(pages) if stop == self.stop), -1) + by
        if 0 <= place < len(pages):
            self.stop = pages[place]
            self.show_question()
        else:
            self.planner.say(otherwise)

    def action_light(self) -> None:
        """Change between the light theme, which a lit room sees more of, and the dark one."""
        self.planner.choose_theme(DARK.name if self.planner.theme == LIGHT_THEME.name else LIGHT_THEME.name)

    def action_answer(self) -> None:
        """Open the question with its field."""
        self.planner.go(self.stop)

    def action_meet(self) -> None:
        """Begin a meeting about the question, or take it up in one that is to come."""
        day = self.planner.today().isoformat()
        coming = [one for one in meetings(self.session.state) if one.date >= day]
        choices = [Choice(planner_meetings_texts.MEET_NEW, "", "", ""),
                   *(Choice(one.title, format_date(one.date), "", one.id) for one in coming)]
        self.app.push_screen(PickBox(planner_meetings_texts.MEET_TITLE, choices), self._meet)

    def _meet(self, chosen: object) -> None:
        if not isinstance(chosen, str):
            return
        question, actor = self.stop.question, self.stop.actor
        fields = {"question": question.id, **({"actor": actor} if actor != WHOLE_COUNTY else {})}
        try:
            meeting = chosen or self.session.do(BeginMeeting(question.label, self.planner.today().isoformat()))
            item = self.session.do(AddItem(meeting, fields))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.show_over(MeetingRun(meeting, item))

    def action_back(self) -> None:
        """Go back to the question."""
        self.planner.go(self.stop)

    def copied(self) -> str:
        """Return the question and its answer."""
        answer = self.session.state.answer(self.stop.question.id, self.stop.actor).value
        return f"{self.stop.question.label}\n{show_value(self.stop.question, answer)}".strip()


def _choice(label: str, chosen: str | None) -> Content:
    """Return an option as it is read from afar, with the words beside it where it is chosen with such."""
    return literal(f"○ {label}") if chosen is None else literal(f"● {shown_beside(label, chosen)}", "bold")


def _shown(question: Question, value: Value | None, room: int) -> Content:
    """Return the answer as it is read from afar: the options with the chosen ones marked, a table row by row."""
    choices = kind_of(question).choices(question)
    if choices:
        given = value if isinstance(value, list) else [value]
        chosen = {code_of(str(one)): str(one) for one in given if one is not None}
        lines = next((lines for lines in (3, 2) if len(choices) * lines <= max(room, _LEAST_ROOM)), 1)
        between = "\n" * lines
        return Content(between).join(_choice(one.label, chosen.get(str(one.value))) for one in choices)
    if value is None:
        return literal(planner_places_texts.PRESENT_NOT_ANSWERED, "$quiet")
    if question.columns:
        rows = [" · ".join(one_line(show_value(column, row.get(column.id)), 60)
                           for column in question.columns if row.get(column.id) is not None)
                for row in rows_of(value)]
        left = len(rows) - _MOST_ROWS
        more = [planner_places_texts.PRESENT_MORE_ROWS.format(count=left)] if left > 0 else []
        return literal("\n".join([*(f"– {row}" for row in rows[:_MOST_ROWS]), *more]), "bold")
    return literal(show_value(question, value), "bold")
