"""Keys that come faster than the screen: each waits until what the one before it led to can take it.

A terminal hands over what was typed as fast as it comes. After Enter, F8 or + the field that the next letters are meant
for may not be there yet; without this they would land in the field before it, or nowhere.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea
from textual.worker import WorkType

#: Keys wait no longer than this for a place, in seconds: one that never gets ready must not make the planner deaf.
_LONGEST = 3.0
#: How often a place that is not ready is asked again, in seconds.
_AGAIN = 0.002


class TypingAheadApp(App[None]):
    """An app that hands its keys on one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._handed: events.Event | None = None
        """The event that was held and is now on its way."""
        self._waits = False

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed while the key before it is at work; hand on everything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif event is not self._handed and (self._waits or self._held or self._handed is not None):
            self._held.append(event)
        else:
            self._handed = None
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        writes = isinstance(event, events.Paste) or event.is_printable
        self._waits = not (writes and isinstance(self.focused, Input | TextArea))
        await super().on_event(event)
        if self._waits:
            work: WorkType[None] = self._wait  # begun by the worker, so never when leaving
            self.run_worker(work, exit_on_error=False)
        else:
            self._hand_next()

    def _hand_next(self) -> None:
        self._waits = False
        if self._held:
            self._handed = self._held.popleft()
            self.post_message(self._handed)

    async def _wait(self) -> None:
        """Wait until the key has done its work and a place is there that takes keys, then hand on the next one."""
        began, quiet = time.monotonic(), 0
        while quiet < 2 and time.monotonic() - began < _LONGEST:
            quiet = quiet + 1 if self._is_quiet() else 0
            await asyncio.sleep(0 if quiet else _AGAIN)
        self._hand_next()

    def _is_quiet(self) -> bool:
        """Whether nothing is under way between the app and the widget that has the focus."""
        screen = self.screen
        pumps: list[MessagePump | DOMNode] = [self, *(self.focused or screen).ancestors_with_self]
        return screen.is_mounted and getattr(screen, "is_ready", True) and all(
            one.message_queue_size == 0 for one in pumps)
