"""The burden before and after: the difference, which way it goes, and that it is said when it rises."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import find_question
from nvplan.model.plan_years import PlanYears
from nvplan.services.documents.agreement_plan import build
from nvplan.services.documents.registry import Request
from nvplan.services.reading.burden import burden, rises
from nvplan.services.reading.burden_years import burden_years, over_years, risen, since_year_before
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.worked_out import told_beside, told_under
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import ConfirmCarried, SetAnswer
from nvplan.services.writing.commands_plans import FollowNextYear
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with nothing in its plan."""
    return new_county(tmp_path / "lan.nvplan")


def answer(session: PlanSession, **minutes: str) -> None:
    for name, value in minutes.items():
        session.do(SetAnswer(f"3.12.{name.replace('_', '-')}", value))


@pytest.mark.parametrize(("before", "after", "told"), [
    ("55", "40", "15 minuter mindre (27 % mindre). Trend: ▼\u00a0lättare."),
    ("40", "55", "15 minuter mer (38 % mer). Trend: ▲\u00a0tyngre."),
    ("40", "40", "ingen skillnad. Trend: oförändrad."),
    ("0", "5", "5 minuter mer. Trend: ▲\u00a0tyngre.")])
def test_the_difference_is_worked_out_and_told_under_the_question(session: PlanSession, before: str, after: str,
                                                                  told: str) -> None:
    answer(session, tid_fore=before)
    assert burden(session.state) is None
    answer(session, tid_efter=after)
    shown = told_beside(session.state, Stop(find_question("3.12.tid-efter"), "lan"))
    assert shown == f"Före {before} och efter {after} minuter per patient: {told}"


def test_when_it_rises_the_review_asks_what_is_done_until_somebody_says(session: PlanSession) -> None:
    answer(session, belastning="5", tid_fore="40", tid_efter="55")
    assert rises(session.state).endswith("försvåras mycket.")
    (found,) = [one for one in review(session) if one.rule == "borda-okar"]
    assert "15 minuter mer" in found.text
    answer(session, om_okar="Styrgruppen pausar spridningen.")
    assert [one for one in review(session) if one.rule == "borda-okar"] == []
    answer(session, belastning="2", tid_efter="30")
    assert rises(session.state) == ""


def test_a_plan_of_several_years_tells_each_year_and_asks_for_a_rule_when_it_rises_between_them(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "lang.nvplan", "07", PlanYears(2024, 2030, 2026))
    answer(session, belastning="2", tid_fore="60", tid_efter="40")
    assert (since_year_before(session), risen(session)) == ("", "")
    session.do(FollowNextYear(2026))
    assert [one.year for one in burden_years(session)] == [2026], "what is taken over and not confirmed is of 2026"
    answer(session, tid_efter="45")
    session.do(ConfirmCarried(question="3.12.tid-fore"))
    assert since_year_before(session) == "2026 40 och 2027 45 minuter: 5 minuter mer. Trend: ▲\u00a0tyngre."
    assert [one.cells for one in burden_years(session)] == [("60", "40", "−20", "2"), ("60", "45", "−15", "")]
    (found,) = [one for one in review(session) if one.rule == "borda-okar"]
    assert "5 minuter mer" in found.text, "it is lighter than before the agreements, and heavier than the year before"
    assert over_years(session) == ("Arbetsbördan, minuter per patient: 2026 40, 2027 45. "
                                   "2026 40 och 2027 45 minuter: 5 minuter mer. Trend: ▲\u00a0tyngre.")
    under = told_under(session, Stop(find_question("3.12.tid-efter"), "lan"))
    assert under.splitlines()[-1].startswith("2026 40 och 2027 45")
    shown = build(session, Request()).model_dump_json()
    assert "Arbetsbördan år för år" in shown
    assert "5 minuter mer. Trend: tyngre. Det är inte bestämt vad länet gör när arbetsbördan ökar." in shown
    answer(session, om_okar="Styrgruppen pausar spridningen.")
    assert "Det är inte bestämt vad länet gör" not in build(session, Request()).model_dump_json()
    assert [one for one in review(session) if one.rule == "borda-okar"] == []
    session.do(SetAnswer("3.12.belastning", "3"))
    assert risen(session).endswith("Personalen bedömer arbetet som tyngre än året innan.")
