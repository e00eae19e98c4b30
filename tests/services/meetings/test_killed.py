"""A program that is killed in the middle of a meeting: what was acknowledged is there, and the meeting goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from nvplan.services.meetings.course import contributions, kept_draft
from nvplan.services.meetings.scoring import rounds, standing_round
from nvplan.services.writing.commands import Undo
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute, KeepDraft
from nvplan.services.writing.commands_rounds import CastBallot, CloseRound, OpenScoring
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


def _killed(path: Path, work: Callable[[Path, int], None], after: int) -> bytes:
    """Let a child work on a plan, kill it when it has told so many bytes, and return all that it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(path, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return told + pipe.read()


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
    told = _killed(path, _go_on_until_killed, after)
    votes, said = told.count(b"v"), told.count(b"c")
    with PlanSession.open(path) as session:
        found = standing_round(session, "mote-1")
        assert found is not None
        assert found.voted in (votes, votes + 1)
        assert len(contributions(session.state, "mote-1")) in (said, said + 1)
        session.do(CastBallot("mote-1", "kommun", (5,)))
        session.do(CloseRound("mote-1"))
        assert rounds(session.state, "mote-1")[0].voted == found.voted + 1


def _type_until_killed(path: Path, pipe: int) -> None:
    """Run in the child; never returns. Keeps a longer draft each time, and tells of it when it is on disk."""
    try:
        with PlanSession.open(path) as session:
            for number in range(1, 100_000):
                session.do(KeepDraft("mote-1", "enig:motespunkt-1", {"agreed": "x" * number, "dissent": "Växjö"}))
                os.write(pipe, b"d")
    finally:
        os._exit(1)


@pytest.mark.parametrize("after", [1, 5, 17])
def test_killed_while_a_decision_is_typed_and_the_text_is_there(tmp_path: Path, after: int) -> None:
    path = tmp_path / "plan.nvplan"
    with create_plan(path, "07", 2027) as session:
        session.do(BeginMeeting("Möte", "2026-12-04"))
        session.do(AddItem("mote-1", {"title": "Punkt"}))
        session.do(KeepDraft("mote-1", "oenig:motespunkt-1", {"dissent": "Regionen"}))
        entries = len(session.repository.history())
    told = _killed(path, _type_until_killed, after)
    with PlanSession.open(path) as session:
        found = kept_draft(session, "mote-1", "enig:motespunkt-1")
        assert len(found["agreed"]) in (len(told), len(told) + 1)
        assert found["dissent"] == "Växjö"
        assert kept_draft(session, "mote-1", "oenig:motespunkt-1") == {"dissent": "Regionen"}
        assert len(session.repository.history()) == entries  # what nobody has decided is no change of the plan
        session.do(KeepDraft("mote-1", "enig:motespunkt-1", {}))
        assert not kept_draft(session, "mote-1", "enig:motespunkt-1")
        session.do(Undo())
        assert kept_draft(session, "mote-1", "oenig:motespunkt-1") == {"dissent": "Regionen"}
