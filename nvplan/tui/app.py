"""The planner: opens plans, moves between places, and carries out what works everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import ModalScreen

from nvplan import texts_tui as texts
from nvplan.model.errors import NvplanError
from nvplan.model.values import Value, show_value
from nvplan.services import preferences
from nvplan.services.commands import Redo, Undo
from nvplan.services.guide import Stop, stop_at
from nvplan.services.session import PlanSession, current_role
from nvplan.tui.saving import FieldSaver
from nvplan.tui.screens.base import PlaceScreen
from nvplan.tui.themes import DARK, LIGHT, THEMES

#: How often the file is looked at for others' changes, in seconds.
WATCH = 1.0


class NvplanApp(App[None]):
    """The planner."""

    TITLE = texts.APP_TITLE
    CSS_PATH: ClassVar = ["styles/base.tcss", "screens/question.tcss", "screens/forms.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, path: Path | None = None, role: str = "") -> None:
        super().__init__()
        self.session: PlanSession | None = None
        self.role = current_role(role)
        self._path = path
        self._place = ""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = preferences.theme() if preferences.theme() in THEMES else DARK.name

    def on_mount(self) -> None:
        """Open the plan that was named, at the place where the person left it, or the start screen."""
        if self._path is not None:
            self.open_plan(self._path)
        if self.session is None:
            self.show_start()
        self.set_interval(WATCH, self._watch)

    # -- places ----------------------------------------------------------------------------------------------------
    def open_plan(self, path: Path) -> None:
        """Open a plan file; what is wrong with it is said and nothing else happens."""
        try:
            session = PlanSession.open(path, self.role)
        except NvplanError as error:
            self.say(str(error), bad=True)
            return
        self.session = session
        info = session.state.info
        preferences.remember_plan(path, f"{session.county.name} {info.year}")
        stop = stop_at(preferences.place(path), session.state)
        self._show_overview_screen()
        if stop is not None:
            self.show_stop(stop)

    def open_example(self) -> None:
        """Open the example county, made anew where there is none."""
        from nvplan.services.example import create_example, example_path

        try:
            if not example_path().exists():
                create_example(example_path())
        except NvplanError as error:
            self.say(str(error), bad=True)
            return
        self.open_plan(example_path())

    def show_start(self) -> None:
        """Show the start screen."""
        from nvplan.tui.screens.start import StartScreen

        self._show(StartScreen())

    def show_new_county(self) -> None:
        """Show the form for a new plan."""
        from nvplan.tui.screens.new_county import NewCountyScreen

        self._show(NewCountyScreen())

    def show_overview(self) -> None:
        """Show the overview, and remember it as the place."""
        self.remember("")
        self._show_overview_screen()

    def _show_overview_screen(self) -> None:
        from nvplan.tui.screens.overview import OverviewScreen

        if self.session is not None:
            self._show(OverviewScreen(self.session))

    def show_stop(self, stop: Stop) -> None:
        """Show a question of a plan."""
        from nvplan.tui.screens.question import QuestionScreen

        if self.session is not None:
            self._show(QuestionScreen(self.session, stop))

    def show_export(self) -> None:
        """Show the form for exporting."""
        from nvplan.tui.screens.export import ExportScreen

        if self.session is None:
            self.say(texts.NEEDS_PLAN)
        else:
            self._show(ExportScreen(self.session))

    def _show(self, screen: PlaceScreen) -> None:
        """Show a place in place of the one before; boxes over it are closed."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def remember(self, place: str) -> None:
        """Remember where in the plan the person is, so that the next sitting begins there."""
        if self.session is not None and place != self._place:
            self._place = place
            preferences.remember_place(self.session.path, place)

    # -- boxes -----------------------------------------------------------------------------------------------------
    def show_help(self) -> None:
        """Show help on what is on the screen."""
        from nvplan.tui.boxes import help_box

        self._box(help_box(self))

    def show_places(self, *, everything: bool) -> None:
        """Show the list of places, or the search over everything."""
        from nvplan.tui.boxes import places_box

        if self.session is None:
            self.say(texts.NEEDS_PLAN)
        else:
            self._box(places_box(self.session, everything=everything), self._go)

    def show_commands(self) -> None:
        """Show everything that can be done here."""
        from nvplan.tui.boxes import commands_box

        self._box(commands_box(self.place), self._run)

    def show_conflict(self, saver: FieldSaver, ours: Value | None) -> None:
        """Ask which of two answers is to stand."""
        from nvplan.tui.screens.box import AskBox

        stop = saver.stop
        theirs = saver.session.state.answer(stop.question.id, stop.actor).value

        def chosen(keep_ours: bool | None) -> None:
            if keep_ours:
                saver.overwrite(ours)
            else:
                saver.seen = theirs
                saver.field.show_value(theirs)
                saver.field.show_note(texts.CHANGED_ELSEWHERE)

        self.push_screen(AskBox(texts.CONFLICT_TITLE, texts.CONFLICT_KEEP_OURS, texts.CONFLICT_KEEP_THEIRS, (
            f"{texts.CONFLICT_THEIRS}: {show_value(stop.question, theirs) or texts.CHOOSE_NONE}",
            f"{texts.CONFLICT_OURS}: {show_value(stop.question, ours) or texts.CHOOSE_NONE}")), chosen)

    def _box(self, box: ModalScreen[Any], then: Callable[[object], None] | None = None) -> None:
        """Show a box, unless one is open already."""
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(box, then)

    def _go(self, target: object) -> None:
        if isinstance(target, Stop):
            self.show_stop(target)
        elif target == "overview":
            self.show_overview()

    def _run(self, action: object) -> None:
        if isinstance(action, str):
            self.call_later(self.place.run_action, action)

    @property
    def place(self) -> PlaceScreen:
        """The place under any boxes."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, PlaceScreen))

    # -- what works everywhere -------------------------------------------------------------------------------------
    def say(self, text: str, *, bad: bool = False) -> None:
        """Say something in the corner of the screen; what went wrong stays longer."""
        self.notify(text, severity="error" if bad else "information", timeout=12 if bad else 4, markup=False)

    def undo(self) -> None:
        """Undo this role's latest change."""
        self._history(Undo())

    def redo(self) -> None:
        """Redo what was undone last."""
        self._history(Redo())

    def _history(self, command: Undo | Redo) -> None:
        if self.session is None:
            return
        try:
            self.say(self.session.do(command))
        except NvplanError as error:
            self.say(str(error), bad=True)
        self.place.plan_changed()

    def change_theme(self) -> None:
        """Change to the next theme and remember it."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)] if self.theme in THEMES else THEMES[0]
        preferences.remember_theme(self.theme)
        self.say(texts.THEME_NOW.format(name=texts.THEME_NAMES[self.theme]))

    def leave(self) -> None:
        """Leave; everything is saved already."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave, when someone presses Ctrl+C with nothing marked."""
        self.say(texts.QUIT_HINT)

    def action_copy_marked(self) -> None:
        """Copy what is marked on the screen."""
        marked = self.screen.get_selected_text()
        if marked:
            self.copy_to_clipboard(marked)
            self.say(texts.COPIED)

    def _watch(self) -> None:
        """Notice within two seconds what others have written."""
        if self.session is None:
            return
        try:
            changed = self.session.watch()
        except NvplanError as error:
            self.say(str(error), bad=True)
            return
        if changed:
            self.say(texts.PLAN_CHANGED_ELSEWHERE)
            self.place.plan_changed()


def run_planner(path: Path | None) -> int:
    """Run the planner until the person leaves; returns the exit code."""
    app = NvplanApp(path)
    app.run()
    return app.return_code or 0
