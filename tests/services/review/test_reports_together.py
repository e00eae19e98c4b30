"""Granska reads the region's and the RSS's reports together."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.services.reports.opening import report_of
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.reports.written import Written
from nvplan.services.review.findings import Finding, review
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_reports import WriteReportText
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.reports import put_texts
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


def older_text(session: PlanSession, occasion: str, item: str, text: str) -> None:
    """Put a text of the report's own where an older file or copy has it."""
    with session.transaction("rapportera", item, occasion) as change:
        put_texts(change, occasion, {item: Written(text=text)})


def test_a_text_of_an_older_file_beside_the_plans_question_is_told_until_it_is_gone(session: PlanSession) -> None:
    older_text(session, "reg", "region2021:6.1", "Pandemin försenade allt.")
    finding, = told(session, "rapport-text-utan-svar")
    assert finding.place == "rapporttillfalle:reg"
    assert "punkt 6.1" in finding.text
    assert "Har någon särskild händelse påverkat omställningen" in finding.text
    session.do(SetAnswer("1.18.handelse", "Planens ord."))
    assert told(session, "rapport-text-utan-svar"), "the two say different things"
    session.do(WriteReportText("reg", "6.1", "", seen="Pandemin försenade allt."))
    assert not told(session, "rapport-text-utan-svar")
    assert by_item(standings(report_of(session, "reg")))["region2021:6.1"].text == "Planens ord."


def test_a_text_that_answers_what_nobody_has_answered_in_the_plan_is_told(session: PlanSession) -> None:
    session.do(WriteReportText("reg", "1.5.5", "Den ligger fast."))
    finding, = told(session, "rapport-text-utan-svar")
    assert "punkt 1.5.5" in finding.text
    session.do(SetAnswer("2.0.revidering", "ligger_fast"))
    assert not told(session, "rapport-text-utan-svar")
    session.do(WriteReportText("reg", "1.2.5", "Privata är med i allt."))
    assert not told(session, "rapport-text-utan-svar"), "what tells insatser too is a text of its own"


def test_a_text_is_told_when_the_plans_answer_has_changed_since_it_was_written(tmp_path: Path) -> None:
    clock = Moving(dt.datetime(2027, 6, 1, 9, tzinfo=dt.UTC))
    session = create_plan(tmp_path / "k.nvplan", "07", 2027, clock=clock)
    session.do(SetObject("rapporttillfalle", "reg", {"title": "reg", "form": "region2021", "actor": "region"}))
    session.do(SetAnswer("1.18.aret", "Först så."))
    clock.now += dt.timedelta(days=1)
    session.do(WriteReportText("reg", "1.2.1", "Samverkan med regionens ord."))
    assert not told(session, "rapport-text-aldre-an-svar")
    clock.now += dt.timedelta(days=1)
    session.do(SetAnswer("1.18.aret", "Sedan så."))
    finding, = told(session, "rapport-text-aldre-an-svar")
    assert "punkt 1.2.1" in finding.text
    assert "Hur har samverkan mellan regionen och kommunerna utvecklats" in finding.text
    clock.now += dt.timedelta(days=1)
    session.do(WriteReportText("reg", "1.2.1", "Samverkan, omskriven."))
    assert not told(session, "rapport-text-aldre-an-svar")


class Moving:
    """A clock that is moved by hand."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        """Return what the time is."""
        return self.now
