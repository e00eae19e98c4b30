"""The planner in a terminal of our own, with an emulator that knows what a person would see at every moment."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

COLUMNS, ROWS = 80, 24
#: Longest wait for something to be painted, in seconds; a busy machine is slow.
PATIENCE = 90.0
#: Requests that a terminal answers or obeys without painting, and that the emulator would paint as letters.
_SILENT = re.compile(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z$]*[a-zA-Z]|\x1bP[^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
#: A mode of the terminal that is switched on or off.
_MODE = re.compile(rb"\x1b\[\?([0-9]+)([hl])")
#: What a shell expects: the own page, no mouse, no focus or paste marks, a cursor, wrapped lines.
_AS_IT_WAS = {1049: False, 1000: False, 1003: False, 1006: False, 1004: False, 2004: False, 2048: False, 25: True,
              7: True}
#: What may be the beginning of such a request at the end of what has been read.
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?$]*|\][^\x07\x1b]*|P[^\x1b]*)?$")


def _own_terminal() -> None:
    """Let the terminal be the program's own, so that it is told when the window closes, and heeds it."""
    for handled in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(handled, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Screen:
    """nvplan in an 80×24 terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._modes: dict[int, bool] = {}
        """Which of the terminal's modes the program has switched on or off, by number."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "NVPLAN_HEM": str(folder / "hem"), "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([sys.executable, "-m", "nvplan", *arguments], stdin=slave, stdout=slave,
                                        stderr=slave, env=environment, start_new_session=True,
                                        preexec_fn=_own_terminal)
        os.close(slave)

    @property
    def lines(self) -> list[str]:
        """What a person sees now, line by line."""
        return [line.rstrip() for line in self._screen.display]

    def read(self, seconds: float) -> bool:
        """Take in what is painted within so many seconds at most; tell whether anything was."""
        if self._master < 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            content = os.read(self._master, 65536)
        except OSError:  # the program is gone
            return False
        content = self._held + content
        for number, switch in _MODE.findall(content):
            self._modes[int(number)] = switch == b"h"
        content = _SILENT.sub(b"", content)
        unfinished = _UNFINISHED.search(content)
        self._held = content[unfinished.start():] if unfinished else b""
        self._stream.feed(content[:len(content) - len(self._held)])
        return bool(content)

    def not_as_it_was(self) -> list[str]:
        """Return what the program has left of itself in the terminal."""
        for _ in range(10):  # what switches a mode paints nothing, so that a reading may tell of nothing
            self.read(0.05)
        left = [f"mode {number}" for number, expected in _AS_IT_WAS.items()
                if self._modes.get(number, expected) != expected]
        flags = termios.tcgetattr(self._master)[3]
        return [*left, *(name for name in ("ECHO", "ICANON", "ISIG") if not flags & getattr(termios, name))]

    def press(self, keys: str) -> None:
        """Send keys as the terminal would."""
        os.write(self._master, keys.encode())

    def wait_for(self, *texts: str) -> str:
        """Wait until one of the texts is shown, and return it.

        Raises:
            AssertionError: none was.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            shown = "\n".join(self.lines)
            for text in texts:
                if text in shown:
                    return text
            self.read(0.1)
            if self.process.poll() is not None and not self.read(0.1):
                break
        state = "lives" if self.process.poll() is None else f"ended with {self.process.returncode}"
        raise AssertionError(f"{texts} was not shown, the planner {state}:\n" + "\n".join(self.lines))

    def end(self, sent: signal.Signals | None) -> None:
        """Kill the planner with a signal, or close its window, and wait until it is gone; a window goes on showing."""
        if sent is None:
            self.close()
        else:
            self.process.send_signal(sent)
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            if not self.read(0.05):
                time.sleep(0.01)
        if self.process.poll() is None:
            state = Path(f"/proc/{self.process.pid}/status")
            told = state.read_text() if state.exists() else ""
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the planner lives after {sent or 'its window was closed'}\n{told}")

    def close(self) -> None:
        """Close the window."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1
