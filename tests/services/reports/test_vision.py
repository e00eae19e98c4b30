"""The table on the målbild in both reports, and where region and RSS contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Document, Table
from nvplan.model.errors import InputError
from nvplan.services.reports.opening import open_reports, report_of
from nvplan.services.reports.vision import contradictions
from nvplan.services.writing.commands_reports import BeginReport, WriteReportText
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import answer, build, new_county, page, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = new_county(tmp_path)
    answer(session, "1.1.lage", "pagar")
    answer(session, "1.1.startad", "2025-02")
    put(session, "beslut", "region", title="Regionens beslut", subject="malbild", actor="region", kind="politiskt",
        outcome="antagen", date="2026-03-10", in_force="2026-07-01")
    put(session, "beslut", "kommuner", title="Kommunernas beslut", subject="malbild", kind="politiskt",
        outcome="antagen", date="2026-04", date_to="2026-06", in_force="2026-07-01")
    return session


def _row(document: Document) -> list[str]:
    table = next(block for block in document.blocks if isinstance(block, Table) and "2.2.1" in block.columns[0].title)
    assert len(table.columns) == 4
    return [cell.text for cell in table.rows[0]]


def test_both_tables_are_filled_from_the_plan_in_their_own_way(session: PlanSession) -> None:
    assert _row(build(session, "redovisning-region")) == ["Region Kronoberg", "februari 2025", "beslutad 10 mars 2026",
                                                          "1 juli 2026"]
    assert _row(build(session, "redovisning-rss")) == ["Kronobergs län", "februari 2025", "10 mars 2026 – juni 2026",
                                                       "1 juli 2026"]
    assert contradictions(open_reports(session, "redovisning-region")[0]) == []
    assert "Motsägelse" not in page(build(session, "redovisning-rss"))


def test_what_nobody_has_said_is_not_answered(tmp_path: Path) -> None:
    assert _row(build(new_county(tmp_path), "redovisning-rss"))[1:] == ["inte besvarad"] * 3


def test_differences_between_the_two_reports_are_pointed_out_in_both(session: PlanSession) -> None:
    region, rss = session.do(BeginReport("region2021")), session.do(BeginReport("rss2021"))
    session.do(WriteReportText(region, "2.2.2", "mars 2025"))
    session.do(WriteReportText(rss, "2.2.4", "september 2026"))
    for document in ("redovisning-region", "redovisning-rss"):
        text = page(build(session, document))
        assert "När arbetet började: " in text
        assert "När målbilden träder i kraft: " in text
        assert text.count("Motsägelse: ") >= 2


def test_a_region_decided_outside_what_the_rss_tells_is_pointed_out(session: PlanSession) -> None:
    rss = session.do(BeginReport("rss2021"))
    session.do(WriteReportText(rss, "2.2.3", "maj 2026 – juni 2026"))
    assert "Regionen förankrar målbilden 10 mars 2026, men RSS anger beslut maj 2026 – juni 2026." in page(
        build(session, "redovisning-region"))


def test_the_plan_against_itself(session: PlanSession) -> None:
    answer(session, "1.1.lage", "i_kraft")
    answer(session, "1.1.ikraft", "2026-01")
    found = contradictions(open_reports(session, "redovisning-region")[0])
    assert any("träder i kraft 1 juli 2026, men redovisningen säger januari 2026" in one for one in found)
    assert any("före det första beslutet" in one for one in found)


@pytest.mark.parametrize(("form", "item", "text", "words"), [
    ("rss2021", "2.2.3", "juni 2026 – mars 2026", "Skriv den tidigaste månaden först"),
    ("rss2021", "2.2.3", "januari 2024", "före den månad då arbetet började"),
    ("rss2021", "2.2.4", "januari 2025", "innan arbetet började"),
    ("region2021", "2.2.2", "augusti 2027", "före den månad då arbetet började"),
    ("region2021", "2.2.3", "hösten", "datum"), ("region2021", "2.2.4", "2026-02-30", "2026-02-30"),
    ("region2021", "2.2.4", "mars 2026 – maj 2026", "inte en period"),
    ("region2021", "2.2.1", "Region X", "programmet"),
])
def test_dates_in_the_wrong_order_are_refused_and_nothing_is_stored(session: PlanSession, form: str, item: str,
                                                                    text: str, words: str) -> None:
    identity = session.do(BeginReport(form))
    revision = session.state.revision
    with pytest.raises(InputError, match=words):
        session.do(WriteReportText(identity, item, text))
    assert session.state.revision == revision
    assert not report_of(session, identity).written
