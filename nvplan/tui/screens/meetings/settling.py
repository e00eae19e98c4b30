"""What the room settles on after a round, where that is otherwise than the verdict of the rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nvplan.services.meetings.scoring import Scored, latest
from nvplan.services.writing.commands_rounds import Settle
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.meetings.boxes import SettleBox
from nvplan.tui.screens.meetings.drafts import MeetingDrafts

if TYPE_CHECKING:
    from nvplan.tui.screens.meetings.assess import AssessScreen


class Settling:
    """Asks which dimension, and why the room sees it otherwise."""

    def __init__(self, screen: AssessScreen) -> None:
        self._screen = screen
        self._drafts = MeetingDrafts(screen.session, screen.meeting_id)

    def _found(self) -> list[Scored]:
        return latest(self._screen.session.state, self._screen.meeting_id, self._screen.item_id)

    def ask(self) -> None:
        """Ask which dimension it is about; say that a round must be closed first where none is."""
        found = self._found()
        if self._screen.standing is not None or not found:
            self._screen.planner.say(planner_assess_texts.NOTHING_CLOSED)
            return
        if len(found) == 1:
            self._chosen(found[0].round.id)
            return
        choices = [Choice(one.title, meeting_rounds_texts.VERDICTS[one.verdict], "", one.round.id) for one in found]
        self._screen.app.push_screen(PickBox(planner_assess_texts.PICK_SETTLE, choices), self._chosen)

    def _chosen(self, chosen: object) -> None:
        one = next((row for row in self._found() if row.round.id == chosen), None)
        if one is None:
            return

        def save(typed: Mapping[str, str], _replaces: bool) -> str:
            return self._screen.session.do(Settle(one.round.id, "oenig" if one.verdict == "enig" else "enig",
                                                  typed["reason"], typed["dissent"]))

        title = planner_assess_texts.SETTLE_TITLE[one.verdict == "enig"].format(title=one.title)
        box = SettleBox(title, one.round.id, one.round.reason, one.round.dissent, self._drafts, save)
        self._screen.app.push_screen(box, lambda told: self._screen.show_settled(one.round.dimension, told))
