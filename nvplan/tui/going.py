"""Moving between the places of the planner: what is shown, what is remembered, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from nvplan.services import preferences
from nvplan.texts import planner as planner_texts
from nvplan.tui.keeping import KeepingApp
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.visits import Visits

if TYPE_CHECKING:
    from nvplan.services.reading.guide import Stop
    from nvplan.tui.app import NvplanApp
    from nvplan.tui.widgets.object_table import Sorting


class GoingApp(KeepingApp):
    """The part of the planner that goes from place to place."""

    def __init__(self) -> None:
        super().__init__()
        self.visits = Visits()
        self.sortings: dict[str, Sorting] = {}
        """What each list is sorted by, by the name of the list's place."""
        self.news: list[str] = []
        """What has changed in the plan since the person was here last, oldest first."""
        self._place = ""

    def show_start(self) -> None:
        """Show the start screen."""
        from nvplan.tui.screens.start.start import StartScreen

        self.show_place(StartScreen())

    def show_new_county(self) -> None:
        """Show the form for a new plan."""
        from nvplan.tui.screens.start.new_county import NewCountyScreen

        self.show_place(NewCountyScreen())

    def show_overview(self) -> None:
        """Show the overview, and remember it as the place."""
        self.remember("")
        self._show_overview_screen()

    def _show_overview_screen(self) -> None:
        from nvplan.tui.screens.overview.overview import OverviewScreen

        if self.session is not None:
            self.visits.note("", self.show_overview)
            self.show_place(OverviewScreen(self.session))

    def show_stop(self, stop: Stop) -> None:
        """Show a question of a plan."""
        from nvplan.tui.screens.questions.question import QuestionScreen

        if self.session is not None:
            self.show_place(QuestionScreen(self.session, stop))

    def show_export(self) -> None:
        """Show the form for exporting."""
        from nvplan.tui.screens.documents.export import ExportScreen

        if self.session is None:
            self.say(planner_texts.NEEDS_PLAN)
        else:
            self.show_place(ExportScreen(self.session))

    def show_requirement_set(self) -> None:
        """Show which requirement set the plan is measured against, over the place where the person is."""
        from nvplan.tui.screens.requirements.requirement_set import RequirementSetScreen

        if self.session is None:
            self.say(planner_texts.NEEDS_PLAN)
        elif not isinstance(self.screen, RequirementSetScreen):
            self.place.show_over(RequirementSetScreen(self.session))

    def show_take_in(self) -> None:
        """Show the place for taking in a file."""
        from nvplan.tui.screens.documents.take_in import TakeInScreen

        if self.session is None:
            self.say(planner_texts.NEEDS_PLAN)
        else:
            self.show_place(TakeInScreen(self.session))

    def show_place(self, screen: PlaceScreen) -> None:
        """Show a place in place of the one before, once that is done with; boxes over it are closed."""
        self.leaving(lambda: self._show_place(screen))

    def _show_place(self, screen: PlaceScreen) -> None:
        if screen.place_name:
            self.visits.note(screen.place_name, lambda: self.show_place(screen.again()))
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def remember(self, place: str) -> None:
        """Remember where in the plan the person is: for back and forward, and for where the next sitting begins."""
        self.visits.note(place, lambda: self.open_place(place))
        if self.session is not None and place != self._place:
            self._place = place
            preferences.remember_place(self.session.address, place, self.session.state.revision)

    def open_place(self, place: str) -> None:
        """Open a place as it was remembered; one that no longer applies opens the overview."""
        from nvplan.services.reading.guide import stop_at

        if self.session is not None and ":" in place:
            from nvplan.tui.places import open_remembered

            if open_remembered(cast("NvplanApp", self), self.session, place):
                return
        stop = stop_at(place, self.session.state) if self.session is not None and place else None
        if stop is not None:
            self.show_stop(stop)
        else:
            self.show_overview()

    def show_news(self) -> None:
        """Show what has changed since the person was here last."""
        from nvplan.tui.screens.boxes.box import Choice, PickBox

        rows = [Choice(text, "", "", None) for text in reversed(self.news)]
        self.push_screen(PickBox(planner_texts.NEWS_TITLE, rows))
