"""A skipped question has no answer, and an answer stands only where its question is asked."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.errors import InputError
from nvplan.services.reading.applying import out_of_place
from nvplan.services.reading.change_words import describe, documents_of, show_change_value
from nvplan.services.reading.status import plan_progress
from nvplan.services.writing.commands import SetAnswer, SkipQuestion, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

QUESTION = "1.0.struktur"


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def test_an_answered_question_is_not_skipped_by_accident(session: PlanSession) -> None:
    session.do(SetAnswer(QUESTION, "byggs"))
    with pytest.raises(InputError, match="besvarad"):
        session.do(SkipQuestion(QUESTION, True))
    assert session.state.answer(QUESTION).value == "byggs"
    assert not session.state.answer(QUESTION).skipped


def test_progress_and_history_say_the_same_of_a_skipped_answer(session: PlanSession) -> None:
    form = plan_form("gemensam")
    before = plan_progress(form, session.state)
    session.do(SetAnswer(QUESTION, "byggs"))
    session.do(SkipQuestion(QUESTION, True, clears=True))
    answer = session.state.answer(QUESTION)
    assert (answer.value, answer.skipped) == (None, True)
    assert plan_progress(form, session.state) == before
    entry = session.repository.history()[-1]
    assert show_change_value(entry["changes"][-1], "before", documents_of(session.repository)) == "Den byggs upp"
    assert show_change_value(entry["changes"][-1], "after", documents_of(session.repository)) == "överhoppad"
    assert describe(entry, documents_of(session.repository))
    session.do(Undo())
    assert session.state.answer(QUESTION).value == "byggs"


def test_an_answer_is_refused_where_its_question_is_not_asked(session: PlanSession) -> None:
    with pytest.raises(InputError, match="Hur långt har ni kommit med länets gemensamma målbild"):
        session.do(SetAnswer("1.1.malbild", "En god och nära vård"))
    assert session.state.answer("1.1.malbild").value is None
    question = plan_form("gemensam").by_id["1.1.malbild"]
    held = next(condition for condition in question.condition if condition.question == "1.1.lage")
    options = [option.id for option in plan_form("gemensam").by_id["1.1.lage"].options]
    fits = held.values[0] if held.operator != "ar_inte" else next(one for one in options if one not in held.values)
    session.do(SetAnswer("1.1.lage", fits))
    session.do(SetAnswer("1.1.malbild", "En god och nära vård"))
    assert not list(out_of_place(session.state))
    session.do(SetAnswer("1.1.lage", None))
    assert [stop.question.id for stop in out_of_place(session.state)] == ["1.1.malbild"]
    session.do(SetAnswer("1.1.malbild", None))
    assert not list(out_of_place(session.state))


def test_an_actor_that_is_not_asked_cannot_answer(session: PlanSession) -> None:
    question = next(one for one in plan_form("gemensam").questions if one.actors == ("region",))
    kommun = next(actor.id for actor in session.state.actors if actor.type == "kommun")
    with pytest.raises(InputError, match="svarar inte"):
        session.do(SetAnswer(question.id, next((option.id for option in question.options), "x"), kommun))
