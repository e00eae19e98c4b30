"""A step shows its register: progress is seen there, nothing is answered, and an id that is gone says where to go."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import all_questions, find_question, plan_form, removed_questions
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.table import rows_of
from nvplan.model.progress import question_progress
from nvplan.model.question import Question
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.reading.bound import beginning
from nvplan.services.reading.state import StateReader
from nvplan.services.review.findings import review_state
from nvplan.services.writing.commands import Command, RemoveObject, SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.notices import listening
from tests.cli.runner import nvplan
from tests.store.places import Place

EFFORTS = "2.14.insatser"
KEPT = Path(__file__).parents[2] / "store" / "kept" / "0.1.0-allt.nvplan"
#: Steps that 0.1.0 had no question for.
SINCE = {"1.0.andra-planer", "1.8.tjanster", "1.14.kallor"}


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def registers() -> list[Question]:
    return [one for one in all_questions().values() if kind_of(one).is_shown_alone]


def share(session: PlanSession, question: str) -> Fraction:
    found = all_questions()[question]
    return question_progress(found, session.state, plan_form(found.plan).by_id).answered


def effort(session: PlanSession, name: str, **fields: object) -> None:
    session.do(SetObject("insats", name, {"title": name, "plans": ["kontinuitet"], "horizon": "kort", **fields}))


def test_no_question_asks_whether_something_is_entered() -> None:
    assert len(registers()) == 26
    for one in registers():
        binding = bindings()[one.id]
        assert (binding.type, binding.field) == (one.draws_on, "")
        assert not any(word in one.label.lower() for word in ("har ni lagt in", "är listan", "ligger i"))


def test_an_empty_register_is_nothing_and_a_whole_one_is_everything(session: PlanSession) -> None:
    assert share(session, EFFORTS) == 0
    effort(session, "a", state="planerad")
    assert share(session, EFFORTS) == 0
    effort(session, "b", state="planerad", spread="pilot")
    assert share(session, EFFORTS) == Fraction(1, 2)
    assert [(row["titel"], row["saknas"]) for row in rows_of(session.state.answer(EFFORTS).value)] == [
        ("a", "spridning"), ("b", "")]
    session.do(SetObject("insats", "a", {"spread": "projekt"}))
    assert share(session, EFFORTS) == 1


def test_another_plan_s_entries_are_not_in_it(session: PlanSession) -> None:
    effort(session, "a", plans=["gemensam"])
    effort(session, "b", horizon="lang")
    assert session.state.answer(EFFORTS).value is None
    assert beginning(all_questions()[EFFORTS]) == {"plans": ["kontinuitet"], "horizon": "kort"}


def test_the_five_goals_are_asked_for_one_by_one(session: PlanSession) -> None:
    session.do(SetObject("mal", "m", {"title": "Vårt mål", "national": "KON-M2", "target": "0,4", "date": "2028-12"}))
    rows = rows_of(session.state.answer("2.4.mal").value)
    assert [(row["id"], row["saknas"]) for row in rows] == [
        ("", "posten"), ("m", ""), ("", "posten"), ("", "posten"), ("", "posten")]
    assert share(session, "2.4.mal") == Fraction(1, 5)
    assert beginning(all_questions()["2.4.mal"], str(rows[0]["titel"])) == {
        "title": rows[0]["titel"], "national": "KON-M1"}


@pytest.mark.parametrize("value", ["true", "ja"])
def test_nothing_is_answered(session: PlanSession, value: str) -> None:
    before = session.state.revision
    with pytest.raises(InputError, match="registret"):
        session.do(SetAnswer(EFFORTS, value))
    assert session.state.revision == before


def test_a_step_is_skipped_while_its_register_is_empty(session: PlanSession) -> None:
    session.do(SkipQuestion(EFFORTS, True))
    assert session.state.answer(EFFORTS).skipped
    effort(session, "a")
    assert not session.state.answer(EFFORTS).skipped


def test_no_document_asks_it(session: PlanSession) -> None:
    view = View(session, Request())
    for one in registers():
        assert view.asked(one, plan_form(one.plan)) == []


def test_old_answers_stay_in_the_file_and_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "lan.nvplan"
    shutil.copy(KEPT, path)
    told: list[str] = []
    with listening(told.append):
        plan = PlanSession.open(path)
    left = sum(not one.settled for one in plan.state.set_aside)
    assert len([one for one in told if f"{left} uppgifter som inte passar" in one]) == 1
    found = [one for one in review_state(plan.state, plan.today()) if one.rule == "svar-utan-plats"]
    assert {one.place.removeprefix("fraga:").partition("@")[0] for one in found} >= {
        one.id for one in registers()} - SINCE
    assert all(one.level == "info" for one in found)
    assert sum(one.rule == "svar-eller-register" for one in review_state(plan.state, plan.today())) == left
    assert not plan.missing


@pytest.mark.parametrize("identity", sorted(removed_questions()))
def test_an_id_that_is_gone_says_where_to_go(tmp_path: Path, identity: str) -> None:
    row = removed_questions()[identity]
    with pytest.raises(UnknownNameError, match="finns inte längre"):
        find_question(identity)
    path = str(tmp_path / "lan.nvplan")
    create_plan(path, "07", 2027).close()
    printed = nvplan("svara", path, identity, "ja")
    assert printed.code == 1
    assert row.text in printed.err
    assert row.until >= "2027-11"


def test_what_registers_answer_is_the_same_read_step_by_step_and_all_at_once(session: PlanSession) -> None:
    def same() -> bool:
        return session.state.answers == StateReader(session.repository).read().answers

    effort = {"title": "Ring upp", "plans": ["kontinuitet"], "horizon": "kort", "actor": "region"}
    commands: list[Command[str]] = [
        SetObject("insats", "a", effort), SetObject("insats", "b", {**effort, "title": "Hembesök"}),
        SetObject("insats", "a", {"state": "planerad", "spread": "pilot"}),
        SetAnswer("1.0.struktur", "byggs"),
        SetObject("insats", "a", {"plans": ["gemensam"]}), SetObject("insats", "b", {"horizon": "lang"}),
        SetObject("mal", "m", {"title": "Fler", "plans": ["patientkontrakt"]}), RemoveObject("insats", "b"), Undo(),
    ]
    for command in commands:
        session.do(command)
        assert same(), command
    assert [row["titel"] for row in rows_of(session.state.answer("1.15.insatser").value)] == ["Ring upp"]
