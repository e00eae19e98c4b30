"""A file is written whole or not at all, and nothing that exists is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from nvplan.files.write.files import safe_stem, write_new
from nvplan.model.errors import InputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_the_content_and_creates_the_folder(tmp_path: Path) -> None:
    path = write_new(tmp_path / "ny" / "mapp", "Åtgärder 2027", ".md", b"text")
    assert path.read_bytes() == b"text"
    assert path.name == "Åtgärder 2027.md"


def test_an_existing_file_is_kept_and_the_new_one_is_numbered(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        write_new(tmp_path, "plan", ".md", content)
    assert names(tmp_path) == ["plan (2).md", "plan (3).md", "plan.md"]
    assert (tmp_path / "plan.md").read_bytes() == b"1"


def test_the_same_content_reuses_the_file_that_holds_it(tmp_path: Path) -> None:
    write_new(tmp_path, "plan", ".md", b"1")
    second = write_new(tmp_path, "plan", ".md", b"2")
    assert write_new(tmp_path, "plan", ".md", b"2") == second
    assert len(names(tmp_path)) == 2


def test_replace_replaces(tmp_path: Path) -> None:
    write_new(tmp_path, "plan", ".md", b"1")
    assert write_new(tmp_path, "plan", ".md", b"2", replace=True).read_bytes() == b"2"
    assert names(tmp_path) == ["plan.md"]


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "Disken är full"), (errno.EROFS, "får inte skriva"),
                                               (errno.EIO, "gick inte att spara")])
def test_a_fault_while_writing_leaves_the_old_file_and_no_half_one(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, replace: bool) -> None:
    (tmp_path / "plan.md").write_bytes(b"gammal")

    def fail(descriptor: int) -> None:
        raise OSError(number, "fault")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match=words):
        write_new(tmp_path, "plan", ".md", b"ny", replace=replace)
    assert names(tmp_path) == ["plan.md"]
    assert (tmp_path / "plan.md").read_bytes() == b"gammal"


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_text("fil")
    with pytest.raises(InputError, match="är ingen mapp"):
        write_new(tmp_path / "mapp", "plan", ".md", b"1")
    with pytest.raises(InputError, match="är ingen mapp"):
        write_new(tmp_path / "mapp" / "under", "plan", ".md", b"1")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="får inte skriva"):
        write_new(tmp_path, "plan", ".md", b"1")


def test_works_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_new(tmp_path, "plan", ".md", b"1")
    write_new(tmp_path, "plan", ".md", b"2")
    assert names(tmp_path) == ["plan (2).md", "plan.md"]


def test_a_folder_with_the_files_name_is_passed_by_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.md").mkdir()
    assert write_new(tmp_path, "plan", ".md", b"1").name == "plan (2).md"
    with pytest.raises(InputError, match="går inte att ersätta"):
        write_new(tmp_path, "plan", ".md", b"1", replace=True)
    assert names(tmp_path) == ["plan (2).md", "plan.md"]


@pytest.mark.parametrize(("stem", "safe"), [
    ("../../etc/passwd", "-..-etc-passwd"), ("a:b*c?", "a-b-c-"), ("con", "_con"), ("COM1.x", "_COM1.x"),
    ("konto", "konto"), ("", "dokument"),
    (" . ", "dokument"), ("///", "dokument"), ("å" * 300, "å" * 100), ("a\nb", "a-b"),
    ("namn. ", "namn"), ("a\u030aA", "åA"),
])
def test_names_are_safe_on_every_system(stem: str, safe: str) -> None:
    assert safe_stem(stem) == safe
