"""Moving between the places of the planner: what is shown, what is remembered, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.actions import ActionParseResult, parse
from textual.dom import DOMNode

from nvplan.services import preferences
from nvplan.texts import planner as planner_texts
from nvplan.tui.commands import why_not
from nvplan.tui.keeping import KeepingApp
from nvplan.tui.router import screen_for, screen_outside
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.visits import Visits
from nvplan.tui.where import Opening, Room

if TYPE_CHECKING:
    from nvplan.tui.where import Where
    from nvplan.tui.widgets.table_rows import Sorting


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

    async def run_action(self, action: str | ActionParseResult, default_namespace: DOMNode | None = None,
                         namespaces: Mapping[str, DOMNode] | None = None) -> bool:
        """Do what a key, a click or the palette asks for; where the place cannot do it now, say why instead."""
        space, name, _ = parse(action) if isinstance(action, str) else action
        target = self.screen if space == "screen" else default_namespace if not space else None
        reason = why_not(target, name) if isinstance(target, PlaceScreen) else ""
        if reason:
            self.say(reason)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    # -- going -----------------------------------------------------------------------------------------------------
    def screen_of(self, where: Where) -> PlaceScreen | None:
        """Return the screen of a place; None, with a word on why, for one that is about a plan while none is open.

        Raises:
            InputError: the place cannot be opened.
        """
        if isinstance(where, Opening) or (isinstance(where, Room) and not where.needs_plan):
            return screen_outside(where)
        if self.session is None:
            self.say(planner_texts.NEEDS_PLAN)
            return None
        return screen_for(where, self.session)

    def go(self, where: Where) -> None:
        """Show a place in place of the one before, once that is done with; boxes over it are closed."""
        screen = self.screen_of(where)
        if screen is not None:
            self.leaving(lambda: self._show_place(screen))

    def _show_place(self, screen: PlaceScreen) -> None:
        if screen.where is not None:
            self.remember(screen.where)
        self._close_above(2)
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _close_above(self, count: int) -> None:
        while len(self.screen_stack) > count:
            self.pop_screen()

    def go_from_list(self, where: Where) -> None:
        """Go to what was chosen in «Gå till» or in the search: a list or an object over the question or overview."""
        from nvplan.services.reading.places import TERM, Place
        from nvplan.tui.boxes import term_box

        if not isinstance(where, Place):
            self.go(where)
        elif where.kind == TERM:
            self.push_screen(term_box(where.identity))
        else:
            screen = self.screen_of(where)
            if screen is not None:
                self.leaving(lambda: self._show_over_lowest(screen))

    def _show_over_lowest(self, screen: PlaceScreen) -> None:
        self._close_above(2)
        self.push_screen(screen)

    def step_visits(self, by: int) -> None:
        """Go to the place before (-1) or after (1), where there is one."""
        from nvplan.tui.leads import still_there

        where = self.visits.step(by)
        if where is not None and self.session is not None:
            self.go(still_there(where, self.session.state))

    # -- what is remembered ----------------------------------------------------------------------------------------
    def remember(self, where: Where) -> None:
        """Remember where in the plan the person is: for back and forward, and for where the next sitting begins."""
        from nvplan.tui.leads import text_of

        self.visits.note(where)
        text = text_of(where)
        if self.session is not None and text is not None and text != self._place:
            self._place = text
            preferences.remember_place(self.session.address, text, self.session.state.revision)

    def open_remembered(self, text: str) -> None:
        """Open a place as it was remembered between two sittings; one that no longer applies opens the overview."""
        from nvplan.tui.leads import where_remembered

        if self.session is not None:
            self.go(where_remembered(text, self.session.state))

    def return_to_plan(self) -> None:
        """Go back from the start screen to where the person was in the plan that is open."""
        self.open_remembered(self._place)

    def show_news(self) -> None:
        """Show what has changed since the person was here last."""
        from nvplan.tui.screens.boxes.box import Choice, PickBox

        rows = [Choice(text, "", "", None) for text in reversed(self.news)]
        self.push_screen(PickBox(planner_texts.NEWS_TITLE, rows))
