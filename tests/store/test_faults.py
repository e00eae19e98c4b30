"""Bad files and bad disks: one Swedish sentence each, the file as it was, and nothing left beside it."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.errors import PlanFileError
from nvplan.store.format import MOST_BYTES, SCHEMA, decode, encode
from nvplan.store.plan_file import PlanFile
from tests.store.plans import TABLES, Clock, answer, beside, new_plan, values

GOOD = encode({"plan": {"1": {"id": "plan", "county_code": "07"}}, "answers": {"1": {"id": "2.1@lan", "x": "åäö"}}}, 7)
_SCHEMA = b'"schema":%d' % SCHEMA
BAD_CONTENT = {
    "empty": (b"", "är tom"),
    "blank": (b" \n", "är tom"),
    "only nul": (b"\0" * 4096, "är tom"),
    "null": (b"null", "ingen nvplan-fil"),
    "truncated": (GOOD[:-20], "skadad"),
    "cut in the middle of a letter": (GOOD[:GOOD.index("åäö".encode()) + 1], "skadad"),
    "tail of an older version": (GOOD + b'"}}}', "skadad"),
    "bom": (b"\xef\xbb\xbf" + GOOD, "annan teckenkodning"),
    "utf-16": (GOOD.decode().encode("utf-16"), "annan teckenkodning"),
    "utf-16 without bom": (GOOD.decode().encode("utf-16-le"), "ingen nvplan-fil"),
    "latin-1": (GOOD.decode().encode("latin-1"), "skadad"),
    "nul inside": (GOOD.replace(b"07", b"0\0"), "skadad"),
    "duplicate key": (GOOD.replace(b'"x":', b'"x":"annat","x":'), ""),
    "nan": (GOOD.replace(b'"07"', b"NaN"), "skadad"),
    "infinity as a number": (GOOD.replace(b'"07"', b"1e999"), "skadad"),
    "a huge number": (GOOD.replace(b'"07"', b"9" * 400), "skadad"),
    "a huge revision": (GOOD.replace(b'"revision":7', b'"revision":' + b"9" * 40), "skadad"),
    "a negative revision": (GOOD.replace(b'"revision":7', b'"revision":-7'), "skadad"),
    "a changed revision": (GOOD.replace(b'"revision":7', b'"revision":8'), "skadad"),
    "a lone surrogate": (GOOD.replace(b'"07"', b'"\\ud800"'), "skadad"),
    "deep": (b'{"nvplan":' + b"[" * 100_000, "skadad"),
    "a changed letter": (GOOD.replace(b'"07"', b'"08"'), "skadad"),
    "a lost document": (GOOD.replace(b'{"1":{"id":"2.1@lan","x":"\xc3\xa5\xc3\xa4\xc3\xb6"}}', b"{}"), "skadad"),
    "a table that is a list": (GOOD.replace(b'"answers":{"1":', b'"answers":[').replace(b"}}}", b"}]}"), "skadad"),
    "stock tinydb": (b'{"_default": {"1": {"a": 1}}}', "ingen nvplan-fil"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "ingen nvplan-fil"),
    "newer": (GOOD.replace(_SCHEMA, b'"schema":99'), "nyare nvplan"),
    "schema true": (GOOD.replace(_SCHEMA, b'"schema":true'), "skadad"),
    "schema zero": (GOOD.replace(_SCHEMA, b'"schema":0'), "skadad"),
}


@pytest.mark.parametrize("name", [name for name in BAD_CONTENT if name != "duplicate key"])
def test_a_bad_file_gets_a_sentence_and_stays_as_it_was(tmp_path: Path, name: str) -> None:
    content, wanted = BAD_CONTENT[name]
    path = tmp_path / "lan.nvplan"
    path.write_bytes(content)
    with pytest.raises(PlanFileError, match=wanted) as caught:
        PlanFile.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content
    assert {one.name for one in tmp_path.iterdir()} == {"lan.nvplan"}


def test_duplicate_keys_are_damage_unless_they_say_the_same(tmp_path: Path) -> None:
    decode(GOOD.replace(b'"x":', b'"x":"annat","x":'), "x")  # the last one wins, which is what was saved
    with pytest.raises(PlanFileError, match="skadad"):
        decode(GOOD.replace(b'{"id":"2.1@lan"', b'{"id":"2.1@lan","x":"annat"').replace(
            b',"x":"\xc3\xa5\xc3\xa4\xc3\xb6"', b""), "x")


def test_a_file_of_100_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "lan.nvplan"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(PlanFileError, match="för stor"):
        PlanFile.open(path)
    assert path.stat().st_size == 100 * 1024 * 1024


def test_a_plan_too_large_to_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    before = plan.path.read_bytes()
    with pytest.raises(PlanFileError, match="går inte att spara"):
        answer(plan, "2.1.syfte", "x" * MOST_BYTES)
    assert plan.path.read_bytes() == before


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mapp.nvplan").mkdir()
    (tmp_path / "slinga.nvplan").symlink_to(tmp_path / "slinga.nvplan")
    os.mkfifo(tmp_path / "ror.nvplan")
    for name, wanted in (("mapp", "ingen fil"), ("slinga", "pekar på sig själv"), ("ror", "ingen fil"),
                         ("saknas", "finns inte"), ("saknas/fil", "finns inte"), ("x" * 300, "för långt")):
        with pytest.raises(PlanFileError, match=wanted):
            PlanFile.open(tmp_path / f"{name}.nvplan")
    for name, wanted in (("mapp", "finns redan"), ("slinga", "pekar på sig själv"), ("saknas/fil", "Skapa den"),
                         ("mapp.nvplan/fil", ""), ("x" * 300, "för långt")):
        if wanted:
            with pytest.raises(PlanFileError, match=wanted):
                PlanFile.create(tmp_path / f"{name}.nvplan", TABLES, "samordnare")
    assert {one.name for one in tmp_path.iterdir()} == {"mapp.nvplan", "slinga.nvplan", "ror.nvplan"}


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.ENODEV])
@pytest.mark.parametrize("call", ["fsync", "replace", "open", "write", "fstat"])
def test_a_disk_that_fails_while_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int,
                                        call: str) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    before, names = plan.path.read_bytes(), beside(plan.path)
    with monkeypatch.context() as patch:
        _let_fail(patch, call, number)
        with pytest.raises(PlanFileError) as caught:
            answer(plan, "2.1.syfte", "annat")
    assert "inte sparad" in str(caught.value) or "svarar inte" in str(caught.value)
    assert plan.path.read_bytes() == before
    assert beside(plan.path) == names
    assert values(plan) == {"2.1.syfte@lan": "text"}
    answer(plan, "2.1.syfte", "annat")
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "annat"}


def _let_fail(patch: pytest.MonkeyPatch, call: str, number: int) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    def fail_for_temporary(path: Path, *rest: Any, **more: Any) -> Any:
        return fail() if path.name.endswith(".nvplan-tmp") else open(path, *rest, **more)  # noqa: PTH123

    if call == "replace":
        patch.setattr(Path, "replace", fail)
    elif call == "open":
        patch.setattr(Path, "open", fail_for_temporary)
    elif call == "write":
        patch.setattr("nvplan.store.atomic._take_over_rights", fail)
    else:
        patch.setattr(f"nvplan.store.atomic.os.{call}", fail)


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ENODEV, errno.EACCES, errno.ETIMEDOUT])
def test_a_disk_that_fails_while_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    plan = new_plan(tmp_path)
    before = plan.path.read_bytes()

    def fail(*_: Any) -> bytes:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("nvplan.store.storage.os.read", fail)
        with pytest.raises(PlanFileError):
            PlanFile.open(plan.path)
        with pytest.raises(PlanFileError):
            answer(plan, "2.1.syfte", "text")
    assert plan.path.read_bytes() == before
    answer(plan, "2.1.syfte", "text")


def test_a_stale_handle_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new_plan(tmp_path)
    calls = []
    real = os.read

    def stale_once(descriptor: int, most: int) -> bytes:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(errno.ESTALE, "stale")
        return real(descriptor, most)

    monkeypatch.setattr("nvplan.store.storage.os.read", stale_once)
    assert PlanFile.open(plan.path).revision == 1


def test_a_replace_that_is_refused_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new_plan(tmp_path)
    real, calls = Path.replace, []

    def refused_twice(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) <= 2:
            raise PermissionError(errno.EACCES, "held by a sync client")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused_twice)
    answer(plan, "2.1.syfte", "text")
    assert len(calls) >= 3
    assert values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "text"}


def test_a_disk_that_does_not_confirm_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")

    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("nvplan.store.atomic._open_folder", fail)
        with pytest.raises(PlanFileError, match="bekräftar inte"):
            answer(plan, "2.1.syfte", "annat")
    assert plan.watch()
    assert values(plan) == values(PlanFile.open(plan.path)) == {"2.1.syfte@lan": "annat"}


def test_a_clock_that_jumps_backwards_loses_nothing(tmp_path: Path) -> None:
    clock = Clock()
    plan = new_plan(tmp_path, clock)
    for day, text in enumerate(("a", "b", "c", "d")):
        clock.now -= dt.timedelta(days=40 * day)
        answer(PlanFile.open(plan.path, clock), "2.1.syfte", text)
    again = PlanFile.open(plan.path)
    assert values(again) == {"2.1.syfte@lan": "d"}
    assert [entry["revision"] for entry in again.history()] == [1, 2, 3, 4, 5]


def test_the_head_tells_who_wrote_it(tmp_path: Path) -> None:
    head = json.loads(new_plan(tmp_path).path.read_bytes())["nvplan"]["1"]
    assert set(head) == {"format", "schema", "revision", "written_by", "checksum"}
