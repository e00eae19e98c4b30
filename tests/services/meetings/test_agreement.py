"""The verdict on scores: the oracles, every size of group, and the reading of a half."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.services.meetings.agreement import (
    SCORES,
    agreement,
    inside,
    is_inside,
    median,
    share_at_median,
    verdict,
)

ROOM = st.lists(st.integers(0, 5), min_size=1, max_size=60)


def counted(*scores: int) -> list[int]:
    return [scores.count(score) for score in SCORES]


def times(**votes: int) -> list[int]:
    """Return counts: `two=3` is three votes for 2."""
    names = ("zero", "one", "two", "three", "four", "five")
    return [votes.get(name, 0) for name in names]


@pytest.mark.parametrize(("counts", "at_median", "within", "found"), [
    (times(one=1, two=5, three=4, four=2), Fraction(375, 1000), Fraction(75, 100), "enig"),
    (times(zero=2, one=2, two=2, three=3, four=1, five=2), Fraction(5, 24), Fraction(5, 12), "oense"),
    (times(one=2, two=4, three=4, four=2), Fraction(1, 3), Fraction(2, 3), "oense"),
])
def test_the_oracles_of_twelve_votes_with_median_two_and_a_half(counts: list[int], at_median: Fraction,
                                                                within: Fraction, found: str) -> None:
    one = agreement(counts)
    assert one is not None
    assert (one.votes, one.median) == (12, Fraction(5, 2))
    assert share_at_median(counts) == at_median
    assert one.share_inside == within
    assert one.verdict == found


def test_two_to_five_three_times_each_is_not_agreed_and_one_more_three_makes_it_so() -> None:
    counts = times(two=3, three=3, four=3, five=3)
    one = agreement(counts)
    assert one is not None
    assert one.verdict == "oense"
    assert one.tips[0] == (3, "enig")
    assert verdict(times(two=3, three=4, four=3, five=3)) == "enig"


def test_six_ones_and_six_threes_are_split_though_all_lie_within_a_step() -> None:
    counts = times(one=6, three=6)
    assert (median(counts), inside(counts), verdict(counts)) == (Fraction(2), 12, "delat")


@pytest.mark.parametrize("count", range(1, 61))
def test_a_room_of_one_mind_is_agreed_from_five_votes(count: int) -> None:
    for score in SCORES:
        one = agreement(counted(*[score] * count))
        assert one is not None
        assert one.verdict == ("enig" if count >= 5 else "for_fa")
        assert (one.median, one.inside) == (Fraction(score), count)


@pytest.mark.parametrize("count", range(6, 61))
def test_halves_at_the_ends_are_split(count: int) -> None:
    half = count // 2
    assert verdict(counted(*[0] * half, *[5] * half)) == "delat"


def test_nobody_is_nothing() -> None:
    assert agreement([0] * 6) is None


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROOM)
def test_the_rule_as_it_is_written(scores: list[int]) -> None:
    """Told again with the votes laid out one by one and in fractions."""
    ordered = sorted(scores)
    middle = Fraction(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)
    outside = Fraction(sum(abs(score - middle) > 1 for score in scores), len(scores))
    low = Fraction(sum(score <= middle - 1 for score in scores), len(scores))
    high = Fraction(sum(score >= middle + 1 for score in scores), len(scores))
    third = Fraction(1, 3)
    if len(scores) < 5:
        wanted = "for_fa"
    elif low >= third and high >= third:
        wanted = "delat"
    else:
        wanted = "enig" if outside < third else "oense"
    assert verdict(counted(*scores)) == wanted
    assert median(counted(*scores)) == middle


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROOM)
def test_a_tip_is_true_and_none_is_missing(scores: list[int]) -> None:
    counts = counted(*scores)
    one = agreement(counts)
    assert one is not None
    tips = dict(one.tips)
    for score in SCORES:
        then = verdict(counted(*scores, score))
        assert tips.get(score, one.verdict if "for_fa" not in (one.verdict, then) else then) == then


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROOM)
def test_turned_upside_down_the_verdict_is_the_same(scores: list[int]) -> None:
    assert verdict(counted(*scores)) == verdict(counted(*(5 - score for score in scores)))


def test_with_a_half_two_scores_are_inside_and_else_three() -> None:
    assert [score for score in SCORES if is_inside(score, Fraction(5, 2))] == [2, 3]
    assert [score for score in SCORES if is_inside(score, Fraction(2))] == [1, 2, 3]
