"""What the places of a meeting have in common: which meeting, what happens when it is gone, and its documents."""

from __future__ import annotations

from textual import events

from nvplan.model.errors import NvplanError
from nvplan.model.objects import Meeting
from nvplan.services.meetings.course import contributions, find_meeting
from nvplan.services.meetings.scoring import rounds
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.where_in_plan import MeetingAgenda


class MeetingPlace(PlaceScreen):
    """A place of one meeting. What it shows is drawn by `show_meeting`."""

    def __init__(self, session: PlanSession, meeting: str) -> None:
        super().__init__()
        self.session, self.meeting_id = session, meeting
        self.told = ""
        """What came of the latest thing that was done."""

    @property
    def meeting(self) -> Meeting:
        """The meeting.

        Raises:
            UnknownNameError: someone has taken it away.
        """
        return find_meeting(self.session.state, self.meeting_id)

    @property
    def is_there(self) -> bool:
        """Whether the frame can be drawn: it is composed, and nobody has taken the meeting away."""
        return self.framed and self.meeting_id in self.session.state.objects["mote"]

    def show_meeting(self) -> None:
        """Show the meeting as it stands."""
        raise NotImplementedError

    def plan_changed(self) -> None:
        """Show what others have written; where the meeting is gone there is nothing to show."""
        try:
            self.meeting  # noqa: B018 - asked for whether it is there
            self.show_meeting()
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            self.leave_place()

    def on_resize(self, event: events.Resize) -> None:
        """Fit to the new size; what is typed and a clock that runs stay."""
        super().on_resize(event)
        if self.framed:
            self.show_meeting()

    def on_screen_resume(self) -> None:
        """Show what was done in a box or in another place, and remember this one."""
        super().on_screen_resume()
        if self.framed:
            self.plan_changed()
            self.remember_place()

    def carry_out(self, command: ChangeCommand[str]) -> bool:
        """Carry a command out and show what came of it; tell whether it could be."""
        try:
            self.told = self.session.do(command)
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            self.show_meeting()
            return False
        self.show_meeting()
        return True

    def action_export(self) -> None:
        """Go to the documents with this meeting's chosen: the minutes, before anything is said the working paper."""
        from nvplan.services.exchange.chosen import Chosen

        said = contributions(self.session.state, self.meeting_id) or rounds(self.session.state, self.meeting_id)
        document = "protokoll" if said else "workshop-underlag"
        self.planner.exports[self.session.address] = Chosen(
            (document,), ("docx", "pdf"), str(self.session.folder_beside / "dokument"), meeting=self.meeting_id)
        self.planner.go(Room.EXPORT)

    @property
    def leads_back(self) -> Where:
        """Where the way back leads when the planner was begun in this place, as after a power cut."""
        return MeetingAgenda(self.meeting_id)

    def action_back(self) -> None:
        """Go back to the place under this one; where there is none, to the one that leads here."""
        if len(self.app.screen_stack) > 2:
            self.leave_place()
        else:
            self.planner.go(self.leads_back)
