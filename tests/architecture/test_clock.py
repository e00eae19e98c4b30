"""Nobody but the clock asks what time it is: everything else is handed one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import nvplan

PACKAGE = Path(nvplan.__file__).parent
#: What tells the time of the system, by the class that it is asked of.
_ASKS = {"datetime": {"now", "today", "utcnow"}, "date": {"today"}}


def asked(source: str) -> Iterator[int]:
    """Yield the lines on which the system is asked for the time, called or handed on."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            of = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if node.attr in _ASKS.get(of, set()):
                yield node.lineno


def test_only_the_clock_asks_the_system() -> None:
    found = {str(path.relative_to(PACKAGE)): lines for path in sorted(PACKAGE.rglob("*.py"))
             if (lines := list(asked(path.read_text(encoding="utf-8"))))}
    assert list(found) == ["clock.py"]


@pytest.mark.parametrize(("source", "lines"), [
    ("import datetime as dt\nx = dt.date.today()", [2]), ("y = datetime.now", [1]), ("z = self.planner.today()", []),
    ("def f(today=date.today): ...", [1])])
def test_asking_is_seen(source: str, lines: list[int]) -> None:
    assert list(asked(source)) == lines
