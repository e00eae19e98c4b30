"""Backups and what is put back from them: in every store."""

from __future__ import annotations

import pytest

from nvplan.model.errors import PlanFileError
from nvplan.store.opening import create_plan_at, open_plan, store_of
from nvplan.store.repository import Repository
from tests.store.places import Place
from tests.store.plans import TABLES, Clock, answer, values

pytestmark = pytest.mark.usefixtures("place")


@pytest.fixture
def plan(place: Place) -> Repository:
    """A plan in which something has been written twice."""
    plan = create_plan_at(place.address(), TABLES, "samordnare", Clock())
    answer(plan, "2.1.syfte", "ett")
    answer(plan, "2.1.syfte", "två")
    return plan


def test_the_plan_before_the_first_change_is_kept_and_can_be_read(plan: Repository) -> None:
    store = store_of(plan.address)
    found = store.backups(plan.address)
    assert [one.revision for one in found] == sorted((one.revision for one in found), reverse=True)
    assert found[-1].revision == 1
    assert all(one.size and one.name and one.when for one in found)
    then = store.open_backup(plan.address, found[-1])
    assert (values(then), then.revision) == ({}, 1)
    assert values(store.open_backup(plan.address, found[0])) == {"2.1.syfte@lan": "ett"}


def test_restoring_is_a_change_that_keeps_the_log_and_what_stood_there(plan: Repository) -> None:
    store = store_of(plan.address)
    kept = store.restore(plan.address, store.backups(plan.address)[0], "samordnare", Clock())
    assert kept
    again = open_plan(plan.address)
    assert (values(again), again.revision) == ({"2.1.syfte@lan": "ett"}, 4)
    assert [entry["command"] for entry in again.history()] == ["create", "svara", "svara", "aterstall"]
    assert again.latest is not None
    assert again.latest["changes"][0]["before"]["value"] == "två"
    assert plan.watch()
    assert values(plan) == values(again)


def test_restoring_what_the_plan_says_already_changes_nothing(plan: Repository) -> None:
    store = store_of(plan.address)
    first = store.backups(plan.address)[-1]
    assert store.restore(plan.address, first, "samordnare", Clock())
    again = open_plan(plan.address)
    assert (values(again), again.revision) == ({}, 4)
    assert store.restore(plan.address, first, "samordnare", Clock()) == ""
    assert open_plan(plan.address).revision == 4


def test_a_plan_that_cannot_be_read_is_put_back_from_a_backup(place: Place, plan: Repository) -> None:
    store = store_of(plan.address)
    before = plan.revision
    place.damage(plan.address)
    with pytest.raises(PlanFileError):
        open_plan(plan.address)
    assert store.has(plan.address)
    store.restore(plan.address, store.backups(plan.address)[0], "samordnare", Clock())
    again = open_plan(plan.address)
    assert values(again) == {"2.1.syfte@lan": "ett"}
    assert again.revision > before - 1
