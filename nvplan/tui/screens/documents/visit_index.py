"""Works out the continuity index of a file with visits, shows it whole, and keeps it as a measurement of a goal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path
from nvplan.model.numbers import format_number, stored_number
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_index as planner_index_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal, refused
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from pathlib import Path

    from nvplan.files.read.counting_visits import Asked
    from nvplan.services.figures.outcome import Outcome

COUNT = Command("count", "f8", planner_index_texts.KEY_COUNT, planner_index_texts.HELP_COUNT, priority=True)
ADD = Command("count", "f8", planner_index_texts.KEY_ADD, planner_index_texts.HELP_ADD, priority=True)
AGAIN = Command("back", "escape", planner_index_texts.KEY_AGAIN, planner_index_texts.HELP_AGAIN)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)
STOP = Command("back", "escape", planner_texts.CANCEL, planner_index_texts.HELP_STOP)
_DOCTORS = "bara-lakare"
_BETWEEN = ";"
_WIDEST = 100


class _Stopped(Exception):  # noqa: N818
    """The person asked the counting to stop."""


class VisitIndexScreen(PlaceScreen):
    """Asks for a file with visits, shows what it comes to, and offers to keep that."""

    OFFERS: ClassVar[tuple[Command, ...]] = (COUNT, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._work: Worker[None] | None = None
        self._outcome: Outcome | None = None

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done: count, stop what is being counted, or keep what came out."""
        own = (STOP,) if self._work is not None else (COUNT, BACK) if self._outcome is None else (ADD, AGAIN)
        return (*own, *EVERYWHERE)

    def about(self) -> Content:
        """Say what the place is for."""
        return literal(planner_index_texts.ABOUT)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the questions about the file, and the place of what came out."""
        with VerticalScroll(id="form", can_focus=False):
            yield Static(literal(planner_index_texts.FILE), classes="label")
            yield PastingInput("", placeholder=planner_index_texts.FILE_HINT, id="file", select_on_focus=False)
            yield Static(literal(planner_index_texts.PROFESSIONS), classes="label")
            yield PastingInput("", placeholder=planner_index_texts.PROFESSIONS_HINT, id="professions",
                               select_on_focus=False)
            yield Static(literal(planner_index_texts.COLUMNS), classes="label")
            yield PastingInput("", placeholder=planner_index_texts.COLUMNS_HINT, id="columns", select_on_focus=False)
            yield TickList([(_DOCTORS, planner_index_texts.ONLY_DOCTORS)], [], id="without")
            yield Static(literal(planner_index_texts.HELP), classes="note", id="told", markup=False)
        with VerticalScroll(id="done"):
            yield Static("", id="result", markup=False)
        yield Static("", id="progress", markup=False)

    def on_mount(self) -> None:
        """Start with which file."""
        self.query_one("#crumb", TopLine).left = planner_index_texts.TITLE
        self.query_one("#file", Input).focus()

    # -- counting --------------------------------------------------------------------------------------------------
    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Count."""
        await self.run_action("count")

    def why_not_count(self) -> str:
        """Say that a file is being counted already, or that no goal can have what came out."""
        if self._work is not None:
            return planner_index_texts.BUSY
        return planner_index_texts.NO_GOAL if self._outcome is not None and not self._goals() else ""

    def action_count(self) -> None:
        """Count what the file comes to, outside the thread that draws; where that is done, ask where to keep it."""
        if self._outcome is not None:
            self.app.push_screen(PickBox(planner_index_texts.WHICH_GOAL, self._goals()), self._keep)
            return
        typed = self.query_one("#file", Input).value.strip().strip("\"'")
        if not typed:
            self._tell(planner_index_texts.NO_FILE)
            return
        self._tell("")
        self._say(planner_index_texts.COUNTING)
        path, asked = given_path(typed), self._asked()
        self._work = self.run_worker(lambda: self._count(path, asked), thread=True, exclusive=True)
        self.query_one(KeyBar).commands = self.commands

    def _asked(self) -> Asked:
        from nvplan.files.read.counting_visits import Asked
        from nvplan.services.figures.rule import Rule

        return Asked(Rule(professions=tuple(self._several("#professions"))), columns=self._several("#columns"))

    def _several(self, field: str) -> list[str]:
        return [one.strip() for one in self.query_one(field, Input).value.split(_BETWEEN) if one.strip()]

    def _count(self, path: Path, asked: Asked) -> None:
        from nvplan.files.read.counting_visits import count_file

        worker, app = get_current_worker(), self.planner
        outcome, fault = None, ""

        def at_row(count: int) -> None:
            if worker.is_cancelled:
                raise _Stopped
            app.call_from_thread(self._say, planner_index_texts.READ.format(rows=format_number(count)))

        try:
            outcome = count_file(path, asked, app.today(), at_row)
        except _Stopped:
            fault = planner_index_texts.STOPPED
        except NvplanError as error:
            fault = str(error)
        app.call_from_thread(self._finish, outcome, fault)

    def _finish(self, outcome: Outcome | None, fault: str) -> None:
        self._work, self._outcome = None, outcome
        if not self.is_attached:
            return
        self._say("")
        self._tell(fault)
        self._show()

    def _show(self) -> None:
        from nvplan.services.figures.telling import outcome_parts
        from nvplan.services.reading.wrapped_table import paragraph_lines, table_lines

        self.set_class(self._outcome is not None, "-done")
        self.query_one(KeyBar).commands = self.commands
        if self._outcome is None:
            self.query_one("#file", Input).focus()
            return
        room, parts = min(self.size.width - 6, _WIDEST), []
        for part in sorted(outcome_parts(self._outcome), key=lambda one: not one.rows):  # the figures before the rule
            lines = table_lines(part.columns, part.rows, room) if part.rows else []
            for note in part.notes:
                lines += paragraph_lines(note, room)
            parts.append(Content.assemble(Content.styled(part.heading, "bold"), "\n", literal("\n".join(lines))))
        self.query_one("#result", Static).update(Content("\n\n").join(parts))
        done = self.query_one("#done", VerticalScroll)
        done.scroll_home(animate=False)
        done.focus()

    def _say(self, words: str) -> None:
        if self.is_attached:
            progress = self.query_one("#progress", Static)
            progress.update(literal(words))
            progress.display = bool(words)

    def _tell(self, fault: str) -> None:
        told = self.query_one("#told", Static)
        told.update(refused(fault) if fault else literal(planner_index_texts.HELP))
        told.set_class(bool(fault), "note-bad")

    # -- keeping ---------------------------------------------------------------------------------------------------
    def _goals(self) -> list[Choice]:
        from nvplan.services.figures.as_measurement import index_goals

        return [Choice(goal.title, "", goal.id, goal.id) for goal in index_goals(self.session.state)]

    def _keep(self, identity: object) -> None:
        from nvplan.services.figures.as_measurement import find_goal, measurement_of

        if not isinstance(identity, str) or self._outcome is None:
            return
        only_doctors = bool(self.query_one("#without", TickList).ticked)
        try:
            goal = find_goal(self.session.state, identity)
            fields = measurement_of(self._outcome, goal, only_doctors)
            self.session.do(AddObject("matning", fields))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        value = format_number(stored_number(fields["value"]) or 0)
        self.planner.say(planner_index_texts.ADDED.format(value=value, goal=goal.title))
        self.show_frame()

    def action_back(self) -> None:
        """Stop what is being counted, go back to the questions, or to the overview."""
        if self._work is not None:
            self._work.cancel()
            self._say(planner_index_texts.STOPPING)
        elif self._outcome is not None:
            self._outcome = None
            self._show()
        else:
            self.planner.go(Room.OVERVIEW)
