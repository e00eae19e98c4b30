"""The plan file: what is acknowledged is on disk, what fails changes nothing, and several can write at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from nvplan.model.errors import ConflictError, PlanFileError
from nvplan.store.plan_file import PlanFile
from tests.store.plans import Clock, answer, beside, new_plan, values


def test_what_was_saved_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "Göra vården nära ÅÄÖ 👩🏽‍⚕️")
    again = PlanFile.open(plan.path)
    assert values(again) == {"2.1.syfte@lan": "Göra vården nära ÅÄÖ 👩🏽‍⚕️"}
    assert again.revision == 2
    assert [entry["command"] for entry in again.history()] == ["create", "svara"]


def test_stock_tinydb_reads_the_file(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    with TinyDB(plan.path) as stock:
        assert [document["id"] for document in stock.table("answers")] == ["2.1@lan"]
        assert stock.table("nvplan").all()[0]["revision"] == 2


def test_a_file_that_another_program_laid_out_anew_still_opens(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "åäö")
    plan.path.write_text(json.dumps(json.loads(plan.path.read_text("utf-8")), indent=4), "utf-8")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "åäö"}


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    before = plan.path.read_bytes()
    with pytest.raises(PlanFileError, match="finns redan"):
        new_plan(tmp_path)
    assert plan.path.read_bytes() == before
    assert beside(plan.path) == {"lan.nvplan"}


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    answer(plan, "2.1.syfte", "text")
    before = plan.path.stat()
    answer(plan, "2.1.syfte", "text")
    assert plan.path.stat().st_mtime_ns == before.st_mtime_ns
    assert plan.revision == 2


def test_an_error_inside_a_change_takes_everything_back(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    before = plan.path.read_bytes()
    with pytest.raises(RuntimeError):
        change_and_fail(plan)
    assert plan.get("insats", "sip") is None
    assert values(plan) == {"2.1.syfte@lan": "text"}
    assert plan.path.read_bytes() == before
    answer(plan, "2.1.mal", "mål")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "text", "2.1.mal@lan": "mål"}


def change_and_fail(plan: PlanFile) -> None:
    with plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"title": "SIP"})
        change.delete("answers", "2.1@lan")
        raise RuntimeError


def test_two_open_at_once_see_each_others_changes_and_lose_none(tmp_path: Path) -> None:
    first = new_plan(tmp_path)
    second = PlanFile.open(first.path)
    for number in range(5):
        answer(first, f"2.1.a{number}", "första")
        answer(second, f"2.1.b{number}", "andra")
        answer(second, f"3.1.b{number}", "andra")
    assert first.watch()
    assert not first.watch()
    assert values(first) == values(second) == values(PlanFile.open(first.path))
    assert len(values(first)) == 15
    assert first.revision == 16


def test_a_writer_that_does_not_heed_the_lock_is_merged_with(tmp_path: Path) -> None:
    plan, other = new_plan(tmp_path), PlanFile.open(tmp_path / "lan.nvplan")
    answer_while_other_writes(plan, other, "2.1.mal")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "vår", "2.1.mal@lan": "deras"}
    assert values(plan) == values(PlanFile.open(plan.path))
    assert [entry["revision"] for entry in plan.history()] == [1, 2, 3]


def test_a_writer_that_does_not_heed_the_lock_is_never_overwritten(tmp_path: Path) -> None:
    plan, other = new_plan(tmp_path), PlanFile.open(tmp_path / "lan.nvplan")
    with pytest.raises(ConflictError, match=r"deras.*vår"):
        answer_while_other_writes(plan, other, "2.1.syfte")
    assert values(PlanFile.open(plan.path)) == values(plan) == {"2.1.syfte@lan": "deras"}


def answer_while_other_writes(plan: PlanFile, other: PlanFile, question: str) -> None:
    """Answer 2.1.syfte while someone on another machine answers a question, where the share's lock does not reach."""
    other._target = other._target.with_name("annan.nvplan")
    with plan.transaction("samordnare", "svara", "2.1.syfte") as change:
        change.put("answers", "2.1@lan", {"chapter": "2.1", "actor": "lan", "answers": {"2.1.syfte": {"value": "vår"}}})
        answer(other, question, "deras")


