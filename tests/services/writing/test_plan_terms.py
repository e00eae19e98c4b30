"""Until when a plan holds and when it is looked over stands once, also where two plans are written as one."""

from __future__ import annotations

import datetime as dt

import pytest

from nvplan.model.objects import PlanTerms
from nvplan.services.reading.due import due
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

#: The same fact as each of the two handlingsplaner asks for it.
SAME = {"2.17.nasta-revidering": "3.16.oversyn", "2.0.lang-sikt-slut": "3.0.galler-till",
        "2.0.revidering": "3.16.revidering", "2.0.revidering-skal": "3.16.orsak", "2.0.planagare": "3.16.vem"}
GIVEN = {"2.17.nasta-revidering": "2027-11", "2.0.lang-sikt-slut": "2031-12-31", "2.0.revidering": "mindre",
         "2.0.revidering-skal": "Åren är gamla.", "2.0.planagare": "Primärvårdsdirektören"}


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def terms(session: PlanSession) -> list[PlanTerms]:
    return [one for one in session.state.objects["planuppgift"].values() if isinstance(one, PlanTerms)]


def test_each_plan_has_its_own_until_they_are_one(session: PlanSession) -> None:
    for question, value in GIVEN.items():
        session.do(SetAnswer(question, value))
    session.do(SetAnswer("3.16.oversyn", "2028-01"))
    session.do(SetAnswer("1.17.revidering", "2027-10"))
    assert {one.plans: one.review for one in terms(session)} == {
        ("kontinuitet",): "2027-11", ("patientkontrakt",): "2028-01", ("gemensam",): "2027-10"}
    assert session.state.answer("3.16.orsak").value is None


def test_what_is_said_of_one_plan_is_not_asked_again_in_the_other(session: PlanSession) -> None:
    session.do(SetAnswer("2.0.planform", "kombinerad"))
    for question, value in GIVEN.items():
        session.do(SetAnswer(question, value))
    (one,) = terms(session)
    assert one.plans == ("kontinuitet", "patientkontrakt")
    assert one.title == "Handlingsplan för kontinuitet och patientkontrakt"
    for question, same in SAME.items():
        assert session.state.answer(same).value == session.state.answer(question).value == GIVEN[question]
    session.do(SetAnswer("3.16.oversyn", "2028-02"))
    assert session.state.answer("2.17.nasta-revidering").value == "2028-02"
    told = [day.place for day in due(session.state, dt.date(2027, 6, 1)) if day.type == "planuppgift"]
    assert told == ["planuppgift:plan-kontinuitet"] * 2


def test_two_plans_that_become_one_share_what_only_one_says_and_undo_takes_it_back(session: PlanSession) -> None:
    session.do(SetAnswer("2.17.nasta-revidering", "2027-11"))
    session.do(SetAnswer("2.0.planform", "kombinerad"))
    assert session.state.answer("3.16.oversyn").value == "2027-11"
    session.do(Undo())
    assert session.state.answer("3.16.oversyn").value is None
    assert session.state.answer("2.17.nasta-revidering").value == "2027-11"


def test_what_both_say_is_left_to_a_person_and_told(session: PlanSession) -> None:
    session.do(SetAnswer("2.17.nasta-revidering", "2027-11"))
    session.do(SetAnswer("3.16.oversyn", "2028-01"))
    session.do(SetAnswer("2.0.planform", "kombinerad"))
    assert session.state.answer("2.17.nasta-revidering").value == "2027-11"
    assert session.state.answer("3.16.oversyn").value == "2028-01"
    found = [one for one in review(session) if one.rule == "planuppgifter-tva"]
    assert [one.place for one in found] == ["planuppgift:plan-patientkontrakt"]
    session.do(SetObject("planuppgift", "plan-kontinuitet", {"plans": ["kontinuitet", "patientkontrakt"]}))
    assert not [one for one in review(session) if one.rule == "planuppgifter-tva"]
