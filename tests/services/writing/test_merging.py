"""Contributions, conflicted copies, frozen states and comparison: what is said, field by field."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.cli import run
from nvplan.model.errors import InputError, PlanFileError, UnknownNameError
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.comparing import differences
from nvplan.services.reading.snapshots import open_snapshot, since, snapshots
from nvplan.services.writing.commands import RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.commands_plans import FreezePlan, MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.merging import Proposal, mergeable_copies, proposals
from nvplan.services.writing.session import PlanSession
from tests.robust.plans import said, text_questions

KOMMUN = "0764"


@pytest.fixture
def ours(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetAnswer(text_questions()[0], "gemensam grund"))
    session.do(SetObject("insats", "sip", {"title": "SIP", "plans": ["gemensam"]}))
    return session


@pytest.fixture
def theirs(ours: PlanSession) -> PlanSession:
    """The same plan on another computer."""
    copy = Path(ours.address).with_name("lan (1).nvplan")
    shutil.copy(Path(ours.address), copy)
    return PlanSession.open(copy, "kommun")


def kinds(found: list[Proposal]) -> dict[str, str]:
    return {one.change["path"][-1] if one.change["path"] else one.change["id"]: one.kind for one in found}


def test_what_only_one_side_has_changed_is_taken(ours: PlanSession, theirs: PlanSession) -> None:
    first, second, third = text_questions()[:3]
    ours.do(SetAnswer(third, "vårt"))
    theirs.do(SetAnswer(first, "deras nya ord"))
    theirs.do(SetAnswer(second, "deras"))
    theirs.do(SetObject("insats", "sip", {"state": "pagaende"}))
    found = ours.do(MergePlan(theirs))
    assert kinds(found).items() >= {first: "changes", second: "adds", "state": "adds"}.items()
    assert [ours.state.answer(one).value for one in (first, second, third)] == ["deras nya ord", "deras", "vårt"]
    assert ours.state.answer(second).role == "kommun"
    ours.do(Undo())
    assert ours.state.answer(first).value == "gemensam grund"


def test_what_both_have_changed_is_left_and_told_with_both_texts(ours: PlanSession, theirs: PlanSession) -> None:
    first = text_questions()[0]
    ours.do(SetAnswer(first, "vårt"))
    theirs.do(SetAnswer(first, "deras"))
    found = ours.do(MergePlan(theirs))
    assert kinds(found) == {first: "contradicts"}
    assert found[0].change["before"]["value"] == "vårt"
    assert found[0].change["after"]["value"] == "deras"
    assert ours.state.answer(first).value == "vårt"


def test_what_was_cleared_there_is_cleared_here_but_not_what_was_changed_here(
        ours: PlanSession, theirs: PlanSession) -> None:
    theirs.do(SetAnswer(text_questions()[0], None))
    theirs.do(RemoveObject("insats", "sip"))
    ours.do(SetObject("insats", "sip", {"purpose": "ändrad här"}))
    found = ours.do(MergePlan(theirs))
    assert sorted(one.kind for one in found) == ["changes", "contradicts"]
    assert ours.state.answer(text_questions()[0]).value is None
    assert ours.state.objects["insats"]["sip"].model_dump()["purpose"] == "ändrad här"


def test_lists_are_merged_word_by_word(ours: PlanSession, theirs: PlanSession) -> None:
    ours.do(SetObject("insats", "sip", {"plans": ["gemensam", "kontinuitet"]}))
    theirs.do(SetObject("insats", "sip", {"plans": ["patientkontrakt"]}))
    ours.do(MergePlan(theirs))
    assert ours.state.objects["insats"]["sip"].model_dump()["plans"] == ("kontinuitet", "patientkontrakt")


def test_what_is_right_apart_and_wrong_together_is_left_to_a_person(ours: PlanSession, theirs: PlanSession) -> None:
    ours.do(SetObject("insats", "sip", {"start": "2027-06-01"}))
    theirs.do(SetObject("insats", "sip", {"end": "2027-03-01"}))
    theirs.do(SetObject("insats", "ny", {"title": "Ny"}))
    assert kinds(ours.do(MergePlan(theirs))) == {"end": "contradicts", "ny": "adds"}
    again = PlanSession.open(ours.address).state.objects["insats"]
    assert (again["sip"].model_dump()["start"], again["sip"].model_dump()["end"]) == ("2027-06-01", "")
    assert "ny" in again


def test_importing_twice_changes_nothing_more(ours: PlanSession, theirs: PlanSession) -> None:
    theirs.do(SetAnswer(text_questions()[1], "deras"))
    ours.do(MergePlan(theirs))
    after, revision = said(ours.repository), ours.state.revision
    assert ours.do(MergePlan(theirs)) == []
    assert (said(ours.repository), ours.state.revision) == (after, revision)


def test_another_county_or_year_is_refused(ours: PlanSession, tmp_path: Path) -> None:
    other = create_plan(tmp_path / "annan.nvplan", "08", 2027)
    with pytest.raises(InputError, match="Kalmar län, plan 2027"):
        ours.do(MergePlan(other))


def test_without_common_history_only_what_is_missing_is_added(ours: PlanSession, tmp_path: Path) -> None:
    other = create_plan(tmp_path / "annan.nvplan", "07", 2027)
    other.do(SetAnswer(text_questions()[0], "annat"))
    other.do(SetAnswer(text_questions()[1], "nytt"))
    assert kinds(ours.do(MergePlan(other))) == {text_questions()[0]: "contradicts", text_questions()[1]: "adds"}
    assert ours.state.answer(text_questions()[0]).value == "gemensam grund"
    assert "sip" in ours.state.objects["insats"]


def test_a_conflicted_copy_is_offered_until_it_is_merged(ours: PlanSession, theirs: PlanSession) -> None:
    assert mergeable_copies(ours) == []
    theirs.do(SetAnswer(text_questions()[1], "deras"))
    assert [Path(copy.address) for copy in mergeable_copies(ours)] == [Path(theirs.address)]
    ours.do(MergePlan(theirs))
    assert mergeable_copies(ours) == []


def test_a_contribution_holds_one_actors_part_and_comes_back(ours: PlanSession, tmp_path: Path) -> None:
    both = {"region", "kommun"}
    question = next(one.id for one in all_questions().values() if one.per == "aktor" and not one.condition
                    and one.kind in ("text", "langtext") and both <= set(one.actors or both))
    ours.do(SetAnswer(question, "kommunens tidigare svar", KOMMUN))
    ours.do(SetAnswer(question, "regionens svar", "region"))
    ours.do(SetObject("insats", "kommunens", {"title": "Kommunens", "actor": KOMMUN}))
    part = tmp_path / "alvesta.json"
    part.write_bytes(archive_bytes(ours, find_actor(ours.state, "Alvesta")))
    assert "regionens svar" not in part.read_text("utf-8")
    assert "gemensam grund" not in part.read_text("utf-8")
    kommun = PlanSession.open(part, "kommun")
    assert [actor.id for actor in kommun.state.actors] == [KOMMUN]
    assert ours.do(MergePlan(kommun)) == []
    kommun.do(SetAnswer(question, "kommunens nya svar", KOMMUN))
    kommun.do(RemoveObject("insats", "kommunens"))
    ours.do(SetAnswer(question, "regionens nya svar", "region"))
    before = ours.state.revision
    assert kinds(proposals(ours.repository, kommun.repository)) == {question: "changes", "kommunens": "changes"}
    ours.do(MergePlan(kommun))
    assert ours.state.answer(question, KOMMUN).value == "kommunens nya svar"
    assert ours.state.answer(question, "region").value == "regionens nya svar"
    assert list(ours.state.objects["insats"]) == ["sip"]
    assert ours.do(MergePlan(kommun)) == []
    assert ours.state.revision == before + 1


def test_an_archive_of_everything_has_history_but_no_contact_persons(ours: PlanSession, tmp_path: Path) -> None:
    with ours.repository.transaction("samordnare", "satt") as change:
        change.put("contacts", "region", {"name": "Anna Andersson"})
    content = archive_bytes(ours)
    assert content == archive_bytes(ours)
    assert b"Anna" not in content
    path = tmp_path / "arkiv.json"
    path.write_bytes(content)
    again = PlanSession.open(path)
    assert differences(ours.repository, again.repository) == []
    assert len(again.repository.history()) == len(ours.repository.history())


def test_a_frozen_state_is_compared_and_never_changed(ours: PlanSession) -> None:
    first = text_questions()[0]
    frozen = ours.do(FreezePlan("Rapport mars 2027"))
    assert frozen.id == "rapport-mars-2027"
    ours.do(SetAnswer(first, "nytt"))
    assert [(one.left, one.right) for one in since(ours, "rapport mars 2027")] == [("gemensam grund", "nytt")]
    again = open_snapshot(PlanSession.open(ours.address), "rapport-mars-2027")
    assert again.state.answer(first).value == "gemensam grund"
    with pytest.raises(PlanFileError, match="ändras aldrig"):
        PlanSession(again.repository).do(SetAnswer(first, "omskrivet"))
    with pytest.raises(InputError, match="finns redan"):
        ours.do(FreezePlan("Rapport  MARS 2027"))
    with pytest.raises(UnknownNameError, match="Rapport mars 2027"):
        open_snapshot(ours, "rapport mars")
    with pytest.raises(PlanFileError, match="ändras aldrig"), ours.repository.transaction("x", "y") as change:
        change.delete("snapshots", frozen.id)
    assert [one.name for one in snapshots(ours)] == ["Rapport mars 2027"]
    ours.do(Undo())
    ours.do(Undo())
    assert len(snapshots(PlanSession.open(ours.address))) == 1


def test_a_frozen_occasion_is_compared_by_its_own_name(ours: PlanSession, capsys: pytest.CaptureFixture[str]) -> None:
    path = ours.address
    ours.do(SetObject("rapporttillfalle", "mars", {"title": "Rapport mars 2027", "form": "region2021"}))
    assert run(["tillfalle", path, "frys", "mars", "--ja"]) == 0
    assert run(["svara", path, text_questions()[0], "nytt"]) == 0
    for name in ("mars", "Rapport mars 2027"):
        capsys.readouterr()
        assert run(["jamfor", path, f"{path}@{name}", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert [one["left"]["value"] for one in told if one["path"][-1] == text_questions()[0]] == ["nytt"]
    assert run(["jamfor", f"{path}@mars", f"{path}@mars"]) == 0
    assert "Ingenting skiljer" in capsys.readouterr().out


def test_the_commands(ours: PlanSession, theirs: PlanSession, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = text_questions()[:2]
    path, other = ours.address, theirs.address
    ours.do(SetAnswer(first, "vårt"))
    theirs.do(SetAnswer(first, "deras"))
    theirs.do(SetAnswer(second, "nytt"))
    assert run(["jamfor", path, other]) == 0
    assert "vårt" in capsys.readouterr().out
    assert run(["importera", path, other, "--forhandsvisa"]) == 3
    assert "2 ställen skiljer sig. Förs in: 1. Förs inte in, med skäl: 1." in capsys.readouterr().out
    assert PlanSession.open(ours.address).state.answer(second).value is None
    assert run(["importera", path, other]) == 3
    assert "”deras”. Det står något annat i planen nu." in capsys.readouterr().out
    assert PlanSession.open(ours.address).state.answer(second).value == "nytt"
    assert run(["historik", path, "--sok", "förde in"]) == 0
    assert "förde in lan (1).nvplan" in capsys.readouterr().out


def test_restoring_by_command(ours: PlanSession, capsys: pytest.CaptureFixture[str]) -> None:
    path = ours.address
    assert run(["aterstall", path]) == 0
    assert "1 svar och 1 annat fält skiljer" in capsys.readouterr().out
    assert run(["aterstall", path, "--nr", "2"]) == 0
    assert "gemensam grund" in capsys.readouterr().out
    assert PlanSession.open(ours.address).state.answer(text_questions()[0]).value == "gemensam grund"
    assert run(["aterstall", path, "--nr", "7"]) == 1
    assert run(["aterstall", path, "--ja"]) == 1
    assert run(["aterstall", path, "--nr", "2", "--ja"]) == 0
    assert "före återställning" in capsys.readouterr().out
    assert PlanSession.open(ours.address).state.answer(text_questions()[0]).value is None
    assert run(["angra", path]) == 0
    assert PlanSession.open(ours.address).state.answer(text_questions()[0]).value == "gemensam grund"


def test_restoring_a_damaged_plan_by_command(ours: PlanSession, capsys: pytest.CaptureFixture[str]) -> None:
    Path(ours.address).write_bytes(b"")
    assert run(["status", ours.address]) == 1
    assert run(["aterstall", ours.address]) == 0
    assert run(["aterstall", ours.address, "--nr", "1", "--ja"]) == 0
    assert run(["status", ours.address]) == 0
    assert "skadad" in capsys.readouterr().out
