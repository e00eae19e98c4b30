"""The line of a meeting's screen: what is typed in it becomes a contribution, or the new text of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.meetings.course import CONTRIBUTIONS, Line
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import Contribute

if TYPE_CHECKING:
    from nvplan.tui.screens.meetings.run import MeetingScreen


class Saying:
    """Holds which contribution is marked, and which one's text stands in the line."""

    def __init__(self, screen: MeetingScreen) -> None:
        self._screen = screen
        self.marked = ""
        self.editing = ""
        """The contribution whose text stands in the line; empty while a new one is written."""
        self._fetched = ""
        """What it said when it was fetched: someone else's change since then is not written over."""

    def keep_to(self, shown: Sequence[Line]) -> None:
        """Mark the last one where the marked one is not on the screen any more."""
        if self.marked not in {one.one.id for one in shown}:
            self.marked = shown[-1].one.id if shown else ""

    def mark(self, by: int) -> None:
        """Mark the contribution so many lines below, above where it is negative."""
        ids = [one.one.id for one in self._screen.shown]
        if ids:
            place = ids.index(self.marked) + by if self.marked in ids else 0
            self.marked = ids[max(0, min(len(ids) - 1, place))]
            self._screen.show_meeting()

    def edit(self) -> None:
        """Fetch the marked contribution to the line; what stands there is saved first."""
        wanted = self.marked
        if not wanted or not self.save():
            return
        found = next((one.one for one in self._screen.shown if one.one.id == wanted), None)
        if found is not None:
            self.marked = self.editing = wanted
            self._screen.line.value = self._fetched = found.text
            self._screen.line.cursor_position = len(found.text)
            self._screen.show_meeting()

    def save(self) -> bool:
        """Save what stands in the line; tell whether it is on disk. An empty line changes nothing."""
        screen, typed = self._screen, self._screen.line.value.strip()
        if not typed:
            self.editing = ""
            screen.show_meeting()
            return True
        try:
            if self.editing:
                screen.session.do(SetObject(CONTRIBUTIONS, self.editing, {"text": typed},
                                            {"text": self._fetched}))
                self.marked = self.editing
            else:
                item = screen.item
                self.marked = screen.session.do(Contribute(
                    screen.meeting_id, typed, item.id if item is not None else "", hidden=screen.timing.is_silent))
        except NvplanError as error:
            screen.planner.say(str(error), bad=True)
            return False
        screen.line.value, self.editing, screen.told = "", "", ""
        screen.timing.keep()
        screen.show_meeting()
        return True
