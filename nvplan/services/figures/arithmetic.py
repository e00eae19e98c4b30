"""Continuity of one patient, as exact numbers; what each measure says and when it says nothing.

Notation: a patient has N visits in the window, nᵢ of them to provider i. What is not defined is None, never 0.
Sources: Bice and Boxerman 1977 (COC), Breslau and Reeb 1975 (UPC), Steinwachs 1979 (SECON).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

#: How many visits to each provider on a day, or at a time, whose inner order nobody knows.
Block = Mapping[Any, int]
#: With fewer visits there is no pair to compare, and COC and SECON are not defined.
FEWEST_FOR_PAIRS = 2


def same_pairs(counts: Sequence[int]) -> int:
    """Return twice the number of pairs of visits that went to the same provider: Σnᵢ² − N."""
    return sum(count * (count - 1) for count in counts)


def coc(counts: Sequence[int]) -> Fraction | None:
    """Return COC (Bice–Boxerman): (Σnᵢ² − N) / (N(N − 1)), from 0 to 1; None for fewer than two visits."""
    visits = sum(counts)
    return Fraction(same_pairs(counts), visits * (visits - 1)) if visits >= FEWEST_FOR_PAIRS else None


def upc(counts: Sequence[int]) -> Fraction | None:
    """Return UPC: the share of the visits that went to the provider seen most; None without visits."""
    return Fraction(max(counts), sum(counts)) if sum(counts) else None


def repeated(blocks: Sequence[Block]) -> Fraction:
    """Return how many visits went to the provider of the visit before, as the mean over the orders that are possible.

    Within a block of m visits two neighbours are any two of it: Σk(k − 1)/m neighbours are alike. Between two blocks
    the last of the one and the first of the other are any of each.
    """
    found = Fraction(0)
    before: Block = {}
    for block in blocks:
        size = sum(block.values())
        found += Fraction(sum(count * (count - 1) for count in block.values()), size)
        if before:
            alike = sum(before.get(provider, 0) * count for provider, count in block.items())
            found += Fraction(alike, sum(before.values()) * size)
        before = block
    return found


def secon(blocks: Sequence[Block]) -> Fraction | None:
    """Return SECON: the share of the visits after the first that went to the same provider as the visit before.

    None for fewer than two visits. `blocks` are in order of time; visits whose order nobody knows share a block.
    """
    visits = sum(sum(block.values()) for block in blocks)
    return repeated(blocks) / (visits - 1) if visits >= FEWEST_FOR_PAIRS else None


@dataclass(frozen=True)
class Moved:
    """Twice the expected pairs with the same provider as a polynomial of the share that moves: a + bq + cq²."""

    a: int
    b: int
    c: int


def if_moved(counts: Mapping[Any, int], to: object) -> Moved:
    """Return what becomes of the pairs if each visit to any other than `to` goes to `to` with probability q.

    Two visits to `to` stay a pair; one to `to` and one other become one with probability q; two to the same other stay
    one if both or neither move; two to different others become one if both move. Divided by N(N − 1) it is the COC that
    the patient can then expect: with q = 0 the COC there is, with q = 1 it is 1.
    """
    own = counts.get(to, 0)
    others = sum(counts.values()) - own
    alike = same_pairs([count for provider, count in counts.items() if provider != to])
    every = others * (others - 1)
    return Moved(own * (own - 1) + alike, 2 * own * others - 2 * alike, every + alike)
