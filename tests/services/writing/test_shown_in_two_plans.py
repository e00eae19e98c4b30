"""A fact that two plans ask for is one question shown in both: answered in one place, it is answered in all."""

from __future__ import annotations

from typing import Any

import pytest

from nvplan.catalog.questions import all_questions, plan_form, removed_questions
from nvplan.model.progress import question_progress
from nvplan.model.requirement import PLANS
from nvplan.services.reading.guide import stops
from nvplan.services.reading.question_list import questions_json
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import Tables
from nvplan.store.migrations.v1 import step
from tests.store.places import Place

RHYTHM = "1.14.rytm"


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def test_each_plan_shows_it_in_a_chapter_of_its_own() -> None:
    for question in all_questions().values():
        for also in question.also:
            form = plan_form(also.plan)
            shown = form.by_id[question.id]
            assert (shown.guest, shown.chapter, shown.plan) == (True, also.chapter, also.plan)
            assert shown in form.of_chapter(also.chapter)
    assert {one.id for one in all_questions().values() if one.also} == {
        RHYTHM, "1.14.samtal", "1.13.foretradare", "1.14.bada", "3.8.sip-rutin"}


def test_an_answer_is_stored_once_and_counts_in_every_plan(session: PlanSession) -> None:
    guest = next(stop for stop in stops(plan_form("patientkontrakt"), session.state, everything=True)
                 if stop.question.id == RHYTHM)
    session.do(SetAnswer(guest.question.id, "kvartal", guest.actor))
    assert [body["id"] for body in session.repository.list(ANSWERS)] == ["1.14@lan"]
    for plan in PLANS:
        form = plan_form(plan)
        found = form.by_id[RHYTHM]
        assert question_progress(found, session.state, form.by_id).whole == 1


def test_the_list_of_questions_has_it_once(session: PlanSession) -> None:
    ids = [row["id"] for row in questions_json()]
    assert len(ids) == len(set(ids))
    assert RHYTHM in [row["id"] for row in questions_json("kontinuitet")]


def tables(**answers: Any) -> Tables:
    """Return the tables of an old plan with these answers, by question with its dots and dashes as underscores."""
    documents: Tables = {"answers": {}}
    for number, (name, value) in enumerate(answers.items(), 1):
        question = next(one for one in {*all_questions(), *removed_questions()}
                        if one.replace(".", "_").replace("-", "_") == name.removeprefix("q"))
        chapter = question.rsplit(".", 1)[0]
        documents["answers"][str(number)] = {"id": f"{chapter}@lan", "chapter": chapter, "actor": "lan",
                                             "answers": {question: {"value": value}}}
    return documents


def told(found: Tables) -> dict[str, Any]:
    return {question: answer["value"] for body in found["answers"].values()
            for question, answer in body["answers"].items()}


def test_an_old_answer_moves_to_the_question_that_is_left() -> None:
    assert told(step(tables(q2_17_rytm="ej_bestamt"))) == {RHYTHM: "ej-bestamt"}
    assert told(step(tables(q3_13_bada_huvudman="kommuner"))) == {"1.14.bada": "kommun"}


def test_the_same_answer_twice_becomes_one_and_another_stays() -> None:
    assert told(step(tables(q1_14_rytm="ar", q2_17_rytm="ar"))) == {RHYTHM: "ar"}
    assert told(step(tables(q1_14_rytm="ar", q2_17_rytm="kvartal"))) == {RHYTHM: "ar", "2.17.rytm": "kvartal"}
