"""How far a group agrees: the verdict on a round of scores from 0 to 5, worked out in whole numbers.

The rule is the program's own. From five votes: *delat* when at least a third lie at or below the median less one and
at least a third at or above the median plus one; that is looked for first. *Enig* when strictly fewer than a third lie
outside one step from the median, its ends included. Else *oense*. A median may end in a half; then the two scores
beside it are within one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

#: The scores that can be given.
SCORES = range(6)
#: Below this many votes the scores are shown and no verdict is given.
LEAST_VOTES = 5
Verdict = Literal["enig", "delat", "oense", "for_fa"]


@dataclass(frozen=True)
class Agreement:
    """What a round of scores says."""

    votes: int
    """How many gave a score; those who abstained are not among them."""
    median: Fraction
    inside: int
    """How many lie within one step from the median."""
    verdict: Verdict
    tips: tuple[tuple[int, Verdict], ...]
    """The scores with which one more vote would give another verdict, and which; the nearest to the median first."""

    @property
    def share_inside(self) -> Fraction:
        """The share within one step from the median."""
        return Fraction(self.inside, self.votes) if self.votes else Fraction(0)


def agreement(counts: Sequence[int]) -> Agreement | None:
    """Return what the scores say, from how many gave each of 0 to 5; None where nobody gave any."""
    votes = sum(counts)
    if not votes:
        return None
    middle = median(counts)
    found = verdict(counts)
    tips = []
    for score in SCORES:
        then = verdict([count + (one == score) for one, count in enumerate(counts)])
        if then != found and "for_fa" not in (then, found):
            tips.append((score, then))
    tips.sort(key=lambda tip: (abs(tip[0] - middle), tip[0]))
    return Agreement(votes, middle, inside(counts), found, tuple(tips))


def median(counts: Sequence[int]) -> Fraction:
    """Return the middle score; the mean of the two in the middle where the votes are even in number."""
    votes = sum(counts)
    return Fraction(_at(counts, (votes - 1) // 2) + _at(counts, votes // 2), 2)


def _at(counts: Sequence[int], place: int) -> int:
    """Return the score of the vote at a place, from 0, when the votes are laid in order."""
    passed = 0
    for score, count in enumerate(counts):
        passed += count
        if place < passed:
            return score
    raise ValueError(place)


def is_inside(score: int, middle: Fraction) -> bool:
    """Whether a score lies within one step from the median, its ends included."""
    return abs(score - middle) <= 1


def inside(counts: Sequence[int]) -> int:
    """Return how many lie within one step from the median."""
    middle = median(counts)
    return sum(count for score, count in enumerate(counts) if is_inside(score, middle))


def share_at_median(counts: Sequence[int]) -> Fraction:
    """Return the share that gave the median; where it ends in a half, the mean of those of the scores beside it."""
    middle = median(counts)
    beside = [count for score, count in enumerate(counts) if abs(score - middle) < 1]
    return Fraction(sum(beside), len(beside) * sum(counts))


def verdict(counts: Sequence[int]) -> Verdict:
    """Return the verdict on how many gave each score from 0 to 5."""
    votes = sum(counts)
    if votes < LEAST_VOTES:
        return "for_fa"
    middle = median(counts)
    below = sum(count for score, count in enumerate(counts) if score <= middle - 1)
    above = sum(count for score, count in enumerate(counts) if score >= middle + 1)
    if 3 * below >= votes and 3 * above >= votes:
        return "delat"
    return "enig" if 3 * (votes - inside(counts)) < votes else "oense"
