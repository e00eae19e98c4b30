"""The burden before and after: the difference, which way it goes, and that it is said when it rises."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import find_question
from nvplan.services.reading.burden import burden, rises
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.worked_out import told_beside
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetAnswer
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
    ("55", "40", "15 minuter mindre (27 % mindre). Trend: ▼ lättare."),
    ("40", "55", "15 minuter mer (38 % mer). Trend: ▲ tyngre."),
    ("40", "40", "ingen skillnad. Trend: oförändrad."),
    ("0", "5", "5 minuter mer. Trend: ▲ tyngre.")])
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
