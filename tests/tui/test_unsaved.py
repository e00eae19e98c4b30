"""What could not be saved is kept, tried again and asked about; another's plan is never written into."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store import storage
from nvplan.store.atomic import write_atomic
from nvplan.store.locking import lock_path
from nvplan.texts import planner as planner_texts
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.boxes.unsaved import UnsavedBox
from nvplan.tui.widgets.object_fields import FormField
from tests.tui.planner import (
    go_to,
    look_at_file,
    new_plan,
    planner,
    press,
    screen_text,
    settle,
    type_text,
    until,
    until_holds,
)

LINE, TABLE = "1.0.agare", "1.4.forum"
SAVED, UNSAVED = "✓ Sparat", "inte sparat än"


def answer(path: Path, question: str = LINE, actor: str = "region") -> object:
    """Return an answer as it is on disk."""
    return PlanSession.open(path).state.answer(question, actor).value


class Disk:
    """A disk that refuses to be written to until it is mended."""

    def __init__(self) -> None:
        self.broken = False
        self._write = write_atomic

    def write(self, *given: object, **named: object) -> object:
        """Write, or refuse."""
        if self.broken:
            raise OSError(errno.EROFS, "read-only")
        return self._write(*given, **named)  # type: ignore[arg-type]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Return a disk that can be broken."""
    made = Disk()
    monkeypatch.setattr(storage, "write_atomic", made.write)
    return made


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the settings in a folder of the test's own."""
    monkeypatch.setenv("NVPLAN_HEM", str(tmp_path / "hem"))
    return tmp_path / "hem"


async def wait_for(pilot: Pilot[None], path: Path, value: object) -> None:
    """Wait until the answer is on disk."""
    await until_holds(pilot, lambda: answer(path) == value, f"the disk has {value}")
    await settle(pilot)


# -- a slow disk ---------------------------------------------------------------------------------------------------
async def test_on_a_slow_disk_text_waits_for_a_pause_and_says_so_and_leaving_saves_it(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        monkeypatch.setattr("nvplan.tui.saving.QUICK", -1.0)
        monkeypatch.setattr("nvplan.tui.saving.PAUSE", 600.0)
        await go_to(pilot, LINE)
        await type_text(pilot, "Direktören")
        assert answer(path) is None
        shown = screen_text(pilot)
        assert planner_texts.SAVING in shown
        assert SAVED not in shown
        await press(pilot, "escape")
        assert answer(path) == "Direktören"
        await go_to(pilot, LINE)
        monkeypatch.setattr("nvplan.tui.saving.PAUSE", 0.05)
        await type_text(pilot, " själv")
        assert SAVED in await until(pilot, SAVED)
        await wait_for(pilot, path, "Direktören själv")


# -- leaving -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("keys", [("escape",), ("f8",), ("f5",), ("ctrl+t",), ("f9",)])
async def test_what_the_disk_refused_is_kept_whatever_the_way_out_and_saved_when_it_can_be(
        tmp_path: Path, disk: Disk, keys: tuple[str, ...]) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "Direktören")
        disk.broken = True
        await type_text(pilot, " och")
        assert SAVED not in screen_text(pilot)
        assert "skrivskyddad" in screen_text(pilot)
        await press(pilot, *keys)
        assert f"1 svar är {UNSAVED}" in await until(pilot, UNSAVED)
        assert answer(path) == "Direktören"
        await go_to(pilot, LINE)
        assert "Direktören och" in await until(pilot, "Direktören och")
        assert SAVED not in screen_text(pilot)
        disk.broken = False
        await wait_for(pilot, path, "Direktören och")
        assert answer(path) == "Direktören och"
        assert SAVED in screen_text(pilot)
        assert UNSAVED not in screen_text(pilot)


async def test_leaving_the_program_asks_about_what_is_not_saved_and_enter_stays(tmp_path: Path, disk: Disk) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        disk.broken = True
        await type_text(pilot, "Direktören")
        await press(pilot, "f8", "ctrl+q")
        shown = await until(pilot, "Det här är inte sparat")
        assert "Direktören" in shown
        await press(pilot, "enter")
        assert pilot.app.is_running
        assert not isinstance(pilot.app.screen, UnsavedBox)
        disk.broken = False
        await wait_for(pilot, path, "Direktören")
        await press(pilot, "ctrl+q")
        assert not pilot.app.is_running
    assert answer(path) == "Direktören"


