"""What an export comes to beside earlier ones: nobody's answer may be had by taking the one from the other.

What was taken in and undone counts too, as long as the history tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nvplan.model.collation import fold
from nvplan.model.objects import ScoreRound
from nvplan.services.meetings.agreement import LEAST_VOTES
from nvplan.services.meetings.ballots import ABSTAINED, row_of, shown_groups
from nvplan.services.meetings.course import CONTRIBUTIONS, ROUNDS
from nvplan.services.meetings.survey.taken import ScoresFound
from nvplan.store.journal import Body
from nvplan.store.repository import Repository
from nvplan.texts import surveys as surveys_texts

#: Nothing like it is there; it is there already; it differs from what is there, or was, by fewer than five answers.
Beside = Literal["ny", "samma", "nara"]


@dataclass(frozen=True)
class Earlier:
    """What a plan has of surveys: what stands, and what the history tells has stood."""

    standing: tuple[ScoreRound, ...]
    ever: tuple[ScoreRound, ...]
    said: tuple[Body, ...]
    """The contributions that stand."""
    ever_said: tuple[Body, ...]


def earlier_in(plan: Repository) -> Earlier:
    """Return what a plan has of surveys."""
    standing = [ScoreRound.model_validate(one) for one in plan.list(ROUNDS)]
    gone = {identity: ScoreRound.model_validate({**body, "id": identity}) for identity, body in _told(plan, ROUNDS)}
    said = plan.list(CONTRIBUTIONS)
    ever = {**gone, **{one.id: one for one in standing}}
    return Earlier(tuple(one for one in standing if one.source == "enkat"),
                   tuple(one for one in ever.values() if one.source == "enkat"), tuple(said),
                   (*said, *(body for _, body in _told(plan, CONTRIBUTIONS))))


def _told(plan: Repository, table: str) -> Iterator[tuple[str, Body]]:
    """Yield the documents of a table that the history tells were added or taken away, with their ids."""
    for entry in plan.history():
        for change in entry.get("changes", []):
            if change["table"] == table and not change["path"]:
                for body in (change.get("before"), change.get("after")):
                    if isinstance(body, dict):
                        yield change["id"], body


def round_beside(found: ScoresFound, meeting: str, earlier: Earlier) -> Beside:
    """Return how a scale stands beside the rounds that earlier exports came to, in any meeting."""
    ever = [one for one in earlier.ever if one.dimension == found.dimension]
    if any(0 < _came([*row_of(one.counts), one.abstained], found.whole) < LEAST_VOTES for one in ever):
        return "nara"
    same = (one for one in earlier.standing if (one.dimension, one.meeting) == (found.dimension, meeting))
    return "samma" if any(_came([*row_of(one.counts), one.abstained], found.whole) == 0 for one in same) else "ny"


def groups_beside(found: ScoresFound, earlier: Earlier) -> dict[str, list[int]]:
    """Return the kinds of actors that may be told apart; none where one of them, or the rest, differs by under five."""
    groups = shown_groups(found.counts, found.dimension)
    rest = _less(found.whole[:ABSTAINED], groups.values())
    for one in earlier.ever:
        if one.dimension != found.dimension or not one.groups:
            continue
        before = {kind: row_of(counts) for kind, _, counts in (row.partition(":") for row in one.groups)}
        pairs = [(before[kind], row) for kind, row in groups.items() if kind in before]
        pairs.append((_less(row_of(one.counts), before.values()), rest))
        if any(0 < _came(old, new) < LEAST_VOTES for old, new in pairs):
            return {}
    return groups


def text_beside(text: str, item: str, earlier: Earlier) -> Beside:
    """Return how a text stands beside those under the same item; how many wrote it counts as scores do."""
    base, times = surveys_texts.without_times(text)
    if any(0 < abs(times - before) < LEAST_VOTES for before in _counts(base, item, earlier.ever_said)
           if max(times, before) > 1):
        return "nara"
    return "samma" if times in _counts(base, item, earlier.said) else "ny"


def _counts(base: str, item: str, said: Iterable[Body]) -> Iterator[int]:
    for one in said:
        other, times = surveys_texts.without_times(str(one.get("text", "")))
        if one.get("item") == item and fold(other) == fold(base):
            yield times


def _came(old: Sequence[int], new: Sequence[int]) -> int:
    """Return how many answers stand in one row of counts and not in the other, whichever has more."""
    pairs = list(zip(old, new, strict=True))
    return max(sum(max(0, after - before) for before, after in pairs),
               sum(max(0, before - after) for before, after in pairs))


def _less(whole: Sequence[int], parts: Iterable[Sequence[int]]) -> list[int]:
    left = list(whole)
    for row in parts:
        left = [one - other for one, other in zip(left, row, strict=True)]
    return left
