"""Levels between kommun and county, and the county where region and kommun are one body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.errors import InputError
from nvplan.model.progress import actors_of
from nvplan.services.reading.status import plan_progress
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build, shown
from tests.services.reports.counties import new_county, put

ASKED = "1.17.plan-beslut"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with a delregion of three kommuner."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "aktor", "soder", type="delregion", name="Södra Kronoberg", members=["0763", "Älmhult", "0767"])
    return session


def test_a_delregion_has_its_kommuner_and_stands_in_the_joint_plan(session: PlanSession) -> None:
    actor = session.state.actor("soder")
    assert actor is not None
    assert actor.members == ("0763", "0765", "0767")
    told = shown(build(session, "gemensam-plan"))
    assert "Delregioner" in told
    assert "Tingsryds kommun, Älmhults kommun, Markaryds kommun" in told


def test_it_owns_insatser_decides_and_gets_its_own_part(session: PlanSession) -> None:
    put(session, "insats", "team", title="Närsjukvårdsteam i söder", actor="soder", plans=["gemensam"])
    put(session, "insats", "annan", title="Bara Växjös", actor="0780", plans=["gemensam"])
    put(session, "beslut", "b", title="Genomförandeplan", actor="soder", subject="gemensam", outcome="antagen",
        date="2027", body="Delregionala nämnden")
    part = shown(build(session, "gemensam-plan", actor=session.state.actor("soder")))
    assert "Närsjukvårdsteam i söder" in part
    assert "Genomförandeplan" in part
    assert "Bara Växjös" not in part


def test_it_answers_what_the_county_puts_to_it_and_nothing_else(session: PlanSession) -> None:
    before = plan_progress(plan_form("gemensam"), session.state)
    assert "soder" not in {one.id for one in actors_of(all_questions()[ASKED], session.state.actors)}
    put(session, "aktor", "soder", asked_as=["kommun"])
    assert "soder" in {one.id for one in actors_of(all_questions()[ASKED], session.state.actors)}
    session.do(SetAnswer(ASKED, "antagen", "soder"))
    assert session.state.answer(ASKED, "soder").value == "antagen"
    assert plan_progress(plan_form("gemensam"), session.state).applicable == before.applicable


@pytest.mark.parametrize(("identity", "given", "sentence"), [
    ("soder", {"members": ["region"]}, "Region Kronoberg är ingen kommun"),
    ("p", {"type": "privat", "name": "Linden AB", "members": ["0780"]}, "Bara en delregion"),
    ("p", {"type": "privat", "name": "Linden AB", "asked_as": ["kommun"]}, "Bara en delregion"),
    ("soder", {"members": ["Ankeborg"]}, "finns inte"),
    ("soder", {"asked_as": ["skr"]}, "Får frågor som"),
])
def test_what_no_delregion_is_is_refused(session: PlanSession, identity: str, given: dict[str, Any], sentence: str
                                         ) -> None:
    with pytest.raises(InputError) as caught:
        session.do(SetObject("aktor", identity, given))
    assert sentence in str(caught.value)


def test_several_rss_are_named_by_the_county_itself(session: PlanSession) -> None:
    put(session, "aktor", "rss-2", type="rss", name="RSS Väst")
    put(session, "aktor", "rss-2", name="Västra stödstrukturen")
    asked = [one for one in all_questions().values() if one.actors == ("rss",)]
    assert {one.id for one in actors_of(asked[0], session.state.actors)} == {"rss", "rss-2"}


def test_gotland_is_never_asked_whether_its_kommun_has_an_agreement_with_its_region(tmp_path: Path) -> None:
    gotland = new_county(tmp_path / "gotland.nvplan", "09")
    for question in ("1.7.lakaravtal", "1.7.lakaravtal-till", "1.7.lakartid"):
        assert actors_of(all_questions()[question], gotland.state.actors) == []
    assert actors_of(all_questions()["1.1.beslut"], gotland.state.actors)
    with pytest.raises(InputError):
        gotland.do(SetAnswer("1.7.lakaravtal", "galler", "region"))
    assert "läkarmedverkan med regionen" not in shown(build(gotland, "gemensam-plan"))


def test_a_kommun_can_say_that_an_agreement_is_not_to_the_point(session: PlanSession) -> None:
    session.do(SetAnswer("1.7.lakaravtal", "ej-aktuellt", "0780"))
    assert session.state.answer("1.7.lakaravtal", "0780").value == "ej-aktuellt"
