"""Dots on proposals: hidden until the round is closed, ties shown as ties, and never from whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.meetings.course import contributions, dotted, find_meeting
from nvplan.services.meetings.scoring import standing_round
from nvplan.services.meetings.telling import meeting_json
from nvplan.services.writing.commands import Undo
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute, Group
from nvplan.services.writing.commands_rounds import (
    CancelRound,
    CastBallot,
    CastDots,
    CloseDots,
    CloseRound,
    OpenDots,
    OpenScoring,
)
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

ITEM = "motespunkt-1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "plan.nvplan"
    with create_plan(found, "07", 2027) as session:
        session.do(BeginMeeting("Prioritera", "2026-12-04"))
        session.do(AddItem("mote-1", {"title": "Vad gör vi först?"}))
        session.do(Contribute("mote-1", "Läkarlinje\nProver hemma\nRehab\nRehab i glesbygd", ITEM))
        session.do(Group("inlagg-4"))
    return found


@pytest.fixture
def session(path: Path) -> PlanSession:
    return PlanSession.open(path)


def put(session: PlanSession, kind: str, **dots: int) -> str:
    return session.do(CastDots("mote-1", kind, {name.replace("_", "-"): count for name, count in dots.items()}))


def test_dots_are_hidden_until_closed_and_ties_share_a_place(session: PlanSession) -> None:
    session.do(OpenDots("mote-1", ITEM, 3, {"kommun": 3, "region": 1}))
    assert put(session, "kommun", inlagg_1=2, inlagg_2=1) == "1 av 4 har röstat"
    put(session, "kommun", inlagg_2=1)
    put(session, "region", inlagg_3=3)
    told = json.dumps(meeting_json(session, find_meeting(session.state, "mote-1")))
    assert '"dots": 3' in told
    assert all(one.dots is None for one in contributions(session.state, "mote-1"))
    before = len(session.repository.history())
    assert session.do(CloseDots("mote-1")) == "Omgången är stängd. 3 av 4 har röstat."
    assert len(session.repository.history()) == before + 1
    assert [(place, one.text, one.dots) for place, one in dotted(session.state, ITEM)] == [
        (1, "Rehab", 3), (2, "Läkarlinje", 2), (2, "Prover hemma", 2)]
    session.do(Undo())
    assert dotted(session.state, ITEM) == []


def test_a_new_round_takes_the_place_of_the_last_ones_dots(session: PlanSession) -> None:
    for given in ({"inlagg_1": 1}, {"inlagg_2": 1}):
        session.do(OpenDots("mote-1", ITEM, 1, {"kommun": 1}))
        put(session, "kommun", **given)
        session.do(CloseDots("mote-1"))
    assert [(one.text, one.dots) for _, one in dotted(session.state, ITEM)] == [
        ("Prover hemma", 1), ("Läkarlinje", 0), ("Rehab", 0)]


def test_what_cannot_be_put_is_refused_and_nothing_is_lost(session: PlanSession) -> None:
    for dots, voters, told in ((0, {"kommun": 3}, "1 till 10"), (3, {}, "Ingen är anmäld")):
        with pytest.raises(InputError, match=told):
            session.do(OpenDots("mote-1", ITEM, dots, voters))
    session.do(OpenDots("mote-1", ITEM, 2, {"kommun": 1}))
    with pytest.raises(InputError, match="har 2 prickar"):
        put(session, "kommun", inlagg_1=2, inlagg_2=1)
    with pytest.raises(InputError, match="bara på förslagen"):
        put(session, "kommun", inlagg_4=1)
    with pytest.raises(InputError, match="Ingen därifrån är anmäld"):
        put(session, "region", inlagg_1=1)
    with pytest.raises(InputError, match="Ingen har röstat"):
        session.do(CloseDots("mote-1"))
    for wrong in (CloseRound("mote-1"), CastBallot("mote-1", "kommun", (1,))):
        with pytest.raises(InputError, match="Ingen omgång är öppen"):
            session.do(wrong)
    with pytest.raises(ConflictError):
        session.do(OpenScoring("mote-1", ITEM, ("person",), {"kommun": 1}))
    session.do(CancelRound("mote-1"))
    assert standing_round(session, "mote-1") is None
    session.do(AddItem("mote-1", {"title": "Tom"}))
    with pytest.raises(InputError, match="har 0 förslag"):
        session.do(OpenDots("mote-1", "motespunkt-2", 3, {"kommun": 1}))
    session.do(Contribute("mote-1", "\n".join("abcdefghi"), "motespunkt-2"))
    with pytest.raises(InputError, match="har 9 förslag"):
        session.do(OpenDots("mote-1", "motespunkt-2", 3, {"kommun": 1}))


def test_what_is_put_cannot_be_read_in_the_file_before_the_round_is_closed(session: PlanSession, path: Path) -> None:
    session.do(OpenDots("mote-1", ITEM, 3, {"kommun": 3}))
    before = json.loads(path.read_bytes())["rostomgangar"]["1"]
    put(session, "kommun", inlagg_2=3)
    after = json.loads(path.read_bytes())["rostomgangar"]["1"]
    assert {name for name in after if after[name] != before[name]} == {"cast", "sealed"}
    assert len(after["sealed"]) == len(before["sealed"])


def test_by_command_and_in_the_protocol(path: Path, tmp_path: Path) -> None:
    def mote(*words: str, **fields: object) -> str:
        done = nvplan("mote", str(path), "mote-1", *words, stdin=json.dumps(fields))
        assert done.code == 0, done.err
        return done.out

    mote("prickar", "1", dots=2, voters={"kommun": 2})
    mote("rosta", kind="kommun", dots={"inlagg-1": 2})
    assert mote("rosta", kind="kommun", dots={"inlagg-1": 1, "inlagg-3": 1}) == "2 av 2 har röstat\n"
    mote("stang")
    done = nvplan("exportera", str(path), "protokoll", "--mote", "mote-1", "--format", "md",
                  "--till", str(tmp_path / "ut"))
    assert done.code == 0
    minutes = next((tmp_path / "ut").iterdir()).read_text(encoding="utf-8")
    assert "Läkarlinje (3 prickar)" in minutes
    assert "Prover hemma (0 prickar)" in minutes
