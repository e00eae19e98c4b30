"""Sources of measures, other plans and digital services: entered once, found again, and told of when they are late."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.files.ports import WRITER
from nvplan.model.errors import InputError
from nvplan.model.kinds.table import rows_of
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.exchange.exporting import export
from nvplan.services.reading.search import search
from nvplan.services.reading.sources_of_measures import Freshness, freshness
from nvplan.services.reports.drafting import drafts
from nvplan.services.reports.opening import open_reports
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

TODAY = dt.date(2027, 6, 15)


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    put(session, "insats", "team", title="Mobilt team", plans=["gemensam"])
    put(session, "matkalla", "pvk", title="Primärvårdskvalitet", body="SKR", interval="kvartal", date="2027-03-31",
        measures=["coc_lakare"], indicators=[], role="Utvecklingsledare")
    put(session, "annanplan", "amb", title="Ambulansplan", kind="ambulans", state="galler", actor="region",
        date="2026-11-03", in_force="2027–2029", efforts=["team"], forms=["region2021"])
    put(session, "tjanst", "ekan", title="Vårdcentralen Ekan", service="listning", state="i_drift", date="2026-03")
    return session


def put(session: PlanSession, kind: str, identity: str, /, **fields: Any) -> None:
    session.do(SetObject(kind, identity, fields))


def fresh(session: PlanSession, identity: str = "pvk") -> Freshness:
    return freshness(session.state, session.state.objects["matkalla"][identity])  # type: ignore[arg-type]


def rules(session: PlanSession, place: str) -> set[str]:
    return {one.rule for one in review(session, TODAY) if one.place == place}


def printed(session: PlanSession, folder: Path, document: str) -> str:
    return next(export(session, [find_document(document)], ["md"], folder, Request(), writer=WRITER)).read_text(
        encoding="utf-8")


# -- sources -------------------------------------------------------------------------------------------------------
def test_a_source_is_late_from_the_day_that_follows_from_how_often_it_measures(session: PlanSession) -> None:
    assert fresh(session) == Freshness("2027-03-31", "2027-06-30")
    assert not fresh(session).is_late(dt.date(2027, 6, 30))
    assert fresh(session).is_late(dt.date(2027, 7, 1))
    assert "matkalla-sen" not in rules(session, "matkalla:pvk")
    put(session, "matkalla", "pvk", interval="manad")
    assert "matkalla-sen" in rules(session, "matkalla:pvk")


@pytest.mark.parametrize("told", [{"origin": "pvk"}, {"source": "primärvårdskvalitet"}])
def test_a_measurement_that_points_at_the_source_or_names_it_makes_it_fresh(session: PlanSession, told: dict[str, str]
                                                                           ) -> None:
    put(session, "matkalla", "pvk", interval="manad")
    put(session, "matning", "ny", title="Index i maj", measure="coc_lakare", value="0,34", date="2027-05-31", **told)
    assert fresh(session) == Freshness("2027-05-31", "2027-06-30")
    assert "matkalla-sen" not in rules(session, "matkalla:pvk")


INDEX = "2.3.index"
HEADING = "Läkare, primärvården"


def source_of(session: PlanSession) -> tuple[str, str, Any]:
    """Return the words and the mätkälla of the measurement behind a row of a table, and what the table shows."""
    [one] = session.state.objects["matning"].values()
    rows = rows_of(session.state.answer(INDEX).value)
    shown = next(row for row in rows if row.get("kalla"))["kalla"] if any("kalla" in row for row in rows) else None
    return one.source, one.origin, shown  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", ["Primärvårdskvalitet", " primärvårdskvalitet", "pvk"])
def test_the_source_in_a_questions_table_is_a_matkalla_by_its_name(session: PlanSession, written: str) -> None:
    column = all_questions()[INDEX].columns[0].id
    row: dict[str, str | bool] = {column: HEADING, "varde": "0.31", "period_slut": "2027-03"}
    session.do(SetAnswer(INDEX, [{**row, "kalla": written}]))
    assert source_of(session) == ("Primärvårdskvalitet", "pvk", "Primärvårdskvalitet")
    session.do(SetAnswer(INDEX, [{**row, "kalla": "Egen enkät 2027"}]))
    assert source_of(session) == ("Egen enkät 2027", "", "Egen enkät 2027"), "no longer from the register"
    session.do(SetAnswer(INDEX, [row]))
    assert source_of(session) == ("", "", None)


def test_words_of_ones_own_beside_a_matkalla_stay_and_another_matkalla_takes_its_name_along(session: PlanSession
                                                                                          ) -> None:
    put(session, "matkalla", "enkat", title="Nationell patientenkät", body="SKR")
    put(session, "matning", "m", measure="coc_lakare", value="0.3", unit="index", date="2027", origin="pvk",
        source="Uttag 7 ur Primärvårdskvalitet")
    put(session, "matning", "m", value="0.4")
    assert source_of(session)[:2] == ("Uttag 7 ur Primärvårdskvalitet", "pvk")
    put(session, "matning", "m", source="")
    assert source_of(session)[:2] == ("Primärvårdskvalitet", "pvk")
    put(session, "matning", "m", origin="enkat")
    assert source_of(session)[:2] == ("Nationell patientenkät", "enkat")


def test_a_measurement_elsewhere_or_without_a_value_does_not(session: PlanSession) -> None:
    put(session, "matning", "ny", title="Index i maj", measure="coc_lakare", origin="pvk", date="2027-05-31")
    put(session, "matning", "annan", title="Enkät", value="3", unit="antal", source="Egen enkät", date="2027-06-01")
    assert fresh(session).last == "2027-03-31"


def test_a_day_for_the_next_value_counts_until_the_values_have_reached_it(session: PlanSession) -> None:
    put(session, "matkalla", "pvk", interval="vid_behov", due="2027-06-01")
    assert fresh(session) == Freshness("2027-03-31", "2027-06-01")
    put(session, "matkalla", "pvk", date="2027-06-01")
    assert fresh(session) == Freshness("2027-06-01", "")


def test_a_picked_source_is_the_words_of_a_measurement_that_has_none(session: PlanSession) -> None:
    put(session, "matning", "m", title="Index", measure="coc_lakare", value="0,34", date="2027-05-31", origin="pvk")
    assert session.state.objects["matning"]["m"].model_dump()["source"] == "Primärvårdskvalitet"
    put(session, "matning", "m", source="Uttag ur journalen")
    assert session.state.objects["matning"]["m"].model_dump()["source"] == "Uttag ur journalen"
    assert not {"matning-utan-kalla", "andel-utan-kalla"} & rules(session, "matning:m")


# -- what comes out ------------------------------------------------------------------------------------------------
def test_the_plans_tell_them_where_a_reader_expects(session: PlanSession, tmp_path: Path) -> None:
    joint = printed(session, tmp_path / "a", "gemensam-plan")
    for words in ("Mätkällor", "Primärvårdskvalitet", "Varje kvartal", "31 mars 2027", "Utvecklingsledare",
                  "Andra planer", "Ambulansplan", "beslutad 3 november 2026", "gäller 2027–2029", "Mobilt team",
                  "Digitala tjänster", "Vårdcentralen Ekan", "Listningstjänst", "I drift"):
        assert words in joint, words
    assert "Frågas efter i" not in joint, "which report asks for it is told to those who report"
    continuity = printed(session, tmp_path / "b", "kontinuitet")
    assert "Primärvårdskvalitet" in continuity
    assert "Vårdcentralen Ekan" in continuity
    assert "Ambulansplan" not in continuity


def test_a_source_or_service_of_one_plan_stands_in_that_plan_alone(session: PlanSession, tmp_path: Path) -> None:
    put(session, "matkalla", "pvk", plans=["kontinuitet"])
    put(session, "tjanst", "ekan", plans=["kontinuitet"])
    joint = printed(session, tmp_path / "a", "gemensam-plan")
    assert "Primärvårdskvalitet" not in joint
    assert "Vårdcentralen Ekan" not in joint
    assert "Primärvårdskvalitet" in printed(session, tmp_path / "b", "kontinuitet")


@pytest.mark.parametrize(("words", "place"), [("primarvardskvalitet", "matkalla:pvk"),
                                              ("ambulansplan", "annanplan:amb"),
                                              ("ekan", "tjanst:ekan")])
def test_they_are_found_by_their_words(session: PlanSession, words: str, place: str) -> None:
    assert place in [row.place for row in search(session, words)]


# -- bad input -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "identity", "fields", "told"), [
    ("matkalla", "pvk", {"due": "2027-01"}, "Nästa värde väntas före den dag"),
    ("matkalla", "pvk", {"interval": "ibland"}, "Hur ofta"),
    ("annanplan", "amb", {"review": "2026-01-01"}, "Översynen ligger före beslutet"),
    ("annanplan", "amb", {"state": "saknas"}, "läget säger att den inte finns"),
    ("annanplan", "amb", {"efforts": ["finns-inte"]}, "finns inte"),
    ("tjanst", "ekan", {"date": "våren 20266"}, "är inget datum"),
    ("matning", "", {"title": "M", "origin": "finns-inte"}, "Mätkällan ”finns-inte” finns inte"),
])
def test_what_does_not_fit_is_told_in_a_sentence(session: PlanSession, kind: str, identity: str, fields: dict[str, Any],
                                                 told: str) -> None:
    with pytest.raises(InputError) as caught:
        put(session, kind, identity, **fields)
    assert told.lower() in str(caught.value).lower()


# -- reports -------------------------------------------------------------------------------------------------------
def _report_lines(session: PlanSession, form: str = "region2021") -> dict[str, tuple[str, ...]]:
    """Return what the region's report tells of other plans, by the number of the question."""
    put(session, "rapporttillfalle", "t", title="Redovisning", form=form, actor="region")
    report = open_reports(session, "redovisning-region", occasion="t")[0]
    return {item.partition(":")[2]: part.lines for item, draft in drafts(report).items() for part in draft.parts
            if part.kind == "andra_planer"}


def test_a_report_tells_the_plans_that_it_asks_for_once_each_where_they_belong(session: PlanSession) -> None:
    put(session, "annanplan", "sct", title="Plan för Snomed CT", kind="snomed", state="tas_fram", forms=["region2021"])
    told = _report_lines(session)
    assert told["5.1"] == ("Ambulansplan: beslutad 3 november 2026, gäller 2027–2029. Insatser som hör dit: "
                           "Mobilt team.",)
    assert told["4.2"] == ("Plan för Snomed CT: tas fram.",)
    assert set(told) == {"4.2", "5.1"}


@pytest.mark.parametrize("fields", [{"forms": []}, {"forms": ["rss2021"]}, {"actor": "0780"}])
def test_a_plan_that_is_not_asked_for_or_is_another_s_is_not_told(session: PlanSession, fields: dict[str, Any]) -> None:
    put(session, "annanplan", "amb", **fields)
    assert _report_lines(session) == {}
