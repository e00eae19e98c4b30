"""Undo, redo and the change log: over restarts, per role, and never over another's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import ConflictError, InputError
from nvplan.services.reading.change_log import change_rows, history_json
from nvplan.services.writing.commands import Redo, RemoveObject, SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

TEXTS = [question.id for question in all_questions().values() if question.kind == "langtext" and question.per == "lan"
         and question.longest > 1000 and not question.condition]
FIRST, SECOND = TEXTS[:2]
LABEL = all_questions()[FIRST].label


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def content(session: PlanSession) -> object:
    """Return what the plan says, without its revision and history."""
    session.watch()
    return session.state.info, session.state.answers, session.state.objects


def test_undo_and_redo_over_a_restart(session: PlanSession) -> None:
    empty = content(session)
    session.do(SetAnswer(FIRST, "ett"))
    one = content(session)
    session.do(SetAnswer(FIRST, "två"))
    two = content(session)
    again = PlanSession.open(session.address)
    assert again.do(Undo()).startswith(f"Ångrat: {LABEL}")
    assert content(again) == one
    again.do(Undo())
    assert content(again) == empty
    with pytest.raises(InputError, match="inget att ångra"):
        again.do(Undo())
    again = PlanSession.open(session.address)
    again.do(Redo())
    assert content(again) == one
    again.do(Redo())
    assert content(again) == two
    with pytest.raises(InputError, match="inget att göra om"):
        again.do(Redo())
    again.do(Undo())
    again.do(SetAnswer(SECOND, "nytt"))
    with pytest.raises(InputError, match="inget att göra om"):
        again.do(Redo())


def test_the_creation_of_the_plan_is_not_undone(session: PlanSession) -> None:
    with pytest.raises(InputError, match="inget att ångra"):
        session.do(Undo())
    assert len(session.state.actors) > 1


@pytest.mark.parametrize("command", [
    SkipQuestion(FIRST, True), SetObject("insats", "sip", {"title": "SIP för alla", "state": "pagaende"}),
    SetStanding("beslutad", "2027-03-01", "Samverkansnämnden"), SetAnswer(FIRST, "x" * 1000)])
def test_undo_after_do_is_the_identity(session: PlanSession, command: SetAnswer) -> None:
    before = content(session)
    session.do(command)
    after = content(session)
    assert after != before
    session.do(Undo())
    assert content(session) == before
    session.do(Redo())
    assert content(session) == after


def test_a_removed_object_comes_back_whole(session: PlanSession) -> None:
    session.do(SetObject("insats", "sip", {"title": "SIP", "reached": 3, "target_groups": ["äldre"]}))
    before = content(session)
    session.do(RemoveObject("insats", "sip"))
    session.do(Undo())
    assert content(session) == before


def test_each_role_undoes_its_own(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "samordnarens"))
    other = PlanSession.open(Path(session.address), "kommun")
    other.do(SetAnswer(SECOND, "kommunens"))
    session.do(Undo())
    assert other.watch()
    assert other.state.answer(SECOND).value == "kommunens"
    assert other.state.answer(FIRST).value is None


def test_undo_says_if_someone_wrote_there_since(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "samordnarens"))
    PlanSession.open(Path(session.address), "kommun").do(SetAnswer(FIRST, "kommunens"))
    with pytest.raises(ConflictError, match=r"ändrades senare, .* av rollen kommun: ”kommunens”"):
        session.do(Undo())
    assert session.state.answer(FIRST).value == "kommunens"


def test_undo_never_leaves_a_plan_that_cannot_be_opened(session: PlanSession) -> None:
    session.do(SetObject("insats", "sip", {"title": "SIP", "start": "2027-06-01"}))
    session.do(SetObject("insats", "sip", {"start": "2027-01-01"}))
    PlanSession.open(Path(session.address), "kommun").do(SetObject("insats", "sip", {"end": "2027-03-01"}))
    with pytest.raises(ConflictError, match="Slutet ligger före starten"):
        session.do(Undo())
    assert PlanSession.open(session.address).state.objects["insats"]["sip"].model_dump()["start"] == "2027-01-01"


def test_undo_takes_back_one_stay_in_a_field(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "före"))
    for typed in ("n", "nä", "när"):
        session.do(SetAnswer(FIRST, typed, edit="fält-1"))
    session.do(Undo())
    assert session.state.answer(FIRST).value == "före"


def test_typing_and_taking_it_away_again_is_nothing_to_undo(session: PlanSession) -> None:
    session.do(SetAnswer(SECOND, "kvar"))
    session.do(SetAnswer(FIRST, "n", edit="fält-1"))
    session.do(SetAnswer(FIRST, None, edit="fält-1"))
    session.do(Undo())
    assert session.state.answer(SECOND).value is None


def test_both_texts_are_told_where_another_changed_the_field(session: PlanSession) -> None:
    other = PlanSession.open(Path(session.address), "kommun")
    session.do(SetAnswer(FIRST, "vår text", seen=None))
    with pytest.raises(ConflictError, match=r"”vår text”.*”deras text”"):
        other.do(SetAnswer(FIRST, "deras text", seen=None))
    assert other.state.answer(FIRST).value == "vår text"
    other.do(SetAnswer(FIRST, "deras text", seen="vår text"))
    assert session.watch()
    assert session.state.answer(FIRST).value == "deras text"


def test_the_same_text_from_two_is_no_conflict(session: PlanSession) -> None:
    other = PlanSession.open(Path(session.address), "kommun")
    session.do(SetAnswer(FIRST, "lika", seen=None))
    other.do(SetAnswer(FIRST, "lika", seen=None))
    assert other.state.revision == 2


def test_the_log_tells_when_who_what_and_from_what_to_what(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "Åtgärder för nära vård"))
    session.do(SetAnswer(FIRST, "Annat"))
    session.do(Undo())
    rows = change_rows(session)
    assert [row.revision for row in rows] == [4, 3, 2, 1]
    assert rows[0].what.startswith(f"ångrade: {LABEL}")
    assert rows[1].values == "Åtgärder för nära vård → Annat"
    assert rows[2].values == "inget → Åtgärder för nära vård"
    assert rows[3].what == "planen skapades"
    assert all(row.role == "samordnare" and row.when.startswith("20") for row in rows)


def test_the_log_is_searched_without_regard_to_marks_and_case(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "Åtgärder för nära vård"))
    session.do(SetAnswer(SECOND, "annat"))
    assert [row.revision for row in change_rows(session, "ATGARDER")] == [2]
    assert [row.revision for row in change_rows(session, SECOND)] == [3]
    assert change_rows(session, "finns inte") == []


def test_the_log_in_full_as_json(session: PlanSession) -> None:
    text = "rad ett\nrad två " + "x" * 500
    session.do(SetAnswer(FIRST, text))
    newest = history_json(session)[0]
    assert newest["command"] == "svara"
    assert newest["subject"] == FIRST
    assert newest["changes"][0]["before"] is None
    assert newest["changes"][0]["after"]["value"] == text


def test_control_characters_in_the_log_are_shown_and_not_obeyed(session: PlanSession) -> None:
    session.do(SetAnswer(FIRST, "\x1b[31mrött"))
    assert "\x1b" not in change_rows(session)[0].values
