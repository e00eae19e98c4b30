"""Säkerhetskopior: the plan as it was is looked at, put back once the person has said so, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.clock import system_clock
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.store.backups import BACKUP_EVERY, make_backup
from nvplan.store.opening import FileStore
from nvplan.store.repository import Backup, Repository
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, until

STRENGTHS = "1.8.starker"


async def test_a_backup_is_looked_at_put_back_and_that_is_undone(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer(STRENGTHS, "Vi [X] känner varandra"))
    with PlanSession.open(path) as session:
        session.do(SetAnswer(STRENGTHS, "Något annat"))
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "säkerhetskopior")
        shown = await until(pilot, "1 svar skiljer")
        assert "Nu: Något annat" in shown
        assert "Då: Vi [X] känner varandra" in shown
        await press(pilot, "f6")
        assert "Göra planen till vad den var" in screen_text(pilot)
        await press(pilot, "enter")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Något annat", "Enter alone changes nothing"
        await press(pilot, "f6", "down", "enter")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Vi [X] känner varandra"
        assert "Planen är återställd" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Något annat"


async def test_a_plan_without_backups_says_when_the_first_is_made(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), NARROW) as pilot:
        await go_to(pilot, "säkerhetskopior")
        assert "inga säkerhetskopior av planen ännu" in " ".join((await until(pilot, "ännu")).split())


def five_versions(path: Path) -> list[Path]:
    """Answer five times, with a backup after each answer but the last; return the backups, latest last."""
    kept = []
    with PlanSession.open(path) as session:
        for number in range(5):
            session.do(SetAnswer(STRENGTHS, f"Version {number}"))
            if number < 4:
                kept.append(make_backup(path, path.read_bytes(), system_clock() + number * BACKUP_EVERY))
    return kept


async def test_a_backup_is_read_when_it_is_marked_and_no_sooner(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_plan(tmp_path)
    read: list[int] = []
    five_versions(path)
    open_backup = FileStore.open_backup

    def noting(self: FileStore, address: str, backup: Backup) -> Repository:
        read.append(backup.revision)
        return open_backup(self, address, backup)

    monkeypatch.setattr(FileStore, "open_backup", noting)
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "säkerhetskopior")
        shown = await until(pilot, "1 ändring: 1 svar skiljer")
        assert "2 ändringar " in shown
        assert "2 ändringar:" not in shown
        assert len(read) == 1
        await press(pilot, "down")
        shown = await until(pilot, "2 ändringar: 1 svar skiljer")
        assert "Då: Version 2" in shown
        assert "1 ändring: 1 svar skiljer" in shown
        await press(pilot, "up", "down")
        assert read == sorted(read, reverse=True), "what has been looked at is not read again"
        assert len(read) == 2


async def test_a_backup_that_is_damaged_says_so_when_it_is_marked(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    damaged = five_versions(path)[-2]
    damaged.write_bytes(damaged.read_bytes()[:-20])
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "säkerhetskopior")
        await until(pilot, "svar skiljer")
        await press(pilot, "down")
        await until(pilot, "går inte att läsa")
        await press(pilot, "f6")
        assert f"Säkerhetskopian {damaged.name} är skadad" in " ".join((await until(pilot, "skadad")).split())
        assert "Göra planen till vad den var" not in screen_text(pilot)
        assert PlanSession.open(path).state.answer(STRENGTHS).value == "Version 4"
