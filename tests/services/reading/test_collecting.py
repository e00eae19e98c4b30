"""How it goes with collecting: who is asked, what is complete, and the column that no field holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.services.reading.collecting import asked_actors, standing, standings
from nvplan.services.reading.due import due
from nvplan.services.reading.object_rows import headings, rows_of
from nvplan.services.reading.own_part import own_questions, unanswered_core
from nvplan.services.reading.status import status_json
from nvplan.services.writing.commands import SetAnswer, SetObject, Undo
from nvplan.services.writing.commands_plans import NoteReminded, NoteSent
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.example import example_session

LESSEBO = "0761"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetObject("insamling", "", {"title": "Svar", "actor": "rss", "last_day": "2026-10-16"}))
    return session


def test_everyone_is_asked_but_the_one_that_asks(session: PlanSession) -> None:
    asked = [one.id for one in asked_actors(session.state)]
    assert "rss" not in asked
    assert {"region", LESSEBO} <= set(asked)
    assert len(asked) == 9


def test_what_depends_on_an_answer_is_asked_until_that_answer_says_no(session: PlanSession) -> None:
    actor = session.state.actor(LESSEBO)
    assert actor is not None
    assert "1.7.lakaravtal-till" in {one.id for one in own_questions(session.state, actor)}
    session.do(SetAnswer("1.7.lakaravtal", "saknas", LESSEBO))
    assert "1.7.lakaravtal-till" not in {one.id for one in own_questions(session.state, actor)}


def test_the_list_tells_how_much_is_answered_and_until_when(session: PlanSession) -> None:
    session.do(NoteSent((LESSEBO,)))
    assert headings("utskick") == ("Aktör", "Skickat", "Kom in", "Klart", "Sista dag", "Påminnelser")
    (row,) = rows_of(session, "utskick").rows(session.state, {})
    assert row.cells[3:5] == ("0 av 9", "16 okt 2026")
    session.do(SetAnswer("1.0.agare", "Socialchef", LESSEBO))
    (row,) = rows_of(session, "utskick").rows(session.state, {})
    assert row.cells[3] == "1 av 9"
    assert row.sort_value(3) == 1
    session.do(SetObject("utskick", LESSEBO, {"last_day": "2026-11-01"}))
    (row,) = rows_of(session, "utskick").rows(session.state, {})
    assert row.cells[4] == "1 nov 2026"


def test_a_second_reminder_the_same_day_is_none_and_both_are_undone_by_themselves(session: PlanSession) -> None:
    assert session.do(NoteSent((LESSEBO, "0764"))) == 2
    assert session.do(NoteSent((LESSEBO,))) == 0
    assert session.do(NoteReminded((LESSEBO,))) == 1
    assert session.do(NoteReminded((LESSEBO,))) == 0
    actor = session.state.actor(LESSEBO)
    assert actor is not None
    assert standing(session.state, actor).mailing.reminders == 1
    session.do(Undo())
    assert standing(session.state, actor).mailing.reminders is None
    assert standing(session.state, actor).mailing.sent


def test_the_status_tells_of_every_actor_once_answers_are_asked_for(session: PlanSession, tmp_path: Path) -> None:
    told = {row["actor"]: row for row in status_json(session.state)["returns"]}
    assert told[LESSEBO] == {"actor": LESSEBO, "name": "Lessebo kommun", "sent": "", "came": "", "complete": False,
                             "answered": 0, "asked": 9, "last_day": "2026-10-16", "reminded": "", "reminders": 0}
    assert len(told) == len(standings(session.state))
    assert "returns" not in status_json(create_plan(tmp_path / "annan.nvplan", "07", 2027).state)
    actor = session.state.actor(LESSEBO)
    assert actor is not None
    assert len(unanswered_core(session.state, actor)) == 9


def test_the_last_day_is_due_while_somebody_has_core_questions_left(session: PlanSession) -> None:
    session.do(SetObject("utskick", LESSEBO, {"last_day": "2026-11-01"}))
    found = {one.type: one for one in due(session.state, dt.date(2026, 10, 20)) if one.type in ("insamling", "utskick")}
    assert (found["insamling"].what, found["insamling"].is_late(dt.date(2026, 10, 20))) == (
        "Svar: 8 aktörer har kärnfrågor kvar", True)
    assert (found["utskick"].what, found["utskick"].date) == ("Svar senast från Lessebo kommun", "2026-11-01")


def test_an_actor_that_has_answered_is_not_waited_for(tmp_path: Path) -> None:
    session = example_session(tmp_path / "exempel.nvplan")
    session.do(SetObject("utskick", "0764", {"last_day": "2026-11-01"}))
    waited = {one.place for one in due(session.state, dt.date(2026, 9, 7)) if one.type in ("insamling", "utskick")}
    assert waited == {"insamling:svar-2027", "utskick:0767"}  # Alvesta has answered its nine, Markaryd has not
