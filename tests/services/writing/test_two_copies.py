"""Posts that are added in two copies of a plan are two posts, whatever their ids, and a copy corrects what it said."""

from __future__ import annotations

import re
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from nvplan.model.objects import Effort, receipt_id
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.merging import proposals
from nvplan.services.writing.session import PlanSession
from tests.files.returning import PER_ACTOR

ALVESTA, LESSEBO = "0764", "0761"


@pytest.fixture
def ours(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetObject("insats", "", {"title": "Regionens egen", "actor": "region"}))
    return session


def part(session: PlanSession, actor: str) -> PlanSession:
    """A kommun's part of the plan, on its own computer."""
    path = Path(session.address).with_name(f"del {actor}.nvplan")
    path.write_bytes(archive_bytes(session, find_actor(session.state, actor)))
    return PlanSession.open(path, "kommun")


def titles(session: PlanSession) -> list[str]:
    return sorted(one.title for one in session.state.objects["insats"].values() if isinstance(one, Effort))


def with_links(session: PlanSession, actor: str, title: str) -> PlanSession:
    """The kommun's copy with an insats of its own and a hinder and a delmål that belong to it."""
    copy = part(session, actor)
    copy.do(SetObject("insats", "", {"title": title, "actor": actor}))
    identity = next(iter(copy.state.objects["insats"]))
    copy.do(SetObject("hinder", "", {"title": f"Hinder för {title}", "actor": actor, "efforts": [identity]}))
    return copy


def test_new_posts_have_ids_that_no_other_copy_comes_to_choose(ours: PlanSession, drawn_ids: None) -> None:
    for number in range(3):
        ours.do(SetObject("insats", "", {"title": f"Insats {number}"}))
    drawn = [identity for identity in ours.state.objects["insats"] if not identity.endswith("-1")]
    assert len({*drawn}) >= 3
    assert all(re.fullmatch(r"insats-[a-z0-9]{10}", identity) for identity in drawn[-3:])


def test_the_first_insats_of_two_kommuner_are_two_and_what_points_at_them_follows(ours: PlanSession) -> None:
    told = []
    for order in permutations((ALVESTA, LESSEBO)):
        path = Path(ours.address).with_name(f"{order[0]}.nvplan")
        shutil.copy(Path(ours.address), path)
        county = PlanSession.open(path, "samordnare")
        copies = {ALVESTA: with_links(county, ALVESTA, "Läkarstöd"), LESSEBO: with_links(county, LESSEBO, "SIP i tid")}
        assert [*copies[ALVESTA].state.objects["insats"]] == [*copies[LESSEBO].state.objects["insats"]] == ["insats-1"]
        for actor in order:
            assert {one.kind for one in county.do(MergePlan(copies[actor]))} == {"adds"}
        assert titles(county) == ["Läkarstöd", "Regionens egen", "SIP i tid"]
        linked = {}
        for one in county.state.objects["hinder"].values():
            (effort,) = one.__dict__["efforts"]
            linked[one.__dict__["title"]] = county.state.objects["insats"][effort].__dict__["title"]
        assert linked == {"Hinder för Läkarstöd": "Läkarstöd", "Hinder för SIP i tid": "SIP i tid"}
        told.append({(kind, one.__dict__["title"]) for kind in ("insats", "hinder")
                     for one in county.state.objects[kind].values()})
        for copy in copies.values():
            assert county.do(MergePlan(copy)) == []
    assert told[0] == told[1]


def test_an_insats_that_has_come_in_is_corrected_and_not_doubled(ours: PlanSession) -> None:
    copy = with_links(ours, LESSEBO, "SIP i tid")
    ours.do(MergePlan(copy))
    copy.do(SetObject("insats", "insats-1", {"title": "SIP inom tre dygn", "state": "pagaende"}))
    assert {one.kind for one in ours.do(MergePlan(copy))} <= {"adds", "changes"}
    assert titles(ours) == ["Regionens egen", "SIP inom tre dygn"]
    assert proposals(ours.repository, copy.repository) == []


def test_an_insats_that_goes_out_and_comes_back_is_the_same(ours: PlanSession) -> None:
    copy = with_links(ours, LESSEBO, "SIP i tid")
    ours.do(MergePlan(copy))
    back = [one for one in copy.do(MergePlan(ours)) if one.change["table"] == "insats"]
    assert [one.change["after"]["title"] for one in back] == ["Regionens egen"]
    assert titles(copy) == ["Regionens egen", "SIP i tid"]


def test_a_copy_replaces_what_it_said_itself_and_clears_it(ours: PlanSession) -> None:
    copy = part(ours, LESSEBO)
    copy.do(SetAnswer(PER_ACTOR, "första svaret", LESSEBO))
    ours.do(MergePlan(copy))
    copy.do(SetAnswer(PER_ACTOR, "rättat svar", LESSEBO))
    assert [one.kind for one in ours.do(MergePlan(copy))] == ["changes"]
    assert ours.state.answer(PER_ACTOR, LESSEBO).value == "rättat svar"
    copy.do(SetAnswer(PER_ACTOR, None, LESSEBO))
    assert [one.kind for one in ours.do(MergePlan(copy))] == ["changes"]
    assert ours.state.answer(PER_ACTOR, LESSEBO).value is None


def test_what_the_coordinator_has_changed_since_is_a_clash(ours: PlanSession) -> None:
    copy = part(ours, LESSEBO)
    copy.do(SetAnswer(PER_ACTOR, "första svaret", LESSEBO))
    ours.do(MergePlan(copy))
    ours.do(SetAnswer(PER_ACTOR, "samordnarens ord", LESSEBO))
    copy.do(SetAnswer(PER_ACTOR, "rättat svar", LESSEBO))
    assert [one.kind for one in ours.do(MergePlan(copy))] == ["contradicts"]
    assert ours.state.answer(PER_ACTOR, LESSEBO).value == "samordnarens ord"


def test_two_whole_copies_that_each_add_a_post_have_both(ours: PlanSession) -> None:
    path = Path(ours.address).with_name("lan (1).nvplan")
    shutil.copy(Path(ours.address), path)
    copy = PlanSession.open(path, "annan dator")
    ours.do(SetObject("insats", "", {"title": "Här"}))
    copy.do(SetObject("insats", "", {"title": "Där"}))
    assert [one.kind for one in ours.do(MergePlan(copy))] == ["adds"]
    assert titles(ours) == ["Där", "Här", "Regionens egen"]


def test_what_is_set_aside_about_a_post_follows_it(ours: PlanSession) -> None:
    copy = with_links(ours, LESSEBO, "SIP i tid")
    copy.do(SetObject("kvittens", "", {"rule": "personnummer", "place": "insats:insats-1", "reason": "Testnummer."}))
    path = Path(copy.address).with_name("hela.nvplan")
    shutil.copy(Path(copy.address), path)  # all of her file: a part that is written out leaves receipts behind
    ours.do(MergePlan(PlanSession.open(path)))
    (receipt,) = ours.state.objects["kvittens"].values()
    identity = receipt.__dict__["place"].partition(":")[2]
    assert ours.state.objects["insats"][identity].__dict__["title"] == "SIP i tid"
    assert receipt.id == receipt_id("personnummer", f"insats:{identity}")
