"""A change of set: every judgement that maps is offered with both texts, and own text and evidence follow it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.catalog.location import data_from
from nvplan.model.compliance import assessment
from nvplan.model.errors import InputError
from nvplan.model.objects import Assessment
from nvplan.services.reading.places import AFTER_SWITCH, Place, find_place
from nvplan.services.reading.status import requirement_tally
from nvplan.services.reading.todo import to_do
from nvplan.services.reports.after_switch import left_to_do, offer_lines, offers, waiting
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import Judge, SetObject, Undo
from nvplan.services.writing.commands_plans import SwitchSet, TakeOverJudgements
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.example import create_example
from nvplan.services.writing.session import PlanSession
from tests.catalog.whole_set import MERGED, SET, SPLIT, folder_with_whole_set
from tests.cli.runner import nvplan

ENDED = "KON-09"


@pytest.fixture(autouse=True, scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with data_from(folder_with_whole_set(tmp_path_factory.mktemp("mangd"), left_out=(ENDED,))):
        yield


@pytest.fixture
def plan(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027, "OK2023")
    _judge(session, "KON-01", "uppfyllt", "Vår egen text [X]", "Dnr 12")
    _judge(session, SPLIT, "delvis", "Delad text", "Dnr 13")
    _judge(session, MERGED[0], "uppfyllt", "Första", "Dnr 14")
    _judge(session, MERGED[1], "ej_uppfyllt", "Andra", "Dnr 15")
    _judge(session, ENDED, "uppfyllt", "Upphör", "Dnr 16")
    return session


def _judge(session: PlanSession, requirement: str, judgement: str, reason: str, evidence: str) -> None:
    session.do(SetObject("kravbedomning", f"{requirement.lower()}@region", {
        "requirement": requirement, "actor": "region", "judgement": judgement, "reason": reason,
        "evidence": [evidence], "work": "klar"}))


def test_nothing_is_offered_before_a_change_and_nothing_counts_before_it_is_confirmed(plan: PlanSession) -> None:
    assert offers(plan.state) == []
    said = plan.do(SwitchSet(SET))
    assert "4 bedömningar av tidigare krav väntar på att ni bekräftar dem" in said
    assert waiting(plan.state) == 4
    assert sum(counted["met"] + counted["partly"] for counted in requirement_tally(plan.state).values()) == 0


def test_what_waits_stands_in_gor_nu_until_it_is_confirmed(plan: PlanSession) -> None:
    day = dt.date(2026, 11, 23)
    assert left_to_do(plan.state) == []
    plan.do(SwitchSet(SET))
    told = to_do(plan.state, day, [], left_to_do(plan.state))
    found = next(one for one in told if one.place == "kravbyte:")
    assert (found.count, found.what, found.who) == (4, "bedömningar efter kravbytet", "Region Kronoberg")
    assert find_place(found.place, plan.state) == Place(AFTER_SWITCH)
    assert told.index(found) < next(at for at, one in enumerate(told) if "frågor kvar" in one.what)
    plan.do(TakeOverJudgements())
    assert left_to_do(plan.state) == []


def test_same_split_merged_new_and_ended_are_told_with_both_texts(plan: PlanSession) -> None:
    plan.do(SwitchSet(SET))
    found = {one.id: one for one in offers(plan.state) if one.actor == "region"}
    kinds = {name: one.kind for name, one in found.items() if one.kind != "new"}
    assert kinds == {"26-KON-01@region": "same", f"26-{SPLIT}a@region": "same", f"26-{SPLIT}b@region": "same",
                     f"26-{MERGED[0]}@region": "changed", f"{ENDED}@region": "ended"}
    assert not [one for one in found.values() if one.kind == "new"], "everything follows something"
    told = "\n".join(text for _, text in offer_lines(plan.state, found[f"26-{MERGED[0]}@region"]))
    for words in ("Första", "Andra", "Dnr 14", "Dnr 15", "flera krav har blivit ett", "inte bedömda lika"):
        assert words in told
    labels = [label for label, _ in offer_lines(plan.state, found["26-KON-01@region"])]
    assert "Så står det nu (26-KON-01)" in labels
    assert "Så stod det förut (KON-01)" in labels


def test_confirming_one_takes_text_and_evidence_along_and_leaves_the_old(plan: PlanSession) -> None:
    before = assessment(plan.state, "KON-01", "region")
    plan.do(SwitchSet(SET))
    plan.do(TakeOverJudgements(("26-kon-01@region",)))
    now = assessment(plan.state, "26-KON-01", "region")
    assert (now.judgement, now.reason, now.evidence, now.work) == (
        "uppfyllt", "Vår egen text [X]", ("Dnr 12",), "klar")
    assert assessment(plan.state, "KON-01", "region") == before
    assert waiting(plan.state) == 3
    plan.do(Undo())
    assert waiting(plan.state) == 4


def test_several_that_became_one_keep_their_texts_and_no_judgement_is_guessed(plan: PlanSession) -> None:
    plan.do(SwitchSet(SET))
    said = plan.do(TakeOverJudgements((f"26-{MERGED[0]}@region",)))
    assert "1 av dem fick bara text och underlag" in said
    now = assessment(plan.state, f"26-{MERGED[0]}", "region")
    assert now.judgement == "ej_bedomd"
    assert (f"{MERGED[0]}: Första" in now.reason, f"{MERGED[1]}: Andra" in now.reason) == (True, True)
    assert now.evidence == ("Dnr 14", "Dnr 15")


def test_what_has_been_judged_since_is_not_written_over(plan: PlanSession) -> None:
    plan.do(SwitchSet(SET))
    plan.do(Judge("26-KON-01", "region", "ej_uppfyllt"))
    plan.do(TakeOverJudgements())
    assert assessment(plan.state, "26-KON-01", "region").judgement == "ej_uppfyllt"
    assert waiting(plan.state) == 0
    with pytest.raises(InputError, match="ingen bedömning"):
        plan.do(TakeOverJudgements())
    with pytest.raises(InputError, match="26-KON-01"):
        plan.do(TakeOverJudgements(("26-KON-01@region",)))


def test_a_switch_of_the_example_loses_nothing(tmp_path: Path) -> None:
    plan = create_example(tmp_path / "k.nvplan")  # made here: the shared one has the program's own sets
    plan.do(SwitchSet("OK2023"))
    before = plan.state
    plan.do(SwitchSet(SET))
    assert (plan.state.answers, plan.state.objects) == (before.answers, before.objects)
    was = [one for one in before.objects["kravbedomning"].values() if isinstance(one, Assessment)]
    plan.do(TakeOverJudgements())
    now = plan.state.objects["kravbedomning"]
    assert all(now[one.id] == one for one in was), "what was judged stays as it was"
    followed = [one for one in was if not one.requirement.startswith(("LAG", "REK")) and one.requirement != ENDED]
    assert len(followed) > 10
    texts = "\n".join(one.reason for one in now.values() if isinstance(one, Assessment) and one.id.startswith("26-"))
    shown = {text for one in now.values() if isinstance(one, Assessment) and one.id.startswith("26-")
             for text in one.evidence}
    for one in followed:
        assert one.reason in texts, one.id
        assert set(one.evidence) <= shown, one.id
    assert {kind: objects for kind, objects in plan.state.objects.items() if kind != "kravbedomning"} == {
        kind: objects for kind, objects in before.objects.items() if kind != "kravbedomning"}
    plan.do(SwitchSet("OK2023"))
    assert requirement_tally(plan.state) == requirement_tally(before), "and back again"


def test_by_commands_one_by_one_the_same_ones_and_all(plan: PlanSession) -> None:
    file = plan.address
    assert "Inget att gå igenom" in nvplan("krav", file, "bedomningar").out
    assert "väntar på att ni bekräftar" in nvplan("krav", file, "byt", SET, "--ja").out
    listed = nvplan("krav", file, "bedomningar").out
    assert "Så stod det förut (KON-01)" in listed
    assert "Vår egen text [X]" in listed
    rows = nvplan("krav", file, "bedomningar", "--json").json
    assert {row["kind"] for row in rows} == {"same", "changed", "ended"}
    assert all(row["after"]["text"] and row["before"][0]["text"] for row in rows if row["kind"] != "ended")
    assert "Skriv vilket krav" in nvplan("krav", file, "bekrafta").err
    assert "en bedömning gäller" in nvplan("krav", file, "bekrafta", "26-kon-01", "--aktor", "region").out
    assert "Kravet kan redan vara bedömt" in nvplan("krav", file, "bekrafta", "26-kon-01").err
    assert "2 bedömningar gäller" in nvplan("krav", file, "bekrafta", "--samma").out
    assert "en bedömning gäller" in nvplan("krav", file, "bekrafta", "--allt").out
    assert nvplan("krav", file, "bekrafta", "--allt").code == 1
    assert "Skriv vilken kravmängd" in nvplan("krav", file, "byt").err


def test_a_plan_begun_from_last_years_with_another_set_is_offered_them_too(plan: PlanSession, tmp_path: Path) -> None:
    next_year = carry_over(plan, tmp_path / "b.nvplan", requirement_set=SET).session
    assert waiting(next_year.state) == 4
    next_year.do(TakeOverJudgements())
    assert assessment(next_year.state, "26-KON-01", "region").reason == "Vår egen text [X]"
    assert not assessment(next_year.state, "26-KON-01", "region").carried
