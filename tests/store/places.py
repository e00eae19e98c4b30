"""The stores that the contract is held against, with what only the world around a store can do to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

from tests.store.memory import PREFIX, MemoryStore

_DIES = """
import os, sys
from nvplan.store.opening import open_plan
with open_plan(sys.argv[1]).transaction("kommun", "satt", "sip") as change:
    change.put("insats", "sip", {"title": "Halvvägs"})
    os._exit(9)
"""


class Place(Protocol):
    """A store under test."""

    def address(self, name: str = "lan") -> str:
        """Return an address in the store."""

    def die_in_a_change(self, address: str) -> None:
        """Let a writer begin a change, write and die."""

    def forbid_writing(self, address: str) -> None:
        """Let nobody write in the plan."""

    def damage(self, address: str) -> None:
        """Damage the plan so that it cannot be read."""


class FilePlace:
    """Plan files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def address(self, name: str = "lan") -> str:
        """Return the path of a plan file."""
        return str(self.folder / f"{name}.nvplan")

    def die_in_a_change(self, address: str) -> None:
        """Kill a process in the middle of a change."""
        assert subprocess.run([sys.executable, "-c", _DIES, address], check=False).returncode == 9

    def forbid_writing(self, address: str) -> None:
        """Mark the file as one that is not to be written."""
        Path(address).chmod(0o444)

    def damage(self, address: str) -> None:
        """Cut the file in half."""
        content = Path(address).read_bytes()
        Path(address).write_bytes(content[:len(content) // 2])


class MemoryPlace:
    """Plans in the memory store."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store

    def address(self, name: str = "lan") -> str:
        """Return an address in memory."""
        return f"{PREFIX}{name}.nvplan"

    def die_in_a_change(self, address: str) -> None:
        """Abandon a change: what a database does when the connection of a dead process goes."""
        held = self.store.open(address).transaction("kommun", "satt", "sip")
        held.__enter__().put("insats", "sip", {"title": "Halvvägs"})
        del held

    def forbid_writing(self, address: str) -> None:
        """Take away the right to write."""
        self.store.plans[address].write_fault = "Ni får läsa planen men inte skriva i den."

    def damage(self, address: str) -> None:
        """Make the plan one that cannot be read."""
        self.store.plans[address].damaged = True
