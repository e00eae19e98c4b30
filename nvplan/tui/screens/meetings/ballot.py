"""A ballot that is being typed: dots on the screen, and nowhere else until it is left."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from textual import events
from textual.content import Content

from nvplan.catalog.agendas import dimensions
from nvplan.services.meetings.agreement import SCORES
from nvplan.services.meetings.ballots import KINDS, OpenRound
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.meetings.view import WIDEST

#: The letter that says from where a vote comes, by kind of actor.
LETTERS = dict(zip(KINDS, planner_assess_texts.LETTERS, strict=True))


def who(found: OpenRound) -> list[Content]:
    """Return the question of who votes, with the letters of those who have votes left; where all have, what is next."""
    if not found.waiting:
        return [literal(planner_assess_texts.ALL_VOTED, "bold")]
    names = "   ".join(f"{LETTERS[kind].upper()} {meeting_rounds_texts.KIND_LABELS[kind]}" for kind in found.waiting)
    return [literal(planner_assess_texts.WHO, "bold"), *(literal(row) for row in textwrap.wrap(names, WIDEST))]


def voting(kind: str) -> Content:
    """Return from where the ballot that is being typed comes."""
    return literal(planner_assess_texts.VOTING.format(kind=meeting_rounds_texts.KIND_LABELS[kind]), "$quiet")


class Ballot:
    """What one person has typed."""

    def __init__(self) -> None:
        self.kind = ""
        self.scores: list[int | None] = []

    def clear(self) -> None:
        """Forget it."""
        self.kind, self.scores = "", []

    def is_whole(self, found: OpenRound) -> bool:
        """Whether every dimension has a score or an abstention."""
        return bool(self.kind) and len(self.scores) == len(found.dimensions)

    def take(self, event: events.Key, found: OpenRound) -> bool:
        """Take a key that belongs to the ballot; tell whether it did."""
        typed = (event.character or "").lower()
        if not self.kind:
            kind = next((one for one in found.waiting if typed and LETTERS[one] == typed), "")
            self.kind = kind
            return bool(kind)
        if event.key == "backspace":
            if self.scores:
                self.scores.pop()
            else:
                self.kind = ""
            return True
        if len(self.scores) >= len(found.dimensions):
            return False
        if typed.isdecimal() and int(typed) in SCORES:
            self.scores.append(int(typed))
            return True
        if typed in planner_assess_texts.ABSTAIN_KEYS:
            self.scores.append(None)
            return bool(typed)
        return False

    def rows(self, found: OpenRound, title_of: Callable[[str], str]) -> list[Content]:
        """Return the open round as it is projected: how many have voted, what is kept, and what is to be typed."""
        rows = [literal(meeting_rounds_texts.voted(found.voted, found.voters), "bold"), Content("")]
        if not found.voted:
            rows += [literal(row) for row in textwrap.wrap(planner_assess_texts.KEPT, WIDEST)]
            rows.append(Content(""))
        if not self.kind:
            return [*rows, *who(found)]
        return [*rows, voting(self.kind), *self._asked(found, title_of)]

    def _asked(self, found: OpenRound, title_of: Callable[[str], str]) -> list[Content]:
        count, given = len(found.dimensions), len(self.scores)
        dots = literal("●" * given + "○" * (count - given))
        if given == count:
            return [literal(planner_assess_texts.WHOLE, "bold"), dots]
        dimension = found.dimensions[given]
        told = next((one for one in dimensions() if one.id == dimension), None)
        rows = [literal(planner_assess_texts.DIMENSION.format(number=given + 1, count=count, title=title_of(dimension)),
                        "bold")]
        if told is not None:
            rows += [literal(planner_assess_texts.LOW.format(text=told.low)),
                     literal(planner_assess_texts.HIGH.format(text=told.high))]
        return [*rows, dots, literal(planner_assess_texts.HOW, "$quiet")]
