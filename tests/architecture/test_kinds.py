"""A kind of field is one class: nothing tells kinds apart by name, and every table from kind to rendering is whole."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import nvplan
from nvplan.model.kinds import KINDS, field
from nvplan.model.kinds.rendering import ByKind
from tests.architecture.sources import parsed

PACKAGE = Path(nvplan.__file__).parent
OWN_ROOM = PACKAGE / "model" / "kinds"
NAMES = set(get_args(field.KindName))
#: What holds a kind's name: a field's `kind`, and the `value` of an item of a report.
_ASKED = {"kind", "value"}


def tables() -> dict[str, ByKind[object]]:
    """Return every table from kind to rendering in the whole program."""
    found = {}
    for module in pkgutil.walk_packages(nvplan.__path__, "nvplan."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, ByKind):
                found[f"{module.name}.{name}"] = value
    return found


def test_every_kind_has_its_class_and_every_place_takes_known_kinds() -> None:
    assert set(KINDS) == NAMES
    places = (field.QuestionKind, field.ColumnKind, field.ObjectKind, field.ReportKind)
    assert {name for place in places for name in get_args(place)} == NAMES
    assert all(kind.name == name for name, kind in KINDS.items())


def test_every_table_of_renderings_knows_every_kind_that_it_meets() -> None:
    found = tables()
    assert len(found) >= 4
    assert {name: wrong for name, table in found.items() if (wrong := set(table.kinds) ^ set(table))} == {}


def test_the_planner_documents_and_returned_forms_each_have_a_table() -> None:
    rooms = {name.split(".")[1] + "." + name.split(".")[2] for name in tables()}
    assert {"tui.widgets", "services.documents", "services.writing"} <= rooms


def _told_apart(path: Path) -> Iterator[int]:
    """Yield the lines that compare a field's kind with a kind's name."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        asks = any((isinstance(side, ast.Attribute) and side.attr in _ASKED)
                   or (isinstance(side, ast.Name) and side.id == "kind") for side in sides)
        named = {one.value for side in sides for one in ast.walk(side) if isinstance(one, ast.Constant)}
        if asks and named & NAMES:
            yield node.lineno


def test_no_other_room_tells_kinds_apart_by_name() -> None:
    found = {str(path.relative_to(PACKAGE)): lines for path in sorted(PACKAGE.rglob("*.py"))
             if OWN_ROOM not in path.parents and (lines := list(_told_apart(path)))}
    assert found == {}


def _keyed_by_kind(path: Path) -> Iterator[int]:
    """Yield the lines of dictionaries from kind to something that no test holds against the list of kinds."""
    tree = parsed(path)
    held = {id(one) for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id == "ByKind" for one in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and id(node) not in held:
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            if len(keys) > 1 and set(keys) <= NAMES:
                yield node.lineno


def test_no_table_from_kind_goes_unheld() -> None:
    found = {str(path.relative_to(PACKAGE)): lines for path in sorted(PACKAGE.rglob("*.py"))
             if (lines := list(_keyed_by_kind(path)))}
    assert found == {}
