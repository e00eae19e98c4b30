"""What is made beside a plan has the plan's rights, a plan that is not to be written is not, and disks that fill up."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from nvplan.model.errors import PlanFileError
from nvplan.store.atomic import TEMPORARY_SUFFIX
from nvplan.store.backups import PREVIOUS, backup_folder, backups, rolling_backups
from nvplan.store.locking import lock_path
from nvplan.store.notices import listening
from nvplan.store.plan_file import PlanFile
from nvplan.store.restoring import MOST_KEPT, restore
from tests.store.plans import Clock, answer, new_plan, values
from tests.store.test_disks import in_process, mounts, on_disk

READ_ONLY = "lan.nvplan är skrivskyddad, filen själv eller disken. Ändringen är inte sparad."
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of a POSIX system")
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to become another user")


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that every user may write in; pytest closes its own folders to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_plan_with_the_read_only_bit_is_told_as_a_read_only_disk_and_can_be_read(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    plan.path.chmod(0o444)
    before = plan.path.read_bytes()
    again = PlanFile.open(plan.path)
    for _ in range(2):
        with pytest.raises(PlanFileError) as caught:
            answer(again, "2.1.syfte", "text")
        assert str(caught.value) == READ_ONLY
    assert plan.path.read_bytes() == before
    assert again.revision == 1
    plan.path.chmod(0o644)
    answer(again, "2.1.syfte", "text")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "text"}


@posix
def test_a_lock_that_was_made_when_the_plan_was_read_only_is_no_hindrance(shared: Path) -> None:
    plan = new_plan(shared)
    answer(plan, "2.1.syfte", "text")
    lock_path(plan.path).chmod(0o444)
    answer(PlanFile.open(plan.path), "2.1.syfte", "annat")
    assert _mode(lock_path(plan.path)) & 0o600 == 0o600


def test_a_read_only_plan_is_not_restored_over(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    answer(plan, "2.1.syfte", "text")
    plan.path.chmod(0o444)
    for content in (plan.path.read_bytes(), b"skadat"):
        plan.path.chmod(0o644)
        plan.path.write_bytes(content)
        plan.path.chmod(0o444)
        with pytest.raises(PlanFileError, match="skrivskyddad"):
            restore(plan.path, backups(plan.path)[-1], "samordnare", clock)
        assert plan.path.read_bytes() == content
        assert not list(tmp_path.glob("* före *"))


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_what_is_made_beside_a_plan_has_its_rights(tmp_path: Path, mode: int) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    plan.path.chmod(mode)
    old = os.umask(0o022)
    try:
        for text in ("a", "b"):
            answer(plan, "2.1.syfte", text)
            clock.now += dt.timedelta(minutes=11)
            plan._keeper.look_again()
    finally:
        os.umask(old)
    folder = backup_folder(plan.path)
    made = [lock_path(plan.path), plan.path, *folder.iterdir()]
    assert len(made) >= 5
    assert {_mode(one) for one in made} == {mode}
    assert _mode(folder) == mode | (mode & 0o444) >> 2


@posix
def test_the_folder_of_an_older_version_is_closed_when_its_plan_is(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "a")
    assert _mode(backup_folder(plan.path)) & 0o077
    plan.path.chmod(0o600)
    answer(PlanFile.open(plan.path), "2.1.syfte", "b")
    assert _mode(backup_folder(plan.path)) == 0o700


@as_root
def test_what_root_makes_beside_a_plan_belongs_to_its_owner(shared: Path) -> None:
    plan = new_plan(shared)
    os.chown(plan.path, 65534, 65534)
    answer(plan, "2.1.syfte", "text")
    made = [plan.path, lock_path(plan.path), backup_folder(plan.path), *backup_folder(plan.path).iterdir()]
    assert {(one.stat().st_uid, one.stat().st_gid) for one in made} == {(65534, 65534)}
    assert in_process(plan.path, None, "annat", user=65534) == ""
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "annat"}


@as_root
def test_in_a_shared_folder_each_user_has_backups(shared: Path) -> None:
    plan = new_plan(shared)
    answer(plan, "2.1.syfte", "text")
    plan.path.chmod(0o666)
    lock_path(plan.path).chmod(0o666)
    backup_folder(plan.path).chmod(0o755)
    for file in backup_folder(plan.path).iterdir():
        os.utime(file, (0, 0))
        if file.name != PREVIOUS:  # one that was made long ago
            file.rename(file.with_name("20200101-120000-r1.nvplan"))
    assert in_process(plan.path, None, "annat", user=65534) == ""
    own = shared / f"{backup_folder(plan.path).name}-65534"
    assert own.stat().st_uid == 65534
    assert {one.path.parent for one in rolling_backups(plan.path)} == {backup_folder(plan.path), own}


@posix
def test_a_lock_file_that_is_a_link_or_another_thing_is_told_as_such(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    lock = lock_path(plan.path)
    lock.symlink_to(tmp_path / "annat")
    with pytest.raises(PlanFileError, match=r"låsfilen \.lan\.nvplan\.lock bredvid den är en länk"):
        answer(plan, "2.1.syfte", "text")
    assert not (tmp_path / "annat").exists()
    lock.unlink()
    lock.mkdir()
    with pytest.raises(PlanFileError, match="något annat som heter"):
        answer(PlanFile.open(plan.path), "2.1.syfte", "text")


@as_root
def test_a_lock_file_of_another_is_told_as_such(shared: Path) -> None:
    plan = new_plan(shared)
    answer(plan, "2.1.syfte", "text")
    plan.path.chmod(0o666)
    lock_path(plan.path).chmod(0o600)
    said = in_process(plan.path, None, "annat", user=65534)
    assert "låsfilen .lan.nvplan.lock bredvid den tillhör någon annan" in said


def test_files_that_restores_have_kept_are_bounded(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    answer(plan, "2.1.syfte", "text")
    mine = tmp_path / "lan före återställning av mig.nvplan"
    mine.write_bytes(b"x")
    for number in range(MOST_KEPT + 5):
        answer(plan, "2.1.syfte", f"{number}")
        clock.now += dt.timedelta(seconds=number % 2)
        restore(plan.path, backups(plan.path)[-1], "samordnare", clock)
        plan.watch()
    kept = list(tmp_path.glob("lan före återställning 2*.nvplan"))
    assert len(kept) == MOST_KEPT
    assert mine.exists()
    newest = max(kept, key=lambda one: PlanFile.open(one).revision)
    assert values(PlanFile.open(newest)) == {"2.1.syfte@lan": f"{MOST_KEPT + 4}"}


def test_the_temporary_files_of_those_who_died_go_when_the_next_plan_is_made(tmp_path: Path) -> None:
    dead, alive = (tmp_path / f".{name}.nvplan.abcd{TEMPORARY_SUFFIX}" for name in ("dog", "lever"))
    for file in (dead, alive):
        file.write_bytes(b"x")
    os.utime(dead, (0, 0))
    new_plan(tmp_path)
    assert not dead.exists()
    assert alive.exists()


def test_the_backup_does_not_take_the_room_of_the_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new_plan(tmp_path)
    usage = SimpleNamespace(free=10)
    monkeypatch.setattr("nvplan.store.backups.shutil.disk_usage", lambda _: usage)
    answer(plan, "2.1.syfte", "text")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "text"}
    assert rolling_backups(plan.path) == []
    assert "ingen säkerhetskopia" in plan.backup_fault
    usage.free = 10**9
    plan._keeper.look_again()
    answer(plan, "2.1.syfte", "annat")
    assert len(rolling_backups(plan.path)) == 1
    assert plan.backup_fault == ""


def test_a_change_that_does_not_fit_makes_older_backups_give_way(tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    for number in range(5):
        clock.now += dt.timedelta(minutes=11)
        plan._keeper.look_again()
        answer(plan, "2.1.syfte", f"{number}")
    kept, real, told = len(rolling_backups(plan.path)), os.fsync, list[str]()
    assert kept > 3

    def full(descriptor: int) -> None:
        if len(rolling_backups(plan.path)) > kept - 2:
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr("nvplan.store.atomic.os.fsync", full)
    with listening(told.append):
        answer(plan, "2.1.syfte", "sist")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "sist"}
    assert len(rolling_backups(plan.path)) == kept - 2
    assert any("Äldre säkerhetskopior av lan.nvplan är borttagna" in one for one in told)


@mounts
def test_on_a_disk_that_fills_up_changes_go_before_backups(tmp_path: Path) -> None:
    said = on_disk(new_plan(tmp_path), "size=200k", "true", (
        "import datetime as dt\n"
        "class Later(Clock):\n"
        "    def __call__(self):\n        self.now += dt.timedelta(minutes=11); return self.now\n"
        "saved = 0\n"
        "try:\n"
        "    for number in range(1000):\n"
        "        answer(PlanFile.open(path, Later()), f'2.1.f{number}', 'x' * 3000); saved += 1\n"
        "except Exception as error:\n    print(error)\n"
        "assert len(values(PlanFile.open(path))) == saved\n"
        "print(path.stat().st_size > 80_000)\n"))
    assert said.splitlines() == ["Disken är full. Ändringen är inte sparad, den tidigare filen är hel.", "True"]
