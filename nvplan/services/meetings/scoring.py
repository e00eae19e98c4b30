"""What has been scored in a meeting: the latest round on each dimension, those before it, and the last meeting's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import cast

from nvplan.catalog.agendas import dimensions
from nvplan.model.dates import date_order
from nvplan.model.meeting import Dimension
from nvplan.model.numbers import format_number
from nvplan.model.objects import Meeting, ScoreRound
from nvplan.model.plan import PlanState
from nvplan.services.meetings.agreement import Agreement, Verdict, agreement
from nvplan.services.meetings.ballots import OpenRound, open_round, row_of
from nvplan.services.meetings.course import MEETINGS, ROUNDS
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.store.journal import BALLOTS
from nvplan.texts import meeting_rounds as meeting_rounds_texts

#: The dimensions that a first round proposes.
FIRST_SET = "fokus"


@dataclass(frozen=True)
class Scored:
    """A closed round with what it says."""

    round: ScoreRound
    title: str
    """What the dimension is called."""
    counts: tuple[int, ...]
    found: Agreement | None
    """None where all abstained."""

    @property
    def verdict(self) -> Verdict:
        """The verdict of the rule; *for_fa* where nobody scored."""
        return self.found.verdict if self.found is not None else "for_fa"


def chosen_dimensions(state: PlanState) -> list[Dimension]:
    """Return the dimensions that the county may score: one that hangs on an answer only where that is given."""
    return [one for one in dimensions() if not one.question or state.answer(one.question).value == one.value]


def title_of(dimension: str) -> str:
    """Return what a dimension is called."""
    return next((one.title for one in dimensions() if one.id == dimension), dimension)


def rounds(state: PlanState, meeting: str, item: str = "") -> list[ScoreRound]:
    """Return the closed rounds of a meeting, or of one of its items, in the order in which they were held."""
    found = (cast(ScoreRound, one) for one in state.objects.get(ROUNDS, {}).values())
    chosen = (one for one in found if one.meeting == meeting and (not item or one.item == item))
    order = {one.id: place for place, one in enumerate(dimensions())}
    return sorted(chosen, key=lambda one: (one.closed, one.number, order.get(one.dimension, len(order)), one.id))


def scored(one: ScoreRound) -> Scored:
    """Return a round with what it says."""
    counts = tuple(row_of(one.counts))
    return Scored(one, title_of(one.dimension), counts, agreement(counts))


def latest(state: PlanState, meeting: str, item: str = "") -> list[Scored]:
    """Return the latest round on each dimension, in the order of the dimensions."""
    found = {one.dimension: one for one in rounds(state, meeting, item)}
    order = {one.id: place for place, one in enumerate(dimensions())}
    return [scored(found[one]) for one in sorted(found, key=lambda one: (order.get(one, len(order)), one))]


def last_time(state: PlanState, meeting: str, dimension: str) -> Scored | None:
    """Return the latest round on a dimension in any meeting before this one; None where there is none."""
    this = state.objects.get(MEETINGS, {}).get(meeting)
    if not isinstance(this, Meeting) or not this.date:
        return None
    before = []
    for one in state.objects.get(ROUNDS, {}).values():
        other = cast(ScoreRound, one)
        held = state.objects[MEETINGS].get(other.meeting)
        if (other.dimension == dimension and isinstance(held, Meeting) and held.date
                and date_order(held.date) < date_order(this.date)):
            before.append((date_order(held.date), other.closed, other.number, other))
    return scored(max(before, key=lambda row: row[:3])[3]) if before else None


def standing_round(session: OpenPlan, meeting: str) -> OpenRound | None:
    """Return the round that is open in a meeting; None where none is. What has been given in it is sealed."""
    return open_round(session.repository.get(BALLOTS, meeting))


def registered(one: ScoreRound) -> dict[str, int]:
    """Return how many of each kind of actor might vote."""
    parts = (row.partition(":") for row in one.kinds)
    return {kind: int(count) for kind, _, count in parts if count.isdecimal()}


def took_part(one: ScoreRound) -> str:
    """Return how many took part in a round, of how many: in the room, or of those who answered a survey."""
    told_as = meeting_rounds_texts.answered if one.source == "enkat" else meeting_rounds_texts.voted
    return told_as(one.voted, one.registered)


def came_later(state: PlanState, one: ScoreRound) -> int:
    """Return how many more might vote than in the round before this one in the meeting; they came in between."""
    if one.source == "enkat":
        return 0
    held = [other for other in rounds(state, one.meeting) if other.source == one.source]
    same = [other for other in held if (other.dimension, other.number) == (one.dimension, one.number - 1)]
    before = same or [other for other in held if other.opened < one.opened]
    return max(0, one.registered - before[-1].registered) if before else 0


# -- in words --------------------------------------------------------------------------------------------------------
def told(one: Scored, before: Scored | None = None, *, tips: bool = True) -> Iterator[str]:
    """Yield what a round says: median, agreement, abstentions, what one more vote would do, and the last time.

    What one more vote would do is for those who may vote again: minutes leave it out with `tips`.
    """
    found = one.found
    if found is None:
        yield meeting_rounds_texts.NOBODY
    else:
        yield meeting_rounds_texts.MEDIAN.format(median=median_text(found.median))
        if found.verdict == "for_fa":
            yield meeting_rounds_texts.FEW.format(votes=found.votes)
        elif found.verdict == "delat":
            yield _split(one.counts, found.median)
        else:
            yield _within(found)
        yield from (meeting_rounds_texts.TIP.format(score=score, verdict=meeting_rounds_texts.VERDICTS[then])
                    for score, then in found.tips[:1] if tips)
    if one.round.abstained:
        yield meeting_rounds_texts.ABSTAINED.format(count=one.round.abstained)
    if before is not None and before.found is not None:
        who = ", ".join(meeting_rounds_texts.KIND_NAMES.get(kind, kind) for kind in registered(before.round))
        yield meeting_rounds_texts.last_time(median_text(before.found.median), before.found.votes, who,
                                             survey=before.round.source == "enkat")


def median_text(median: Fraction) -> str:
    """Return a median as it is written in Swedish: 2 or 2,5."""
    return format_number(Decimal(median.numerator) / median.denominator)


def _within(found: Agreement) -> str:
    if found.median.denominator == 1:
        return meeting_rounds_texts.WITHIN.format(inside=found.inside, votes=found.votes)
    low = int(found.median)
    return meeting_rounds_texts.WITHIN_TWO.format(inside=found.inside, votes=found.votes, low=low, high=low + 1)


def _split(counts: Sequence[int], median: Fraction) -> str:
    low = max(score for score in range(6) if score <= median - 1)
    high = min(score for score in range(6) if score >= median + 1)
    return meeting_rounds_texts.SPLIT.format(below=sum(counts[:low + 1]), low=low, above=sum(counts[high:]), high=high)
