"""The clock and the silent writing of a meeting's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.meetings.clock import MeetingClock
from nvplan.services.meetings.course import contributions, hidden, kept_clock
from nvplan.services.writing.commands_meetings import SetClock, ShowHidden
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.meetings.boxes import MinutesBox

if TYPE_CHECKING:
    from nvplan.tui.screens.meetings.run import MeetingScreen

#: So often, in seconds, is kept where a running clock stands, so that a power cut costs no more than that.
KEEPS_EVERY = 30


class Timing:
    """Holds the clock of the item at hand, and whether what is written is hidden for now."""

    def __init__(self, screen: MeetingScreen) -> None:
        self._screen = screen
        self.clock = MeetingClock()
        self._silent: dict[str, bool] = {}
        """Items for which a person has said whether writing is silent."""
        self._kept_at = 0

    # -- the clock -------------------------------------------------------------------------------------------------
    def take_up(self) -> None:
        """Take up the clock where it was left: standing still, with what had been used of it."""
        self.clock = MeetingClock()
        item = self._screen.item
        found = kept_clock(self._screen.session, self._screen.meeting_id, item.id) if item is not None else None
        if found is not None:
            self.clock.set(found.minutes, found.used)
        self._kept_at = self.clock.used

    def leave_item(self) -> None:
        """Stop the clock of an item that is left, and keep where it stood."""
        self.clock.pause()
        self.keep()

    def keep(self) -> None:
        """Keep where the clock stands. Where that fails the meeting goes on: the clock is no part of the plan."""
        item = self._screen.item
        if self.clock.minutes is None or item is None or self.clock.used == self._kept_at:
            return
        try:
            self._screen.session.do(SetClock(item.meeting, item.id, self.clock.minutes, self.clock.used))
        except NvplanError:
            return
        self._kept_at = self.clock.used

    def tick(self) -> None:
        """Show the time, and keep it now and then."""
        if not self.clock.is_running or not self._screen.framed:
            return
        self._screen.show_frame()
        if self.clock.used - self._kept_at >= KEEPS_EVERY:
            self.keep()

    @property
    def told(self) -> str:
        """What the clock shows; before it is set, how long the item is proposed to take and the key that starts it."""
        item = self._screen.item
        if self.clock.told or item is None:
            return self.clock.told
        return planner_meetings_texts.proposed(item.minutes)

    # -- silence ---------------------------------------------------------------------------------------------------
    @property
    def is_silent(self) -> bool:
        """Whether what is written now is hidden: a person has said so, or the item begins so and nothing is shown."""
        item, state = self._screen.item, self._screen.session.state
        if item is None:
            return False
        if item.id in self._silent:
            return self._silent[item.id]
        if hidden(state, item):
            return True
        return item.form == "tyst" and item.outcome == "oppen" and not contributions(state, item.meeting, item.id)

    # -- the box ---------------------------------------------------------------------------------------------------
    def ask(self) -> None:
        """Ask what the clock is to do, or whether silent writing begins or ends."""
        item = self._screen.item
        if item is None:
            self._screen.planner.say(planner_meetings_texts.CLOCK_NO_ITEM)
            return
        choices = [Choice(text, "", "", what) for text, what in (*self._clock_choices(), self._silence_choice())]
        self._screen.app.push_screen(PickBox(planner_meetings_texts.CLOCK_TITLE, choices), self._chosen)

    def _clock_choices(self) -> list[tuple[str, str]]:
        item = self._screen.item
        found = []
        if self.clock.is_running:
            found.append((planner_meetings_texts.CLOCK_PAUSE, "pause"))
        elif self.clock.minutes is not None:
            found.append((planner_meetings_texts.CLOCK_GO_ON.format(time=self.clock.told), "start"))
        elif item is not None and item.minutes:
            found.append((planner_meetings_texts.CLOCK_START.format(minutes=item.minutes), "propose"))
        return [*found, (planner_meetings_texts.CLOCK_OTHER, "set")]

    def _silence_choice(self) -> tuple[str, str]:
        item = self._screen.item
        if self.is_silent and item is not None:
            count = hidden(self._screen.session.state, item)
            return planner_meetings_texts.SILENT_END.format(count=count), "show"
        return planner_meetings_texts.SILENT_BEGIN, "hide"

    def _chosen(self, what: object) -> None:
        item = self._screen.item
        if item is None or what is None:
            return
        if what == "pause":
            self.clock.pause()
        elif what == "start":
            self.clock.start()
        elif what == "propose":
            self._begin(item.minutes)
        elif what == "set":
            self._screen.app.push_screen(MinutesBox(
                self.clock.minutes or item.minutes, note=planner_meetings_texts.CLOCK_NOTE), self._begin)
        elif what == "hide":
            self._silent[item.id] = True
        elif what == "show" and self._screen.save_line() and self._screen.carry_out(ShowHidden(item.id)):
            self._silent[item.id] = False
        self._kept_at = -1
        self.keep()
        self._screen.show_meeting()

    def _begin(self, minutes: int | None) -> None:
        if minutes:
            self.clock.set(minutes)
            self.clock.start()
            self._kept_at = -1
            self.keep()
            self._screen.show_meeting()
