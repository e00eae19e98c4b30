"""Two copies of a plan that went apart and come together again: in every store, and between two."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.writing.commands import RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.robust.plans import said, text_questions
from tests.store.places import FilePlace, Place


@pytest.fixture
def pair(place: Place) -> tuple[PlanSession, PlanSession]:
    """Two copies with a history in common, each changed since."""
    ours = create_plan(place.address(), "07", 2027)
    first, second, third = text_questions()[:3]
    ours.do(SetAnswer(first, "gemensam grund"))
    ours.do(SetObject("insats", "sip", {"title": "SIP"}))
    ours.repository.save_as(place.address("kopia"))
    theirs = PlanSession.open(place.address("kopia"))
    ours.do(SetAnswer(second, "vårt"))
    ours.do(SetObject("insats", "sip", {"purpose": "Vårt syfte."}))
    theirs.do(SetAnswer(third, "deras"))
    theirs.do(SetObject("insats", "sip", {"title": "SIP i länet"}))
    return ours, theirs


def test_a_merge_is_the_same_from_both_sides_and_a_second_time_nothing(
        pair: tuple[PlanSession, PlanSession]) -> None:
    ours, theirs = pair
    assert {one.kind for one in ours.do(MergePlan(theirs))} == {"adds", "changes"}
    theirs.do(MergePlan(ours))
    assert _contents(ours) == _contents(theirs)
    revision = ours.state.revision
    assert ours.do(MergePlan(theirs)) == []
    assert ours.state.revision == revision


def test_what_both_have_written_is_left_to_a_person(pair: tuple[PlanSession, PlanSession]) -> None:
    ours, theirs = pair
    ours.do(SetAnswer(text_questions()[0], "vårt eget"))
    theirs.do(SetAnswer(text_questions()[0], "deras eget"))
    theirs.do(RemoveObject("insats", "sip"))
    found = ours.do(MergePlan(theirs))
    assert sum(one.kind == "contradicts" for one in found) >= 2
    assert ours.state.answer(text_questions()[0]).value == "vårt eget"
    assert "sip" in ours.state.objects["insats"]


def test_a_merge_is_one_change_that_undo_takes_back(pair: tuple[PlanSession, PlanSession]) -> None:
    ours, theirs = pair
    before = _contents(ours)
    ours.do(MergePlan(theirs))
    assert _contents(ours) != before
    ours.do(Undo())
    assert _contents(ours) == before


def test_a_copy_from_another_store_is_merged_like_any(place: Place, tmp_path: Path) -> None:
    ours = create_plan(place.address(), "07", 2027)
    theirs = create_plan(FilePlace(tmp_path).address("annan"), "07", 2027)
    theirs.do(SetAnswer(text_questions()[0], "deras"))
    ours.do(MergePlan(theirs))
    assert ours.state.answer(text_questions()[0]).value == "deras"


def _contents(session: PlanSession) -> dict[str, dict[str, object]]:
    return {table: {identity: body for identity, body in documents.items() if table != "answers"} | {
        f"{identity}:{question}": one["value"] for identity, body in documents.items() if table == "answers"
        and isinstance(body, dict) for question, one in body["answers"].items()}
        for table, documents in said(session.repository).items()}
