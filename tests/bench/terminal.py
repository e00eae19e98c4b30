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


def seconds_until_painted(arguments: Sequence[str], marker: str, limit: float = 30.0) -> float:
    """Start a Python program in an 80×24 terminal; return the seconds from its start until the marker is painted.

    Raises:
        TimeoutError: it was not painted within the limit.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **_installed()}
    environment.setdefault("NVPLAN_HEM", tempfile.gettempdir() + "/nvplan-bench")
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdin=slave, stdout=slave, stderr=slave,
                               env=environment, start_new_session=True)
    os.close(slave)
    try:
        return _read_until(master, marker.encode(), began, limit)
    finally:
        with_group = process.pid
        os.killpg(with_group, signal.SIGKILL)
        process.wait()
        os.close(master)


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
