"""What was given on a scale, as scores from 0 to 5. Nothing is shifted in silence: what is not certain is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nvplan.model.collation import fold
from nvplan.model.meeting import Dimension
from nvplan.services.meetings.agreement import SCORES
from nvplan.texts import surveys as surveys_texts

#: `4`, `4,0`, `4 - ord`, `4. ord`, `4 = ord`, `4 ord`.
_LEADING = re.compile(r"^(\d{1,3})(?:[.,]0+)?(?!\s*[-–—]\s*\d)(?:$|(?=\s*[^\s\d.,]|[.,]\s*\D|\s))")
#: `ord (4)`.
_TRAILING = re.compile(r"^\D.*\((\d{1,3})\)$")
#: A number that is no score: it has decimals, is negative or long.
_NUMBER = re.compile(r"^[-−+]?\d+(?:[.,]\d+)?$")
_HIGHEST = max(SCORES)


@dataclass(frozen=True)
class Scale:
    """How the answers of a column are read."""

    scores: Mapping[str, int | None] = field(default_factory=dict)
    """By what was given, folded; None is an abstention."""
    asked_zero: bool = False
    """Whether it must be said which number is 0."""
    asked: tuple[str, ...] = ()
    """The labels whose scores must be said, as they were given."""
    range: tuple[int, int] = (0, 0)
    """The lowest and the highest number that was given, where its 0 is asked for."""
    fault: str = ""
    """What was given that is no score; empty where all is."""

    @property
    def is_known(self) -> bool:
        """Whether every answer is read."""
        return not (self.asked_zero or self.asked or self.fault)


def number_in(given: str) -> int | None:
    """Return the number that an answer on a scale begins with or has in brackets at its end; None where it has none."""
    found = _LEADING.match(given.strip()) or _TRAILING.match(given.strip())
    return int(found[1]) if found is not None else None


def abstains(given: str) -> bool:
    """Whether an answer says that the person abstains."""
    return fold(given).strip(" .") in surveys_texts.ABSTAINS


def looks_like_scale(values: Sequence[str]) -> bool:
    """Whether what stands in a column may be scores: numbers from 0 to 6, alone or before a word."""
    given = [one for one in values if one and not abstains(one)]
    numbers = [number_in(one) for one in given]
    return bool(given) and all(one is not None and one <= _HIGHEST + 1 for one in numbers)


def has_zero(values: Sequence[str]) -> bool:
    """Whether a column tells that its scale begins at 0: somebody gave it, or a label of ours stands there."""
    return any(number_in(one) == 0 for one in values if one)


def read_scale(values: Sequence[str], said: Mapping[str, int | None], zero: int | None, *, begins_at_zero: bool,
               dimension: Dimension | None = None) -> Scale:
    """Return how a column is read.

    Args:
        values: what was given; empty is no answer.
        said: the scores of labels that the person has said, by folded label.
        zero: the number that the person says is 0.
        begins_at_zero: whether the file shows elsewhere that its scales begin at 0.
        dimension: what is scored, whose own words for 0 and 5 are known.
    """
    known: dict[str, int | None] = dict(said)
    if dimension is not None:
        known = {fold(dimension.low): 0, fold(dimension.high): _HIGHEST, **known}
    given = list(dict.fromkeys(one for one in values if one))
    scores: dict[str, int | None] = {}
    numbers: dict[str, int] = {}
    labels: list[str] = []
    for one in given:
        folded, number = fold(one), number_in(one)
        if folded in known:
            scores[folded] = known[folded]
        elif abstains(one):
            scores[folded] = None
        elif number is not None:
            numbers[folded] = number
        else:
            labels.append(one)
    if odd := [one for one in labels if _NUMBER.match(one)]:
        return Scale(scores, fault=surveys_texts.OUT_OF_RANGE.format(value=odd[0]))
    if labels:
        return Scale(scores, asked=tuple(labels))
    return _with_numbers(scores, numbers, zero, begins_at_zero=begins_at_zero or _names_ours(given, dimension))


def _names_ours(given: Sequence[str], dimension: Dimension | None) -> bool:
    """Whether a number stands before words of ours, so that it can only be the score that we gave it."""
    if dimension is None:
        return False
    ours = {0: fold(dimension.low), _HIGHEST: fold(dimension.high)}
    return any(number in ours and ours[number] in fold(one) for one in given for number in (number_in(one),)
               if number is not None)


def _with_numbers(scores: dict[str, int | None], numbers: Mapping[str, int], zero: int | None, *,
                  begins_at_zero: bool) -> Scale:
    if not numbers:
        return Scale(scores)
    low, high = min(numbers.values()), max(numbers.values())
    if zero is not None:
        if low >= zero and high - zero <= _HIGHEST:
            return Scale({**scores, **{one: number - zero for one, number in numbers.items()}})
        if high <= zero and zero - low <= _HIGHEST:
            return Scale({**scores, **{one: zero - number for one, number in numbers.items()}})
        return Scale(scores, fault=surveys_texts.ZERO_MISFIT.format(zero=zero, low=low, high=high))
    if high > _HIGHEST + 1 or (low == 0 and high > _HIGHEST) or (begins_at_zero and high > _HIGHEST):
        return Scale(scores, fault=surveys_texts.OUT_OF_RANGE.format(value=high))
    if low == 0 or begins_at_zero:
        return Scale({**scores, **numbers})
    return Scale(scores, asked_zero=True, range=(low, high))
