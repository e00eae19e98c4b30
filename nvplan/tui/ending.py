"""Ends the planner when the system asks for it: what was typed is saved, and the terminal is left as it was."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.clashing import KeepsTyping

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: What asks a program to end: a request, a window that is closed, and on Windows both.
ASKED_BY = ("SIGTERM", "SIGHUP", "SIGBREAK")
#: The exit code of a program that a signal has ended is this and the signal's number.
_BY_SIGNAL = 128
#: When nothing has been typed and nothing is on its way for so long, in seconds, all that was typed is taken.
REST = 0.25
#: So long is waited for that, in seconds.
LONGEST = 4.0
#: So long after all is saved the program ends whatever stands in the way, as a terminal that takes no more; in seconds.
AT_LAST = 8.0
#: So long is waited for the saving itself, in seconds: a busy machine is slow, and what was typed is to be on disk.
AT_MOST = 60.0
#: How often the terminal is looked for, in seconds.
TERMINAL_WATCH = 2.0


class Ending:
    """Ends a planner once, whoever asks first."""

    def __init__(self, app: NvplanApp) -> None:
        self._app = app
        self._begun = False
        self._saved = threading.Event()
        """Set when what was typed is on disk, or could not be written anywhere."""
        self._loop: asyncio.AbstractEventLoop | None = None

    def listen(self) -> None:
        """Heed what asks the planner to end, and notice when its terminal is gone without a word."""
        self._loop = asyncio.get_running_loop()
        for name in ASKED_BY:
            asked = getattr(signal, name, None)
            if asked is None:
                continue
            try:
                self._loop.add_signal_handler(asked, self.begin, int(asked))
            except (NotImplementedError, RuntimeError):  # Windows
                signal.signal(asked, lambda number, _frame: self.begin_from_afar(number))
        threading.Thread(target=self._watch_terminal, daemon=True).start()

    def _watch_terminal(self) -> None:
        """End the planner when its terminal is gone and nobody has said so."""
        watched = sys.stdin.fileno()
        while os.isatty(watched):
            time.sleep(TERMINAL_WATCH)
        self.begin_from_afar(int(getattr(signal, "SIGHUP", 1)))

    def begin_from_afar(self, number: int) -> None:
        """Begin to end from another thread, or from within a signal."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.begin, number)

    def begin(self, number: int) -> None:
        """Begin to end, as the signal with this number asks."""
        if self._begun:
            return
        self._begun = True
        code = _BY_SIGNAL + number
        if not self._app.is_headless:
            threading.Thread(target=self._end_at_last, args=(code,), daemon=True).start()
        self._ending = asyncio.create_task(self._end(code))

    async def _end(self, code: int) -> None:
        app, path = self._app, None
        try:
            await self._taken()
            for screen in reversed(app.screen_stack):
                if isinstance(screen, KeepsTyping):
                    screen.keep_typing()
                    await self._taken()
            app.save_all()
            path = app.write_unsaved()
            app.remember_where()
        finally:
            self._saved.set()
            written = [unsaved_texts.UNSAVED_WRITTEN.format(path=path)] if path is not None else []
            app.exit(return_code=code, message="\n".join([*written, *app.last_words]) or None)

    async def _taken(self) -> None:
        """Wait until all that was typed has reached its field."""
        began = rested = time.monotonic()
        while time.monotonic() - rested < REST and time.monotonic() - began < LONGEST:
            await asyncio.sleep(0.01)
            if not self._app.at_rest:
                rested = time.monotonic()

    def _end_at_last(self, code: int) -> None:
        self._saved.wait(AT_MOST)
        time.sleep(AT_LAST)
        os._exit(code)
