"""What holds for writing: one door, a handler for every command, nobody who begins a change or reloads by hand."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Any

import nvplan
from nvplan.services.writing import commands, commands_meetings, commands_plans, commands_reports, commands_rounds
from nvplan.services.writing.commands import Command
from nvplan.services.writing.handlers import handlers_for
from tests.architecture.sources import parsed

PACKAGE = Path(nvplan.__file__).parent
WRITING = PACKAGE / "services" / "writing"
#: Inside the store a change is begun where a backup is put back.
STORE = PACKAGE / "store"


def _calls(name: str) -> set[Path]:
    """Return the modules that call a method of this name."""
    return {path for path in PACKAGE.rglob("*.py") for node in ast.walk(parsed(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name}


def test_changes_are_begun_by_handlers_alone() -> None:
    begun = _calls("transaction")
    assert WRITING / "handlers.py" in begun
    assert {path for path in begun if WRITING not in path.parents and STORE not in path.parents} == set()


def test_nobody_but_the_session_reloads_it() -> None:
    assert _calls("reload") == set()
    assert _calls("_reload") == {WRITING / "session.py"}


def test_every_command_has_a_handler_and_every_handler_a_command() -> None:
    known = set(_below(Command))
    assert {command.__module__ for command in known} == {
        module.__name__ for module in (commands, commands_meetings, commands_plans, commands_reports, commands_rounds)}
    handled = {command for one in known for command in handlers_for(one)}
    assert handled == known


def _below(kind: type[Any]) -> list[type]:
    found: list[type[Any]] = []
    for one in kind.__subclasses__():
        found += [one, *_below(one)]
    return [one for one in found if one.__module__.startswith("nvplan.")]


def test_no_screen_or_command_carries_a_handler_out_past_the_door() -> None:
    handlers = {path.stem for path in WRITING.glob("*.py")} - {"session", "commands", "commands_plans",
                                                             "commands_reports"}
    imported = [(path.relative_to(PACKAGE), _imported(path)) for path in PACKAGE.rglob("*.py")
                if WRITING not in path.parents]
    for name in sorted(handlers):
        module = importlib.import_module(f"nvplan.services.writing.{name}")
        functions = {function.__name__ for function in getattr(module, "HANDLERS", {}).values()}
        used = {path for path, names in imported if functions & names.get(module.__name__, set())}
        assert used == set(), f"{name} is used past the door"


def _imported(path: Path) -> dict[str, set[str]]:
    """Return what a module imports, by where from."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.setdefault(node.module, set()).update(alias.name for alias in node.names)
    return found
