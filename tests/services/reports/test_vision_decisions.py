"""The question on how the målbild is decided is answered with who has decided what, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Bullets
from nvplan.services.reports.beginning import proposed_title
from nvplan.services.reports.drafting import drafts
from nvplan.services.reports.opening import open_reports
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import build, handed_in, new_county, page, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    made = new_county(tmp_path)
    for identity, fields in {
        "r": {"actor": "region", "body": "Regionfullmäktige", "date": "2026-06-17", "outcome": "antagen"},
        "a": {"actor": "0764", "body": "Omsorgsnämnden", "date": "2026-04", "outcome": "antagen_andringar"},
        "b": {"actor": "0780", "body": "Socialnämnden", "outcome": "vantar"},
    }.items():
        put(made, "beslut", identity, title=f"Målbild {identity}", subject="malbild", kind="politiskt", **fields)
    return made


def lines(session: PlanSession, document: str) -> tuple[str, ...]:
    """Return the lines on decisions in the draft of the question."""
    report = open_reports(session, document)[0]
    return next(part.lines for part in drafts(report)[f"{report.form.id}:2.1"].parts if part.kind == "malbildsbeslut")


def test_the_region_tells_its_own_decision_and_the_rss_those_of_the_kommuner(session: PlanSession) -> None:
    assert lines(session, "redovisning-region") == ("Region Kronoberg: Regionfullmäktige, 17 juni 2026, antagen",)
    assert lines(session, "redovisning-rss") == (
        "Alvesta kommun: Omsorgsnämnden, april 2026, antagen med ändringar",
        "Växjö kommun: Socialnämnden, väntar på beslut")
    assert any("Regionfullmäktige" in item for block in handed_in(session, "redovisning-region").blocks
               if isinstance(block, Bullets) for item in block.items)
    assert "Utkast ur planens beslut." in page(build(session, "redovisning-region"))


def test_where_nobody_has_a_decision_of_its_own_the_joint_one_is_told(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "beslut", "j", title="Målbilden", subject="malbild", kind="politiskt", body="Fem nämnder",
        date="2026-03", date_to="2026-06", outcome="antagen")
    assert lines(session, "redovisning-rss") == ("Målbilden: Fem nämnder, mars 2026 – juni 2026, antagen",)


def test_without_a_decision_there_is_nothing_to_tell_and_the_question_is_not_answered(tmp_path: Path) -> None:
    report = open_reports(new_county(tmp_path), "redovisning-rss")[0]
    assert drafts(report)["rss2021:2.1"].is_empty


def test_what_is_planned_is_told_as_a_wish_and_the_rest_as_it_is(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    for state in ("planerad", "pagaende"):
        put(session, "insats", state, title=f"Insats {state}", area="slutenvard", state=state, spread="pilot",
            actor="region", reached="0", reach_of="8", reach_unit="kommuner")
    text = page(handed_in(session, "redovisning-region"))
    assert "Insats planerad (planerad, ska prövas, når ännu 0 av 8 kommuner" in text
    assert "Insats pagaende (pågående, pilot, når 0 av 8 kommuner" in text


@pytest.mark.parametrize(("part", "title"), [
    (False, "Region Kronoberg: redovisning för 2026"), (True, "Region Kronoberg: redovisning för första halvåret 2026"),
])
def test_a_new_report_is_called_by_whose_it_is_and_no_receiver(tmp_path: Path, part: bool, title: str) -> None:
    report = open_reports(new_county(tmp_path), "redovisning-region")[0]
    assert proposed_title(report.form, report.actor, 2026, part=part) == title
