"""The change log is bounded, and no first or last value of anything is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from nvplan.store import compaction
from nvplan.store.journal import COMPACTED, Entry, field_key, undoable
from nvplan.store.plan_file import PlanFile
from tests.store.plans import answer, new_plan, values


def firsts_and_lasts(history: list[Entry]) -> dict[object, tuple[object, object]]:
    """Return the first and the last value of every field that the log tells of."""
    found: dict[object, list[object]] = {}
    for entry in history:
        for change in entry["changes"]:
            told = found.setdefault(field_key(change), [])
            told += [change[side] for side in ("before", "after") if side in change]
    return {key: (told[0], told[-1]) for key, told in found.items()}


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "MOST_ENTRIES", 60)
    monkeypatch.setattr(compaction, "ALWAYS_KEPT", 10)


@pytest.mark.usefixtures("_small")
def test_first_and_last_values_survive_any_number_of_changes(tmp_path: Path) -> None:
    plan, chance, full = new_plan(tmp_path), random.Random(7), list[Entry]()
    full += plan.history()
    for number in range(500):
        question = f"2.1.f{chance.randrange(12)}"
        answer(plan, question, None if chance.random() < 0.2 else f"text {number}", role=chance.choice(("a", "b")))
        if plan.history()[-1] != full[-1]:
            full.append(plan.history()[-1])
        assert len(plan.history()) <= 62
    again = PlanFile.open(plan.path)
    assert again.history()[0]["command"] == COMPACTED
    assert firsts_and_lasts(list(again.history())) == firsts_and_lasts(full)
    assert values(again) == values(plan)


@pytest.mark.usefixtures("_small")
def test_what_was_gathered_tells_when_and_in_which_role(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for number in range(200):
        answer(plan, "2.1.syfte", str(number), role="a" if number == 0 else "b")
    first, last = plan.history()[0]["changes"]
    assert (first["after"]["value"], first["role"], first["revision"]) == ("0", "a", 2)
    assert last["role"] == "b"


@pytest.mark.usefixtures("_small")
def test_undo_reaches_as_far_as_the_log_and_no_further(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for number in range(100):
        answer(plan, "2.1.syfte", str(number))
    undo, redo = undoable(plan.history(), "samordnare")
    assert len(undo) == len(plan.history()) - 1 >= 10
    assert redo == []


def test_the_size_in_bytes_is_bounded(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for number in range(250):
        answer(plan, f"2.1.f{number % 5}", f"{number} " + "åäö " * 2000)
        if number % 50 == 0:
            plan = PlanFile.open(plan.path)
    assert plan.path.stat().st_size < 2_000_000
    assert len(plan.history()) > compaction.ALWAYS_KEPT


def test_a_log_that_is_large_because_the_plan_is_is_not_gathered_at_every_change() -> None:
    assert compaction.is_due(500, 1_200_000, 10)
    assert not compaction.is_due(500, 1_200_000, 1_000_000)
    assert compaction.is_due(500, 2_100_000, 1_000_000)
    assert not compaction.is_due(20, 9_000_000, 10)
