"""What is acknowledged is kept, what fails changes nothing, and several can write at once: in every store."""

from __future__ import annotations

from typing import Any

import pytest

from nvplan.clock import Clock
from nvplan.model.errors import PlanFileError
from nvplan.store.frozen import FrozenPlan, pack
from nvplan.store.journal import BALLOTS, CLOCKS, SNAPSHOTS, undoable
from nvplan.store.opening import create_plan_at, known_as, open_bytes, open_plan, store_of
from nvplan.store.repository import Repository
from tests.store.places import Place
from tests.store.plans import TABLES, answer, values
from tests.store.plans import Clock as SetClock


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands still until a test moves it."""
    return SetClock()


@pytest.fixture
def plan(place: Place, clock: Clock) -> Repository:
    """A new plan."""
    return create_plan_at(place.address(), TABLES, "samordnare", clock)


def test_what_was_saved_is_there_when_the_plan_is_opened_again(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "Göra vården nära ÅÄÖ 👩🏽‍⚕️")
    again = open_plan(plan.address)
    assert values(again) == {"2.1.syfte@lan": "Göra vården nära ÅÄÖ 👩🏽‍⚕️"}
    assert again.revision == plan.revision == 2
    assert [entry["command"] for entry in again.history()] == ["create", "svara"]
    assert again.get("plan", "plan") == TABLES["plan"]["plan"]
    assert {"plan", "actors", "answers"} <= {*again.tables()}


def test_a_clock_and_an_open_round_are_kept_and_leave_no_entry(plan: Repository) -> None:
    before = list(plan.history())
    for table in (CLOCKS, BALLOTS):
        with plan.transaction("samordnare", "rost") as change:
            change.put(table, "mote-1", {"sealed": "x"})
    assert list(plan.history()) == before
    again = open_plan(plan.address)
    assert [again.get(table, "mote-1") for table in (CLOCKS, BALLOTS)] == [{"sealed": "x"}] * 2
    assert again.revision == plan.revision == 3
    answer(plan, "2.1.syfte", "text")
    assert plan.history()[-1]["revision"] == plan.revision == 4


def test_a_secret_is_kept_beside_the_plan_and_is_in_no_copy_of_it(place: Place, plan: Repository) -> None:
    plan.secrets.keep("0a1b", b"hemligt ord")
    again = open_plan(plan.address)
    assert (again.secrets.get("0a1b"), again.secrets.names()) == (b"hemligt ord", {"0a1b"})
    assert b"hemligt ord" not in plan.content()
    plan.save_as(place.address("annan"))
    assert open_plan(place.address("annan")).secrets.names() == set()
    assert plan.secrets.get("../lan") is None
    again.secrets.forget("0a1b")
    again.secrets.forget("0a1b")
    assert (plan.secrets.get("0a1b"), plan.secrets.names()) == (None, set())


def test_an_address_and_a_name_lead_to_the_plan(place: Place, plan: Repository) -> None:
    assert plan.address == known_as(place.address()) == open_plan(place.address()).address
    assert plan.name == "lan.nvplan"
    assert store_of(plan.address).has(plan.address)
    assert not store_of(plan.address).has(place.address("annan"))
    assert store_of(plan.address).name_of(plan.address) == plan.name
    with pytest.raises(PlanFileError, match=r"annan\.nvplan"):
        open_plan(place.address("annan"))


def test_a_plan_that_exists_is_never_overwritten(place: Place, plan: Repository) -> None:
    answer(plan, "2.1.syfte", "text")
    with pytest.raises(PlanFileError, match="finns redan"):
        create_plan_at(place.address(), TABLES, "annan")
    plan.save_as(place.address("kopia"))
    with pytest.raises(PlanFileError, match="finns redan"):
        plan.save_as(place.address("kopia"))
    assert values(open_plan(plan.address)) == values(open_plan(place.address("kopia"))) == {"2.1.syfte@lan": "text"}


def test_a_change_that_changes_nothing_writes_nothing(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "text")
    answer(plan, "2.1.syfte", "text")
    assert plan.revision == open_plan(plan.address).revision == 2
    assert len(plan.history()) == 2


def test_an_error_inside_a_change_takes_everything_back(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "text")
    with pytest.raises(RuntimeError):
        _change_and_fail(plan)
    assert plan.get("insats", "sip") is None
    assert values(plan) == {"2.1.syfte@lan": "text"}
    assert open_plan(plan.address).revision == plan.revision == 2
    answer(plan, "2.1.mal", "mål")
    assert values(open_plan(plan.address)) == {"2.1.syfte@lan": "text", "2.1.mal@lan": "mål"}


def _change_and_fail(plan: Repository) -> None:
    with plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"title": "SIP"})
        change.delete("answers", "2.1@lan")
        assert change.get("answers", "2.1@lan") is None
        raise RuntimeError


def test_two_open_at_once_see_each_others_changes_and_lose_none(plan: Repository) -> None:
    second = open_plan(plan.address)
    for number in range(5):
        answer(plan, f"2.1.a{number}", "första")
        answer(second, f"2.1.b{number}", "andra")
        answer(second, f"3.1.b{number}", "andra")
    assert plan.watch()
    assert not plan.watch()
    assert values(plan) == values(second) == values(open_plan(plan.address))
    assert (len(values(plan)), plan.revision) == (15, 16)


def test_one_stay_in_a_field_is_one_entry(plan: Repository) -> None:
    for text in ("G", "Gö", "Göra"):
        answer(plan, "2.1.syfte", text, edit="vistelse-1")
    answer(plan, "2.1.syfte", "Göra nära", edit="vistelse-2")
    assert plan.revision == 5
    typed = plan.history()[1:]
    assert [entry["changes"][0]["after"]["value"] for entry in typed] == ["Göra", "Göra nära"]
    assert "before" not in typed[0]["changes"][0]
    assert plan.latest == typed[-1]


def test_the_log_knows_roles_and_undo_is_per_role(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "ett", role="region")
    answer(plan, "2.1.mal", "två", role="kommun")
    assert [entry["role"] for entry in plan.history()] == ["samordnare", "region", "kommun"]
    for role, subject in (("region", "2.1.syfte"), ("kommun", "2.1.mal")):
        assert [entry["subject"] for entry in undoable(plan.history(), role)[0]] == [subject]
    assert plan.role == "", "this store knows nobody; the person says the role"


def test_many_changes_can_be_undone(plan: Repository) -> None:
    for number in range(30):
        answer(plan, "2.1.syfte", str(number))
    assert len(undoable(open_plan(plan.address).history(), "samordnare")[0]) >= 20


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2 ** 70, "\ud800", {"x": object()}])
def test_a_value_that_would_not_come_back_is_refused_and_nothing_changes(plan: Repository, value: object) -> None:
    with pytest.raises(PlanFileError), plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"title": value})
    assert plan.get("insats", "sip") is None
    assert open_plan(plan.address).revision == 1


def test_a_document_is_a_value_that_nobody_else_holds(plan: Repository) -> None:
    given: dict[str, Any] = {"name": "RSS", "type": "rss", "answers_as": ["region"]}
    with plan.transaction("samordnare", "satt") as change:
        change.put("actors", "rss", given)
        given["answers_as"].append("kommun")
    given["name"] = "ändrad i handen"
    assert plan.get("actors", "rss") == {"name": "RSS", "type": "rss", "answers_as": ["region"]}


def test_one_who_writes_is_waited_for_only_so_long(plan: Repository) -> None:
    second = open_plan(plan.address)
    second.patience = 0.05
    with plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"title": "SIP"})
        with pytest.raises(PlanFileError, match="upptagen"):
            answer(second, "2.1.syfte", "text")
    answer(second, "2.1.syfte", "text")
    assert second.get("insats", "sip") == {"title": "SIP"}


def test_one_who_dies_in_the_middle_leaves_nothing_and_locks_nobody_out(place: Place, plan: Repository) -> None:
    place.die_in_a_change(plan.address)
    plan.patience = 5.0
    answer(plan, "2.1.syfte", "text")
    again = open_plan(plan.address)
    assert again.get("insats", "sip") is None
    assert (values(again), again.revision) == ({"2.1.syfte@lan": "text"}, 2)


def test_where_nobody_may_write_it_is_said_beforehand_and_reading_goes_on(place: Place, plan: Repository) -> None:
    assert plan.write_fault == ""
    place.forbid_writing(plan.address)
    told = open_plan(plan.address)
    assert told.write_fault
    with pytest.raises(PlanFileError) as refused:
        answer(told, "2.1.syfte", "text")
    assert str(refused.value) == told.write_fault
    assert values(told) == {}


def test_a_frozen_state_stays_what_it_was_and_is_never_changed(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "då")
    with plan.transaction("samordnare", "frys") as change:
        change.put(SNAPSHOTS, "mars", {"name": "Mars", "created": change.when, "role": change.role, **pack(plan)})
    answer(plan, "2.1.syfte", "nu")
    frozen = FrozenPlan(plan, {**(plan.get(SNAPSHOTS, "mars") or {}), "id": "mars"})
    assert (values(frozen), frozen.revision) == ({"2.1.syfte@lan": "då"}, 2)
    with pytest.raises(PlanFileError, match="ändras aldrig"), plan.transaction("samordnare", "satt") as change:
        change.put(SNAPSHOTS, "mars", {"name": "Nytt"})
    with pytest.raises(PlanFileError, match="ändras aldrig"), plan.transaction("samordnare", "satt") as change:
        change.delete(SNAPSHOTS, "mars")
    assert values(plan) == {"2.1.syfte@lan": "nu"}
    with pytest.raises(PlanFileError, match="ändras aldrig"):
        frozen.transaction("samordnare", "satt")


def test_those_who_listen_hear_of_ones_own_and_others_changes_until_they_stop(plan: Repository) -> None:
    heard: list[int] = []
    end = plan.subscribe(lambda: heard.append(plan.revision))
    answer(plan, "2.1.syfte", "mitt")
    answer(plan, "2.1.syfte", "mitt")
    answer(open_plan(plan.address), "2.1.mal", "deras")
    plan.watch()
    assert heard == [2, 3]
    end()
    answer(plan, "2.1.syfte", "igen")
    assert heard == [2, 3]


def test_its_bytes_are_the_plan_for_whoever_gets_them(plan: Repository) -> None:
    answer(plan, "2.1.syfte", "text")
    handed = open_bytes("kopia.nvplan", plan.content())
    assert (values(handed), handed.revision, handed.name) == (values(plan), plan.revision, "kopia.nvplan")
    assert handed.history() == plan.history()
