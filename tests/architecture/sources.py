"""The package's modules as trees, each read once however many tests ask for it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def parsed(path: Path) -> ast.Module:
    """Return a module's tree; nobody changes it."""
    return ast.parse(path.read_text(encoding="utf-8"))
