"""Backups: made in time, bounded, whole, and put back without losing what stood there."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import pytest

from nvplan.model.errors import PlanFileError
from nvplan.store import migrations, structure
from nvplan.store.backups import (
    BACKUP_EVERY,
    DAYS_KEPT,
    LATEST_KEPT,
    Backup,
    backup_folder,
    backups,
    make_backup,
    read_backup,
    rolling_backups,
)
from nvplan.store.format import SCHEMA, Tables, decode, encode
from nvplan.store.plan_file import PlanFile
from nvplan.store.restoring import restore
from tests.store.plans import Clock, answer, beside, new_plan, values

MINUTE = dt.timedelta(minutes=1)


def saved(plan: PlanFile) -> list[int]:
    """Return the revisions of the backups that were made by time, latest first."""
    return [one.revision for one in rolling_backups(plan.target)]


def kept_at(plan: PlanFile, revision: int) -> Backup:
    """Return the backup with this revision."""
    return next(one for one in backups(plan.target) if one.revision == revision)


def test_the_plan_as_it_was_opened_is_kept_before_the_first_change(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    before = plan.path.read_bytes()
    assert saved(plan) == []
    answer(plan, "2.1.syfte", "ett")
    assert saved(plan) == [1]
    assert backups(plan.target)[0].path.read_bytes() == before


def test_at_most_one_is_made_in_ten_minutes_also_by_one_command_a_change(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    for number in range(60):
        answer(PlanFile.open(plan.path, clock), "2.1.syfte", str(number))
        clock.now += MINUTE
    assert saved(plan) == [51, 41, 31, 21, 11, 1]


def test_a_long_open_plan_is_backed_up_as_time_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, ticks = Clock(), [0.0]
    monkeypatch.setattr("nvplan.store.keeping.time.monotonic", lambda: ticks[0])
    plan = new_plan(tmp_path, clock)
    for number in range(31):
        answer(plan, "2.1.syfte", str(number))
        clock.now += MINUTE
        ticks[0] += 60
    assert saved(plan) == [31, 21, 11, 1]


def test_the_number_is_bounded_and_the_days_are_spread(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    for number in range(400):
        answer(PlanFile.open(plan.path, clock), "2.1.syfte", str(number))
        clock.now += dt.timedelta(hours=5)
    found = rolling_backups(plan.target)
    assert len(found) <= LATEST_KEPT + DAYS_KEPT
    assert len({one.when.date() for one in found}) == DAYS_KEPT
    assert [one.revision for one in found[:LATEST_KEPT]] == list(range(400, 400 - LATEST_KEPT, -1))
    for one in found:
        read_backup(one)


def test_a_clock_that_jumps_removes_no_newer_backup(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    answer(PlanFile.open(plan.path, clock), "2.1.syfte", "nu")
    clock.now -= dt.timedelta(days=4000)
    answer(PlanFile.open(plan.path, clock), "2.1.syfte", "förr")
    assert saved(plan) == [2, 1]


def test_the_version_before_the_latest_change_is_always_there(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for number in range(9):
        answer(plan, "2.1.syfte", str(number))
    before = plan.path.read_bytes()
    answer(plan, "2.1.syfte", "sist")
    assert [one.revision for one in backups(plan.target)] == [10, 1]
    assert backups(plan.target)[0].path.read_bytes() == before
    plan.path.write_bytes(plan.path.read_bytes()[:-1])
    clock = Clock()
    restore(plan.path, kept_at(plan, 1), "samordnare", clock)  # the wrong one
    answer(PlanFile.open(plan.path, clock), "2.1.mal", "vidare")
    restore(plan.path, kept_at(plan, 10), "samordnare", clock)
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "8"}


def test_a_backup_that_cannot_be_made_does_not_stop_the_saving(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    backup_folder(plan.target).write_text("in the way")
    answer(plan, "2.1.syfte", "sparat")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "sparat"}
    assert plan.backup_fault


def test_damaged_content_is_never_kept_as_a_backup(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    with pytest.raises(PlanFileError, match="skadad"):
        make_backup(plan.target, plan.path.read_bytes().replace(b"07", b"08"), dt.datetime(2026, 1, 1))
    assert saved(plan) == []


def _changed(folder: Path) -> tuple[PlanFile, Clock]:
    clock = Clock()
    plan = new_plan(folder, clock)
    answer(plan, "2.1.syfte", "första")
    clock.now += BACKUP_EVERY
    again = PlanFile.open(plan.path, clock)
    answer(again, "2.1.syfte", "andra")
    answer(again, "2.1.mal", "mål")
    return again, clock


def test_restoring_is_a_change_with_history_and_keeps_what_stood_there(tmp_path: Path) -> None:
    plan, clock = _changed(tmp_path)
    stood = plan.path.read_bytes()
    kept = restore(plan.path, kept_at(plan, 2), "samordnare", clock)
    assert kept is not None
    assert kept.read_bytes() == stood
    assert plan.watch()
    assert values(plan) == {"2.1.syfte@lan": "första"}
    assert plan.revision == 5
    assert plan.history()[-1]["command"] == "aterstall"
    assert len(plan.history()) == 5
    assert beside(plan.path) == {"lan.nvplan", ".lan.nvplan.kopior", kept.name}


@pytest.mark.parametrize("damage", [b"", b"null", b"half", None])
def test_a_damaged_file_is_kept_and_the_backup_takes_its_place(tmp_path: Path, damage: bytes | None) -> None:
    plan, clock = _changed(tmp_path)
    content = plan.path.read_bytes()
    broken = content[:-9] if damage == b"half" else damage
    if broken is None:
        plan.path.unlink()
    else:
        plan.path.write_bytes(broken)
    kept = restore(plan.path, kept_at(plan, 2), "samordnare", clock)
    assert (kept.read_bytes() if kept else None) == broken
    again = PlanFile.open(plan.path)
    assert values(again) == {"2.1.syfte@lan": "första"}
    assert [entry["command"] for entry in again.history()] == ["create", "svara", "aterstall"]
    assert again.revision == (5 if damage == b"half" else 4)
    answer(again, "2.1.mal", "vidare")


def test_a_damaged_backup_is_not_put_back(tmp_path: Path) -> None:
    plan, clock = _changed(tmp_path)
    before = plan.path.read_bytes()
    chosen = kept_at(plan, 2)
    chosen.path.write_bytes(chosen.path.read_bytes()[:-5])
    with pytest.raises(PlanFileError, match="skadad"):
        restore(plan.path, chosen, "samordnare", clock)
    assert plan.path.read_bytes() == before
    assert beside(plan.path) == {"lan.nvplan", ".lan.nvplan.kopior"}


def test_a_disk_that_is_full_while_restoring_leaves_everything_as_it_was(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, clock = _changed(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    for content in (plan.path.read_bytes(), b"{"):
        plan.path.write_bytes(content)
        names = beside(plan.path)
        with monkeypatch.context() as patch:
            patch.setattr("nvplan.store.atomic.os.fsync", full)
            with pytest.raises(PlanFileError, match="Disken är full"):
                restore(plan.path, kept_at(plan, 2), "samordnare", clock)
        assert plan.path.read_bytes() == content
        assert beside(plan.path) == names


def test_restoring_what_the_plan_says_already_changes_nothing(tmp_path: Path) -> None:
    plan, clock = _changed(tmp_path)
    restore(plan.path, kept_at(plan, 2), "samordnare", clock)
    names = beside(plan.path)
    assert restore(plan.path, kept_at(plan, 2), "x", clock) is None
    assert beside(plan.path) == names


def _step(tables: Tables) -> Tables:
    """Turn a synthetic schema 1, where the plan's year was text, into one where it is a number."""
    plan = tables["plan"]["1"]
    return {**tables, "plan": {"1": {**plan, "year": int(plan["year"])}}}


