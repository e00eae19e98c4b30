"""The county's own word for the patient's agreement, wherever a plan is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.reading.places import place_words
from nvplan.services.reading.plan_names import plan_name, plan_short, term
from nvplan.services.reading.search import search
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with nothing in its plan."""
    return new_county(tmp_path / "lan.nvplan")


@pytest.mark.parametrize(("chosen", "own", "short", "name"), [
    (None, None, "Patientkontrakt", "Handlingsplan för patientkontrakt"),
    ("dokumenterad", None, "Dokumenterad överenskommelse", "Handlingsplan för dokumenterad överenskommelse"),
    ("bada", None, "Patientkontrakt", "Handlingsplan för patientkontrakt (dokumenterad överenskommelse)"),
    ("eget", "min plan", "Min plan", "Handlingsplan för min plan"),
    ("eget", None, "Patientkontrakt", "Handlingsplan för patientkontrakt"),
    ("eget", "x" * 60, "X" + "x" * 32 + "…", f"Handlingsplan för {'x' * 60}")])
def test_the_word_is_the_countys_and_short_where_room_is_short(
        session: PlanSession, chosen: str | None, own: str | None, short: str, name: str) -> None:
    for question, value in (("3.0.term", chosen), ("3.0.eget-ord", own)):
        if value is not None:
            session.do(SetAnswer(question, value))
    state = session.state
    assert (plan_short(state, "patientkontrakt"), plan_name(state, "patientkontrakt")) == (short, name)
    assert name == f"Handlingsplan för {term(state)}"
    assert plan_short(state, "kontinuitet") == "Kontinuitet"
    assert place_words("plan:patientkontrakt", state) == name


def test_the_search_finds_the_plan_by_the_countys_word(session: PlanSession) -> None:
    session.do(SetAnswer("3.0.term", "eget"))
    session.do(SetAnswer("3.0.eget-ord", "min plan"))
    assert search(session, "min plan")[0].text == "Handlingsplan för min plan"
    assert search(session, "patientkontrakt")
