"""What a meeting promised opens the next and ends its minutes: everything, with who sees to it and by when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.objects import MeetingItem
from nvplan.services.documents.meeting_items import next_steps
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.documents.view import View
from nvplan.services.meetings.course import find_meeting, items
from nvplan.services.meetings.promises import facts_of, promises
from nvplan.services.meetings.standing import told_so_far
from nvplan.services.meetings.telling import meeting_json
from nvplan.services.reading.due import due
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import AddItem, Become, BeginMeeting, Contribute, Decide
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

MINUTES = find_document("protokoll")
TODAY = dt.date(2026, 12, 5)


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "plan.nvplan", "07", 2027)


def held(session: PlanSession) -> str:
    """Hold a meeting that comes to something of every kind; return its id."""
    meeting = session.do(BeginMeeting("Möte", "2026-12-04"))
    first, second, third, _ = (session.do(AddItem(meeting, {"title": title}))
                               for title in ("Utskrivning", "Prov hemma", "Taxi", "Hann vi inte"))
    line = session.do(Contribute(meeting, "Ring inom tre dygn", first))
    lack = session.do(Contribute(meeting, "Ingen vikarie", first))
    session.do(Become(line, "insats", {"actor": "region", "role": "enhetschef", "end": "juni 2027"}))
    session.do(Become(lack, "hinder", {"owner": "socialchef", "answer_due": "31 mars 2027"}))
    session.do(Decide(first, "enig", "Vårdcentralen ringer", role="verksamhetschef", due="31 mars 2027"))
    session.do(Decide(second, "oenig", dissent="Växjö tvekar"))
    session.do(Decide(third, "enig", "Ingen taxi"))
    session.do(SetObject("mote", meeting, {"agreed": "Vi möts i januari"}))
    return meeting


def test_every_agreement_and_action_is_told_with_role_and_day(session: PlanSession) -> None:
    identity = held(session)
    meeting = find_meeting(session.state, identity)
    assert [(one.what, facts_of(one, session.state)) for one in promises(session.state, meeting)] == [
        ("Ring inom tre dygn", "planerad, enhetschef, senast juni 2027"),
        ("Ingen vikarie", "inte löst än, socialchef, senast 31 mars 2027"),
        ("Prov hemma", "inte överens, ingen roll, ingen dag"),
        ("Vårdcentralen ringer", "överens, verksamhetschef, senast 31 mars 2027"),
        ("Ingen taxi", "överens, ingen roll, ingen dag"),
        ("Vi möts i januari", "överens, ingen roll, ingen dag")]
    told = meeting_json(session, meeting)["next_steps"]["promises"]
    assert [one["kind"] for one in told] == ["insats", "hinder", "oppen", "enig", "enig", "enig"]
    assert (told[3]["role"], told[3]["by"]) == ("verksamhetschef", "2027-03-31")


def test_the_minutes_list_all_of_it(session: PlanSession) -> None:
    identity = held(session)
    meeting = find_meeting(session.state, identity)
    table = next(one for one in next_steps(View(session, Request()), meeting, 1) if one.type == "table")
    assert [tuple(cell.text for cell in row) for row in table.rows][:4] == [
        ("Ring inom tre dygn", "Insats", "Region Kronoberg, enhetschef", "juni 2027"),
        ("Ingen vikarie", "Hinder", "Socialchef", "31 mars 2027"),
        ("Vårdcentralen ringer", "Överenskommet", "Verksamhetschef", "31 mars 2027")]


def test_what_was_agreed_on_once_and_opened_again_is_no_decision(session: PlanSession) -> None:
    meeting = held(session)
    first = items(session.state, meeting)[0]
    session.do(Decide(first.id, "sparad", first.agreed))
    told = MINUTES.build(session, Request(meeting=meeting)).model_dump_json()
    assert "Ingen taxi" in told
    assert "Vårdcentralen ringer" not in told
    assert "Ring inom tre dygn" in told


def test_an_option_named_by_its_number_is_told_in_words(session: PlanSession) -> None:
    meeting = session.do(BeginMeeting("Möte", "2026-12-04"))
    item = session.do(AddItem(meeting, {"question": "1.2.malgrupper"}))
    session.do(Decide(item, "enig", "1; 3"))
    (agreed,) = (one.agreed for one in items(session.state, meeting))
    options = all_questions()["1.2.malgrupper"].options
    assert agreed == f"{options[0].label}; {options[2].label}"
    assert told_so_far(session, items(session.state, meeting)[0]) == f"Svar i dag: {agreed}"
    session.do(Decide(item, "enig", agreed))
    assert session.state.answer("1.2.malgrupper").value == [options[0].id, options[2].id]
    with pytest.raises(InputError, match="Skriv högst fem alternativ eller deras nummer, med semikolon emellan: 1 "):
        session.do(Decide(item, "enig", "trollkarlar"))


def test_by_when_it_is_to_be_done_stands_among_what_is_due_and_is_never_late(session: PlanSession) -> None:
    held(session)
    (one,) = [one for one in due(session.state, TODAY) if "Vårdcentralen ringer" in one.what]
    assert (one.date, one.role, one.type) == ("2027-03-31", "verksamhetschef", "mote")
    assert not [one for one in due(session.state, dt.date(2027, 5, 1)) if "Vårdcentralen ringer" in one.what]


def test_who_and_when_stay_where_nothing_is_said_of_them_and_go_where_they_are_emptied(session: PlanSession) -> None:
    meeting = held(session)

    def first() -> MeetingItem:
        return items(session.state, meeting)[0]

    session.do(Decide(first().id, "oppen", first().agreed))
    assert (first().role, first().due) == ("verksamhetschef", "2027-03-31")
    session.do(Decide(first().id, "enig", "Vårdcentralen ringer", role="", due=""))
    assert (first().role, first().due) == ("", "")


@pytest.mark.parametrize(("fields", "sentence"), [
    ({"due": "snart"}, "Klart senast"), ({"role": "x" * 5000}, "Ansvarig roll")])
def test_what_is_no_day_or_too_long_is_said_and_nothing_is_decided(
        session: PlanSession, fields: dict[str, str], sentence: str) -> None:
    item = session.do(AddItem(session.do(BeginMeeting("Möte", "2026-12-04")), {"title": "Punkt"}))
    with pytest.raises(InputError, match=sentence):
        session.do(Decide(item, "enig", "Vi ringer", **fields))  # type: ignore[arg-type]
    assert session.state.objects["motespunkt"][item].__dict__["outcome"] == "oppen"
