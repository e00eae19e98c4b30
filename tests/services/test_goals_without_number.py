"""Goals without a number: a state, a day and how it is known, and no warning that a level is missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.errors import InputError
from nvplan.services.review.findings import review_state
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build, tables
from tests.services.reports.counties import new_county, put

GOAL: dict[str, Any] = {"title": "Ett gemensamt system för uppföljning finns", "plans": ["gemensam"], "form": "lage",
                        "state": "pagar", "date": "hösten 2027", "known_by": "Alla nio använder samma rapport."}


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with one goal without a number."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "mal", "system", **GOAL)
    return session


def rules(session: PlanSession, day: str) -> set[str]:
    found = review_state(session.state, dt.date.fromisoformat(day))
    return {one.rule for one in found if one.place == "mal:system"}


def test_it_is_not_warned_of_for_lacking_a_level(session: PlanSession) -> None:
    assert not rules(session, "2027-12-31")
    put(session, "mal", "system", known_by="")
    assert rules(session, "2027-12-31") == {"mal-utan-niva"}


def test_when_its_last_day_has_passed_someone_must_say_how_it_went(session: PlanSession) -> None:
    assert rules(session, "2028-01-01") == {"mal-lage-passerat"}
    put(session, "mal", "system", state="natt", reached="december 2027")
    assert not rules(session, "2028-01-01")


def test_the_plan_tells_state_day_and_how_it_is_known(session: PlanSession) -> None:
    row = next(row for table in tables(build(session, "gemensam-plan")) for row in table.rows
               if row[0].text.startswith("Ett gemensamt system") and len(row) == 6)
    assert [cell.text for cell in row[1:]] == ["utan tal", "På väg", "utan tal", "hösten 2027",
                                               "Alla nio använder samma rapport."]


def test_it_hangs_under_a_malomrade_of_the_countys_own(session: PlanSession) -> None:
    put(session, "malomrade", "a", title="Kunskap och uppföljning")
    put(session, "mal", "system", structure=["a"])
    row = next(row for table in tables(build(session, "gemensam-plan")) for row in table.rows
               if row[0].text.startswith("Ett gemensamt system") and len(row) == 6)
    assert "Kunskap och uppföljning" in row[0].text


@pytest.mark.parametrize(("given", "sentence"), [
    ({"target": "5"}, "Ett mål utan tal har varken basvärde eller målvärde"),
    ({"reached": "2027"}, "läget säger något annat"),
    ({"state": "kanske"}, "Hur långt"),
])
def test_what_contradicts_itself_is_refused(session: PlanSession, given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        session.do(SetObject("mal", "system", given))
