"""A real terminal for tests: tmux on a socket of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: Longest wait for something to appear, in seconds; a busy machine is slow.
PATIENCE = 120.0
#: Seconds between two looks at the screen: each is a process, and a plan is filled by a thousand.
LOOK = 0.02


class Terminal:
    """A tmux session that runs nvplan."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], columns: int, rows: int, locale: str,
                 python: str = sys.executable) -> None:
        self._socket = f"nvplan-{uuid.uuid4().hex[:8]}"
        environment = {"NVPLAN_HEM": str(folder / "hem"), "LC_ALL": locale}
        command = [python, "-m", "nvplan", *arguments]
        shown = " ".join(f"{name}={value}" for name, value in environment.items()) + " " + " ".join(command)
        self._tmux("new-session", "-d", "-s", "t", "-x", str(columns), "-y", str(rows), "-c", str(folder),
                   f"env {shown}; echo SLUT $?; sleep 600")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(["tmux", "-u", "-L", self._socket, "-f", os.devnull, *arguments], capture_output=True,
                              text=True, check=True, encoding="utf-8")
        return done.stdout

    def screen(self) -> str:
        """Return what the terminal shows."""
        return self._tmux("capture-pane", "-t", "t", "-p")

    def wait_for(self, text: str) -> str:
        """Wait until the text is shown; return the screen."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            shown = self.screen()
            if text in shown:
                return shown
            time.sleep(LOOK)
        raise AssertionError(f"{text!r} was not shown:\n{self.screen()}")

    def rest(self) -> None:
        """Wait until the screen has not changed for a moment."""
        before, until = "", time.monotonic() + PATIENCE
        while time.monotonic() < until:
            time.sleep(0.2)
            shown = self.screen()
            if shown == before:
                return
            before = shown

    def wait_until(self, holds: Callable[[str], bool]) -> None:
        """Wait until something holds of the screen."""
        until = time.monotonic() + PATIENCE
        while not holds(self.screen()):
            if time.monotonic() > until:
                raise AssertionError(f"it does not hold:\n{self.screen()}")
            time.sleep(LOOK)

    def wait_until_gone(self, text: str) -> None:
        """Wait until the text is shown no more."""
        until = time.monotonic() + PATIENCE
        while text in self.screen():
            if time.monotonic() > until:
                raise AssertionError(f"{text!r} is still shown:\n{self.screen()}")
            time.sleep(LOOK)

    def keys(self, *keys: str) -> None:
        """Press keys by tmux's names for them."""
        for key in keys:
            self._tmux("send-keys", "-t", "t", key)

    def burst(self, *keys: str) -> None:
        """Press keys, by tmux's names or as text, all at once: faster than any screen is drawn."""
        self._tmux("send-keys", "-t", "t", *keys)

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self._tmux("send-keys", "-t", "t", "-l", text)

    def go_to(self, words: str, shown: str) -> None:
        """Go to a place with F2, and wait until it is shown."""
        self.keys("F2")
        self.wait_for("Gå till")
        self.type(words)
        self.keys("Enter")
        self.wait_for(shown)

    def close(self) -> None:
        """Close the terminal, as when the window is closed."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False)


@contextmanager
def terminal(folder: Path, *arguments: str, columns: int = 80, rows: int = 24, locale: str = "C.UTF-8",
             python: str = sys.executable) -> Iterator[Terminal]:
    """Run nvplan in a real terminal."""
    opened = Terminal(folder, arguments, columns, rows, locale, python)
    try:
        yield opened
    finally:
        opened.close()
