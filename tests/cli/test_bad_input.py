"""Bad input gets one plain sentence that says what would do, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Printed, nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    nvplan("ny", path, "--lan", "07")
    return path


def one_sentence(printed: Printed, *parts: str) -> None:
    """Assert that a command failed with one line on stderr that holds the parts, and nothing on stdout."""
    assert printed.code == 1
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1
    assert "Traceback" not in printed.err
    for part in parts:
        assert part in printed.err


def test_names_that_match_nothing_get_the_nearest(tmp_path: Path, plan: str) -> None:
    one_sentence(nvplan("ny", str(tmp_path / "b"), "--lan", "Kronobreg"), "Kronobreg", "Kronoberg?")
    one_sentence(nvplan("svara", plan, "1.0.agara", "x"), "1.0.agara", "1.0.agare")
    one_sentence(nvplan("svara", plan, "1.0.agare", "x", "--aktor", "Vaxjo landsting"), "Vaxjo landsting")
    one_sentence(nvplan("svara", plan, "1.0.struktur", "kanske"), "kanske", "finns")
    one_sentence(nvplan("exportera", plan, "checklistan", "--format", "md", "--till", str(tmp_path)), "checklista")
    one_sentence(nvplan("exportera", plan, "checklista", "--format", "odt", "--till", str(tmp_path)), "odt", "docx")
    one_sentence(nvplan("ny", str(tmp_path / "b"), "--lan", "07", "--krav", "OK2032"), "OK2023")
    one_sentence(nvplan("fragor", "--plan", "kontinutet"), "kontinuitet")
    one_sentence(nvplan("katalog", "kommunar"), "kommuner")


def test_an_actor_is_asked_for_where_it_is_needed_and_refused_where_not(plan: str) -> None:
    one_sentence(nvplan("svara", plan, "1.0.agare", "x"), "--aktor", "region")
    one_sentence(nvplan("svara", plan, "1.0.struktur", "finns", "--aktor", "region"), "hela länet")


def test_a_file_that_exists_is_never_overwritten(plan: str) -> None:
    before = Path(plan).read_bytes()
    one_sentence(nvplan("ny", plan, "--lan", "01"), "finns redan")
    assert Path(plan).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"hej", b"[1]", b'{"nvplan": 1}', b"\xff\xfe\x00",
                                     b"PK\x03\x04", '{"_default": {"1": {"å": 1}}}'.encode()])
def test_a_foreign_or_damaged_file_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.nvplan"
    path.write_bytes(content)
    one_sentence(nvplan("status", str(path)), "x.nvplan")
    one_sentence(nvplan("svara", str(path), "1.0.struktur", "finns"), "x.nvplan")
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir() if "tmp" in found.name] == []


def test_one_changed_letter_is_found(plan: str) -> None:
    nvplan("svara", plan, "1.0.agare", "utvecklingschef", "--aktor", "region")
    damaged = Path(plan).read_bytes().replace(b"utvecklingschef", b"utvecklingschej")
    Path(plan).write_bytes(damaged)
    one_sentence(nvplan("status", plan), "skadad")
    assert Path(plan).read_bytes() == damaged


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    one_sentence(nvplan("status", str(tmp_path / "borta.nvplan")), "borta.nvplan finns inte")


@pytest.mark.parametrize("arguments", [["svara"], ["finnsinte"], ["status"], ["ny", "a", "--lan"], ["status", "a", "b"],
                                       ["status", "--sok", "x", "a"]])
def test_a_wrongly_written_command_is_said_in_swedish(arguments: list[str]) -> None:
    printed = nvplan(*arguments)
    assert printed.code == 2
    for english in ("usage:", "error:", "required", "invalid", "unrecognized", "expected", "choose from"):
        assert english not in printed.err


def test_every_command_has_swedish_help() -> None:
    overview = nvplan("--help")
    assert overview.code == 0
    names = [line.split()[0] for line in overview.out.splitlines() if line.startswith("    ") and line[4] != " "]
    names = [name for name in names if name.isalpha() and name.islower()]
    assert {"ny", "oppna", "svara", "visa", "fragor", "status", "exportera", "demo", "katalog"} <= set(names)
    for name in names:
        shown = nvplan(name, "--help")
        assert shown.code == 0
        for english in ("usage", "positional", "options", "show this help", "optional arguments"):
            assert english not in shown.out
