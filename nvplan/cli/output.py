"""What a command prints: UTF-8 everywhere, JSON alone on stdout, errors as one sentence on stderr."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence

from nvplan.model.safetext import visible


def use_utf8() -> None:
    """Print UTF-8 whatever the system's locale says; Windows would otherwise write another encoding to files."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline=None)


def say(text: str) -> None:
    """Print text; control characters in it are shown and not obeyed."""
    print(visible(text))


def complain(text: str) -> None:
    """Print a sentence to stderr."""
    print(visible(text), file=sys.stderr)


def say_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 72) -> None:
    """Print rows in columns; a cell longer than `widest` is cut with …, the last column never."""
    lines = [[visible(" ".join(cell.split())) for cell in row] for row in (headings, *rows)]
    last = len(headings) - 1
    cut = [[cell if at == last or len(cell) <= widest else cell[: widest - 1] + "…" for at, cell in enumerate(line)]
           for line in lines]
    widths = [max(len(line[at]) for line in cut) for at in range(last)]
    for line in cut:
        print("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[last]]).rstrip())
