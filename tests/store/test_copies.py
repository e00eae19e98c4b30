"""The copies that sync clients leave are found by name and told from other files by content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.store.copies import conflicted_copies
from nvplan.store.frozen import FrozenPlan, pack
from nvplan.store.plan_file import PlanFile
from tests.store.plans import answer, new_plan, values

COPIES = ["lan (Annas konflikterande kopia 2026-11-23).nvplan", "lan (Anna's conflicted copy 2026-11-23).nvplan",
          "lan (conflicted copy 2026-11-23 140203).nvplan", "lan.sync-conflict-20261123-140203-ABCDEF7.nvplan",
          "lan-REGION-PC12.nvplan", "lan_conflict-20261123-140203.nvplan", "lan (1).nvplan", "lan 2.nvplan"]
OTHERS = ["lan kopia.nvplan", "lanet.nvplan", "lan (1).txt", "annat (1).nvplan", "lan skadad 2026-11-23 140203.nvplan",
          "lan före återställning 2026-11-23 140203.nvplan"]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_with_changes_of_its_own_is_found(tmp_path: Path, name: str) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "gemensamt")
    shutil.copy(plan.path, tmp_path / name)
    assert conflicted_copies(plan) == []
    answer(PlanFile.open(tmp_path / name), "2.1.mal", "deras")
    answer(plan, "2.1.syfte", "vårt")
    assert [copy.path.name for copy in conflicted_copies(plan)] == [name]


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_not_taken_for_copies(tmp_path: Path, name: str) -> None:
    plan = new_plan(tmp_path)
    shutil.copy(plan.path, tmp_path / name)
    answer(PlanFile.open(tmp_path / name), "2.1.mal", "deras")
    assert conflicted_copies(plan) == []


def test_another_plan_and_a_damaged_copy_are_left_out(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    other = new_plan(tmp_path, name="lan (1).nvplan")
    with other.transaction("samordnare", "satt") as change:
        change.put("plan", "plan", {"county_code": "08", "year": 2027})
    (tmp_path / "lan (2).nvplan").write_bytes(b"{")
    assert conflicted_copies(plan) == []


def test_a_frozen_state_stays_what_it_was(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "då")
    body = pack(plan)
    answer(plan, "2.1.syfte", "nu")
    frozen = FrozenPlan(plan, body)
    assert frozen.list("answers")[0]["answers"]["2.1.syfte"]["value"] == "då"
    assert frozen.revision == 2
    assert values(plan) == {"2.1.syfte@lan": "nu"}
