"""A command that needs no screen loads neither Textual nor an exporter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import sys
from nvplan.cli import run
code = run({arguments!r})
loaded = sorted({{name.split(".")[0] for name in sys.modules}} & {{"textual", "rich", "docx", "typst", "xlsxwriter",
                                                                  "icalendar", "openpyxl", "filelock"}})
print("LOADED", *loaded)
sys.exit(code)
"""


def loaded_by(*arguments: str) -> list[str]:
    """Return which heavy packages a command loads in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", _RUN.format(arguments=list(arguments))], capture_output=True,
                          text=True, check=True, encoding="utf-8")
    return done.stdout.splitlines()[-1].split()[1:]


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file."""
    from tests.cli.runner import nvplan

    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    return path


def test_commands_without_a_screen_load_no_screen_and_no_exporter(plan: str) -> None:
    for arguments in (["status", plan, "--json"], ["visa", plan, "1.0.struktur"], ["fragor", "--json"],
                      ["katalog", "lan"]):
        assert loaded_by(*arguments) == []
    assert loaded_by("svara", plan, "1.0.struktur", "finns") == ["filelock"]


def test_an_export_loads_its_own_format_alone(plan: str, tmp_path: Path) -> None:
    assert loaded_by("exportera", plan, "checklista", "--format", "md", "--till", str(tmp_path)) == []
    assert loaded_by("exportera", plan, "checklista", "--format", "docx", "--till", str(tmp_path)) == ["docx"]
