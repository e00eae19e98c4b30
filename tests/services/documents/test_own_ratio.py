"""A county's own number of listed for each specialist: counted as the guide value is, and never called national."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build, shown, tables
from tests.services.reports.counties import answer, new_county

ROWS: list[dict[str, Any]] = [{"regi": "Egen regi", "listade": "9000", "specialister": "5", "st_lakare": "2"}]


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county that has counted its doctors."""
    session = new_county(tmp_path / "lan.nvplan")
    answer(session, "2.8.lage", ROWS)
    return session


def needs(session: PlanSession) -> list[tuple[str, str]]:
    """Return the captions of the tables of need, each with the need that it comes to."""
    return [(table.caption, table.rows[0][3].text) for table in tables(build(session, "kontinuitet"))
            if len(table.columns) == 6 and table.rows[0][0].text == "Egen regi"]


def test_without_a_number_of_its_own_only_the_guide_value_is_counted(session: PlanSession) -> None:
    assert [need for _, need in needs(session)] == ["8,2"]


def test_the_own_number_stands_beside_the_guide_value(session: PlanSession) -> None:
    answer(session, "2.8.eget-tal", "1500")
    (_, national), (caption, own) = needs(session)
    assert (national, own) == ("8,2", "6")
    assert caption.replace("\N{NO-BREAK SPACE}", " ") == "Räknat på länets eget tal, 1 500 listade per specialist"
    assert "Talet är länets, inte det nationella riktvärdet." in shown(build(session, "kontinuitet"))
    # 9 000 listed against 1 500 × 5 + 750 × 2: nobody is left over
    row = next(table for table in tables(build(session, "kontinuitet")) if table.caption == caption).rows[0]
    assert row[4].text.replace("\N{NO-BREAK SPACE}", " ").startswith("9 000")


YEARS = "Framåt, räknat på planens svar om ST, nya specialister och pensioner"


def years(session: PlanSession) -> list[list[str]]:
    """Return the rows of the table of the years to come, without the spaces that do not break."""
    return [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row]
            for table in tables(build(session, "kontinuitet")) if table.caption == YEARS for row in table.rows]


def test_the_years_to_come_follow_from_the_plans_own_answers(session: PlanSession) -> None:
    assert years(session) == []
    answer(session, "2.9.st-plan", [
        {"ar": "Nästa år", "egen": "4", "nya_specialister": "1", "pension": "2"},
        {"ar": "Om två år", "egen": "3", "privat": "1"}, {"ar": "Om tre år"},
        {"ar": "2031", "nya_specialister": "2,5"}])
    rows = years(session)
    assert [row[0] for row in rows] == ["I dag", "Nästa år", "Om två år", "2031"]
    # 5 specialists, 2 ST; 4 and 4; 4 and 3 + 1; 6,5 and 4: each specialist 1 100 persons and each ST-läkare 550
    assert [row[4].partition("\n")[0] for row in rows] == [
        "6 600 personer", "6 600 personer", "6 600 personer", "9 350 personer"]
    assert {row[1] for row in rows} == {"9 000"}
    assert "ingen prognos" in shown(build(session, "kontinuitet"))


def test_a_year_that_does_not_add_up_ends_the_table(session: PlanSession) -> None:
    answer(session, "2.9.st-plan", [{"ar": "Nästa år", "egen": "2", "pension": "1"},
                                    {"ar": "Om två år", "pension": "9"}, {"ar": "Om tre år", "egen": "5"}])
    assert [row[0] for row in years(session)] == ["I dag", "Nästa år"]
