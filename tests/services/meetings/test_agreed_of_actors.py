"""A text agreed on for a question that every actor answers: whose it is, is asked and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import ConflictError, InputError
from nvplan.services.meetings.course import items
from nvplan.services.writing.commands import SetAnswer, Undo
from nvplan.services.writing.commands_meetings import EVERYONE, AddItem, BeginMeeting, Decide
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

QUESTION, AGREED = "3.8.medverkar", "Vi lämnar synpunkter"
ITEM, KOMMUNER = "motespunkt-1", 8


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    made = create_plan(tmp_path / "plan.nvplan", "07", 2027)
    made.do(BeginMeeting("Patientkontrakt", "2026-12-04"))
    made.do(AddItem("mote-1", {"question": QUESTION}))
    return made


def answers(session: PlanSession) -> list[str]:
    """Return the answers of the actors that have given one."""
    return [str(given) for one in session.state.actors
            if (given := session.state.answer(QUESTION, one.id).value) is not None]


def test_without_an_actor_the_sentence_names_them_and_no_command(session: PlanSession) -> None:
    with pytest.raises(InputError) as refused:
        session.do(Decide(ITEM, "enig", AGREED))
    assert "Växjö kommun" in str(refused.value)
    assert "--" not in str(refused.value)
    assert QUESTION not in str(refused.value)
    assert items(session.state, "mote-1")[0].outcome == "oppen"


def test_the_text_is_the_answer_of_the_actor_that_was_chosen(session: PlanSession) -> None:
    session.do(Decide(ITEM, "enig", AGREED, actor="Växjö"))
    assert answers(session) == ["samrad"]
    assert items(session.state, "mote-1")[0].actor == "0780"


def test_the_text_is_the_answer_of_every_actor_in_one_change(session: PlanSession) -> None:
    session.do(Decide(ITEM, "enig", AGREED, actor=EVERYONE))
    assert answers(session) == ["samrad"] * KOMMUNER
    assert items(session.state, "mote-1")[0].actor == ""
    session.do(Undo())
    assert answers(session) == []


def test_an_actor_that_has_answered_otherwise_is_not_written_over(session: PlanSession) -> None:
    session.do(SetAnswer(QUESTION, "nej", "0780"))
    with pytest.raises(ConflictError):
        session.do(Decide(ITEM, "enig", AGREED, actor=EVERYONE))
    assert answers(session) == ["nej"]
    session.do(Decide(ITEM, "enig", AGREED, replaces=True, actor=EVERYONE))
    assert answers(session) == ["samrad"] * KOMMUNER


def test_everyone_is_those_that_the_question_is_asked_of_as_they_have_answered(session: PlanSession) -> None:
    session.do(SetAnswer("1.5.sakring", "ja", "0780"))
    item = session.do(AddItem("mote-1", {"question": "1.5.sakring-hur"}))
    session.do(Decide(item, "enig", "Med ett avtal.", actor=EVERYONE))
    found = [one.id for one in session.state.actors if session.state.answer("1.5.sakring-hur", one.id).value]
    assert found == ["0780"]


def test_where_nobody_is_asked_the_sentence_says_what_comes_first(session: PlanSession) -> None:
    item = session.do(AddItem("mote-1", {"question": "1.5.sakring-hur"}))
    with pytest.raises(InputError, match=r"Svara först på|Frågan ställs"):
        session.do(Decide(item, "enig", "Med ett avtal.", actor=EVERYONE))
