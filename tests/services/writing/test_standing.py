"""The plan's standing: what a decision needs, and that it leaves the decided text to compare with."""

from __future__ import annotations

import pytest

from nvplan.model.errors import InputError
from nvplan.services.reading.snapshots import last_decision, since_decision, snapshots
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


@pytest.mark.parametrize(("date", "body", "part"), [
    ("", "Samverkansnämnden", "vilken dag"), ("2027-03", "Samverkansnämnden", "2027-03-01"),
    ("igår", "Samverkansnämnden", "inget datum"), ("2027-02-30", "Samverkansnämnden", "finns inte"),
    ("2027-03-01", " ", "vilket organ"), ("2027-03-01", "x" * 201, "201 tecken")])
def test_a_decision_needs_its_day_and_its_body(session: PlanSession, date: str, body: str, part: str) -> None:
    with pytest.raises(InputError, match=part):
        session.do(SetStanding("beslutad", date, body))
    assert session.state.info.standing == "utkast"
    assert snapshots(session) == []


def test_a_decision_freezes_the_text_so_that_later_changes_show(session: PlanSession) -> None:
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    assert "sparad som den ser ut nu" in session.do(SetStanding("beslutad", "1 mars 2027", "Samverkansnämnden"))
    info = session.state.info
    assert (info.standing, info.standing_date, info.standing_body) == ("beslutad", "2027-03-01", "Samverkansnämnden")
    decided = last_decision(session)
    assert decided is not None
    assert decided.name == "Beslutad 2027-03-01 Samverkansnämnden"
    assert since_decision(session) == []
    session.do(SetAnswer("1.0.agare", "direktören", "region"))
    found = since_decision(session)
    assert [(one.left, one.right) for one in found] == [("chefen", "direktören")]


def test_a_decision_the_same_day_again_is_frozen_beside_the_first(session: PlanSession) -> None:
    session.do(SetStanding("beslutad", "2027-03-01", "Nämnden"))
    session.do(SetStanding("beslutad", "2027-03-01", "Nämnden"))
    assert len(snapshots(session)) == 1
    session.do(SetStanding("utkast"))
    session.do(SetStanding("beslutad", "2027-03-01", "Nämnden"))
    assert [one.name for one in snapshots(session)] == ["Beslutad 2027-03-01 Nämnden", "Beslutad 2027-03-01 Nämnden 2"]
    decided = last_decision(session)
    assert decided is not None
    assert decided.name.endswith("2")


def test_a_remiss_needs_neither(session: PlanSession) -> None:
    session.do(SetStanding("remiss"))
    assert session.state.info.standing == "remiss"
