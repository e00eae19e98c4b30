"""Runs nvplan's command line inside the test and gives back what it printed."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from typing import Any

from nvplan.cli import run


@dataclass(frozen=True)
class Printed:
    """What a command did: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stdout holds, read as JSON; anything else there is an error."""
        return json.loads(self.out)


def nvplan(*arguments: str, stdin: str = "") -> Printed:
    """Run one command line."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = run(arguments)
            except SystemExit as leaving:
                code = int(leaving.code or 0)
    finally:
        sys.stdin = before
    return Printed(code, out.getvalue(), err.getvalue())
