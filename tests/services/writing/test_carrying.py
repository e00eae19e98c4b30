"""Next year's plan from this year's: what comes along, what is left behind, and how it is confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import InputError, PlanFileError
from nvplan.services.reading.carried import unconfirmed, unconfirmed_objects
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan


@pytest.fixture
def old(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027, rss=("Kommunerna i Kronoberg",))
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    session.do(SetAnswer("1.0.struktur", "finns"))
    session.do(SkipQuestion("1.8.starker", True))
    session.do(SetObject("insats", "sip", {"title": "SIP för alla"}))
    session.do(SetObject("mote", "m", {"title": "Startmöte"}))
    session.do(SetStanding("beslutad", "2027-03-01", "Nämnden"))
    return session


def test_answers_and_objects_come_along_marked_and_the_old_plan_is_untouched(old: PlanSession, tmp_path: Path) -> None:
    before = Path(old.address).read_bytes()
    made = carry_over(Path(old.address), tmp_path / "b.nvplan")
    state = made.session.state
    assert (state.info.year, state.info.carried_from, state.info.standing) == (2028, 2027, "utkast")
    assert (made.answers, made.objects) == (2, 1)
    assert state.answer("1.0.agare", "region").value == "chefen"
    assert state.answer("1.0.agare", "region").carried
    assert not state.answer("1.8.starker").skipped
    assert [(one.id, one.carried) for one in state.objects["insats"].values()] == [("sip", True)]
    assert not state.objects["mote"]
    assert [actor.name for actor in state.actors if actor.type == "rss"] == ["Kommunerna i Kronoberg"]
    assert Path(old.address).read_bytes() == before


def test_answering_or_confirming_takes_the_mark_away(old: PlanSession, tmp_path: Path) -> None:
    session = carry_over(Path(old.address), tmp_path / "b.nvplan").session
    assert [stop.place for stop in unconfirmed(session.state)] == ["1.0.struktur@lan", "1.0.agare@region"]
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    assert [stop.place for stop in unconfirmed(session.state)] == ["1.0.struktur@lan"]
    session.do(SetAnswer("1.0.struktur", "saknas"))
    assert not list(unconfirmed(session.state))


def test_saving_an_object_confirms_it(old: PlanSession, tmp_path: Path) -> None:
    session = carry_over(Path(old.address), tmp_path / "b.nvplan").session
    assert [one.id for one in unconfirmed_objects(session.state)] == ["sip"]
    session.do(SetObject("insats", "sip", {}))
    assert not unconfirmed_objects(session.state)
    assert session.state.objects["insats"]["sip"] == old.state.objects["insats"]["sip"]
    session.do(Undo())
    assert len(unconfirmed_objects(session.state)) == 1


def test_what_will_not_do_is_said_and_nothing_is_made(old: PlanSession, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="senare år"):
        carry_over(Path(old.address), tmp_path / "b.nvplan", 2027)
    with pytest.raises(InputError, match="Kronobergs län"):
        carry_over(Path(old.address), tmp_path / "b.nvplan", county="14")
    with pytest.raises(InputError, match="annat filnamn"):
        carry_over(Path(old.address), Path(old.address))
    with pytest.raises(PlanFileError):
        carry_over(tmp_path / "saknas.nvplan", tmp_path / "b.nvplan")
    assert not (tmp_path / "b.nvplan").exists()


def test_the_command_makes_the_plan_from_last_years(old: PlanSession, tmp_path: Path) -> None:
    done = nvplan("ny", str(tmp_path / "b"), "--fran", old.address)
    assert done.code == 0
    assert "2 svar och 1 gemensamma poster" in done.out
    assert PlanSession.open(tmp_path / "b.nvplan").state.info.year == 2028
    assert nvplan("ny", str(tmp_path / "c")).code == 2
    assert nvplan("ny", str(tmp_path / "c"), "--fran", old.address, "--rss", "x").code == 1
