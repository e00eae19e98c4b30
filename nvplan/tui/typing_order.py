"""Keys do what a person meant when they were pressed: each reaches its field before the next one moves on.

Textual hands a letter to the field that has the focus, and the field takes it a moment later. A key that moves on is
carried out at once, so it could overtake the letters before it; and the focus reaches the next field a moment after the
move, so that the letters after it could be lost. Here a key that may move waits until the field has taken what was
typed before it, and what is typed after it waits until the move is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump
from textual.widget import Widget

#: So often, in seconds, is looked whether the widget that is to tell that it has come so far is gone.
_LOOK = 0.1
#: So many times is looked at one that is there and tells nothing: nothing may make the planner deaf. Looks are counted
#: and not seconds, for a machine that was busy or asleep has passed time in which nobody could tell anything.
_MOST_LOOKS = 30
#: So many screens can one key lead through, as from a box over a list to a question.
_MOST_SCREENS = 6
#: Keys that change a text or move the cursor in it, and nothing else.
_EDITS = frozenset({"left", "right", "home", "end", "backspace", "delete"})
#: Textual's widgets for text, by name: they are imported where they are used, and the first frame uses none.
_TEXT_FIELDS = frozenset({"Input", "TextArea"})
_Typed = events.Key | events.Paste
#: A widget, and what puts a call last in its queue and returns false where the widget is gone.
_Stop = tuple[MessagePump, Callable[[Callable[[], None]], bool]]


@runtime_checkable
class TakesTyping(Protocol):
    """A screen that takes all that is typed and judges what it was meant for."""

    def take(self, event: events.Key | events.Paste) -> None:
        """Take what was typed."""


class TypingOrderApp(App[None]):
    """An app in which typed keys are never lost between two fields."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[_Typed] = deque()
        """What was typed while a move was under way, oldest first."""
        self._moving = False

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait while a move is under way."""
        if not isinstance(event, _Typed) or event.is_forwarded:
            await super().on_event(event)
            return
        self.key_comes()
        self._waiting.append(event)
        if not self._moving:
            await self._take()

    def key_comes(self) -> None:
        """Do what is done whenever something is typed; nothing, unless a subclass says otherwise."""

    async def _take(self) -> None:
        """Hand out what is waiting, up to the next key that may move."""
        while self._waiting:
            event = self._waiting.popleft()
            taker = self._taker
            if taker is not None:
                taker.take(event)
                continue
            if not self._only_edits(event):
                self._after(self._typed_before(), partial(self._move, event))
                return
            await super().on_event(event)

    def type_later(self, typed: list[events.Key | events.Paste]) -> None:
        """Hand out what was typed earlier once the screen has come to rest, and before what is typed now."""
        self._waiting.extendleft(reversed(typed))
        if not self._moving:
            self._after(self._told_of_it(), self._take)

    async def _move(self, event: _Typed) -> None:
        """Carry out a key that may move, now that the field has taken what was typed before it."""
        await super().on_event(event)
        self._after(self._told_of_it(), self._take)

    def _only_edits(self, event: _Typed) -> bool:
        """Tell whether something typed changes a text and nothing else."""
        if isinstance(event, events.Paste):
            return True
        kinds = {kind.__name__ for kind in type(self._field).__mro__}
        return bool(kinds & _TEXT_FIELDS) and (event.is_printable or event.key in _EDITS)

    @property
    def at_rest(self) -> bool:
        """Whether all that was typed has reached its field."""
        field = self._field
        return not (self._waiting or self._moving or self.message_queue_size
                    or (field is not None and field.message_queue_size))

    @property
    def _taker(self) -> TakesTyping | None:
        """The screen, where it judges itself what is done with each key."""
        shown = self.screen_stack[-1] if self.screen_stack else None
        return shown if isinstance(shown, TakesTyping) else None

    @property
    def _field(self) -> Widget | None:
        try:
            return self.focused
        except ScreenStackError:
            return None

    def _typed_before(self) -> Iterator[_Stop]:
        """Return the queue in which the letters before a key are waiting."""
        if self._field is not None:
            yield self._field, self._field.call_later

    def _told_of_it(self) -> Iterator[_Stop]:
        """Return the queues that a key's consequences pass: first the key itself, then what was sent because of it.

        A key that the field does not take goes up to the app, which finds what it is bound to; that sends a message
        from the field up to the screen. A message comes back to its sender's own queue before it goes to the parent,
        so each queue is passed twice. Then comes the screen that it led to.
        """
        for _ in ("the key", "the message"):
            for node in list(self._field.ancestors_with_self) if self._field is not None else ():
                if isinstance(node, Widget):
                    yield node, node.call_later
                    yield node, node.call_later
            yield self, self.call_later
        for _ in range(_MOST_SCREENS):
            if not self.screen_stack:
                return
            shown = self.screen
            yield shown, shown.call_later
            yield self, self.call_later
            yield shown, shown.call_after_refresh
            yield self, self.call_later
            if self.screen is shown and self.focused is not None:
                return

    def _after(self, queues: Iterator[_Stop], then: Callable[[], Awaitable[None]]) -> None:
        """Do something when each queue in turn has come to what stands in it now. Closed ones are passed by."""
        self._moving = True
        passed = looks = 0
        watched: MessagePump = self

        async def done() -> None:
            watch.stop()
            self._moving = False
            await then()

        def ahead(place: int) -> None:
            nonlocal passed, looks, watched
            if place != passed:
                return
            passed, looks = passed + 1, 0
            for stop in queues:
                watched, queue = stop
                if queue(partial(ahead, passed)):
                    return
            self.call_later(done)

        def look() -> None:
            nonlocal looks
            looks += 1
            gone = not (watched.is_running and watched.is_attached)
            if gone or looks > _MOST_LOOKS:
                ahead(passed)

        watch = self.set_interval(_LOOK, look)
        ahead(0)
