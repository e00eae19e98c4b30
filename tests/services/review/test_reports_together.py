"""Granska reads the region's and the RSS's reports together."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.reports.opening import report_of
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.review.findings import Finding, review
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_reports import WriteReportText
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.services.review.plans import TODAY


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan with a report of the region's and one of the RSS's, both by the forms of 2021."""
    opened = create_plan(tmp_path / "k.nvplan", "07", 2027, rss=("Kommunförbundet",))
    body = next(actor.id for actor in opened.state.actors if actor.acts_as("rss"))
    for identity, form, actor in (("reg", "region2021", "region"), ("rss", "rss2021", body)):
        opened.do(SetObject("rapporttillfalle", identity, {"title": identity, "form": form, "actor": actor,
                                                           "deadline": "2028-03-31", "deadline_standing": "bekraftad"}))
    return opened


def told(session: PlanSession, rule: str) -> list[Finding]:
    return [one for one in review(session, TODAY) if one.rule == rule]


def test_answers_to_the_same_matter_stand_side_by_side(session: PlanSession) -> None:
    session.do(WriteReportText("reg", "1.2.5", "Privata är med i allt."))
    assert not told(session, "rapporter-sida-vid-sida")
    session.do(WriteReportText("rss", "1.2.5", "Privata är inte med."))
    session.do(WriteReportText("reg", "2.1", "Regionfullmäktige beslutar."))
    session.do(WriteReportText("rss", "2.1", "Varje kommun beslutar."))
    finding, = told(session, "rapporter-sida-vid-sida")
    assert finding.place == "rapporttillfalle:reg"
    assert "Om privata utförare skriver" in finding.text
    assert finding.text.index("Privata är med i allt.") < finding.text.index("Privata är inte med.")
    assert "Varje kommun beslutar." in finding.text


def test_the_same_words_twice_are_nothing_to_read(session: PlanSession) -> None:
    for occasion in ("reg", "rss"):
        session.do(WriteReportText(occasion, "1.2.5", "Privata är med."))
    assert not told(session, "rapporter-sida-vid-sida")


def test_days_for_the_vision_that_do_not_agree_are_told(session: PlanSession) -> None:
    session.do(WriteReportText("reg", "2.2.2", "2025-01"))
    assert not told(session, "rapporter-malbild")
    session.do(WriteReportText("rss", "2.2.2", "2026-03"))
    finding, = told(session, "rapporter-malbild")
    assert finding.level == "varning"
    assert "januari 2025" in finding.text
    assert "mars 2026" in finding.text


def test_a_decision_that_says_another_day_than_the_plan_is_told(session: PlanSession) -> None:
    session.do(SetAnswer("1.1.lage", "i_kraft"))
    session.do(SetAnswer("1.1.ikraft", "2026-01-01"))
    session.do(SetObject("beslut", "b", {
        "title": "Målbild", "subject": "malbild", "outcome": "antagen", "actor": "region", "date": "2025-12-01",
        "in_force": "2026-06-01", "body": "Fullmäktige"}))
    assert "Målbild" in told(session, "rapporter-malbild")[0].text


def test_an_answer_that_stands_in_the_report_alone_is_told_until_the_plan_has_it(session: PlanSession) -> None:
    session.do(WriteReportText("reg", "6.1", "Pandemin försenade allt."))
    finding, = told(session, "rapport-text-utan-svar")
    assert finding.place == "rapporttillfalle:reg"
    assert "punkt 6.1" in finding.text
    assert "1.18.handelse" in finding.text
    session.do(SetAnswer("1.18.handelse", "Pandemin försenade allt."))
    assert not told(session, "rapport-text-utan-svar")
    session.do(WriteReportText("reg", "1.2.5", "Privata är med i allt."))
    assert not told(session, "rapport-text-utan-svar"), "what tells insatser too is a text of its own"


def test_a_report_shows_the_answer_of_the_plan_until_somebody_words_it_otherwise(session: PlanSession) -> None:
    session.do(SetAnswer("1.18.handelse", "Först så."))

    def text(occasion: str, item: str) -> str:
        return by_item(standings(report_of(session, occasion)))[item].text

    assert text("reg", "region2021:6.1") == text("rss", "rss2021:4.1") == "Först så."
    session.do(SetAnswer("1.18.handelse", "Sedan så."))
    assert text("reg", "region2021:6.1") == "Sedan så."
    session.do(WriteReportText("reg", "6.1", "Med regionens ord."))
    assert (text("reg", "region2021:6.1"), text("rss", "rss2021:4.1")) == ("Med regionens ord.", "Sedan så.")
    session.do(WriteReportText("reg", "6.1", ""))
    assert text("reg", "region2021:6.1") == "Sedan så."
