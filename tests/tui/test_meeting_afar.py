"""What is projected is read from the back of a room: no line over 70 columns, no more than 12 lines."""

from __future__ import annotations

import itertools

import pytest
from textual.content import Content

from nvplan.catalog.agendas import dimensions
from nvplan.model.objects import Contribution, ScoreRound
from nvplan.services.meetings.ballots import KINDS, OpenRound
from nvplan.services.meetings.scoring import scored
from nvplan.tui.screens.meetings.ballot import Ballot
from nvplan.tui.screens.meetings.dot_ballot import DotBallot
from nvplan.tui.screens.meetings.strips import dot_rows, pages, scale, strip

ALL = tuple(one.id for one in dimensions())


def fits(rows: list[Content]) -> None:
    assert max(len(row.plain.rstrip()) for row in rows) <= 70, [row.plain for row in rows]
    assert sum(bool(row.plain.strip()) for row in rows) <= 12


@pytest.mark.parametrize("given", range(len(ALL) + 1))
def test_a_ballot(given: int) -> None:
    ballot = Ballot()
    found = OpenRound("motespunkt-1", ALL, dict.fromkeys(KINDS, 60), "2026-12-04T09:00")
    fits(ballot.rows(found, lambda one: one))
    ballot.kind, ballot.scores = "kommun", [3] * given
    fits(ballot.rows(found, lambda one: next(row.title for row in dimensions() if row.id == one)))


def test_a_ballot_of_dots() -> None:
    ballot = DotBallot()
    found = OpenRound("motespunkt-1", tuple("abcdefgh"), dict.fromkeys(KINDS, 60), "2026-12-04T09:00", dots=10)
    fits(ballot.rows(found, lambda one: f"{one} förslag med många ord " * 6))
    ballot.kind = "kommun"
    fits(ballot.rows(found, lambda one: f"{one} förslag med många ord " * 6))


@pytest.mark.parametrize("votes", [1, 4, 5, 7, 8, 12, 60, 500])
def test_strips_with_all_that_may_be_told_of_them(votes: int) -> None:
    rows = []
    for place, one in enumerate(ALL):
        counts = [0] * 6
        for _, score in zip(range(votes), itertools.cycle((place % 6, 5 - place % 6, 2))):
            counts[score] += 1
        rows.append(scored(ScoreRound(
            id=f"omgang-{place}", meeting="mote-1", dimension=one, counts=",".join(map(str, counts)), abstained=9,
            number=3, kinds=tuple(f"{kind}:100" for kind in KINDS), settled="oenig", reason="Vi är inte klara. " * 30)))
    for page in pages([strip(one, one) for one in rows]):
        fits([scale(), *(row for one in page for row in one.rows)])


@pytest.mark.parametrize(("before", "row"), [
    ((0, 0, 5, 0, 0, 0), "·       ·       ●●▵     ●●●     ·       ·"),
    ((0, 0, 5, 5, 0, 0), "·       ·       ●●     ▵●●●     ·       ·"),
    ((0, 0, 0, 0, 0, 9), "·       ·       ●●      ●●●     ·       ·▵"),
])
def test_last_time_has_a_mark_of_its_own_beside_the_votes(before: tuple[int, ...], row: str) -> None:
    now, then = (scored(ScoreRound(id="omgang-1", meeting="mote-1", dimension="person", kinds=("kommun:9",),
                                   counts=",".join(map(str, counts)))) for counts in ((0, 0, 2, 3, 0, 0), before))
    rows = [one.plain for one in strip(now, then).rows]
    assert rows[1] == row
    assert "▵ förra gången" in " ".join(rows)
    assert f"({sum(before)} röster: kommunerna)" in " ".join(rows)


def test_dots_that_are_put() -> None:
    said = [Contribution(id=f"inlagg-{number}", meeting="mote-1", text="Ett förslag " * 9, dots=number * 40)
            for number in range(8)]
    fits(dot_rows(list(enumerate(said, 1))))
