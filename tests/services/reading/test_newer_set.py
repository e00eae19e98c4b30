"""A county that goes over to a set that replaces OK2023 whole loses nothing that hung on a requirement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from nvplan.catalog.figures import goals
from nvplan.catalog.location import data_from
from nvplan.catalog.questions import all_questions
from nvplan.model.objects import Effort
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.guide import requirements_of
from nvplan.services.reading.requirement_list import requirement_rows
from nvplan.services.reading.status import requirement_tally, status_json
from nvplan.services.reports.switching import preview
from nvplan.services.review.findings import review_state
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_plans import SwitchSet
from nvplan.services.writing.example import create_example
from nvplan.services.writing.session import PlanSession
from nvplan.texts.documents_reports import TITLES as REPORTS
from nvplan.tui.widgets.requirement_facts import requirement_pairs
from tests.catalog.whole_set import SET, folder_with_whole_set
from tests.services.documents.plans import shown

TODAY = dt.date(2027, 6, 15)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanSession]:
    """The example county with the newer set, which new plans start from: made here, for the shared one has OK2023."""
    folder = tmp_path_factory.mktemp("mangd")
    with data_from(folder_with_whole_set(folder)):
        yield create_example(folder / "exempel.nvplan")


@pytest.fixture(scope="module")
def older(session: PlanSession, tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The same county with the same catalogue, measured against OK2023."""
    plan = create_example(tmp_path_factory.mktemp("mangd") / "exempel.nvplan")
    plan.do(SwitchSet("OK2023"))
    return plan


def test_status_and_checklist_count_the_new_set(session: PlanSession, older: PlanSession) -> None:
    status = status_json(session.state)
    assert status["requirement_set"] == SET
    ska = sum(requirement_tally(session.state)["ska"].values())
    assert ska == sum(requirement_tally(older.state)["ska"].values()), "one was split, two were merged"
    rows = requirement_rows(session.state, session.state.actor("region"), {})
    assert {row.requirement.set for row in rows} == {SET, "LAG", "SKR2023", "SKR2025"}


def test_every_question_that_showed_a_requirement_still_does(session: PlanSession, older: PlanSession) -> None:
    for question in all_questions().values():
        before, after = requirements_of(question, older.state), requirements_of(question, session.state)
        assert bool(after) >= bool(before), question.id
        assert not any(its_set.id == "OK2023" for _, its_set in after), question.id


def test_every_document_is_built_and_those_about_requirements_name_the_set(session: PlanSession) -> None:
    for document in DOCUMENTS.values():
        if document.is_data or document.name in ("tjansteskrivelse", "protokoll"):  # neither speaks of any set
            continue
        text = shown(document.build(session, Request()))
        if document.name not in REPORTS:  # what is handed in answers a form
            assert "Överenskommelsen 2026 (påhittad)" in text, document.name
    continuity = shown(DOCUMENTS["kontinuitet"].build(session, Request()))
    assert "Kontinuitetsindex till läkare" in continuity
    assert "De nationella målen kommer ur överenskommelsen 2026 (påhittad)" in continuity


def test_goals_of_the_county_answer_to_the_new_ones(session: PlanSession, older: PlanSession) -> None:
    """What was entered for KON-M2 stands in the row of what replaced it: base, latest and insatser."""
    def row(plan: PlanSession, identity: str) -> list[str]:
        title = next(goal.title for goal in goals() if goal.id == identity)
        document = DOCUMENTS["kontinuitet"].build(plan, Request())
        rows = (cells for block in document.blocks for cells in getattr(block, "rows", ()))
        return next([cell.text for cell in cells[1:]] for cells in rows if cells[0].text == title)
    for anchor in ("KON-M1", "KON-M2", "KON-M3", "KON-M4", "KON-M5"):
        assert row(session, f"26-{anchor}") == row(older, anchor)


def test_granska_says_the_same_of_the_plan(session: PlanSession, older: PlanSession) -> None:
    """Nothing about goals, measures and insatser is lost or invented; only assessments of a set rest with it."""
    def told(plan: PlanSession) -> set[tuple[str, str]]:
        return {(one.rule, one.place) for one in review_state(plan.state, TODAY)
                if not one.place.startswith(("krav:", "kravbedomning:", "kravbyte:"))}
    assert told(session) == told(older)


def test_an_insats_for_the_old_requirement_backs_the_new_one(session: PlanSession) -> None:
    session.do(SetObject("insats", "", {"title": "Ny rutin", "requirements": ["KON-06"]}))
    rows = {row.requirement.id: row for row in requirement_rows(session.state, None, {})}
    assert any("Ny rutin" in text for _, text in requirement_pairs(session.state, rows["26-KON-04"]))
    assert any(isinstance(one, Effort) and one.requirements == ("KON-06",)
               for one in session.state.objects["insats"].values()), "what the county wrote is not rewritten"


def test_switching_back_says_that_nothing_ends(session: PlanSession) -> None:
    found = preview(session.state, "OK2023")
    assert preview(session.state, "OK2021").changed, "through OK2023"
    assert found.ended == ()
    assert found.new == ()
