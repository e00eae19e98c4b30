"""A contribution that was made in a copy of one's own plan: it never collides with what it came from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import RemoveObject, SetAnswer, SetObject
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.merging import proposals
from nvplan.services.writing.session import PlanSession
from nvplan.store.plan_file import PlanFile
from tests.services.writing.test_merging import KOMMUN, kinds

FIRST, SECOND, THIRD = [one.id for one in all_questions().values() if one.per == "aktor" and one.kind in (
    "text", "langtext") and "kommun" in (one.actors or ("kommun",)) and not one.condition][:3]


@pytest.fixture
def ours(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetAnswer(FIRST, "från början", KOMMUN))
    session.do(SetAnswer(SECOND, "från början", KOMMUN))
    session.do(SetObject("insats", "team", {"title": "Team", "actor": KOMMUN}))
    return session


def copied(session: PlanSession, name: str = "lan - kopia.nvplan") -> PlanSession:
    """The plan copied to another computer."""
    path = Path(session.address).with_name(name)
    shutil.copy(Path(session.address), path)
    return PlanSession.open(path, "kommun")


def contribution(session: PlanSession, name: str = "bidrag.json") -> PlanSession:
    """The kommun's part, written out there and sent back."""
    path = Path(session.address).with_name(name)
    path.write_bytes(archive_bytes(session, find_actor(session.state, KOMMUN)))
    return PlanSession.open(path)


def test_what_was_changed_in_the_copy_comes_in_and_nothing_collides(ours: PlanSession) -> None:
    copy = copied(ours)
    copy.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    copy.do(SetObject("insats", "team", {"state": "pagaende"}))
    ours.do(SetAnswer(SECOND, "ändrat här", KOMMUN))
    found = ours.do(MergePlan(contribution(copy)))
    assert kinds(found) == {FIRST: "changes", "state": "adds", "history": "adds"}
    assert ours.state.answer(FIRST, KOMMUN).value == "ändrat hos kommunen"
    assert ours.state.answer(SECOND, KOMMUN).value == "ändrat här"
    assert ours.do(MergePlan(PlanSession.open(Path(ours.address).with_name("bidrag.json")))) == []


@pytest.mark.parametrize("here", [0, 1, 5])
def test_how_far_the_two_have_come_does_not_matter(ours: PlanSession, here: int) -> None:
    """The revisions of two copies count each their own changes: the same number is not the same plan."""
    copy = copied(ours)
    copy.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    copy.do(SetAnswer(THIRD, "nytt hos kommunen", KOMMUN))
    for number in range(here):
        ours.do(SetAnswer(SECOND, f"ändrat här {number}", KOMMUN))
    assert kinds(proposals(ours.repository, contribution(copy).repository)) == {FIRST: "changes", THIRD: "adds"}


def test_what_both_changed_is_left_to_a_person(ours: PlanSession) -> None:
    copy = copied(ours)
    copy.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    ours.do(SetAnswer(FIRST, "ändrat här", KOMMUN))
    assert kinds(proposals(ours.repository, contribution(copy).repository)) == {FIRST: "contradicts"}


def test_what_was_taken_away_in_the_copy_is_taken_away_and_what_is_new_here_stays(ours: PlanSession) -> None:
    copy = copied(ours)
    copy.do(SetAnswer(FIRST, None, KOMMUN))
    copy.do(RemoveObject("insats", "team"))
    ours.do(SetAnswer(THIRD, "nytt här", KOMMUN))
    ours.do(SetAnswer(FIRST, "regionens", "region"))
    ours.do(SetObject("insats", "ny", {"title": "Ny", "actor": KOMMUN}))
    ours.do(MergePlan(contribution(copy)))
    assert ours.state.answer(FIRST, KOMMUN).value is None
    assert ours.state.answer(THIRD, KOMMUN).value == "nytt här"
    assert ours.state.answer(FIRST, "region").value == "regionens"
    assert list(ours.state.objects["insats"]) == ["ny"]


def test_a_part_that_was_filled_in_and_written_out_again_comes_in(ours: PlanSession) -> None:
    part = contribution(ours, "utskick.json")
    part.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    ours.do(SetAnswer(SECOND, "ändrat här", KOMMUN))
    again = contribution(part, "retur.json")
    assert kinds(proposals(ours.repository, again.repository)) == {FIRST: "changes"}


def test_a_copy_that_was_made_while_someone_wrote_on_in_a_field_does_not_collide(ours: PlanSession) -> None:
    ours.do(SetAnswer(THIRD, "Vi skri", KOMMUN, edit="ab12"))
    copy = copied(ours)
    ours.do(SetAnswer(THIRD, "Vi skriver på", KOMMUN, edit="ab12"))
    copy.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    assert kinds(proposals(ours.repository, copy.repository)) == {FIRST: "changes"}


def test_a_part_from_before_parts_told_their_lineage_is_still_taken_in(ours: PlanSession) -> None:
    part = contribution(ours, "gammal.json")
    with part.repository.transaction("x", "arkiv") as change:
        manifest = dict(part.repository.get("archive", "archive") or {})
        del manifest["lineage"]
        change.put("archive", "archive", manifest)
    assert isinstance(part.repository, PlanFile)
    part.do(SetAnswer(FIRST, "ändrat hos kommunen", KOMMUN))
    ours.do(SetAnswer(SECOND, "ändrat här", KOMMUN))
    assert "lineage" not in json.dumps(part.repository.get("archive", "archive"))
    assert kinds(proposals(ours.repository, part.repository)) == {FIRST: "changes"}
