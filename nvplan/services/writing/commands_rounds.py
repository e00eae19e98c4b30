"""Commands about scoring in a meeting: a round is opened, voted in, closed and settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nvplan.services.meetings.survey.taken import Survey
from nvplan.services.writing.commands import Command


@dataclass(frozen=True)
class OpenScoring(Command[str]):
    """Open a round of scoring under an item; there is one at a time in a meeting."""

    meeting: str
    item: str
    dimensions: Sequence[str]
    voters: Mapping[str, int]
    """How many may vote, by kind of actor. Who comes later counts from the next round."""


@dataclass(frozen=True)
class CastBallot(Command[str]):
    """Count one person's scores; what is kept is a count per score and kind of actor."""

    meeting: str
    kind: str
    scores: Sequence[int | None]
    """One for each of the round's dimensions, in order; None abstains, which is not 0."""


@dataclass(frozen=True)
class CloseRound(Command[str]):
    """Close the open round: its scores are shown from now on."""

    meeting: str


@dataclass(frozen=True)
class CancelRound(Command[str]):
    """Throw the open round away without showing anything of it."""

    meeting: str


@dataclass(frozen=True)
class Settle(Command[str]):
    """Say what the room settles on after a round, with the reason; the verdict of the rule is kept beside it."""

    round: str
    settled: Literal["", "enig", "oenig"]
    reason: str
    dissent: str = ""


@dataclass(frozen=True)
class OpenDots(Command[str]):
    """Open a round of dots on the proposals of an item: those that head its groups."""

    meeting: str
    item: str
    dots: int
    """How many each person has."""
    voters: Mapping[str, int]


@dataclass(frozen=True)
class CastDots(Command[str]):
    """Count one person's dots by proposal; some may be kept back."""

    meeting: str
    kind: str
    dots: Mapping[str, int]


@dataclass(frozen=True)
class CloseDots(Command[str]):
    """Close the round of dots: they stand with the proposals from now on."""

    meeting: str


@dataclass(frozen=True)
class TakeInSurvey(Command[str]):
    """Take the answers of a survey in: each scale becomes a closed round, each text a contribution."""

    meeting: str
    survey: Survey
    item: str = ""
    """The item that the rounds stand under; empty is the first one that scores."""
