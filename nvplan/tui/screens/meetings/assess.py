"""Scoring together: a round is opened, each gives scores that nobody sees, and when it is closed all see what they say.

Until then nothing but how many have voted is on the screen: what a person types stands as dots.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.objects import Contribution
from nvplan.services.meetings.ballots import KINDS, OpenRound
from nvplan.services.meetings.course import dotted
from nvplan.services.meetings.scoring import (
    FIRST_SET,
    chosen_dimensions,
    last_time,
    latest,
    registered,
    rounds,
    standing_round,
    title_of,
    took_part,
)
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.commands_rounds import (
    CancelRound,
    CastBallot,
    CastDots,
    CloseDots,
    CloseRound,
    OpenDots,
    OpenScoring,
)
from nvplan.services.writing.session import PlanSession
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Choice
from nvplan.tui.screens.boxes.choosing import SeveralBox
from nvplan.tui.screens.meetings import keys
from nvplan.tui.screens.meetings.ballot import Ballot
from nvplan.tui.screens.meetings.boxes import MinutesBox, VotersBox
from nvplan.tui.screens.meetings.dot_ballot import DotBallot
from nvplan.tui.screens.meetings.drafts import MeetingDrafts
from nvplan.tui.screens.meetings.place import MeetingPlace
from nvplan.tui.screens.meetings.settling import Settling
from nvplan.tui.screens.meetings.strips import Strip, dot_rows, page_of, pages, scale, strip
from nvplan.tui.screens.meetings.view import WIDE
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingAssess, MeetingRun
from nvplan.tui.widgets.frame import KeyBar, TopLine


class AssessScreen(MeetingPlace):
    """The scores of a meeting's item: the closed rounds, or the round that is open."""

    OFFERS: ClassVar = (*keys.ASSESS, *keys.VOTE, keys.LEAVE)
    SHOWS: ClassVar = ("omgang", "motesbeslut")

    def __init__(self, session: PlanSession, meeting: str, item: str) -> None:
        super().__init__(session, meeting)
        self.item_id = item
        self._scores, self._dots = Ballot(), DotBallot()
        self._page = 0
        self._drafts = MeetingDrafts(session, meeting)
        self._settling = Settling(self)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return MeetingAssess(self.meeting_id, self.item_id)

    @property
    def leads_back(self) -> Where:
        """The item that is scored under."""
        return MeetingRun(self.meeting_id, self.item_id)

    @property
    def standing(self) -> OpenRound | None:
        """The round that is open; None where none is."""
        return standing_round(self.session, self.meeting_id)

    @property
    def ballot(self) -> Ballot | DotBallot:
        """What is typed: scores, or dots on proposals."""
        found = self.standing
        return self._dots if found is not None and found.dots else self._scores

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done: other things while a round is open."""
        return (*(keys.VOTE if self.standing is not None else keys.ASSESS), keys.LEAVE, *EVERYWHERE)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the picture and what came of the latest thing done."""
        with Vertical(id="meeting"):
            yield Static("", id="assess-picture", markup=False)
            yield Static("", id="meeting-note", markup=False)

    def on_mount(self) -> None:
        """Show what stands; where nothing is scored yet, the first thing is to open a round."""
        self.show_meeting()

    def about(self) -> Content:
        """Return how scoring goes, what is kept, and the rule of the verdict."""
        return literal(planner_assess_texts.ABOUT)

    # -- what is shown ---------------------------------------------------------------------------------------------
    def show_meeting(self) -> None:
        """Show the open round as a number of votes, else the closed ones as strips."""
        found = self.standing
        rows = self.ballot.rows(found, self._title_of) if found is not None else self._strips()
        self.query_one("#assess-picture", Static).update(Content("\n").join(rows))
        advice = planner_meetings_texts.ENLARGE if self.size.width >= WIDE else ""
        self.query_one("#meeting-note", Static).update(literal(self.told or advice))
        bar = self.query_one(KeyBar)
        bar.dense, bar.commands = True, self.commands
        self.show_frame()

    def _title_of(self, identity: str) -> str:
        said = self.session.state.objects["inlagg"].get(identity)
        return said.text if isinstance(said, Contribution) else title_of(identity)

    def _strips(self) -> list[Content]:
        found = latest(self.session.state, self.meeting_id, self.item_id)
        dots = dot_rows(dotted(self.session.state, self.item_id))
        if not found and not dots:
            return [literal(row) for row in planner_assess_texts.EMPTY]
        laid = self._laid()
        self._page = max(0, min(self._page, len(laid) - (not dots)))
        if self._page == len(laid):
            return dots
        rows = [scale()]
        for place, one in enumerate(laid[self._page]):
            rows += [*([Content("")] if place else []), *one.rows]
        return rows

    def _laid(self) -> list[list[Strip]]:
        """Return the closed rounds a screen at a time."""
        return pages([strip(one, last_time(self.session.state, self.meeting_id, one.round.dimension))
                      for one in latest(self.session.state, self.meeting_id, self.item_id)])

    def show_frame(self) -> None:
        """Show which meeting this is, and how many have voted."""
        super().show_frame()
        if not self.is_there:
            return
        crumb, found = self.query_one("#crumb", TopLine), self.standing
        crumb.left = planner_assess_texts.CRUMB.format(title=self.meeting.title)
        done = rounds(self.session.state, self.meeting_id, self.item_id)
        crumb.right = planner_assess_texts.OPEN if found is not None else (
            took_part(done[-1]) if done else "")

    # -- voting ----------------------------------------------------------------------------------------------------
    def on_key(self, event: events.Key) -> None:
        """Take what is typed for the ballot, while a round is open."""
        found = self.standing
        if found is not None and self.ballot.take(event, found):
            event.stop()
            event.prevent_default()
            self.told = ""
            self.show_meeting()

    def action_cast(self) -> None:
        """Leave the ballot that is typed."""
        found = self.standing
        if found is None or not self.ballot.is_whole(found):
            return
        ballot = self.ballot
        command = CastDots(self.meeting_id, ballot.kind, ballot.counted()) if isinstance(ballot, DotBallot) else (
            CastBallot(self.meeting_id, ballot.kind, tuple(ballot.scores)))
        if self.carry_out(command):
            self.ballot.clear()
            self.told = ""  # how many have voted stands first on the screen
            self.show_meeting()

    def action_close_round(self) -> None:
        """Close the round, once the person has said so: those who have not voted cannot after that."""
        found = self.standing
        if found is None:
            return
        if found.voted >= found.voters:
            self._close(sure=True)
            return
        title = planner_assess_texts.CLOSE_TITLE.format(told=meeting_rounds_texts.voted(found.voted, found.voters))
        self.app.push_screen(AskBox(title, planner_assess_texts.CLOSE_YES), lambda sure: self._close(sure=bool(sure)))

    def _close(self, *, sure: bool) -> None:
        found = self.standing
        dots = found is not None and bool(found.dots)
        if sure and self.carry_out(CloseDots(self.meeting_id) if dots else CloseRound(self.meeting_id)):
            self._page = len(latest(self.session.state, self.meeting_id, self.item_id)) if dots else 0
            self.show_meeting()

    def action_cancel_round(self) -> None:
        """Throw the round away, once the person has said so."""
        found = self.standing
        if found is None:
            return
        self.app.push_screen(AskBox(planner_assess_texts.CANCEL_TITLE, planner_assess_texts.cancel(found.voted),
                                    planner_assess_texts.CANCEL_NO),
                             lambda sure: self._cancel(sure=bool(sure)))

    def _cancel(self, *, sure: bool) -> None:
        if sure:
            self.ballot.clear()
            self.carry_out(CancelRound(self.meeting_id))

    # -- rounds ----------------------------------------------------------------------------------------------------
    def action_new_round(self) -> None:
        """Choose what to score, and who may vote."""
        if self.standing is not None:
            return
        known = chosen_dimensions(self.session.state)
        before = {one.dimension for one in rounds(self.session.state, self.meeting_id, self.item_id)}
        chosen = [one.id for one in known if (one.id in before if before else one.set == FIRST_SET)]
        choices = [Choice(one.title, "", f"{one.low} {one.high}", one.id) for one in known]
        self.app.push_screen(SeveralBox(planner_assess_texts.PICK_DIMENSIONS, choices, chosen), self._voters)

    def _voters(self, chosen: list[str] | None) -> None:
        if not chosen:
            return
        order = [one.id for one in chosen_dimensions(self.session.state) if one.id in chosen]
        self._ask_voters(lambda voters: OpenScoring(self.meeting_id, self.item_id, order, voters))

    def _ask_voters(self, make: Callable[[Mapping[str, int]], ChangeCommand[str]]) -> None:
        done = rounds(self.session.state, self.meeting_id)
        before = registered(done[-1]) if done else {}

        def save(typed: Mapping[str, str], _replaces: bool) -> str:
            return self.session.do(make({kind: VotersBox.number(typed.get(kind, "")) for kind in KINDS}))

        self.app.push_screen(VotersBox(before, self._drafts, save), self._opened)

    def _opened(self, told: str | None) -> None:
        if told:
            self.told = ""
            self.ballot.clear()
        self.show_meeting()

    def action_dots(self) -> None:
        """Choose how many dots each has, and who may put them."""
        if self.standing is None:
            self.app.push_screen(MinutesBox(3, planner_assess_texts.DOTS_ASK, planner_assess_texts.DOTS_HINT),
                                 self._dot_voters)

    def _dot_voters(self, dots: int | None) -> None:
        if dots:
            self._ask_voters(lambda voters: OpenDots(self.meeting_id, self.item_id, dots, voters))

    def action_settle(self) -> None:
        """Choose a dimension, and say what the room settles on."""
        self._settling.ask()

    def show_settled(self, dimension: str, told: str | None) -> None:
        """Show the dimension that the room has settled on something about; None where it did not."""
        if told:
            self.told = told
            shown = [one.round.dimension for one in latest(self.session.state, self.meeting_id, self.item_id)]
            self._page = page_of(self._laid(), shown.index(dimension)) if dimension in shown else self._page
        self.show_meeting()

    def action_next(self) -> None:
        """Show the next dimensions."""
        self._page += 1
        self.show_meeting()

    def action_previous(self) -> None:
        """Show the dimensions before."""
        self._page -= 1
        self.show_meeting()

    def action_back(self) -> None:
        """Clear what is typed, else go back to the item; an open round stays open."""
        if self.ballot.kind:
            self.ballot.clear()
            self.show_meeting()
        else:
            super().action_back()
