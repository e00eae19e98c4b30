"""The meeting on a shared screen: an item at a time, large, with what is said typed a line at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from nvplan.model.objects import MeetingItem
from nvplan.model.safetext import one_line
from nvplan.services.meetings.course import (
    Line,
    hidden,
    items,
    lines,
    parked,
)
from nvplan.services.meetings.standing import prompt_of, told_so_far
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.commands_meetings import (
    Group,
    MoveContribution,
    Park,
    Ungroup,
)
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.meetings import keys
from nvplan.tui.screens.meetings.deciding import Deciding
from nvplan.tui.screens.meetings.place import MeetingPlace
from nvplan.tui.screens.meetings.saying import Saying
from nvplan.tui.screens.meetings.timing import Timing
from nvplan.tui.screens.meetings.view import LEAST_SAID, MOST_ROWS, WIDE, head, said
from nvplan.tui.unsaved import Loose
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingAssess, MeetingRun
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import KeyBar, TopLine

#: How much of a line that was saved is told.
_TOLD = 50


class MeetingScreen(MeetingPlace):
    """The items of a meeting one by one, and last the parking lot."""

    OFFERS: ClassVar = keys.RUN
    SHOWS: ClassVar = ("mote", "inlagg", "motesbeslut", "satt")

    def __init__(self, session: PlanSession, meeting: str, item: str = "") -> None:
        super().__init__(session, meeting)
        self.item_id = item
        self._undoing = False
        self.saying = Saying(self)
        self.timing = Timing(self)
        self.deciding = Deciding(self)

    # -- what is at hand -------------------------------------------------------------------------------------------
    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return MeetingRun(self.meeting_id, self.item_id)

    @property
    def pages(self) -> list[MeetingItem]:
        """The items; after them comes the parking lot."""
        return items(self.session.state, self.meeting_id)

    @property
    def item(self) -> MeetingItem | None:
        """The item at hand; None on the parking lot."""
        return next((one for one in self.pages if one.id == self.item_id), None)

    @property
    def shown(self) -> Sequence[Line]:
        """What is said, as it stands on the screen."""
        item = self.item
        if item is None:
            return [Line(one, False) for one in parked(self.session.state, self.meeting_id)]
        return lines(self.session.state, item)

    @property
    def marked(self) -> str:
        """The contribution that the keys are about; empty where nothing is said."""
        return self.saying.marked

    @property
    def line(self) -> Input:
        """The line that is typed in."""
        return self.query_one("#meeting-line", Input)

    # -- the place -------------------------------------------------------------------------------------------------
    def compose_place(self) -> Iterable[Widget]:
        """Compose the item, what is said and the line."""
        with Vertical(id="meeting"):
            yield Static("", id="meeting-clock", markup=False)
            yield Static("", id="meeting-head", markup=False)
            yield Static("", id="meeting-said", markup=False)
            yield PastingInput(id="meeting-line", select_on_focus=False)
            yield Static("", id="meeting-note", markup=False)

    def on_mount(self) -> None:
        """Show the item that the meeting was opened on, the first open one where none is named."""
        self.query_one(KeyBar).dense = True
        pages = self.pages
        if self.item is None and self.item_id != keys.PARKING and pages:
            self.item_id = next((one.id for one in pages if one.outcome == "oppen"), pages[0].id)
        self.timing.take_up()
        self.set_interval(1.0, self.timing.tick)
        self.line.focus()
        self.show_meeting()

    def about(self) -> Content:
        """Return how a meeting is held."""
        return literal(planner_meetings_texts.ABOUT_RUN)

    def on_screen_resume(self) -> None:
        """Show what has changed in a box, and go on typing in the line."""
        super().on_screen_resume()
        if self.framed:
            self.line.focus()

    def show_meeting(self) -> None:
        """Show the item at hand as it stands."""
        item, shown = self.item, self.shown
        self.saying.keep_to(shown)
        rows = self._head(item)
        self.query_one("#meeting-head", Static).update(Content("\n").join(rows))
        room = max(LEAST_SAID, MOST_ROWS - len(rows))
        self.query_one("#meeting-said", Static).update(Content("\n").join(said(shown, self.marked, room)))
        waiting = hidden(self.session.state, item) if item is not None else 0
        told = [self.told, planner_meetings_texts.SILENT_TOLD.format(count=waiting) if waiting else "",
                planner_meetings_texts.DRAFT_WAITS if item is not None and self.deciding.waiting(item) else "",
                planner_meetings_texts.ENLARGE if self.size.width >= WIDE and not self.told else ""]
        self.query_one("#meeting-note", Static).update(literal(planner_meetings_texts.facts(told)))
        self.line.placeholder = planner_meetings_texts.line_hint(editing=bool(self.saying.editing),
                                                                 silent=self.timing.is_silent)
        self.show_frame()

    def _head(self, item: MeetingItem | None) -> list[Content]:
        if item is None:
            prompt = planner_meetings_texts.PARKING_PROMPT if self.pages else planner_meetings_texts.NO_ITEMS
            return head(planner_meetings_texts.PARKING, prompt, "", None)
        return head(item.title, prompt_of(self.session, item), told_so_far(self.session, item), item)

    def show_frame(self) -> None:
        """Show which meeting and item this is, and the clock."""
        super().show_frame()
        if not self.is_there:
            return
        pages, item = self.pages, self.item
        place = planner_meetings_texts.PARKING if item is None else planner_meetings_texts.PLACE_OF.format(
            number=pages.index(item) + 1, count=len(pages))
        self.query_one("#crumb", TopLine).left = planner_meetings_texts.CRUMB.format(title=self.meeting.title)
        self.query_one("#meeting-clock", Static).update(literal(
            planner_meetings_texts.facts([place, self.timing.told]), "$quiet"))

    # -- what is typed ---------------------------------------------------------------------------------------------
    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save the line."""
        event.stop()
        self.save_line()

    def save_line(self) -> bool:
        """Save what stands in the line; tell whether it is on disk."""
        return self.saying.save()

    def save_waiting(self) -> bool:
        """Save what stands in the line; what cannot be saved is kept beside, so that it is shown at the end."""
        if not self.framed or self._undoing or self.save_line():
            self.timing.keep()
            return True
        title = planner_meetings_texts.TEXT_KEPT.format(title=self.meeting_id)
        self.planner.keep(Loose(title, self.line.value))
        return False

    # -- what is said ----------------------------------------------------------------------------------------------
    def tell(self, told: str) -> None:
        """Say below the line what came of something, where it hides nothing of what is projected."""
        self.told = told
        self.show_meeting()

    def _needs_marked(self) -> str:
        return "" if self.framed and self.marked else planner_meetings_texts.NONE_MARKED

    why_not_park = why_not_edit = why_not_group = why_not_ungroup = _needs_marked

    def action_mark_up(self) -> None:
        """Mark the contribution above."""
        self.saying.mark(-1)

    def action_mark_down(self) -> None:
        """Mark the contribution below."""
        self.saying.mark(1)

    def action_edit(self) -> None:
        """Fetch the marked contribution to the line; what stands there is saved first."""
        self.saying.edit()

    def _with_marked(self, make: Callable[[str], ChangeCommand[str]]) -> None:
        if self.marked:
            self.carry_out(make(self.marked))

    def action_park(self) -> None:
        """Park the marked contribution, or take it back from the parking lot."""
        self._with_marked(lambda marked: Park(marked, self.item is not None))

    def action_group(self) -> None:
        """Put the marked contribution under the one above."""
        self._with_marked(Group)

    def action_ungroup(self) -> None:
        """Take the marked contribution out of its group."""
        self._with_marked(Ungroup)

    def action_move_up(self) -> None:
        """Move the marked contribution up."""
        self._with_marked(lambda marked: MoveContribution(marked, -1))

    def action_move_down(self) -> None:
        """Move the marked contribution down."""
        self._with_marked(lambda marked: MoveContribution(marked, 1))

    def action_undo(self) -> None:
        """Undo this role's latest change; what stands in the line is no change yet, and stays there."""
        self._undoing = True
        self.told = ""  # what it says may be what is undone
        try:
            super().action_undo()
        finally:
            self._undoing = False
        if self.framed:
            self.show_meeting()

    # -- items -----------------------------------------------------------------------------------------------------
    def _turn(self, by: int, otherwise: str) -> None:
        order = [*(one.id for one in self.pages), keys.PARKING]
        place = (order.index(self.item_id) if self.item_id in order else len(order) - 1) + by
        if not 0 <= place < len(order):
            self.planner.say(otherwise)
        elif self.save_line():
            self.timing.leave_item()
            self.item_id, self.saying.marked, self.told = order[place], "", ""
            self.timing.take_up()
            self.show_meeting()
            self.remember_place()

    def action_next(self) -> None:
        """Go to the next item, last to the parking lot."""
        self._turn(1, planner_meetings_texts.LAST_PAGE)

    def action_previous(self) -> None:
        """Go to the item before."""
        self._turn(-1, planner_meetings_texts.FIRST_PAGE)

    def action_decide(self) -> None:
        """Choose what was decided."""
        if self.save_line():
            self.deciding.ask()

    def action_assess(self) -> None:
        """Score together under the item at hand."""
        item = self.item
        if item is not None:
            self.show_over(MeetingAssess(self.meeting_id, item.id))

    def why_not_assess(self) -> str:
        """Say that the parking lot is nothing to score."""
        return "" if self.item is not None else planner_assess_texts.PARKING

    def action_time(self) -> None:
        """Choose what the clock is to do."""
        self.timing.ask()

    def action_back(self) -> None:
        """Stop changing a contribution, else go back to the agenda; the line is saved first."""
        typed = self.line.value.strip()
        if self.saying.editing:
            self.save_line()
        else:
            if self.save_line() and typed:
                self.planner.say(planner_meetings_texts.LINE_SAVED.format(text=one_line(typed, _TOLD)))
            super().action_back()
