"""The gap is worked out of the wanted and the present level, whichever way is better, and never typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nvplan.files.ports import WRITER
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.exchange.exporting import export
from nvplan.services.reading.gaps import gaps, gaps_told
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.worked_out import told_beside
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

GOAL = {"title": "Fler har en fast läkarkontakt", "plans": ["kontinuitet"], "measure": "andel_lakarkontakt",
        "unit": "procent", "denominator": "befolkning", "baseline": "48", "baseline_year": 2025, "target": "60",
        "date": "2028-12-31"}


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    put(session, "mal", "andel", **GOAL)
    return session


def put(session: PlanSession, kind: str, identity: str, /, **fields: Any) -> None:
    session.do(SetObject(kind, identity, fields))


def told(session: PlanSession) -> str:
    return gaps_told(session.state, "kontinuitet")


def test_the_base_is_the_present_level_until_something_is_measured(session: PlanSession) -> None:
    assert told(session) == "Fler har en fast läkarkontakt: 48\u00a0% (2025) mot 60\u00a0%. Kvar: 12 procentenheter."
    put(session, "matning", "m", goal="andel", measure="andel_lakarkontakt", value="52,5", denominator="befolkning",
        date="2027-03-31")
    assert told(session) == ("Fler har en fast läkarkontakt: 52,5\u00a0% (31 mars 2027) mot 60\u00a0%. "
                             "Kvar: 7,5 procentenheter.")


def test_a_value_of_others_is_not_the_county_s_present_level(session: PlanSession) -> None:
    for number, fields in enumerate(({"actor": "0780"}, {"group": "Kvinnor"}, {"denominator": "listade"})):
        put(session, "matning", f"m{number}", **{"goal": "andel", "measure": "andel_lakarkontakt", "value": "59",
                                                 "denominator": "befolkning", "date": "2027-03-31", **fields})
    assert [one.measured for one in gaps(session.state, "kontinuitet")] == [None]


def test_less_may_be_better_and_a_reached_goal_says_so(session: PlanSession) -> None:
    put(session, "mal", "andel", direction="hogre", baseline="61")
    put(session, "mal", "tak", title="Listade per specialist", plans=["kontinuitet"], unit="annan",
        unit_text="listade per specialist", direction="lagre", baseline="1900", baseline_year=2026, target="1500")
    assert told(session).splitlines() == [
        "Listade per specialist: 1\u00a0900 listade per specialist (2026) mot 1\u00a0500 listade per specialist. "
        "Kvar: 400 listade per specialist.",
        "Fler har en fast läkarkontakt: 61\u00a0% (2025) mot 60\u00a0%. Målvärdet är nått."]


def test_a_goal_without_a_number_or_a_level_has_no_gap(session: PlanSession) -> None:
    put(session, "mal", "andel", target="")
    put(session, "mal", "lage", title="Ett gemensamt system", plans=["kontinuitet"], form="lage", state="pagar")
    put(session, "mal", "annan", title="I en annan plan", plans=["gemensam"], baseline="1", target="2", unit="antal")
    assert gaps(session.state, "kontinuitet") == []
    assert told(session).startswith("Glappet räknas ut när")


def test_it_stands_beside_the_question_in_the_plan_and_in_json(session: PlanSession, tmp_path: Path) -> None:
    question = session.form("kontinuitet").by_id["2.3.gap"]
    assert "Kvar: 12 procentenheter." in told_beside(session.state, Stop(question, WHOLE_COUNTY))
    plan = next(export(session, [find_document("kontinuitet")], ["md"], tmp_path / "ut", Request(), writer=WRITER))
    text = plan.read_text(encoding="utf-8")
    assert "Glapp mellan läge och mål" in text
    assert "12 procentenheter" in text
    assert [one["gap"] for one in json.loads(nvplan("mal", str(session.address), "--json").out)] == [12.0]
