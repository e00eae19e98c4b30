"""One change of the history is taken back alone: what came after it stays, and nobody's text is written over."""

from __future__ import annotations

import pytest

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.writing.commands import AddObject, SetAnswer, SetObject, TakeBack, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

OWNER, STRENGTHS = "1.0.agare", "1.8.starker"


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def last(session: PlanSession) -> int:
    return session.repository.history()[-1]["revision"]


def test_an_older_change_goes_and_what_came_after_stays(session: PlanSession) -> None:
    session.do(SetAnswer(STRENGTHS, "Först"))
    older = last(session)
    session.do(SetAnswer(OWNER, "Vård [X] chef", "region"))
    assert "Det som har hänt efteråt står kvar." in session.do(TakeBack(older))
    assert session.state.answer(STRENGTHS).value is None
    assert session.state.answer(OWNER, "region").value == "Vård [X] chef"
    session.do(Undo())
    assert session.state.answer(STRENGTHS).value == "Först", "what was taken back comes back with undo"
    session.do(Undo())
    assert session.state.answer(OWNER, "region").value is None, "and the changes before it can still be undone"


def test_what_has_been_written_since_is_not_written_over(session: PlanSession) -> None:
    session.do(SetAnswer(STRENGTHS, "Först"))
    older = last(session)
    session.do(SetAnswer(STRENGTHS, "Sedan"))
    with pytest.raises(ConflictError):
        session.do(TakeBack(older))
    assert session.state.answer(STRENGTHS).value == "Sedan"


def test_another_role_may_take_it_back(session: PlanSession) -> None:
    session.do(SetAnswer(STRENGTHS, "Först"))
    session.role = "kommun"
    session.do(TakeBack(last(session)))
    assert session.state.answer(STRENGTHS).value is None


def test_what_something_points_at_is_not_taken_away(session: PlanSession) -> None:
    goal = session.do(AddObject("mal", {"title": "Ett mål"}))
    added = last(session)
    session.do(SetObject("insats", "", {"title": "En insats", "plans": ["gemensam"], "goals": [goal]}))
    with pytest.raises(InputError, match="En insats"):
        session.do(TakeBack(added))
    assert goal in session.state.objects["mal"]


def test_what_is_no_change_is_told(session: PlanSession) -> None:
    with pytest.raises(InputError, match="finns inte"):
        session.do(TakeBack(999))
    created = session.repository.history()[0]["revision"]
    before = session.state.revision
    with pytest.raises(InputError):
        session.do(TakeBack(created))
    assert session.state.revision == before
