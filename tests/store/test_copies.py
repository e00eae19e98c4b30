"""The copies beside a plan are found by what is in them, whatever they are called."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from nvplan.store.copies import conflicted_copies
from nvplan.store.frozen import FrozenPlan, pack
from nvplan.store.plan_file import PlanFile
from tests.store.plans import answer, new_plan, values

#: How people and sync clients name a copy: Dropbox, Nextcloud, ownCloud, Syncthing, OneDrive, Google Drive, iCloud,
#: Resilio, Windows, macOS, and people.
COPIES = ["lan (Annas konflikterande kopia 2026-11-23).nvplan", "lan (Anna's conflicted copy 2026-11-23).nvplan",
          "lan (conflicted copy 2026-11-23 140203).nvplan", "lan.sync-conflict-20261123-140203-ABCDEF7.nvplan",
          "lan-REGION-PC12.nvplan", "lan_conflict-20261123-140203.nvplan", "lan (1).nvplan", "lan 2.nvplan",
          "lan - kopia.nvplan", "lan – Kopia (2).nvplan", "Kopia av lan.nvplan", "lan - Copy.nvplan",
          "lan kopia.nvplan",
          "lan-ANNAS DATOR 2.nvplan", "lan (Anna Andersson).nvplan", "lan_conflict-anna-20180220-141213.nvplan",
          "lan (case clash from Anna).nvplan", "lan.NVPLAN", "LAN (1).NVPLAN", "annat namn.nvplan", "arkiv 2027.json",
          "lan.nvplan.conflict", "lan.nvplan (2)", "lan (Åsas kopia).nvplan",
          unicodedata.normalize("NFD", "lan (Åsas kopia på jobbet).nvplan"), "lan.conflict1.nvplan"]
OTHERS = ["lan skadad 2026-11-23 140203.nvplan", "lan före återställning 2026-11-23 140203.nvplan",
          unicodedata.normalize("NFD", "lan före återställning 2026-11-23 140203 (1).nvplan"), ".lan.nvplan"]


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


def test_backups_and_folders_are_no_copies(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "då")
    plan.back_up()
    answer(plan, "2.1.syfte", "nu")
    (tmp_path / "lan kopia.nvplan").mkdir()
    shutil.copy(plan.path, tmp_path / "lan kopia.nvplan" / "lan.nvplan")
    answer(PlanFile.open(tmp_path / "lan kopia.nvplan" / "lan.nvplan"), "2.1.mal", "i en annan mapp")
    assert conflicted_copies(plan) == []


def test_a_copy_is_found_among_many_other_files_and_links_to_the_plan_are_none(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for number in range(300):
        (tmp_path / f"bild {number}.json").write_bytes(b"\xff\xd8" * 200)
        (tmp_path / f"data {number}.json").write_text('{"nvplan": "' + "x" * 300 + '"}', encoding="utf-8")
    (tmp_path / "genväg.nvplan").symlink_to(plan.path)
    (tmp_path / "samma fil.nvplan").hardlink_to(plan.path)
    assert conflicted_copies(plan) == []
    shutil.copy(plan.path, tmp_path / "vad som helst")
    answer(PlanFile.open(tmp_path / "vad som helst"), "2.1.mal", "deras")
    assert [copy.path.name for copy in conflicted_copies(plan)] == ["vad som helst"]


def test_a_copy_that_another_program_has_laid_out_anew_is_found(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    shutil.copy(plan.path, tmp_path / "ordnad.nvplan")
    answer(PlanFile.open(tmp_path / "ordnad.nvplan"), "2.1.mal", "deras")
    read = json.loads((tmp_path / "ordnad.nvplan").read_bytes())
    (tmp_path / "ordnad.nvplan").write_text(json.dumps(read, indent=2, ensure_ascii=False), encoding="utf-8")
    assert [copy.path.name for copy in conflicted_copies(plan)] == ["ordnad.nvplan"]


def test_a_frozen_state_stays_what_it_was(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "då")
    body = pack(plan)
    answer(plan, "2.1.syfte", "nu")
    frozen = FrozenPlan(plan, body)
    assert frozen.list("answers")[0]["answers"]["2.1.syfte"]["value"] == "då"
    assert frozen.revision == 2
    assert values(plan) == {"2.1.syfte@lan": "nu"}
