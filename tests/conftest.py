"""Shared by every test: settings in a folder of their own, and counting aloud what a missing tool skips."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

#: Set by the command that installs every tool: then a missing one is a failure and no skip.
REQUIRE_TOOLS = "NVPLAN_KRAV_VERKTYG"
_TOOLS = {"tmux": "tmux", "libreoffice": "soffice"}


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NVPLAN_HEM", str(tmp_path / "hem"))
    monkeypatch.delenv("NVPLAN_ROLL", raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests whose tool is missing, unless every tool is required."""
    for item in items:
        for marker, program in _TOOLS.items():
            if item.get_closest_marker(marker) and not shutil.which(program):
                if os.environ.get(REQUIRE_TOOLS):
                    raise pytest.UsageError(f"{program} is required ({REQUIRE_TOOLS} is set) but not installed")
                item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))