def test_a_write_of_the_same_size_in_the_same_moment_is_seen(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "aaaa")
    other = PlanFile.open(plan.path)
    status = plan.path.stat()
    answer(other, "2.1.syfte", "bbbb")
    os.utime(plan.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert plan.watch()
    assert values(plan) == {"2.1.syfte@lan": "bbbb"}


def test_typing_in_one_field_is_one_entry(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    for text in ("n", "nä", "när", "nära"):
        answer(plan, "2.1.syfte", text, edit="e1")
    answer(plan, "2.1.syfte", "nära vård", edit="e2")
    history = plan.history()
    assert [entry["changes"][0].get("before") for entry in history[1:]] == [None, history[1]["changes"][0]["after"]]
    assert history[1]["revision"] == 5
    assert plan.revision == 6


def test_another_role_does_not_continue_an_entry(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "a", edit="e1")
    answer(plan, "2.1.syfte", "b", edit="e1", role="kommun")
    assert len(plan.history()) == 3


def test_clearing_the_last_answer_of_a_chapter_leaves_no_empty_document(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    answer(plan, "2.1.syfte", None)
    assert plan.list("answers") == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**30, "\ud800", {1, 2}, (1, 2)])
def test_what_would_not_come_back_as_it_is_is_refused(tmp_path: Path, value: object) -> None:
    plan = new_plan(tmp_path)
    before = plan.path.read_bytes()
    with pytest.raises(PlanFileError, match="går inte att spara"), plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"reached": value})
    assert plan.path.read_bytes() == before
    assert plan.list("insats") == []


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "delad").mkdir()
    new_plan(tmp_path / "delad")
    (tmp_path / "genvag.nvplan").symlink_to(tmp_path / "delad" / "lan.nvplan")
    plan = PlanFile.open(tmp_path / "genvag.nvplan")
    answer(plan, "2.1.syfte", "text")
    assert (tmp_path / "genvag.nvplan").is_symlink()
    assert values(PlanFile.open(tmp_path / "delad" / "lan.nvplan")) == {"2.1.syfte@lan": "text"}


def test_rights_on_the_file_are_kept(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    plan.path.chmod(0o660)
    answer(plan, "2.1.syfte", "text")
    assert plan.path.stat().st_mode & 0o777 == 0o660


def test_temporary_files_of_dead_processes_are_swept_at_the_next_change(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    (tmp_path / ".lan.nvplan.00ff00ff.nvplan-tmp").write_bytes(b"half a fi")
    (tmp_path / ".annat.nvplan.00ff00ff.nvplan-tmp").write_bytes(b"another plan's")
    answer(PlanFile.open(plan.path), "2.1.syfte", "text")
    assert beside(plan.path) == {"lan.nvplan", ".lan.nvplan.kopior", ".annat.nvplan.00ff00ff.nvplan-tmp"}


def test_nobody_waits_on_a_dead_process(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    code = ("import os, sys; from pathlib import Path; from nvplan.store.plan_file import PlanFile\n"
            "plan = PlanFile.open(Path(sys.argv[1]))\n"
            "with plan.transaction('samordnare', 'satt') as change:\n"
            "    change.put('insats', 'x', {'title': 'x'}); os.kill(os.getpid(), 9)\n")
    done = subprocess.run([sys.executable, "-c", code, str(plan.path)], check=False, timeout=300)
    assert done.returncode == -9
    answer(plan, "2.1.syfte", "text")
    assert plan.get("insats", "x") is None
    assert plan.revision == 2


def test_a_plan_that_another_is_writing_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nvplan.store.locking.LOCK_WAIT", 0.05)
    plan, other = new_plan(tmp_path), PlanFile.open(tmp_path / "lan.nvplan")
    with plan.transaction("samordnare", "satt") as change:
        change.put("insats", "sip", {"title": "SIP"})
        with pytest.raises(PlanFileError, match="upptagen"):
            answer(other, "2.1.syfte", "text")
    answer(other, "2.1.syfte", "text")
    assert other.revision == 3


def test_contact_persons_are_stored_and_stay_out_of_the_history(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    with plan.transaction("samordnare", "satt", "kontakt") as change:
        change.put("contacts", "region", {"name": "Anna Andersson"})
    again = PlanFile.open(plan.path)
    assert again.get("contacts", "region") == {"name": "Anna Andersson"}
    assert "Anna" not in json.dumps(list(again.history()))
