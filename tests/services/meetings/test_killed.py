"""A program that is killed in the middle of a meeting: what was acknowledged is there, and the meeting goes on."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from nvplan.services.meetings.course import contributions
from nvplan.services.meetings.scoring import rounds, standing_round
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute
from nvplan.services.writing.commands_rounds import CastBallot, CloseRound, OpenScoring
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


def _go_on_until_killed(path: Path, pipe: int) -> None:
    """Run in the child; never returns. Votes and writes by turns, and tells of each when it is acknowledged."""
    try:
        with PlanSession.open(path) as session:
            for number in range(100_000):
                session.do(CastBallot("mote-1", "kommun", (number % 6,)))
                os.write(pipe, b"v")
                session.do(Contribute("mote-1", f"nr {number}", "motespunkt-1"))
                os.write(pipe, b"c")
    finally:
        os._exit(1)


@pytest.mark.parametrize("after", [1, 4, 7, 12, 25])
def test_killed_in_the_middle_of_a_round_and_continued(tmp_path: Path, after: int) -> None:
    path = tmp_path / "plan.nvplan"
    with create_plan(path, "07", 2027) as session:
        session.do(BeginMeeting("Möte", "2026-12-04"))
        session.do(AddItem("mote-1", {"title": "Punkt"}))
        session.do(OpenScoring("mote-1", "motespunkt-1", ("person",), {"kommun": 400}))
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _go_on_until_killed(path, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += pipe.read()
    votes, said = told.count(b"v"), told.count(b"c")
    with PlanSession.open(path) as session:
        found = standing_round(session, "mote-1")
        assert found is not None
        assert found.voted in (votes, votes + 1)
        assert len(contributions(session.state, "mote-1")) in (said, said + 1)
        session.do(CastBallot("mote-1", "kommun", (5,)))
        session.do(CloseRound("mote-1"))
        assert rounds(session.state, "mote-1")[0].voted == found.voted + 1
