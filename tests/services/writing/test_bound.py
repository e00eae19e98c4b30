"""A fact has one place: a question that is bound to a register reads and writes the object there, and nothing else."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import ConflictError
from nvplan.model.objects import Attachment, Decision
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.change_words import about, documents_of
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.commands import (
    RemoveObject,
    SetAnswer,
    SetAnswers,
    SetObject,
    SkipQuestion,
    Undo,
)
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

VISION, KOMMUN, OTHER = "1.1.beslut", "0764", "0780"


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def decisions(session: PlanSession) -> dict[str, Decision]:
    return {name: one for name, one in session.state.objects["beslut"].items() if isinstance(one, Decision)}


def test_answering_adds_the_decision_and_stores_no_answer(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen-andringar", KOMMUN))
    (one,) = decisions(session).values()
    assert (one.subject, one.actor, one.outcome) == ("malbild", KOMMUN, "antagen_andringar")
    assert one.title == "Målbilden, Alvesta kommun"
    assert session.repository.list(ANSWERS) == []
    assert session.state.answer(VISION, KOMMUN).value == "antagen-andringar"
    assert session.state.answer(VISION, OTHER).value is None


def test_the_question_reads_the_decision_that_the_register_has(session: PlanSession) -> None:
    session.do(SetObject("beslut", "ny", {"title": "Nämndens beslut", "subject": "malbild", "actor": KOMMUN,
                                          "outcome": "vantar", "date": "2027-03-01", "diary_number": "1/27"}))
    assert session.state.answer(VISION, KOMMUN).value == "vantar"
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    (one,) = decisions(session).values()
    assert (one.id, one.outcome, one.diary_number) == ("ny", "antagen", "1/27")
    session.do(RemoveObject("beslut", "ny"))
    assert session.state.answer(VISION, KOMMUN).value is None


def test_the_latest_decision_counts(session: PlanSession) -> None:
    for name, outcome, day in (("a", "antagen", "2027-06-01"), ("b", "aterremiss", "2027-02-01")):
        session.do(SetObject("beslut", name, {"title": name, "subject": "malbild", "actor": KOMMUN,
                                              "outcome": outcome, "date": day}))
    assert session.state.answer(VISION, KOMMUN).value == "antagen"


def test_clearing_takes_away_a_decision_that_says_nothing_else(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    session.do(SetAnswer(VISION, None, KOMMUN))
    assert decisions(session) == {}
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    session.do(SetObject("beslut", f"beslut-malbild-{KOMMUN}", {"diary_number": "7/27"}))
    session.do(SetAnswer(VISION, None, KOMMUN))
    (one,) = decisions(session).values()
    assert (one.outcome, one.diary_number) == (None, "7/27")


def test_undo_takes_back_what_was_answered_in_one_stay(session: PlanSession) -> None:
    for value in ("antagen", "vantar", None, "avslag"):
        session.do(SetAnswer(VISION, value, KOMMUN, edit="one-stay"))
    assert session.state.answer(VISION, KOMMUN).value == "avslag"
    session.do(Undo())
    assert decisions(session) == {}


def test_undo_of_a_cleared_answer_brings_the_decision_back(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    for value in ("vantar", None):
        session.do(SetAnswer(VISION, value, KOMMUN, edit="stay"))
    session.do(Undo())
    assert session.state.answer(VISION, KOMMUN).value == "antagen"


def test_the_history_names_question_and_actor(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    told = about(session.repository.history()[-1], documents_of(session.repository))
    assert "målbild" in told
    assert "Alvesta" in told


def test_another_s_decision_since_is_a_conflict(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    with pytest.raises(ConflictError):
        session.do(SetAnswer(VISION, "avslag", KOMMUN, seen=None))
    assert session.state.answer(VISION, KOMMUN).value == "antagen"


def test_many_answers_are_many_decisions_and_one_undo(session: PlanSession) -> None:
    session.do(SetAnswers((SetAnswer(VISION, "antagen", KOMMUN), SetAnswer(VISION, "vantar", OTHER))))
    assert [one.outcome for one in decisions(session).values()] == ["antagen", "vantar"]
    session.do(Undo())
    assert decisions(session) == {}


def test_skipping_takes_the_answer_out_of_the_register(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    session.do(SkipQuestion(VISION, True, KOMMUN, clears=True))
    assert decisions(session) == {}
    assert session.state.answer(VISION, KOMMUN).skipped
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    assert not session.state.answer(VISION, KOMMUN).skipped
    assert session.repository.list(ANSWERS) in ([], [{"id": f"1.1@{KOMMUN}", "chapter": "1.1", "actor": KOMMUN,
                                                     "answers": {}}])


def test_question_review_and_documents_count_the_same(session: PlanSession) -> None:
    session.do(SetObject("beslut", "alla", {"title": "Tillsammans", "subject": "malbild", "outcome": "antagen",
                                            "adopted": 1, "bodies": 8}))
    assert adoption(session.state, VISION, "malbild")[:2] == (1, 8)
    for actor in (KOMMUN, OTHER, "region"):
        session.do(SetAnswer(VISION, "antagen", actor))
    session.do(SetAnswer(VISION, "gemensamt-organ", "0761"))
    assert adoption(session.state, VISION, "malbild") == (4, 9, True)


def test_a_plan_that_has_the_answer_as_an_answer_is_taken_in_as_a_decision(session: PlanSession, place: Place) -> None:
    """So does a pdf of ours, and a file that another program has written."""
    with create_plan(place.address("other"), "07", 2027) as theirs:
        with theirs.transaction("svara") as change:
            for actor, value in ((KOMMUN, "antagen"), (OTHER, "vantar"), ("0761", "avslag")):
                change.put(ANSWERS, f"1.1@{actor}", {"chapter": "1.1", "actor": actor,
                                                     "answers": {VISION: {"value": value}}})
        theirs.do(SetAnswer("1.0.struktur", "finns"))
        assert theirs.state.answer(VISION, KOMMUN).value == "antagen"
        session.do(SetAnswer(VISION, "vantar", OTHER))
        session.do(SetAnswer(VISION, "antagen", "0761"))
        found = session.do(MergePlan(theirs, is_record=True))
    told = sorted((one.change["id"], one.kind) for one in found if one.change["id"].startswith("1.1@"))
    assert told == [("1.1@0761", "contradicts"), ("1.1@0764", "adds")]
    assert {one.actor: one.outcome for one in decisions(session).values()} == {
        KOMMUN: "antagen", OTHER: "vantar", "0761": "antagen"}
    assert [body["id"] for body in session.repository.list(ANSWERS)] == ["1.0@lan"]


def test_an_answer_beside_the_register_is_set_aside_until_someone_chooses(session: PlanSession) -> None:
    session.do(SetAnswer(VISION, "antagen", KOMMUN))
    with session.transaction("svara") as change:
        left_there = {VISION: {"value": "avslag"}}
        change.put(ANSWERS, f"1.1@{KOMMUN}", {"chapter": "1.1", "actor": KOMMUN, "answers": left_there})
    session.do(SetAnswer("1.0.struktur", "finns"))
    (left,) = session.state.set_aside
    assert (left.path, left.text) == (("answers", VISION), "Avslag")
    assert session.state.answer(VISION, KOMMUN).value == "antagen"
    session.do(SetAnswer(VISION, "avslag", KOMMUN))
    assert session.state.set_aside == ()
    assert [one.outcome for one in decisions(session).values()] == ["avslag"]


def test_the_last_day_of_an_agreement_and_the_day_of_a_routine_stand_in_the_document(session: PlanSession) -> None:
    session.do(SetAnswer("1.7.lakaravtal", all_questions()["1.7.lakaravtal"].options[0].id, KOMMUN))
    session.do(SetAnswer("1.7.lakaravtal-till", "2028-06-30", KOMMUN))
    session.do(SetAnswer("2.6.rutin", "beslutad_bada"))
    session.do(SetAnswer("2.6.beslutsdatum", "2026-03-12"))
    stored = session.state.objects["underlag"]
    assert {one.title: (one.valid_to, one.date) for one in stored.values() if isinstance(one, Attachment)} == {
        "Avtal om läkarmedverkan, Alvesta kommun": ("2028-06-30", ""), "Rutin för fasta kontakter": ("", "2026-03-12")}
    session.do(SetObject("underlag", "sip", {"title": "SIP-rutin", "kind": "rutin", "date": "2027-01-15"}))
    assert session.state.answer("2.6.beslutsdatum").value == "2026-03-12"
    assert session.state.answer("1.7.lakaravtal-till", OTHER).value is None
