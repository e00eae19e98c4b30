"""Shared by every test: settings in a folder of their own, and counting aloud what a missing tool skips."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

if TYPE_CHECKING:
    from tests.store.places import Place

#: Set by the command that installs every tool: then a missing one is a failure and no skip.
REQUIRE_TOOLS = "NVPLAN_KRAV_VERKTYG"
#: So many new objects between two looks for what nobody holds: Python's own 700 took a seventh of the tests' time.
_LOOK_FOR_RUBBISH = 50_000
_TOOLS = {"tmux": "tmux", "libreoffice": "soffice", "chromium": "chromium"}


gc.set_threshold(_LOOK_FOR_RUBBISH, 20, 50)
# Containers often tell Python to keep nothing that it has compiled: then every process that a test starts compiles the
# whole program anew, and every run each assertion. Here Python does as it does by itself.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(autouse=True, scope="session")
def _disk_is_not_waited_for() -> Iterator[None]:
    """Let what is written reach the disk when the system pleases: no test takes the power from the machine.

    A test that has the disk fail sets a call of its own here; other processes wait for the disk as the program does.
    """
    look = os.fstat
    with mock.patch("os.fsync", lambda descriptor: look(descriptor) and None):
        yield


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NVPLAN_HEM", str(tmp_path / "hem"))
    monkeypatch.delenv("NVPLAN_ROLL", raising=False)


@pytest.fixture(autouse=True)
def numbered_ids(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give new posts the next number of their type, so that a test can name them; `drawn_ids` asks for real ones."""
    if "drawn_ids" in request.fixturenames:
        return

    def next_number(start: str, used: Iterable[str]) -> str:
        numbers = [int(last) for first, _, last in (one.rpartition("-") for one in used)
                   if first == start and last.isdigit()]
        return str(max(numbers, default=0) + 1)

    monkeypatch.setattr("nvplan.services.writing.identities.drawn_suffix", next_number)


@pytest.fixture
def drawn_ids() -> None:
    """Let new posts have ids as the program gives them."""


@pytest.fixture(params=["fil", "minne"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Every store in turn, empty: what does not speak of files holds in each."""
    from tests.store.places import FilePlace, MemoryPlace

    if request.param == "fil":
        yield FilePlace(tmp_path)
        return
    from nvplan.store.opening import add_store, remove_store
    from tests.store.memory import MemoryStore

    store = MemoryStore()
    add_store(store)
    try:
        yield MemoryPlace(store)
    finally:
        remove_store(store)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests whose tool is missing, unless every tool is required."""
    for item in items:
        for marker, program in _TOOLS.items():
            if item.get_closest_marker(marker) and not shutil.which(program):
                if os.environ.get(REQUIRE_TOOLS):
                    raise pytest.UsageError(f"{program} is required ({REQUIRE_TOOLS} is set) but not installed")
                item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))
