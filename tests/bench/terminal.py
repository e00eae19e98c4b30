"""A terminal of our own for measuring: starts a program on a pty and tells when something is painted."""

from __future__ import annotations

import atexit
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Painted(NamedTuple):
    """How long it took from a program's start until something was painted, in seconds."""

    by_clock: float
    work: float
    """What the program's threads had the processor for: other programs on the machine change it little."""


def seconds_until_painted(arguments: Sequence[str], marker: str, limit: float = 30.0, *,
                          python: str = sys.executable, size: tuple[int, int] = (80, 24)) -> Painted:
    """Start a Python program in a terminal of so many columns and rows; return the seconds until the marker is painted.

    Raises:
        TimeoutError: it was not painted within the limit.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **_installed()}
    environment.setdefault("NVPLAN_HEM", tempfile.gettempdir() + "/nvplan-bench")
    began = time.perf_counter()
    process = subprocess.Popen([python, *arguments], stdin=slave, stdout=slave, stderr=slave,
                               env=environment, start_new_session=True)
    os.close(slave)
    try:
        by_clock = _read_until(master, marker.encode(), began, limit)
        return Painted(by_clock, _work(process.pid))
    finally:
        with_group = process.pid
        os.killpg(with_group, signal.SIGKILL)
        process.wait()
        os.close(master)


def _work(process: int) -> float:
    """Return the seconds that a process has had the processor for; Linux counts them in nanoseconds a thread."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


@cache
def _installed() -> dict[str, str]:
    """Return what makes a program start as an installed one does: compiled, whatever this run was told."""
    compiled = tempfile.TemporaryDirectory(prefix="nvplan-bench-")
    atexit.register(compiled.cleanup)
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled.name}


def _read_until(master: int, marker: bytes, began: float, limit: float) -> float:
    seen = b""
    while time.perf_counter() - began < limit:
        ready, _, _ = select.select([master], [], [], 0.05)
        if ready:
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
            if marker in seen:
                return time.perf_counter() - began
    raise TimeoutError(f"{marker!r} was not painted: {seen[-400:]!r}")
