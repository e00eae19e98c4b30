"""No module imports another that, by however many steps, imports it: in-function imports count, those for types do not.

import-linter's layers hold the packages; a ring inside one of them is seen only here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import nvplan

PACKAGE = Path(nvplan.__file__).parent
Graph = Mapping[str, set[str]]


def imports(sources: Mapping[str, str]) -> Graph:
    """Return which of the modules each module imports; `from a import b` is the module a.b where there is one."""
    return {module: set(_imported(module, ast.parse(source), sources)) - {module}
            for module, source in sources.items()}


def _imported(module: str, tree: ast.AST, known: Mapping[str, str]) -> Iterator[str]:
    for node in _without_types(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found = inner if inner in known else node.module
                if found in known:
                    yield found


def _without_types(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node that runs: not what stands under `if TYPE_CHECKING`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield from (below for other in node.orelse for below in (other, *_without_types(other)))
            continue
        yield node
        yield from _without_types(node)


def cycle(graph: Graph) -> list[str]:
    """Return one ring of modules, each importing the next; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _package() -> dict[str, str]:
    sources = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("nvplan", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        sources[name] = path.read_text(encoding="utf-8")
    return sources


def test_no_module_reaches_itself() -> None:
    graph = imports(_package())
    assert len(graph) > 350
    assert cycle(graph) == []


@pytest.mark.parametrize(("second", "found"), [
    ("from p.a import x", True), ("def f():\n    import p.a", True), ("from p import a", True),
    ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from p.a import x", False), ("import os", False)])
def test_a_ring_is_seen_wherever_the_import_stands(second: str, found: bool) -> None:
    sources = {"p": "", "p.a": "from p.b import y", "p.b": second}
    assert bool(cycle(imports(sources))) is found
