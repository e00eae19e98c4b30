"""The example county for tests that change it or only read it: written once a process, and copied from there on."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from nvplan.services.writing.example import create_example
from nvplan.services.writing.session import PlanSession


@cache
def _written() -> bytes:
    """Return the example's file. Writing its four hundred answers one by one takes as long as ten pictures of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exempel.nvplan"
        create_example(path).close()
        return path.read_bytes()


def example_plan(path: Path) -> Path:
    """Lay the example county at a path and return it; the folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_written())
    return path


def example_session(path: Path) -> PlanSession:
    """Open the example county at a path where nothing lies yet."""
    return PlanSession.open(example_plan(path))
