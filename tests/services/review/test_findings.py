"""The list of findings: order, acknowledgement, and that a date passes only when it is the county's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.model.errors import InputError
from nvplan.model.plan import Answer
from nvplan.services.review.findings import has_errors, review, review_json
from nvplan.services.writing.commands import Acknowledge, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.services.review.plans import NOT_THERE_YET, TODAY, besides, found, places, state, thing


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """An open plan for Kronoberg with one insats that has neither state nor plan."""
    opened = create_plan(tmp_path / "k.nvplan", "07", 2027, role="granskare")
    opened.do(SetObject("insats", "insats-1", {"title": "Team", "spread": "under_breddinforande"}))
    return opened


def test_a_new_plan_is_told_what_it_lacks_and_nothing_else(tmp_path: Path) -> None:
    told = review(create_plan(tmp_path / "k.nvplan", "07", 2027))
    assert {one.rule for one in told} == set(NOT_THERE_YET)
    assert not has_errors(told)


def test_the_most_serious_comes_first(session: PlanSession) -> None:
    session.do(SetAnswer("1.2.fungerar", "TODO"))
    assert [one.level for one in besides(review(session, TODAY))] == ["fel", "varning", "info"]


def acknowledge(session: PlanSession, reason: str) -> None:
    first = review(session, TODAY)[0]
    session.do(Acknowledge(first.rule, first.place, reason))


def test_json_has_the_fields_of_the_design(session: PlanSession) -> None:
    rows = review_json(review(session, TODAY))
    assert list(rows[0]) == ["level", "rule", "place", "text", "remedy"]
    assert (rows[0]["level"], rows[0]["rule"], rows[0]["place"]) == ("fel", "insats-utan-lage", "insats:insats-1")


def test_an_acknowledged_finding_becomes_info_with_its_reason(session: PlanSession) -> None:
    first = review(session, TODAY)[0]
    assert has_errors(review(session, TODAY))

    acknowledge(session, "Läget bestäms på mötet i augusti.")

    judged = [one for one in review(session, TODAY) if one.rule == first.rule]
    assert [(one.level, one.acknowledged) for one in judged] == [("info", "Läget bestäms på mötet i augusti.")]
    assert "Läget bestäms" in judged[0].text
    assert review_json(judged)[0]["acknowledged"] == "Läget bestäms på mötet i augusti."
    assert not has_errors(review(session, TODAY))


def test_an_acknowledgement_holds_at_its_own_place_only(session: PlanSession) -> None:
    acknowledge(session, "Läget bestäms i augusti.")
    session.do(SetObject("insats", "insats-2", {"title": "Annat", "spread": "under_breddinforande"}))
    assert [one.place for one in review(session, TODAY) if one.level == "fel"] == ["insats:insats-2"]


def test_an_acknowledgement_says_who_and_when(session: PlanSession) -> None:
    acknowledge(session, "Läget bestäms i augusti.")
    stored = next(iter(session.state.objects["kvittens"].values()))
    assert stored.model_dump()["role"] == "granskare"
    assert stored.model_dump()["date"] == dt.date.today().isoformat()


def test_an_acknowledgement_without_reason_is_refused(session: PlanSession) -> None:
    with pytest.raises(InputError, match="Skäl"):
        acknowledge(session, "  ")
    assert has_errors(review(session, TODAY))


def test_a_deadline_passes_only_once_the_county_has_confirmed_it() -> None:
    suggested = thing("rapporttillfalle", form="redovisning2023", deadline="2027-03-31", deadline_standing="forslag")
    confirmed = thing("rapporttillfalle", form="redovisning2023", deadline="2027-03-31")
    assert {rule for rule, _ in places(state(objects=[suggested]))} == {"rapport-datum-obekraftat"}
    assert {rule for rule, _ in places(state(objects=[confirmed]))} == {"rapport-forsenad"}


def test_a_day_taken_over_from_last_year_has_not_passed_until_it_is_confirmed() -> None:
    carried = state({"1.17.revidering": Answer(value="2027-01-31", carried=True)})
    assert {rule for rule, _ in places(carried)} == {"overtaget-obekraftat"}


def test_a_month_has_passed_when_its_last_day_has() -> None:
    assert not found(state(objects=[thing("insats", end="2027-06")]))
    assert [one.rule for one in found(state(objects=[thing("insats", end="2027-05")]))] == ["insats-slut-passerat"]


def test_a_personnummer_is_pointed_out_without_being_repeated() -> None:
    plan = state({"1.2.fungerar": "Patienten 19811218-9876 mår bra."},
                 [thing("hinder", description="811278-9873")])
    hits = [one for one in found(plan) if one.rule == "personnummer"]
    assert {one.place for one in hits} == {"fraga:1.2.fungerar@lan", "hinder:hinder-1"}
    assert not any(character.isdigit() for one in hits for character in one.text + one.remedy)


def test_an_assessments_id_is_no_mail_address() -> None:
    plan = state(objects=[thing("kvittens", "k-1", rule="personnummer", place="fraga:2.4.mal@lan", reason="Testnr.")])
    assert found(plan) == []


def test_hostile_text_stays_text_on_one_line() -> None:
    plan = state(objects=[thing("insats", title="[/] {0}\n\x1b[31m", state=None)])
    text = found(plan)[0].text
    assert "\n" not in text
    assert "\x1b" not in text
    assert "[/] {0}" in text


def test_numbers_are_written_as_everywhere(session: PlanSession) -> None:
    session.do(SetObject("insats", "insats-1", {
        "spread": "breddinford", "state": "pagaende", "reached": 1250, "reach_of": 2000}))
    told = next(one for one in review(session, TODAY) if one.rule == "insats-bredd-utan-alla")
    assert "1\u00a0250 av 2\u00a0000" in told.text
