"""Continuity of one patient: the worked examples to the digit, and what must hold whatever the visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvplan.services.figures.arithmetic import coc, if_moved, secon, upc
from tests.services.figures.visits import brute_coc, brute_secon, brute_upc

words = st.text("ABCDE", min_size=2, max_size=12)
days = st.lists(st.text("ABC", min_size=1, max_size=3), min_size=2, max_size=4)


def of(word: str) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return COC, UPC and SECON of visits in a known order."""
    counts = list(Counter(word).values())
    return coc(counts), upc(counts), secon([{letter: 1} for letter in word])


@pytest.mark.parametrize(("word", "expected"), [
    ("AAAAAA", ("1", "1", "1")), ("AAAABC", ("2/5", "2/3", "3/5")), ("AABAAC", ("2/5", "2/3", "2/5")),
    ("AAABBB", ("2/5", "1/2", "4/5")), ("ABABAB", ("2/5", "1/2", "0")), ("ABCDEF", ("0", "1/6", "0")),
    ("AA", ("1", "1", "1")), ("AB", ("0", "1/2", "0")), ("AAB", ("1/3", "2/3", "1/2")),
    ("AABBC", ("1/5", "2/5", "1/2"))])
def test_worked_examples(word: str, expected: tuple[str, str, str]) -> None:
    assert of(word) == tuple(Fraction(one) for one in expected)


def test_one_visit_has_no_index_and_no_visit_has_nothing() -> None:
    assert list(of("A")) == [None, 1, None]
    assert list(of("")) == [None, None, None]


@pytest.mark.parametrize(("visits", "expected"), [(2, "0"), (4, "1/3"), (6, "2/5"), (12, "5/11")])
def test_halves_grow_with_the_number_of_visits(visits: int, expected: str) -> None:
    assert coc([visits // 2, visits // 2]) == Fraction(expected)


@settings(deadline=None)
@given(words)
def test_within_bounds_and_as_counted_pair_by_pair(word: str) -> None:
    found = of(word)
    assert found[0] == brute_coc(word)
    assert found[1] == brute_upc(word)
    assert found[2] == brute_secon(word)
    assert all(one is not None and 0 <= one <= 1 for one in found)


@settings(deadline=None)
@given(words)
def test_renaming_and_turning_round_change_nothing(word: str) -> None:
    assert of(word.translate(str.maketrans("ABCDE", "VWXYZ"))) == of(word)
    assert of(word[::-1]) == of(word)


@settings(deadline=None)
@given(days)
def test_days_without_an_order_are_the_mean_over_every_order(day_words: list[str]) -> None:
    blocks = [Counter(day) for day in day_words]
    assert secon(blocks) == brute_secon(day_words)
    assert secon(blocks[::-1]) == secon(blocks)


def expected_coc(word: Sequence[str], to: str, share: Fraction) -> Fraction:
    """Return the COC to expect, by trying every choice of which visits move."""
    others = [at for at, letter in enumerate(word) if letter != to]
    found = Fraction(0)
    for chosen in range(2 ** len(others)):
        moved = list(word)
        moves = [at for place, at in enumerate(others) if chosen >> place & 1]
        for at in moves:
            moved[at] = to
        found += share ** len(moves) * (1 - share) ** (len(others) - len(moves)) * brute_coc(moved)
    return found


@settings(deadline=None, max_examples=40)
@given(st.text("ABCD", min_size=2, max_size=7), st.sampled_from("ABCDE"),
       st.fractions(0, 1, max_denominator=20))
def test_what_moving_visits_would_give_is_what_every_choice_gives(word: str, to: str, share: Fraction) -> None:
    moved = if_moved(Counter(word), to)
    pairs = len(word) * (len(word) - 1)
    assert (moved.a + moved.b * share + moved.c * share ** 2) / pairs == expected_coc(word, to, share)
    assert moved.a == brute_coc(word) * pairs
    assert moved.a + moved.b + moved.c == pairs