def test_a_file_of_an_older_version_opens_and_its_bytes_are_kept(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lan.nvplan"
    old = encode({"plan": {"1": {"id": "plan", "year": "2026"}},
                  "history": {"1": {"id": "1", "revision": 1, "when": "2025-01-01T00:00:00", "changes": []}}}, 1)
    path.write_bytes(old)
    for module in ("format", "storage", "keeping"):
        monkeypatch.setattr(f"nvplan.store.{module}.SCHEMA", SCHEMA + 1)
    steps = {SCHEMA: _step}
    monkeypatch.setattr(structure, "migrate", lambda tables, schema: migrations.migrate(tables, schema, steps,
                                                                                        SCHEMA + 1))
    plan = PlanFile.open(path)
    assert plan.get("plan", "plan") == {"year": 2026}
    assert path.read_bytes() == old
    answer(plan, "2.1.syfte", "ny")
    assert decode(path.read_bytes(), "x").schema == SCHEMA + 1
    assert [one.path.read_bytes() for one in rolling_backups(path)] == [old]
    assert PlanFile.open(path).get("plan", "plan") == {"year": 2026}


def test_an_older_file_whose_original_cannot_be_kept_is_not_changed(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new_plan(tmp_path)
    old = plan.path.read_bytes()
    for module in ("format", "storage", "keeping"):
        monkeypatch.setattr(f"nvplan.store.{module}.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(structure, "migrate", lambda tables, schema: tables)
    backup_folder(plan.target).write_text("in the way")
    with pytest.raises(PlanFileError):
        answer(PlanFile.open(plan.path), "2.1.syfte", "ny")
    assert plan.path.read_bytes() == old


def test_every_version_before_this_one_has_its_step() -> None:
    assert sorted(migrations.STEPS) == list(range(1, SCHEMA))
