"""The planner: opens plans, moves between places, and carries out what works everywhere.

What is needed for the first frame is imported here; what opens a plan is imported when one is opened.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from nvplan.clock import Clock, system_clock
from nvplan.model.errors import InputError, NvplanError
from nvplan.services import preferences
from nvplan.store.notices import listening
from nvplan.texts import planner as planner_texts
from nvplan.tui import garbage
from nvplan.tui.commands import CHANGED_KEYS
from nvplan.tui.copies import look_for_copies
from nvplan.tui.ending import Ending
from nvplan.tui.leaving import LeavingApp
from nvplan.tui.router import screen_outside
from nvplan.tui.style_sheet import ParsedOnce
from nvplan.tui.themes import ALL, DARK, OWN_ROLES, THEMES
from nvplan.tui.visits import Visits
from nvplan.tui.where import Opening, Room
from nvplan.tui.widgets.scrollbars import use_thin_bars
from nvplan.tui.wrapping import keep_together

if TYPE_CHECKING:
    from nvplan.services.exchange.chosen import Chosen
    from nvplan.services.writing.session import PlanSession
    from nvplan.store.repository import Copy
    from nvplan.tui.where import Where

#: The styles that the first frame and the overview do without, in the order in which one goes over another.
_LATER = tuple(Path(__file__).with_name("styles") / f"{name}.tcss" for name in (
    "parts", "boxes", "forms", "question", "matrix", "presentation", "standing", "comments_line", "tour", "objects",
    "object_form", "requirements", "review", "efforts_board", "report", "meeting"))
#: How often the file is looked at for others' changes, in seconds.
WATCH = 1.0
#: Set by a developer who wants the traceback instead of the sentence.
DEBUG_VARIABLE = "NVPLAN_FELSOK"


class NvplanApp(LeavingApp):
    """The planner."""

    TITLE = planner_texts.APP_TITLE
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in ("base", "start", "overview")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,super+c", "copy", show=False, priority=True)]

    def __init__(self, path: Path | str | None = None, clock: Clock = system_clock) -> None:
        super().__init__()
        self.clock = clock
        """What the time is, for the planner and for every plan that it opens."""
        self.failure = ""
        """Why the file that was named could not be opened."""
        self.crashed = ""
        """What to say when the planner stopped on an error of its own."""
        self._path = path
        self._ending = Ending(self)
        self._told_fault = ""
        self._watched: PlanSession | None = None
        """The plan that was open at the last look at its file."""
        self._notices: list[str] = []
        """What there is to say about the plan that was opened."""
        self.exports: dict[str, Chosen] = {}
        """What was last exported from each plan, so that the form says it next time."""
        use_thin_bars()
        keep_together()
        for theme in ALL:
            self.register_theme(theme)
        chosen = preferences.theme()
        self.theme = chosen if chosen in THEMES else DARK.name
        self._styled_in = self.theme, self.ansi_theme
        """What is on the screen was styled in. Textual would style the first frame twice, for it notes every choice."""
        self.stylesheet = self._styles = ParsedOnce(self.get_css_variables(), _LATER)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own roles before one of our own themes is chosen; each of those has them all."""
        return {role: DARK.variables[role] for role in OWN_ROLES}

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, where the theme is another than what stands there was styled in."""
        if self._styled_in != (now := (self.theme, self.ansi_theme)):
            self._styled_in = now
            super().refresh_css(animate)

    def today(self) -> dt.date:
        """Return which day it is."""
        return self.clock().date()

    def on_mount(self) -> None:
        """Paint the first frame, then open the plan that was named; without one, show the start screen."""
        if CHANGED_KEYS or preferences.has_keys():
            from nvplan.tui.keymap import use_changed_keys

            use_changed_keys(self)
        if self._path is None:
            self.go(Room.START)
            self.call_after_refresh(garbage.look_from_now)
        else:
            self.push_screen(screen_outside(Opening(Path(self._path).name)))
            self.call_after_refresh(self._open_named, self._path)
        self.set_interval(WATCH, self._watch)
        if not self.is_headless:
            self._ending.listen()
        self.tell_of_unsaved()

    def _open_named(self, path: Path | str) -> None:
        if not self.open_plan(path):
            self.exit(return_code=1)

    # -- places ----------------------------------------------------------------------------------------------------
    def open_plan(self, path: Path | str) -> bool:
        """Open a plan at the place where the person left it; what is wrong with it is said.

        A plan that is open is left first, and not while something of it is not saved.
        """
        if self.session is not None and not self._let_go():
            return False
        from nvplan.services.writing.session import PlanSession

        self._notices = []
        garbage.hold()
        try:
            with listening(self._notices.append):
                session = PlanSession.open(path, clock=self.clock)
        except NvplanError as error:
            self.failure = str(error)
            self.say(self.failure, bad=True)
            return False
        finally:
            self.call_after_refresh(garbage.look_from_now)
        if self.session is not None:
            self.remember_where()
            self.session.close()
        self.session, self.visits = session, Visits()
        info = session.state.info
        self.news = _news(session)
        preferences.remember_plan(session.address, f"{session.county.name} {info.years.span}")
        self._place = ""
        self.open_remembered(preferences.place(session.address))
        self.call_after_refresh(self._tell_of_copies)
        return True

    def _let_go(self) -> bool:
        """Save what is being written in the plan that is open; tell whether it can be left."""
        if self.save_waiting() or self.unsaved_texts():
            self.say(planner_texts.SAVE_FIRST, bad=True)
            return False
        return True

    def _tell_of_copies(self) -> None:
        """Say what there is to say about the plan, and so where another copy that someone has written in lies by it."""
        from nvplan.texts.taking_in import copies_to_take_in

        for sentence in self._notices:
            self.say(sentence, bad=True)
        if self.session is not None and self.session.missing:
            self.say(self.session.missing, bad=True)
        session = self.session
        if session is None:
            return

        def found(copies: Sequence[Copy]) -> None:
            if copies and self.session is session:
                self.say(copies_to_take_in([copy.name for copy in copies]), bad=True)

        look_for_copies(self, session.address, found)

    def open_example(self) -> None:
        """Open the example county, made anew where there is none."""
        from nvplan.services.writing.example import create_example, example_path

        try:
            if not example_path().exists():
                create_example(example_path())
        except NvplanError as error:
            self.say(str(error), bad=True)
            return
        self.open_plan(example_path())

    def start_tour(self) -> None:
        """Begin the tour in the example county."""
        from nvplan.tui.screens.boxes.tour import start_tour

        start_tour(self)

    # -- boxes -----------------------------------------------------------------------------------------------------
    def show_help(self) -> None:
        """Show help on what is on the screen."""
        from nvplan.tui.boxes import help_box

        self.show_box(help_box(self))

    def show_places(self, *, everything: bool) -> None:
        """Show the list of places, or the search over everything."""
        from nvplan.tui.boxes import command_choices, places_box

        if self.session is None:
            self.say(planner_texts.NEEDS_PLAN)
        else:
            also = () if everything else command_choices(self.place)
            self.show_box(places_box(self.session, everything=everything, recent=self.visits.recent(), also=also),
                      self.choose)

    def show_commands(self) -> None:
        """Show everything that can be done here."""
        from nvplan.tui.boxes import commands_box

        self.show_box(commands_box(self.place), self.choose)

    def show_box(self, box: ModalScreen[Any], then: Callable[[object], None] | None = None) -> None:
        """Show a box, unless one is open already."""
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(box, then)

    def _go_chosen(self, where: object) -> None:
        if where is not None:
            self.go_from_list(cast("Where", where))

    def choose(self, chosen: object) -> None:
        """Do what was chosen in a list of commands and places: an action of the place at hand, or where to go."""
        if isinstance(chosen, str):
            self.call_later(self.place.run_action, chosen)
        else:
            self._go_chosen(chosen)

    # -- what works everywhere -------------------------------------------------------------------------------------
    def undo(self) -> None:
        """Undo this role's latest change."""
        from nvplan.services.writing.commands import Undo
        from nvplan.tui.undoing import undo_or_redo

        undo_or_redo(self, Undo())

    def redo(self) -> None:
        """Redo what was undone last."""
        from nvplan.services.writing.commands import Redo
        from nvplan.tui.undoing import undo_or_redo

        undo_or_redo(self, Redo())

    def change_theme(self) -> None:
        """Change to the next theme and remember it."""
        self.choose_theme(THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)] if self.theme in THEMES else THEMES[0])

    def choose_theme(self, name: str) -> None:
        """Change to a theme and remember it."""
        self.theme = name
        preferences.remember_theme(self.theme)
        self.say(planner_texts.THEME_NOW.format(name=planner_texts.THEME_NAMES[self.theme]))

    def action_help_quit(self) -> None:
        """Say how to leave, when someone presses Ctrl+C with nothing marked."""
        self.say(planner_texts.QUIT_HINT)

    def action_copy(self) -> None:
        """Copy what is marked, or what is at hand, and say so."""
        from nvplan.tui.copying import text_at_hand

        found = text_at_hand(self.screen)
        if found:
            self.copy_to_clipboard(found)
        self.say(planner_texts.COPIED if found else planner_texts.QUIT_HINT)

    def _fatal_error(self) -> None:
        """Leave with one sentence when something unforeseen happens; the details go to a log without any plan text."""
        if os.environ.get(DEBUG_VARIABLE):
            super()._fatal_error()
            return
        error = self._exception
        preferences.log_crash(error)
        self.crashed = planner_texts.CRASH.format(kind=type(error).__name__, folder=preferences.folder())
        self._close_messages_no_wait()

    def _watch(self) -> None:
        """Notice within two seconds what others have written."""
        if self._watched is self.session:  # on a slow machine the first look comes before the plan has been painted
            self.make_ready()
        self._watched = self.session
        if self.session is None:
            return
        self.try_again()
        if self.look_at_file():
            if not self.is_asking:  # the box says it, and nothing is to lie over it
                self.say(planner_texts.PLAN_CHANGED_ELSEWHERE)
            self.tell_of_change()
        if self.session.backup_fault != self._told_fault:
            self._told_fault = self.session.backup_fault
            if self._told_fault:
                self.say(self._told_fault, bad=True)

    def make_ready(self) -> None:
        """Read, while nothing waits, what the first box and the first other place need."""
        import nvplan.tui.boxes  # noqa: F401

        self._styles.read_later()


def _news(session: PlanSession) -> list[str]:
    """Return what has changed in a plan since the person was here last; most often nothing has."""
    seen = preferences.seen_revision(session.address)
    if seen is None or seen >= session.state.revision:
        return []
    from nvplan.services.reading.change_log import changes_since

    return changes_since(session, seen)


def run_planner(path: Path | None) -> int:
    """Run the planner until the person leaves; returns the exit code.

    Raises:
        InputError: the file that was named could not be opened.
    """
    app = NvplanApp(path)
    app.run()
    if app.crashed or (app.failure and app.session is None):
        raise InputError(app.crashed or app.failure)
    return app.return_code or 0
