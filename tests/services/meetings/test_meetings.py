"""A meeting from its agenda to what is decided, through the session."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from nvplan.catalog.agendas import agendas
from nvplan.catalog.questions import all_questions
from nvplan.model.errors import ConflictError, InputError, UnknownNameError
from nvplan.model.meeting import Agenda
from nvplan.model.objects import Effort, Meeting, Obstacle
from nvplan.services.meetings.course import (
    agreed_on,
    contributions,
    find_item,
    find_meeting,
    hidden,
    items,
    kept_clock,
    lines,
    parked,
    previous,
    promised,
    unsettled,
)
from nvplan.services.meetings.standing import agreement_told, prompt_of, told_so_far
from nvplan.services.meetings.telling import meeting_json
from nvplan.services.reading.object_references import dangling
from nvplan.services.reading.places import Place, find_place, place_words
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.commands_meetings import (
    AddItem,
    Become,
    BeginMeeting,
    Contribute,
    Decide,
    Group,
    MoveContribution,
    MoveItem,
    Park,
    RemoveItem,
    SetClock,
    ShowHidden,
    Ungroup,
    UseAgenda,
)
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

TEXT, CHOICE, PER_ACTOR, TABLE = "1.1.malbild", "1.1.lage", "1.1.beslut", "1.2.mellanrum"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "plan.nvplan", "07", 2027)


@pytest.fixture
def meeting(session: PlanSession) -> str:
    return session.do(BeginMeeting("Möte 4 december", "2026-12-04"))


def begun(session: PlanSession, command: BeginMeeting) -> Meeting:
    identity = session.do(command)
    return find_meeting(session.state, identity)


def item(session: PlanSession, meeting: str, **fields: object) -> str:
    return session.do(AddItem(meeting, fields or {"title": "Vad gör vi?"}))


def said(session: PlanSession, one: str) -> list[str]:
    """Return what is in the talk, a dash before what is grouped."""
    found = session.state.objects["motespunkt"][one]
    return [("- " if line.grouped else "") + line.one.text for line in lines(session.state, found)]  # type: ignore[arg-type]


def write(session: PlanSession, meeting: str, one: str, *texts: str) -> list[str]:
    return [session.do(Contribute(meeting, text, one)) for text in texts]


# -- prepared --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("one", agendas(), ids=lambda one: one.id)
def test_every_ready_made_agenda_makes_a_meeting(session: PlanSession, one: Agenda) -> None:
    meeting = begun(session, BeginMeeting(agenda=one.id, date="2027-01-20"))
    assert (meeting.title, meeting.purpose, meeting.kind) == (one.title, one.purpose, one.kind)
    found = items(session.state, meeting.id)
    assert [row.title for row in found] == [row.title for row in one.items]
    assert [row.minutes for row in found] == [row.minutes for row in one.items]
    assert all(prompt_of(session, row) for row in found)
    assert session.repository.history()[-1].get("command") == "mote"
    session.do(Undo())
    assert not session.state.objects["mote"]
    assert not session.state.objects["motespunkt"]


def test_an_item_is_called_after_what_it_is_about(session: PlanSession, meeting: str) -> None:
    session.do(SetObject("hinder", "h", {"title": "Journalen når inte över", "level": "meso"}))
    item(session, meeting, question=CHOICE, minutes=10)
    item(session, meeting, obstacle="h")
    with pytest.raises(InputError, match="Skriv en rubrik"):
        item(session, meeting, minutes=5)
    with pytest.raises(UnknownNameError):
        session.do(AddItem("finns-inte", {"title": "X"}))
    assert [one.title for one in items(session.state, meeting)] == [
        "Hur långt har ni kommit med länets gemensamma målbild?", "Journalen når inte över"]


def test_items_are_moved_and_what_was_said_under_one_that_goes_is_parked(session: PlanSession, meeting: str) -> None:
    first, second, third = (item(session, meeting, title=title) for title in "ABC")
    session.do(MoveItem(third, -2))
    assert [one.title for one in items(session.state, meeting)] == ["C", "A", "B"]
    session.do(MoveItem(third, -1))
    assert [one.title for one in items(session.state, meeting)] == ["C", "A", "B"]
    write(session, meeting, first, "Kvällar")
    assert "1 inlägg ligger på parkeringen" in session.do(RemoveItem(first))
    assert [one.text for one in parked(session.state, meeting)] == ["Kvällar"]
    session.do(Undo())
    assert said(session, first) == ["Kvällar"]
    assert find_item(session.state, find_meeting(session.state, meeting), "3").id == second


def test_answers_so_far_are_numbers_and_never_whose(session: PlanSession, meeting: str) -> None:
    session.do(SetAnswer(PER_ACTOR, "antagen", "0780"))
    session.do(SetAnswer(PER_ACTOR, "antagen", "0760"))
    one = item(session, meeting, question=PER_ACTOR)
    told = told_so_far(session, session.state.objects["motespunkt"][one])  # type: ignore[arg-type]
    assert told.startswith("2 av 9 aktörer har svarat: 2 ")
    assert "Växjö" not in told


def test_the_only_one_who_is_asked_is_told_by_the_answer(tmp_path: Path) -> None:
    island = create_plan(tmp_path / "gotland.nvplan", "09", 2027)
    meeting = island.do(BeginMeeting("Möte", "2026-12-04"))
    one = item(island, meeting, question=PER_ACTOR)
    found = island.state.objects["motespunkt"][one]
    assert told_so_far(island, found) == "Inte besvarad än"  # type: ignore[arg-type]
    region = next(actor.id for actor in island.state.actors if actor.type == "region")
    island.do(SetAnswer(PER_ACTOR, "antagen", region))
    assert told_so_far(island, found) == "Svar i dag: Antagen"  # type: ignore[arg-type]


# -- said ------------------------------------------------------------------------------------------------------------
def test_a_line_is_a_contribution_and_markup_is_text(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting)
    session.do(Contribute(meeting, "[red]Läkarlinje[/]\n\n  =1+1  \n", one))
    assert said(session, one) == ["[red]Läkarlinje[/]", "=1+1"]
    for bad in ("", " \n ", "x" * 2001, "\n".join("x" * 201)):
        with pytest.raises(InputError):
            session.do(Contribute(meeting, bad, one))
    assert len(contributions(session.state, meeting)) == 2


def test_grouped_ungrouped_and_moved_with_one_command_each(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting)
    a, b, c, d = write(session, meeting, one, "a", "b", "c", "d")
    session.do(Group(b))
    session.do(Group(c))
    assert said(session, one) == ["a", "- b", "- c", "d"]
    session.do(MoveContribution(c, -1))
    assert said(session, one) == ["a", "- c", "- b", "d"]
    session.do(MoveContribution(d, -1))
    assert said(session, one) == ["d", "a", "- c", "- b"]
    session.do(Group(a))
    assert said(session, one) == ["d", "- c", "- b", "- a"]
    session.do(Ungroup(b))
    assert said(session, one) == ["d", "- c", "- a", "b"]
    session.do(Ungroup(d))
    assert sorted(said(session, one)) == ["a", "b", "c", "d"]
    with pytest.raises(InputError, match="hör inte ihop"):
        session.do(Ungroup(d))
    first = contributions(session.state, meeting)[0].id
    with pytest.raises(InputError, match="står först"):
        session.do(Group(first))


def test_parked_and_back_and_to_another_item(session: PlanSession, meeting: str) -> None:
    one, other = item(session, meeting), item(session, meeting, title="Annat")
    a, b, c = write(session, meeting, one, "a", "b", "c")
    session.do(Group(b))
    session.do(Group(c))
    session.do(Park(a))
    assert said(session, one) == ["b", "- c"]
    assert [row.text for row in parked(session.state, meeting)] == ["a"]
    session.do(Park(a, parked=False))
    session.do(MoveContribution(a, item=other))
    assert (said(session, one), said(session, other)) == (["b", "- c"], ["a"])
    with pytest.raises(InputError, match="annat möte"):
        session.do(MoveContribution(a, item=item(session, session.do(BeginMeeting("Ett annat")))))


def test_what_is_written_in_silence_is_a_number_until_it_is_shown(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting, title="Tyst", form="tyst")
    session.do(Contribute(meeting, "hemligt", one, hidden=True))
    found = find_meeting(session.state, meeting)
    assert said(session, one) == []
    assert "hemligt" not in json.dumps(meeting_json(session, found))
    assert hidden(session.state, items(session.state, meeting)[0]) == 1
    assert session.do(ShowHidden(one)) == "1 inlägg visas nu."
    assert said(session, one) == ["hemligt"]


def test_every_change_is_undone_alone(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting)
    write(session, meeting, one, "a", "b")
    session.do(Group(contributions(session.state, meeting)[1].id))
    session.do(Undo())
    assert said(session, one) == ["a", "b"]
    session.do(Undo())
    assert said(session, one) == ["a"]


# -- decided ---------------------------------------------------------------------------------------------------------
def test_an_agreed_text_becomes_the_answer_and_knows_its_meeting(session: PlanSession, meeting: str) -> None:
    session.do(SetAnswer(CHOICE, "forslag_klart"))
    one = item(session, meeting, question=TEXT)
    entries = len(session.repository.history())
    session.do(Decide(one, "enig", "Ingen faller emellan.", "Växjös socialchef vill vänta"))
    assert len(session.repository.history()) == entries + 1
    assert session.state.answer(TEXT).value == "Ingen faller emellan."
    found = agreed_on(session.state, TEXT)
    assert found is not None
    assert (found[0].id, found[1].dissent) == (meeting, "Växjös socialchef vill vänta")
    session.do(Undo())
    assert session.state.answer(TEXT).value is None
    assert agreed_on(session.state, TEXT) is None


def test_a_text_for_a_question_that_is_not_asked_is_refused_with_the_reason(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting, question=TEXT)
    with pytest.raises(InputError, match="ställs inte ännu"):
        session.do(Decide(one, "enig", "Ingen faller emellan."))
    assert items(session.state, meeting)[0].outcome == "oppen"


def test_an_option_is_agreed_on_by_its_words_or_number(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting, question=CHOICE)
    session.do(Decide(one, "enig", "3"))
    by_number = session.state.answer(CHOICE).value
    session.do(Decide(one, "enig", "förslag finns", replaces=True))
    assert session.state.answer(CHOICE).value == by_number
    with pytest.raises(InputError, match="1 Inte påbörjad; 2 Arbetet pågår"):
        session.do(Decide(one, "enig", "kanske"))


def test_another_answer_is_replaced_only_by_who_has_seen_it(session: PlanSession, meeting: str) -> None:
    session.do(SetAnswer(CHOICE, "forslag_klart"))
    session.do(SetAnswer(TEXT, "Den gamla texten"))
    one = item(session, meeting, question=TEXT)
    with pytest.raises(ConflictError, match="Den gamla texten"):
        session.do(Decide(one, "enig", "Den nya texten"))
    assert session.state.answer(TEXT).value == "Den gamla texten"
    session.do(Decide(one, "enig", "Den nya texten", replaces=True))
    other = item(session, session.do(BeginMeeting("Nästa", "2027-01-01")), question=TEXT)
    with pytest.raises(ConflictError, match="redan kommit överens"):
        session.do(Decide(other, "enig", "En tredje text"))
    assert session.state.answer(TEXT).value == "Den nya texten"


def test_a_table_is_filled_in_elsewhere_and_an_actor_is_named(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting, question=TABLE)
    assert "rad för rad" in session.do(Decide(one, "enig", "Tre mellanrum"))
    per_actor = item(session, meeting, question=PER_ACTOR)
    with pytest.raises(InputError):
        session.do(Decide(per_actor, "enig", "Antagen"))
    session.do(SetObject("motespunkt", per_actor, {"actor": "0780"}))
    session.do(Decide(per_actor, "enig", "Antagen"))
    assert session.state.answer(PER_ACTOR, "0780").value == "antagen"


def test_what_was_not_agreed_stays_open_and_the_next_meeting_sees_it(session: PlanSession, meeting: str) -> None:
    one, later = item(session, meeting), item(session, meeting, title="Sedan")
    with pytest.raises(InputError, match="överens om"):
        session.do(Decide(one, "enig"))
    session.do(Decide(one, "oenig", dissent="Kostnaden"))
    session.do(Decide(later, "sparad"))
    said_now = session.do(Contribute(meeting, "Läkarlinje kvällar", one))
    session.do(Become(said_now, "insats", {"actor": "region", "role": "Primärvårdschef", "end": "2027-06"}))
    following = begun(session, BeginMeeting("Nästa möte", "2027-01-20"))
    before = previous(session.state, following)
    assert before is not None
    assert [row.title for row in unsettled(session.state, before.id)] == ["Vad gör vi?", "Sedan"]
    assert [row.title for row in promised(session.state, before.id)[0]] == ["Läkarlinje kvällar"]


def test_a_contribution_becomes_an_insats_or_a_hinder_once_with_owner_role_and_day(session: PlanSession,
                                                                                   meeting: str) -> None:
    one = item(session, meeting)
    proposal, issue = write(session, meeting, one, "Läkarlinje kvällar", "Journalen når inte över")
    entries = len(session.repository.history())
    effort = session.do(Become(proposal, "insats", {"actor": "Växjö", "role": "Enhetschef", "end": "mars 2027"}))
    obstacle = session.do(Become(issue, "hinder", {"owner": "Socialchef", "answer_due": "2027-03-31"}))
    assert len(session.repository.history()) == entries + 2
    made = session.state.objects["insats"][effort]
    assert isinstance(made, Effort)
    assert (made.title, made.actor, made.role, made.end, made.state) == (
        "Läkarlinje kvällar", "0780", "Enhetschef", "2027-03", "planerad")
    hinder = session.state.objects["hinder"][obstacle]
    assert isinstance(hinder, Obstacle)
    assert (hinder.title, hinder.owner, hinder.answer_due) == ("Journalen når inte över", "Socialchef", "2027-03-31")
    assert hinder.raised
    with pytest.raises(InputError, match="redan en insats"):
        session.do(Become(proposal, "insats"))
    with pytest.raises(InputError, match="finns inte"):
        session.do(Become(issue, "insats", {"actor": "Ingenstans"}))
    assert len(session.state.objects["insats"]) == 1


def test_a_long_contribution_keeps_its_words_below_a_short_title(session: PlanSession, meeting: str) -> None:
    long = "Vi behöver " + "en gemensam läkarlinje " * 20
    session.do(Become(session.do(Contribute(meeting, long, item(session, meeting))), "insats"))
    made = next(iter(session.state.objects["insats"].values()))
    assert isinstance(made, Effort)
    assert len(made.title) <= 300
    assert made.purpose == long.strip()


# -- the clock, and old plans ----------------------------------------------------------------------------------------
def test_the_clock_is_kept_beside_the_plan_and_the_history_knows_nothing(session: PlanSession, meeting: str,
                                                                         tmp_path: Path) -> None:
    one = item(session, meeting)
    before, changed = list(session.repository.history()), session.state.changed
    session.do(SetClock(meeting, one, 20, 75))
    assert list(session.repository.history()) == before
    assert session.state.changed == changed
    session.close()
    again = PlanSession.open(tmp_path / "plan.nvplan")
    found = kept_clock(again, meeting)
    assert found is not None
    assert (found.item, found.minutes, found.used) == (one, 20, 75)
    assert not again.state.set_aside
    again.do(Contribute(meeting, "efteråt", one))
    assert again.repository.history()[-1]["revision"] == again.repository.revision


def test_each_item_has_its_own_clock_though_another_is_started(session: PlanSession, meeting: str) -> None:
    one, other = item(session, meeting), session.do(AddItem(meeting, {"title": "En till"}))
    session.do(SetClock(meeting, one, 20, 75))
    session.do(SetClock(meeting, other, 10, 5))
    kept = [kept_clock(session, meeting, wanted) for wanted in (one, other)]
    assert [(clock.minutes, clock.used) for clock in kept if clock is not None] == [(20, 75), (10, 5)]
    session.do(SetClock(meeting, one, 20, 90))
    kept = [kept_clock(session, meeting, wanted) for wanted in (one, other)]
    assert [(clock.minutes, clock.used) for clock in kept if clock is not None] == [(20, 90), (10, 5)]
    assert kept_clock(session, meeting, "motespunkt-99") is None


def test_who_is_not_an_actor_is_answered_with_those_there_are(session: PlanSession, meeting: str) -> None:
    said, = write(session, meeting, item(session, meeting), "Läkarlinje")
    with pytest.raises(UnknownNameError, match=r"”Kommunerna” finns inte\. Välj .*Växjö kommun"):
        session.do(Become(said, "insats", {"actor": "Kommunerna"}))


def test_a_meeting_of_an_older_plan_is_prepared_like_any_other(session: PlanSession) -> None:
    session.do(SetObject("mote", "gammalt", {"title": "Workshop", "date": "2026-03-18", "agreed": "Tre mellanrum."}))
    assert items(session.state, "gammalt") == []
    session.do(UseAgenda("gammalt", "mellanrum"))
    assert len(items(session.state, "gammalt")) == 4
    assert find_meeting(session.state, "workshop").agreed == "Tre mellanrum."


def test_a_meeting_takes_what_was_said_in_it_along_and_brings_it_back(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting)
    head, _ = write(session, meeting, one, "a", "b")
    session.do(Group(contributions(session.state, meeting)[1].id))
    session.do(SetClock(meeting, one, 20, 5))
    session.do(RemoveObject("mote", meeting))
    assert not any(session.state.objects[kind] for kind in ("mote", "motespunkt", "inlagg"))
    assert kept_clock(session, meeting) is None
    session.do(Undo())
    assert said(session, one) == ["a", "- b"]
    session.do(RemoveObject("inlagg", head))
    assert said(session, one) == ["b"]
    assert dangling(session.state) == []


def test_what_granska_finds_in_a_contribution_leads_to_the_meeting(session: PlanSession, meeting: str) -> None:
    written = session.do(Contribute(meeting, "Ring anna.andersson@exempel.se", item(session, meeting)))
    found = [one for one in review(session, dt.date(2026, 12, 5)) if one.place == f"inlagg:{written}"]
    assert found
    assert find_place(found[0].place, session.state) == Place("mote", meeting)
    assert place_words(found[0].place, session.state) == "Möte 4 december"


def test_the_question_says_where_its_answer_was_agreed_on(session: PlanSession, meeting: str) -> None:
    one = item(session, meeting, question="1.10.kronisk")
    question = all_questions()["1.10.kronisk"]
    assert agreement_told(session.state, question, "lan") == ""
    session.do(Decide(one, "enig", "Ring inom tre dygn", "Växjö tvekar"))
    assert agreement_told(session.state, question, "lan") == (
        "Ni kom överens om svaret på mötet ”Möte 4 december”, 4 december 2026. Avvikande mening: Växjö tvekar")
