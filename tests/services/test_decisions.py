"""Decisions as they are made: on condition that others adopt, with changes, and one for many kommuner at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.model.errors import InputError
from nvplan.model.objects import Decision
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.conditions import condition_of, has_adopted, may_share
from nvplan.services.reading.object_rows import headings, rows_of
from nvplan.services.writing.commands import SetAnswer, SetEach, SetObject, SpreadDecision, Undo
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build, shown
from tests.services.reports.counties import new_county, put

KOMMUNER = ("0760", "0761", "0763", "0764", "0765", "0767", "0780", "0781")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county whose region has adopted its plan provided that every kommun also does."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "beslut", "region", title="Gemensam plan, Region Kronoberg", subject="gemensam", actor="region",
        body="Regionstyrelsen", kind="politiskt", outcome="antagen_villkor", date="2026-02-04",
        diary_number="RS 2025/11", condition_actors=list(KOMMUNER))
    return session


def decision(session: PlanSession, identity: str) -> Decision:
    one = session.state.objects["beslut"][identity]
    assert isinstance(one, Decision)
    return one


def adopt(session: PlanSession, *kommuner: str, day: str = "2026-03-{number:02}") -> list[str]:
    rows = tuple({"actor": code, "title": f"Gemensam plan {code}", "date": day.format(number=number),
                  "diary_number": f"KS {number}"} for number, code in enumerate(kommuner, 1))
    return session.do(SetEach("beslut", {"subject": "gemensam", "outcome": "antagen"}, rows))


def test_a_conditional_decision_counts_once_every_kommun_has_adopted(session: PlanSession) -> None:
    adopt(session, *KOMMUNER[:7])
    standing = condition_of(session.state, decision(session, "region"))
    assert (standing.said_yes, standing.asked, standing.needed, standing.is_met) == (7, 8, 8, False)
    assert adoption(session.state, "1.17.plan-beslut", "gemensam").adopted == 7
    told = shown(build(session, "gemensam-plan")).replace("\n", " ")
    assert "7 av 8 har antagit. Villkoret är inte uppfyllt." in told
    adopt(session, "0781", day="2026-05-12")
    one = decision(session, "region")
    assert condition_of(session.state, one).met == "2026-05-12"  # the day of the last one
    assert has_adopted(session.state, one)
    found = adoption(session.state, "1.17.plan-beslut", "gemensam")
    assert (found.adopted, found.bodies) == (9, 9)
    assert "Villkoret uppfylldes 12 maj 2026." in shown(build(session, "gemensam-plan"))


def test_some_of_them_are_enough_where_the_decision_says_so(session: PlanSession) -> None:
    put(session, "beslut", "region", condition_least=2)
    adopt(session, "0780", "0764", "0760")
    standing = condition_of(session.state, decision(session, "region"))
    assert (standing.needed, standing.is_met, standing.met) == (2, True, "2026-03-02")
    assert "(minst 2)" in shown(build(session, "gemensam-plan"))


def test_two_that_wait_for_each_other_have_both_adopted(session: PlanSession) -> None:
    put(session, "beslut", "region", condition_actors=["0780"])
    put(session, "beslut", "k", title="Växjö", subject="gemensam", actor="0780", outcome="antagen_villkor",
        date="2026-03-01", condition_actors=["region"])
    assert all(has_adopted(session.state, decision(session, one)) for one in ("region", "k"))


def test_a_condition_in_words_is_met_when_the_county_says_so(session: PlanSession) -> None:
    put(session, "beslut", "region", condition="Statsbidraget betalas ut.", condition_actors=["0780"])
    adopt(session, "0780")
    assert not has_adopted(session.state, decision(session, "region"))
    put(session, "beslut", "region", condition_met="våren 2026")
    assert has_adopted(session.state, decision(session, "region"))
    assert "Villkoret uppfylldes våren 2026." in shown(build(session, "gemensam-plan"))


def test_the_question_and_the_decision_are_one_fact(session: PlanSession) -> None:
    assert session.state.answer("1.17.plan-beslut", "region").value == "antagen-villkor"
    session.do(SetAnswer("1.17.plan-beslut", "antagen-villkor", "0780"))
    found = [one for one in session.state.objects["beslut"].values() if getattr(one, "actor", "") == "0780"]
    assert [getattr(one, "outcome", "") for one in found] == ["antagen_villkor"]


def test_one_decision_for_many_is_one_change_and_writes_to_those_that_are_there(session: PlanSession) -> None:
    session.do(SetAnswer("1.17.plan-beslut", "vantar", "0780"))
    before = session.state.revision
    ids = adopt(session, "0764", "0780")
    assert session.state.revision == before + 1
    assert len(set(ids)) == 2
    mine = [one for one in session.state.objects["beslut"].values() if getattr(one, "actor", "") == "0780"]
    assert [(getattr(one, "outcome", ""), getattr(one, "diary_number", "")) for one in mine] == [("antagen", "KS 2")]
    session.do(Undo())
    assert session.state.answer("1.17.plan-beslut", "0780").value == "vantar"
    assert ids[0] not in session.state.objects["beslut"]


def test_a_row_that_does_not_fit_is_named_and_nothing_is_stored(session: PlanSession) -> None:
    before = dict(session.state.objects["beslut"])
    rows = ({"actor": "0780", "title": "A"}, {"actor": "0764", "title": "B", "date": "våren 20266"})
    with pytest.raises(InputError, match=r"På rad 2 i ”each”: .*är inget datum"):
        session.do(SetEach("beslut", {"subject": "malbild"}, rows))
    session.watch()
    assert session.state.objects["beslut"] == before


def test_a_decision_spreads_to_others_without_its_day_and_number(session: PlanSession) -> None:
    assert [one.id for one in may_share(session.state, "region")] == [one.id for one in session.state.actors
                                                                     if one.type == "kommun"]
    told = session.do(SpreadDecision("region", ("0780", "0764")))
    assert told == "2 aktörer har fått beslutet. Skriv dag och diarienummer för var och en."
    new = [one for one in session.state.objects["beslut"].values() if one.id != "region"]
    assert {getattr(one, "title", "") for one in new} == {
        "Gemensam plan, Växjö kommun", "Gemensam plan, Alvesta kommun"}
    assert all(isinstance(one, Decision) and not one.date and not one.diary_number and not one.body for one in new)
    assert "0780" not in {one.id for one in may_share(session.state, "region")}


def test_the_kommun_stands_in_the_list_and_in_the_documents_table(session: PlanSession) -> None:
    adopt(session, "0780")
    put(session, "beslut", "andrad", title="Med ändring", subject="gemensam", actor="0764", body="Socialnämnden",
        outcome="antagen_andringar", date="2026", changes="Kostnaden delas lika.")
    assert headings("beslut")[1] == "Aktör"
    assert "Växjö kommun" in {row.cells[1] for row in rows_of(session, "beslut").rows(session.state, {})}
    told = shown(build(session, "gemensam-plan"))
    assert "Växjö kommun" in told
    assert "Alvesta kommun\nSocialnämnden" in told
    assert "Ändringar: Kostnaden delas lika." in told


@pytest.mark.parametrize(("given", "sentence"), [
    ({"condition_actors": ["privat-1"]}, "Villkoret gäller Linden AB, som inte fattar något sådant beslut"),
    ({"condition_actors": ["0781"]}, "Villkoret gäller Ljungby kommun, som inte fattar något sådant beslut"),
    ({"condition_actors": ["region"]}, "kan inte ha sig självt som villkor"),
    ({"condition_least": 9}, "Villkoret kräver 9 av 8 aktörer"),
    ({"condition_met": "2025"}, "Villkoret uppfylldes före beslutet"),
    ({"condition_actors": ["ingen"]}, "finns inte"),
])
def test_a_condition_that_cannot_be_is_refused_with_one_sentence(session: PlanSession, given: dict[str, Any],
                                                                 sentence: str) -> None:
    put(session, "aktor", "privat-1", type="privat", name="Linden AB")
    session.do(SetAnswer("1.17.plan-beslut", "ej-beslut", "0781"))
    if "condition_least" in given or "condition_met" in given:
        session.do(SetAnswer("1.17.plan-beslut", "vantar", "0781"))
    with pytest.raises(InputError) as caught:
        session.do(SetObject("beslut", "region", given))
    assert sentence in str(caught.value)
