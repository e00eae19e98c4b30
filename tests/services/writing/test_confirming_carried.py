"""Answers from last year's plan are confirmed many at once: as one change, that one undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.errors import InputError
from nvplan.services.reading.carried import unconfirmed, unconfirmed_objects
from nvplan.services.reading.status import plan_progress
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import ConfirmCarried, SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Next year's plan: two answers in chapter 1.2, three in another plan, an insats."""
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("1.2.fungerar", "Teamen."))
    session.do(SetAnswer("1.2.malgrupper", ["kronisk_sjukdom"]))
    session.do(SetAnswer("2.17.aret", "Ett bra år."))
    session.do(SetAnswer("2.1.deltar", "ja", "0780"))
    session.do(SetAnswer("2.1.deltar", "nej", "0760"))
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "plans": ["gemensam"]}))
    session.close()
    carry_over(tmp_path / "a.nvplan", tmp_path / "b.nvplan").session.close()
    return tmp_path / "b.nvplan"


def left(session: PlanSession) -> list[str]:
    return [f"{stop.question.id}@{stop.actor}" for stop in unconfirmed(session.state)]


def test_a_chapter_is_confirmed_as_one_change_and_counts_from_then_on(path: Path) -> None:
    session = PlanSession.open(path)
    before = plan_progress(plan_form("gemensam"), session.state)
    assert session.do(ConfirmCarried(chapter="1.2")) == "Bekräftat: 2 svar från förra årets plan gäller även i år."
    assert left(session) == ["2.1.deltar@0760", "2.1.deltar@0780", "2.17.aret@lan"]
    assert session.state.answer("1.2.fungerar").value == "Teamen."
    after = plan_progress(plan_form("gemensam"), session.state)
    assert after.to_confirm < before.to_confirm
    assert after.answered > before.answered

    assert "kapitlet ”Nuläge och behov”" in session.do(Undo())
    assert {"1.2.fungerar@lan", "1.2.malgrupper@lan"} <= set(left(session))


def test_one_actor_s_answer_or_a_question_s_of_all_actors(path: Path) -> None:
    session = PlanSession.open(path)
    session.do(ConfirmCarried(question="2.1.deltar", actor="0780"))
    assert "2.1.deltar@0760" in left(session)
    session.do(ConfirmCarried(question="2.1.deltar"))
    assert not any("2.1.deltar" in one for one in left(session))
    with pytest.raises(InputError, match=r"inget att bekräfta i fråga 2\.1\.deltar"):
        session.do(ConfirmCarried(question="2.1.deltar"))


def test_a_bound_answer_is_confirmed_in_the_object_that_holds_it(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("1.1.beslut", "antagen", "0780"))
    session.close()
    session = carry_over(tmp_path / "a.nvplan", tmp_path / "b.nvplan").session
    assert left(session) == ["1.1.beslut@0780"]
    session.do(ConfirmCarried(chapter="1.1"))
    assert not left(session)
    assert not unconfirmed_objects(session.state)
    assert session.state.answer("1.1.beslut", "0780").value == "antagen"


def test_an_answer_that_someone_gave_meanwhile_is_not_touched(path: Path) -> None:
    mine, theirs = PlanSession.open(path), PlanSession.open(path, role="annan")
    theirs.do(SetAnswer("1.2.fungerar", "Något nytt."))
    mine.do(ConfirmCarried(chapter="1.2"))
    answer = mine.state.answer("1.2.fungerar")
    assert (answer.value, answer.role) == ("Något nytt.", "annan")


def test_the_command_confirms_a_question_a_chapter_or_everything(path: Path) -> None:
    told = nvplan("bekrafta", str(path), "--kapitel", "1.2").out
    assert told.splitlines()[0] == "Bekräftat: 2 svar från förra årets plan gäller även i år."
    assert told.splitlines()[1].startswith("En gemensam post")
    assert nvplan("bekrafta", str(path), "2.1.deltar", "--aktor", "Växjö").code == 0
    assert nvplan("bekrafta", str(path), "--allt").out == (
        "Bekräftat: 2 svar och en gemensam post från förra årets plan gäller även i år.\n")
    session = PlanSession.open(path)
    assert (left(session), unconfirmed_objects(session.state)) == ([], [])
    again = nvplan("bekrafta", str(path), "--allt")
    assert (again.code, again.err) == (1, "Det finns inget att bekräfta i planen.\n")


def test_the_command_says_what_is_written_wrongly(path: Path) -> None:
    assert nvplan("bekrafta", str(path)).code == 2
    assert nvplan("bekrafta", str(path), "1.2.fungerar", "--allt").code == 2
    assert nvplan("bekrafta", str(path), "--allt", "--aktor", "0780").code == 2
    unknown = nvplan("bekrafta", str(path), "--kapitel", "9.9")
    assert unknown.code == 1
    assert "Kapitlet" in unknown.err


def test_the_command_skips_and_takes_the_mark_back(path: Path) -> None:
    assert nvplan("hoppa", str(path), "1.0.struktur").out.startswith("Frågan är överhoppad.")
    assert PlanSession.open(path).state.answer("1.0.struktur").skipped
    assert nvplan("hoppa", str(path), "1.0.struktur", "--aterta").out == "Frågan är inte längre överhoppad.\n"
    assert nvplan("hoppa", str(path), "1.0.struktur", "--aterta").out.startswith("Frågan var inte överhoppad.")
    refused = nvplan("hoppa", str(path), "1.2.fungerar")
    assert (refused.code, PlanSession.open(path).state.answer("1.2.fungerar").value) == (1, "Teamen.")
    assert nvplan("hoppa", str(path), "1.2.fungerar", "--ta-bort-svaret").code == 0
    assert PlanSession.open(path).state.answer("1.2.fungerar").value is None
    assert nvplan("hoppa", str(path), "1.2.fungerar", "--ta-bort-svaret", "--aterta").code == 2
