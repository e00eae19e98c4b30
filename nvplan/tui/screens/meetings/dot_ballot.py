"""One person's dots that are being typed: how many are put, and on the screen not on what."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content

from nvplan.model.safetext import one_line
from nvplan.services.meetings.ballots import OpenRound
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.meetings.ballot import LETTERS, voting, who
from nvplan.tui.screens.meetings.view import WIDEST

#: The key of each proposal.
PROPOSAL_KEYS = "abcdefgh"


class DotBallot:
    """What one person has put."""

    def __init__(self) -> None:
        self.kind = ""
        self.put: list[str] = []

    def clear(self) -> None:
        """Forget it."""
        self.kind, self.put = "", []

    def is_whole(self, found: OpenRound) -> bool:
        """Whether it can be left: some dots may be kept back, but not all."""
        return bool(self.kind and self.put)

    def counted(self) -> dict[str, int]:
        """Return the dots by proposal."""
        return {one: self.put.count(one) for one in self.put}

    def take(self, event: events.Key, found: OpenRound) -> bool:
        """Take a key that belongs to the dots; tell whether it did."""
        typed = (event.character or "").lower()
        if not self.kind:
            self.kind = next((one for one in found.waiting if typed and LETTERS[one] == typed), "")
            return bool(self.kind)
        if event.key == "backspace":
            if self.put:
                self.put.pop()
            else:
                self.kind = ""
            return True
        place = PROPOSAL_KEYS.find(typed) if typed else -1
        if 0 <= place < len(found.dimensions) and len(self.put) < found.dots:
            self.put.append(found.dimensions[place])
            return True
        return 0 <= place < len(PROPOSAL_KEYS)

    def rows(self, found: OpenRound, title_of: Callable[[str], str]) -> list[Content]:
        """Return the open round as it is projected."""
        rows = [literal(meeting_rounds_texts.voted(found.voted, found.voters), "bold")]
        if not self.kind:
            kept = planner_assess_texts.DOTS_KEPT.format(dots=found.dots)
            return [*rows, *(literal(row) for row in textwrap.wrap(kept, WIDEST)), Content(""), *who(found)]
        left = found.dots - len(self.put)
        return [*rows, voting(self.kind), *self._proposals(found.dimensions, title_of),
                literal(planner_assess_texts.DOTS_PUT.format(dots="●" * len(self.put) + "○" * left)),
                literal(planner_assess_texts.DOTS_HOW, "$quiet")]

    @staticmethod
    def _proposals(proposals: Sequence[str], title_of: Callable[[str], str]) -> list[Content]:
        return [literal(f"{key.upper()}  {one_line(title_of(one), WIDEST - 3)}")
                for key, one in zip(PROPOSAL_KEYS, proposals, strict=False)]
