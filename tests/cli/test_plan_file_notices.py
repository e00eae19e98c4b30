"""What a command says beside its job: a backup that could not be made, a damaged file, copies from a sync client."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.robust.plans import text_questions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lan.nvplan"
    create_plan(path, "07", 2027).close()
    return path


def test_a_backup_that_cannot_be_made_is_told_once_and_stops_nothing(path: Path) -> None:
    path.with_name(".lan.nvplan.kopior").write_text("en fil i vägen")
    done = nvplan("svara", str(path), text_questions()[0], "text")
    assert done.code == 0
    assert done.err.splitlines() == ["Ändringen sparas, men ingen säkerhetskopia av lan.nvplan blev gjord. "
                                     "Något annat heter .lan.nvplan.kopior."]
    session = PlanSession.open(path)
    assert session.state.answer(text_questions()[0]).value == "text"
    session.do(SetAnswer(text_questions()[0], "annat"))
    assert session.backup_fault == done.err.strip()


def test_nothing_is_told_where_the_backup_was_made(path: Path) -> None:
    assert nvplan("svara", str(path), text_questions()[0], "text").err == ""
    assert PlanSession.open(path).backup_fault == ""


def test_a_damaged_file_names_the_command_that_helps(path: Path) -> None:
    nvplan("svara", str(path), text_questions()[0], "text")
    path.write_bytes(path.read_bytes()[:-20])
    done = nvplan("status", str(path))
    assert done.code == 1
    assert "”nvplan aterstall lan.nvplan”" in done.err
    assert nvplan("aterstall", str(path)).code == 0


def test_a_damaged_backup_is_told_as_a_backup(path: Path) -> None:
    nvplan("svara", str(path), text_questions()[0], "text")
    backup = next(path.with_name(".lan.nvplan.kopior").glob("2*.nvplan"))
    backup.write_bytes(backup.read_bytes()[:-20])
    listed = nvplan("aterstall", str(path)).out
    assert f"Säkerhetskopian {backup.name} är skadad." in listed
    assert "nvplan aterstall 2" not in listed


def test_status_tells_of_copies_that_say_something_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    copy = path.with_name("lan (Annas konflikterande kopia 2026-11-23).nvplan")
    shutil.copy(path, copy)
    assert "kopia" not in nvplan("status", "lan.nvplan").out
    nvplan("svara", str(copy), text_questions()[0], "deras")
    shown = nvplan("status", "lan.nvplan").out
    assert f'”nvplan importera lan.nvplan "{copy.name}" --forhandsvisa”' in shown
    assert nvplan("status", "lan.nvplan", "--json").json["revision"] == 1
    assert [Path(one.address).name for one in PlanSession.open(path).copies()] == [copy.name]
    assert nvplan("importera", "lan.nvplan", copy.name).code == 0
    assert "kopia" not in nvplan("status", "lan.nvplan").out
