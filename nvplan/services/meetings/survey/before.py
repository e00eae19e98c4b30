"""What an export comes to beside an earlier one: nobody's answer may be had by taking the one from the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from nvplan.model.collation import fold
from nvplan.model.objects import ScoreRound
from nvplan.services.meetings.agreement import LEAST_VOTES
from nvplan.services.meetings.ballots import ABSTAINED, row_of, shown_groups
from nvplan.services.meetings.survey.taken import ScoresFound
from nvplan.texts import surveys as surveys_texts

#: Nothing like it is there; it is there already; it differs from what is there by fewer than five answers.
Beside = Literal["ny", "samma", "nara"]


def round_beside(found: ScoresFound, meeting: str, earlier: Iterable[ScoreRound]) -> Beside:
    """Return how a scale stands beside the rounds that earlier exports came to, in any meeting."""
    result: Beside = "ny"
    for one in earlier:
        if one.dimension != found.dimension or one.source != "enkat":
            continue
        came = _came([*row_of(one.counts), one.abstained], found.whole)
        if 0 < came < LEAST_VOTES:
            return "nara"
        if came == 0 and one.meeting == meeting:
            result = "samma"
    return result


def groups_beside(found: ScoresFound, earlier: Sequence[ScoreRound]) -> dict[str, list[int]]:
    """Return the kinds of actors that may be told apart; none where one of them, or the rest, differs by under five."""
    groups = shown_groups(found.counts, found.dimension)
    rest = _less(found.whole[:ABSTAINED], groups.values())
    for one in earlier:
        if one.dimension != found.dimension or one.source != "enkat" or not one.groups:
            continue
        before = {kind: row_of(counts) for kind, _, counts in (row.partition(":") for row in one.groups)}
        pairs = [(before[kind], row) for kind, row in groups.items() if kind in before]
        pairs.append((_less(row_of(one.counts), before.values()), rest))
        if any(0 < _came(old, new) < LEAST_VOTES for old, new in pairs):
            return {}
    return groups


def text_beside(text: str, standing: Mapping[str, int]) -> Beside:
    """Return how a text stands beside those that are there: `standing` has how many wrote each, by folded text."""
    base, times = surveys_texts.without_times(text)
    before = standing.get(fold(base))
    if before is None:
        return "ny"
    if times == before:
        return "samma"
    return "nara" if 0 < abs(times - before) < LEAST_VOTES else "ny"


def standing_texts(texts: Iterable[str]) -> dict[str, int]:
    """Return how many wrote each of the texts that are there, by folded text."""
    found = (surveys_texts.without_times(one) for one in texts)
    return {fold(base): times for base, times in found}


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
