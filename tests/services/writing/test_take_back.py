"""One change of the history is taken back alone: what came after it stays, and nobody's text is written over."""

from __future__ import annotations

import pytest

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.reading.change_log import change_rows
from nvplan.services.writing.commands import AddObject, SetAnswer, SetMany, SetObject, TakeBack, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.journal import taken_back
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


def test_a_later_change_of_another_field_of_the_post_stands_in_nobodys_way(session: PlanSession) -> None:
    effort = session.do(AddObject("insats", {"title": "Läkarstöd", "plans": ["gemensam"]}))
    session.do(SetObject("insats", effort, {"state": "paborjad"}))
    older = last(session)
    session.do(SetObject("insats", effort, {"spread": "pilot"}))
    session.do(SetObject("insats", effort, {"title": "Läkarstöd på särskilt boende"}))
    session.do(TakeBack(older))
    stands = session.state.objects["insats"][effort].model_dump(exclude_defaults=True)
    assert "state" not in stands, "the state went back"
    assert (stands["spread"], stands["title"]) == ("pilot", "Läkarstöd på särskilt boende")
    assert [step["field"] for step in stands["history"]] == ["spread"], "the step of the later change is left"
    session.do(Undo())
    again = session.state.objects["insats"][effort].model_dump(exclude_defaults=True)
    assert again["state"] == "paborjad"
    assert sorted(step["field"] for step in again["history"]) == ["spread", "state"]


def test_the_later_change_that_stands_in_the_way_is_named_and_is_taken_back_first(session: PlanSession) -> None:
    effort = session.do(AddObject("insats", {"title": "Läkarstöd", "plans": ["gemensam"], "state": "planerad"}))
    session.do(SetObject("insats", effort, {"state": "paborjad"}))
    older = last(session)
    session.do(SetObject("insats", effort, {"state": "avslutad"}))
    later = last(session)
    with pytest.raises(ConflictError) as told:
        session.do(TakeBack(older))
    assert "Insats ”Läkarstöd”: Läge ändrades senare" in str(told.value)
    assert "av er själva" in str(told.value)
    assert "Ta tillbaka den ändringen i Historik först. Inget är ändrat nu." in str(told.value)
    session.role = "kommun"
    with pytest.raises(ConflictError, match="av rollen samordnare"):
        session.do(TakeBack(older))
    session.do(TakeBack(later))
    session.do(TakeBack(older))
    assert session.state.objects["insats"][effort].model_dump()["state"] == "planerad"


def test_what_is_taken_back_already_is_not_taken_back_again(session: PlanSession) -> None:
    session.do(SetAnswer(STRENGTHS, "Först"))
    older = last(session)
    session.do(TakeBack(older))
    assert taken_back(session.repository.history()) == {older}
    with pytest.raises(InputError, match="redan tillbakatagen"):
        session.do(TakeBack(older))
    session.do(Undo())
    assert older not in taken_back(session.repository.history()), "what is brought back stands again"
    session.do(SetAnswer(STRENGTHS, None))
    assert session.do(TakeBack(older)) == "Där står redan det som stod före ändringen. Inget är ändrat."


def test_a_question_that_ends_in_its_own_sign_is_told_without_a_second(session: PlanSession) -> None:
    session.do(SetAnswer(OWNER, "Regiondirektör", "region"))
    told = session.do(TakeBack(last(session)))
    assert "?." not in told


def test_the_list_tells_what_changed_and_not_what_the_program_keeps_beside_it(session: PlanSession) -> None:
    efforts = [session.do(AddObject("insats", {"title": title, "plans": ["gemensam"]})) for title in ("A", "B")]
    session.do(SetObject("insats", efforts[0], {"state": "paborjad"}))
    assert change_rows(session)[0].values == "Läge: inget → Påbörjad"
    session.do(SetMany("insats", tuple(efforts), {"state": "avslutad"}))
    row = change_rows(session)[0]
    assert row.values == "Läge → Avslutad"
    assert all("Historik" not in one.values for one in change_rows(session))
