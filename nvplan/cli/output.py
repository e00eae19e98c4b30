"""What a command reads and prints: UTF-8 everywhere, JSON alone on stdout, errors as one sentence on stderr."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Sequence

from nvplan.model.errors import InputError
from nvplan.model.safetext import safe_json, visible
from nvplan.texts import cli as cli_texts

#: More characters than this are no answer and no object.
_MOST_READ = 4_000_000


def use_utf8() -> None:
    """Print UTF-8 whatever the system's locale says; Windows would otherwise write another encoding to files."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline=None)


def read_input() -> str:
    """Return what stands on standard in.

    Raises:
        InputError: it is closed, cannot be read, or holds more than any answer does.
    """
    try:
        typed = sys.stdin.read(_MOST_READ + 1) if sys.stdin else None
    except (OSError, ValueError):  # a stream that was closed raises the latter
        typed = None
    if typed is None:
        raise InputError(cli_texts.NO_INPUT)
    if len(typed) > _MOST_READ:
        raise InputError(cli_texts.INPUT_TOO_LONG.format(most=_MOST_READ))
    return typed


def end_output() -> None:
    """Hand over what was printed.

    Raises:
        OSError: it could not be written, as on a full disk.
    """
    if sys.stdout:
        sys.stdout.flush()


def drop_output() -> None:
    """Hand over what was printed, or let go of a stdout that takes nothing: the program's end does not try it again."""
    try:
        end_output()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Print text; control characters in it are shown and not obeyed."""
    print(visible(text))


def complain(text: str) -> None:
    """Print a sentence to stderr, where there is one: without it `print` would turn to stdout."""
    if sys.stderr:
        with contextlib.suppress(OSError, ValueError):
            print(visible(text), file=sys.stderr, flush=True)


def say_json(value: object) -> None:
    """Print a value as JSON; characters that would steer a terminal stand in it as JSON's own escapes."""
    print(safe_json(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)))


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 72) -> None:
    """Print rows in columns; a cell longer than `widest` is cut with …, the last column never."""
    lines = [[visible(" ".join(cell.split())) for cell in row] for row in (headings, *rows)]
    last = len(headings) - 1
    cut = [[cell if at == last or len(cell) <= widest else cell[: widest - 1] + "…" for at, cell in enumerate(line)]
           for line in lines]
    widths = [max(len(line[at]) for line in cut) for at in range(last)]
    for line in cut:
        print("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[last]]).rstrip())
