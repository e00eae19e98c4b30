"""Whatever a command is given, it answers with a sentence: no fault of the program, no traceback, no control code."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from nvplan.services.writing.creating import create_plan, plan_path
from nvplan.services.writing.session import PlanSession
from nvplan.store.plan_file import PlanFile
from tests.cli.runner import Printed, nvplan

DEEP = "[" * 100_000 + "]" * 100_000
TABLE, SEVERAL, NUMBER, TEXT = "1.11.overforing", "1.0.dokument", "1.13.foretradare", "3.0.syfte"
#: Values that a person, a script or a mistake can give.
VALUES = ["", " ", "-", "--", "-5", "-text", "xyz", "1e999999", "1e99999999999999999999", "NaN", "Infinity", "9" * 5000,
          "2027-99-99", "\x00", "\x1b[31m", "\u202e", "\ud800", "[]", "{}", "null", "[null]", "[{}]", "[[]]", DEEP,
          '{"a":' * 500 + "1" + "}" * 500, '[{"zz": 1}]', '[1e99999999999999999999]',
          '{"reached": 1e99999999999999999999}', "x" * 300_000, "../../x", "å" * 300]
NAMES = ["", " ", "/", "//", ".", "..", "~", "~ingen-sadan/x", "x" * 300, "-", "-x", "finns/inte",
         "/dev/null/x", "/dev/full", "/proc/self/mem", "/proc/1/root/x", "a\nb", "\udc80"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="streams and devices of a POSIX system")


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    return session.address


def sound(printed: Printed, *arguments: str) -> Printed:
    """Hold what was printed to what every command promises."""
    told = f"{[one[:80] for one in arguments]}: {printed.err[:500]}"
    assert "Något gick fel i programmet" not in printed.err, told
    assert "Traceback" not in printed.err, told
    assert printed.code in (0, 1, 2, 3), told
    assert printed.code == 0 or printed.err.strip() or printed.out.strip(), told
    assert not set(printed.out + printed.err) & {"\x1b", "\x00", "\x7f", "\x9b", "\u202e"}, told
    return printed


def tried(*arguments: str, stdin: str = "") -> Printed:
    """Run a command line and hold it to that."""
    return sound(nvplan(*arguments, stdin=stdin), *arguments)


@pytest.mark.parametrize("question", [TABLE, SEVERAL, NUMBER, TEXT, "1.0.till", "1.1.lage", "3.0.inte-avtal",
                                      "1.0.aktorer", "zz"])
def test_any_value(plan: str, question: str) -> None:
    for value in VALUES:
        tried("svara", plan, question, value, stdin="från standard in")
        tried("svara", plan, question, "-", stdin=value)
        tried("visa", plan, question, "--json")
    for arguments in (("status", plan), ("granska", plan), ("historik", plan, "--json")):
        tried(*arguments)


def test_any_object(plan: str, tmp_path: Path) -> None:
    for kind in ("insats", "mal", "matning", "aktor", "medel", "zz"):
        for value in VALUES:
            tried("objekt", plan, kind, "satt", "a", stdin=value)
            tried("objekt", plan, kind, "satt", "a", stdin=json.dumps({"title": "A", "reached": value[:50]}))
            tried("objekt", plan, kind, "bort", value[:100])
    tried("exportera", plan, "insatser", "--format", "md,csv", "--till", str(tmp_path / "ut"))


def test_any_name(plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        for arguments in (("status", name), ("granska", name), ("historik", name), ("aterstall", name),
                          ("aterstall", name, "--nr", "1", "--ja"), ("importera", plan, name), ("jamfor", plan, name),
                          ("jamfor", f"{plan}@{name}", plan), ("ny", name, "--lan", "07"), ("oppna", name),
                          ("ny", "b.nvplan", "--fran", name), ("demo", name, "--skapa"),
                          ("exportera", plan, "arkiv", "--till", name), ("katalog", "kontrollera", "--data", name),
                          ("exportera", plan, "arkiv", "--till", "ut", "--aktor", name)):
            tried(*arguments)


def _package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize("document", [("checklista", "docx"), ("checklista", "xlsx"), ("kontinuitet", "pdf"),
                                      ("arkiv", "json")])
def test_a_damaged_file_that_comes_back(plan: str, tmp_path: Path, document: tuple[str, str]) -> None:
    name, suffix = document
    assert nvplan("exportera", plan, name, "--format", suffix, "--till", str(tmp_path / "ut")).code == 0
    whole = next((tmp_path / "ut").glob(f"{name}*")).read_bytes()
    chance, target = random.Random(7), tmp_path / f"tillbaka.{suffix}"
    for number in range(24):
        damaged = bytearray(whole)
        if number % 3 == 0:
            del damaged[chance.randrange(len(damaged)):]
        else:
            for _ in range(1 if number % 3 == 1 else 40):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        target.write_bytes(bytes(damaged))
        tried("importera", plan, str(target), "--forhandsvisa")
    target.write_bytes(whole[:len(whole) // 2])
    told = tried("importera", plan, str(target))
    assert told.code == 1
    assert "aterstall" not in told.err


def test_packages_that_are_something_else(plan: str, tmp_path: Path) -> None:
    parts = (_package(word__document_xml=b"<a"), _package(word__document_xml=b"<a/>"), _package(xl__workbook_xml=b"x"),
             _package(zz=b""), b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 999, b"%PDF-1.7\n", b"%PDF-" + b"\x00" * 999)
    for number, content in enumerate(parts):
        file = tmp_path / f"{number}"
        file.write_bytes(content)
        assert tried("importera", plan, str(file)).code == 1


@posix
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    loop = tmp_path / "slinga.nvplan"
    loop.symlink_to(loop)
    for command in ("status", "aterstall", "granska", "historik"):
        assert "pekar på sig själv" in tried(command, str(loop)).err


def test_names_that_can_only_be_folders(tmp_path: Path) -> None:
    for name in ("/", f"{tmp_path}/", "..", str(tmp_path / "..")):
        assert "är ingen fil" in tried("ny", name, "--lan", "07").err
    assert plan_path("a b").name == "a b.nvplan"


@pytest.mark.parametrize("value", ["-5", "-text", "-", "-x y", "--två ord"])
def test_a_value_may_begin_with_a_hyphen(plan: str, value: str) -> None:
    assert tried("svara", plan, TEXT, value, stdin="-").code == 0
    assert tried("visa", plan, TEXT, "--json").json["value"] == value
    assert tried("historik", plan, "--sok", "-5").code == 0


def test_a_name_with_a_blank_is_quoted_in_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "vårt län.nvplan"
    create_plan(path, "07")
    path.write_bytes(path.read_bytes()[:-9])
    assert '”nvplan aterstall "vårt län.nvplan"”' in tried("status", str(path)).err


def in_process(command: str, *arguments: str, **settings: str) -> Printed:
    """Run nvplan in a shell of its own, where its streams are what the command says; `$NV` stands for it."""
    done = subprocess.run(["sh", "-c", command, "sh", *arguments], capture_output=True, timeout=300, check=False,
                          env={**os.environ, "NV": f"{sys.executable} -m nvplan", **settings},
                          cwd=Path(__file__).parents[2])
    return sound(Printed(done.returncode, done.stdout.decode(), done.stderr.decode()), command)


@posix
def test_a_closed_stdin(plan: str) -> None:
    told = in_process(f'$NV svara "$1" {TEXT} - <&-', plan)
    assert (told.code, "inget att läsa på standard in" in told.err) == (1, True)
    assert in_process('$NV objekt "$1" insats satt a <&-', plan).code == 1
    assert in_process('$NV oppna "$1" <&-', plan).code == 1


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("command", ['status "$1" --json', "fragor", "--help", "katalog lan", 'historik "$1"'])
def test_a_full_stdout(plan: str, command: str) -> None:
    told = in_process(f"$NV {command} > /dev/full", plan)
    assert told.code == 1
    assert told.err == ("Resultatet gick inte att skriva ut: disken är full. Det som redan var sparat är kvar.\n")


@posix
def test_closed_streams_leave_no_words_in_the_plan(plan: str) -> None:
    assert in_process(f'$NV svara "$1" {TEXT} hej >&- 2>&-', plan).code == 0
    assert in_process('$NV status /finns/inte >&-; test $? = 1').code == 0
    assert PlanSession.open(Path(plan)).state.answer(TEXT).value == "hej"


@posix
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    root = Path(__file__).parents[2]
    for command in ("ny a.nvplan --lan 07", "status a.nvplan", "aterstall a.nvplan"):
        told = in_process(f'cd "$1" && rmdir "$1" && PYTHONPATH={root} $NV {command}; code=$?; mkdir "$1"; exit $code',
                          str(gone))
        assert told.code == 1
        assert "Mappen ni står i finns inte längre" in told.err


@posix
def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")
    told = in_process("$NV demo --skapa", NVPLAN_HEM=str(tmp_path / "fil" / "hem"))
    assert (told.code, "Skapa den först" in told.err) == (1, True)
    assert in_process("$NV diagnos", NVPLAN_HEM=str(tmp_path / "fil" / "hem")).code == 0


@pytest.mark.parametrize("year", [1970, 1979, 2107])
def test_a_clock_that_is_far_off(plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    import time

    moment = (year - 1970) * 365.25 * 86_400 + 1000
    monkeypatch.setattr(time, "time", lambda: moment)
    real = time.localtime
    monkeypatch.setattr(time, "localtime", lambda seconds=None: real(moment if seconds is None else seconds))
    for formats in ("docx", "xlsx", "pdf", "html,md,csv"):
        done = tried("exportera", plan, "checklista", "--format", formats, "--till", str(tmp_path / f"ut{formats}"))
        assert done.code == 0, done.err
    tried("svara", plan, TEXT, "text")
    tried("granska", plan)


def test_a_plan_that_was_written_in_1970(plan: str, tmp_path: Path) -> None:
    import datetime as dt

    session = PlanSession.open(Path(plan), clock=lambda: dt.datetime(1970, 1, 1, 0, 1, tzinfo=dt.UTC))
    with session.repository.transaction("x", "satt") as change:
        change.put("insats", "a", {"title": "A"})
    for formats in ("docx", "xlsx", "pdf", "html"):
        done = tried("exportera", plan, "checklista", "--format", formats, "--till", str(tmp_path / "ut"))
        assert done.code == 0, done.err


@posix
def test_a_second_name_of_the_file_is_told_once(plan: str, tmp_path: Path) -> None:
    os.link(plan, tmp_path / "annat namn.nvplan")
    told = tried("svara", plan, TEXT, "text")
    assert "en hård länk" in told.err
    assert tried("svara", plan, TEXT, "annat").err == ""
    assert PlanFile.open(tmp_path / "annat namn.nvplan").revision == 1


def _sheet(rows: int) -> bytes:
    row = b"<row r='1'><c r='A1'><v>1</v></c></row>"
    return _package(**{"xl__workbook_xml": b"<workbook/>", "xl__worksheets__sheet1_xml": row * rows})


def test_a_sheet_with_a_million_rows_is_refused_before_it_is_read(plan: str, tmp_path: Path) -> None:
    file = tmp_path / "stor.xlsx"
    file.write_bytes(_sheet(900_000))
    assert "för många rader" in tried("importera", plan, str(file)).err


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_large_plan_is_refused_for_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "stor.nvplan"
    file.write_bytes(b'{"nvplan":{"1":{"format":"nvplan","schema":1,"revision":1,"checksum":""}},"answers":{'
                     + b",".join(b'"%d":{"id":"%d","a":{"b":"c"}}' % (number, number) for number in range(1_500_000))
                     + b"}}")
    assert file.stat().st_size > 50_000_000
    code = ("import re, sys\nfrom pathlib import Path\nfrom nvplan.cli import run\n"
            "code = run(['status', sys.argv[1]])\n"
            "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]); sys.exit(code)")
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, timeout=300, check=False,
                          cwd=Path(__file__).parents[2])
    assert done.returncode == 1
    assert "för stor" in done.stderr.decode()
    assert int(done.stdout) < 300_000  # kilobytes


def test_what_cannot_be_foreseen_is_still_a_sentence(plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(error: Exception) -> Callable[..., None]:
        def fail(*_: object, **__: object) -> None:
            raise error

        return fail

    for error, wanted in ((PermissionError(13, "x", "/a/b.txt"), "Ni saknar rätt till b.txt"),
                          (OSError(28, "x"), "disken är full"), (RecursionError(), "för djupt"),
                          (MemoryError(), "för stort"), (FileNotFoundError(2, "x", "/a/b.txt"), "b.txt finns inte")):
        with monkeypatch.context() as patch:
            patch.setattr("nvplan.services.reading.status.status_json", fails(error))
            assert wanted in tried("status", plan).err