async def test_what_is_not_saved_can_be_taken_along_in_a_text_file(tmp_path: Path, disk: Disk, home: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        disk.broken = True
        await type_text(pilot, "Direktören")
        await press(pilot, "ctrl+q")
        await until(pilot, "Det här är inte sparat")
        await press(pilot, "down", "down", "enter")
        assert not pilot.app.is_running
    [kept] = home.glob("osparat-*.txt")
    assert "Direktören" in kept.read_text(encoding="utf-8")
    disk.broken = False
    async with planner(path) as pilot:
        assert kept.name in "".join(screen_text(pilot).split()), "the next sitting begins with where the texts lie"


async def test_a_plan_that_may_only_be_read_keeps_the_text_and_goes_on(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        path.chmod(0o444)
        await type_text(pilot, "Direktören")
        assert pilot.app.is_running
        assert "plan.nvplan är skrivskyddad" in screen_text(pilot)
        assert pilot.app.screen.query_one(Input).value == "Direktören"
        path.chmod(0o644)
        await wait_for(pilot, path, "Direktören")
        assert answer(path) == "Direktören"


async def test_a_field_of_a_form_is_kept_and_stands_there_again(tmp_path: Path, disk: Disk) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "plus")
        await type_text(pilot, "Hembesök")
        await press(pilot, "tab", "f4")
        disk.broken = True
        await type_text(pilot, "Syftet")
        await press(pilot, "escape")
        assert UNSAVED in await until(pilot, UNSAVED)
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#field-purpose", FormField).given == "Syftet"
        disk.broken = False


        def purposes() -> list[str]:
            return [getattr(made, "purpose", "") for made in PlanSession.open(path).state.objects["insats"].values()]

        await until_holds(pilot, lambda: purposes() == ["Syftet"], "the purpose is on disk")


async def test_what_cannot_be_read_stands_in_the_field_when_the_person_comes_back(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        number = next(question for question in PlanSession.open(path).form("gemensam").questions
                      if question.kind == "tal" and question.per == "lan")
        await go_to(pilot, number.id)
        await type_text(pilot, "tolv")
        await press(pilot, "escape")
        await go_to(pilot, number.id)
        assert pilot.app.screen.query_one(Input).value == "tolv"
        assert "går inte att läsa" in " ".join(screen_text(pilot).split()) or "är inget tal" in screen_text(pilot)


# -- another program has the lock ----------------------------------------------------------------------------------
@pytest.fixture
def stopped_holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a process that holds the plan's lock and never lets go."""
    lock = lock_path((tmp_path / "plan.nvplan").resolve())
    code = ("import sys, time, filelock\nlock = filelock.FileLock(sys.argv[1])\nlock.acquire()\n"
            "print('held', flush=True)\ntime.sleep(600)\n")
    holder = subprocess.Popen([sys.executable, "-c", code, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "held"
    yield holder
    holder.kill()
    holder.wait()


async def test_a_held_lock_makes_nobody_deaf_and_is_waited_for(
        tmp_path: Path, stopped_holder: subprocess.Popen[str]) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "Direktören")
        shown = screen_text(pilot)
        assert "Direktören" in shown
        assert "upptagen av ett annat program" in shown
        await press(pilot, "f1")
        assert "Hjälp" in screen_text(pilot)
        await press(pilot, "escape")
        assert answer(path) is None
        stopped_holder.kill()
        stopped_holder.wait()
        await wait_for(pilot, path, "Direktören")
        assert answer(path) == "Direktören"
        assert SAVED in await until(pilot, SAVED)


# -- the file is gone, or another plan -----------------------------------------------------------------------------
async def test_a_deleted_file_is_told_once_and_for_as_long_as_it_is_gone(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "Ett")
        kept = tmp_path / "flyttad"
        path.rename(kept)
        assert "Filen plan.nvplan finns inte" in await until(pilot, "finns inte")
        await type_text(pilot, " svar")
        for _ in range(3):
            await look_at_file(pilot)
        assert len(pilot.app._notifications) == 0
        assert "Filen plan.nvplan finns inte" in screen_text(pilot)
        shutil.move(kept, path)
        await wait_for(pilot, path, "Ett svar")
        assert answer(path) == "Ett svar"
        assert "finns inte" not in screen_text(pilot)


async def test_nothing_is_written_into_another_plan_and_the_own_one_goes_on_in_a_new_file(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        await type_text(pilot, "Ett")
        path.unlink()
        create_plan(path, "12", 2027).close()
        before = path.read_bytes()
        await type_text(pilot, " svar")
        shown = await until(pilot, "En annan plan ligger nu där plan.nvplan låg")
        assert "En annan plan ligger nu där plan.nvplan låg" in " ".join(shown.split())
        assert "Kronobergs län" in shown
        assert "Ett svar" in shown
        assert path.read_bytes() == before
        await press(pilot, "ctrl+q")
        await until(pilot, "Det här är inte sparat")
        await press(pilot, "down", "enter", "enter")
        assert "Planen ligger nu i plan 2.nvplan" in await until(pilot, "Planen ligger nu i")
        assert answer(tmp_path / "plan 2.nvplan") == "Ett svar"
        assert "Ett svar" in await until(pilot, "Ett svar")
        await press(pilot, "!")
        await settle(pilot)
        assert path.read_bytes() == before


# -- ending --------------------------------------------------------------------------------------------------------
async def test_when_the_system_ends_the_planner_a_half_typed_row_is_saved(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, TABLE)
        await press(pilot, "plus")
        await type_text(pilot, "Länsrådet")
        app = pilot.app
        assert isinstance(app, NvplanApp)
        app._ending.begin(15)
        await until_holds(pilot, lambda: not app.is_running, "the planner has ended")
        assert app.return_code == 143
    assert "Länsrådet" in str(answer(path, TABLE, "lan"))


async def test_when_the_system_ends_the_planner_what_the_disk_refuses_is_kept_in_a_file(
        tmp_path: Path, disk: Disk, home: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, LINE)
        disk.broken = True
        await type_text(pilot, "Direktören")
        app = pilot.app
        assert isinstance(app, NvplanApp)
        app._ending.begin(1)
        await until_holds(pilot, lambda: not app.is_running, "the planner has ended")
    [kept] = home.glob("osparat-*.txt")
    assert "Direktören" in kept.read_text(encoding="utf-8")
