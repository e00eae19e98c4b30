"""Drives the planner in a test, and reads the screen as the text that a person sees."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar, cast
from unittest import mock

from textual import events
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from nvplan.clock import system_clock
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.creating import create_plan
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.boxes.clash import ClashBox

NARROW, WIDE = (80, 22), (120, 36)
#: Seconds. Textual paints sixty times a second; what waits longer than this is a pause that a person would notice.
_NEAR = 0.03
#: Seconds from a change to its paint, at most: so many times a second a terminal is painted.
_PAINT = 1 / 60
#: Seconds. A machine that runs many tests is slow: that is no slow disk, and nobody who rests between two keys.
_BUSY = 600.0
#: The day that the planner is tried on.
TODAY = dt.date(2026, 11, 23)
#: So many short sleeps in a row are no paint: when the planner has ended Textual itself looks every millisecond.
_MOST_SLEEPS = 400
#: Seconds that a test waits at most, for words on the screen or for rest; a busy machine is slow, and a test that waits
#: for what never comes fails.
_PATIENCE = 120.0


def new_plan(folder: Path, county: str = "07") -> Path:
    """Make a plan file and return it."""
    path = folder / "plan.nvplan"
    create_plan(path, county, 2027).close()
    return path


@asynccontextmanager
async def planner(path: Path | str | None, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """Open the planner; leave it as a person who closes it."""
    app = NvplanApp(path, lambda: dt.datetime.combine(TODAY, system_clock().timetz()))
    with (mock.patch("textual.app.wait_for_idle", rest), mock.patch("textual.pilot.wait_for_idle", rest),
          mock.patch.object(Pilot, "_wait_for_screen", _all_at_rest),
          mock.patch.object(Compositor, "render_update", _paint_when_looked_at),
          mock.patch.object(Screen, "_update_timer", property(_paints_of)),
          mock.patch.object(Stylesheet, "_parse_rules", _parsed),
          mock.patch("nvplan.tui.saving.QUICK", _BUSY), mock.patch("nvplan.tui.screens.boxes.clash.REST", _BUSY)):
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield pilot


_PARSE = Stylesheet._parse_rules
_RULES: dict[tuple[object, ...], list[RuleSet]] = {}


def _parsed(sheet: Stylesheet, *source: Any, **more: Any) -> list[RuleSet]:
    """Return the rules of a source of styles: parsed once a process in the same colours, not once for each planner."""
    key = (tuple(sheet._variables.items()), source, tuple(more.items()))
    if key not in _RULES:
        _RULES[key] = _PARSE(sheet, *source, **more)
    return _RULES[key]


def _paints_of(screen: Screen[Any]) -> Paints:
    """Return what paints a screen, the same each time."""
    kept = screen.__dict__
    if "_paints" not in kept:
        kept["_paints"] = Paints(screen)
    return cast("Paints", kept["_paints"])


class Paints:
    """Paints a screen when all that a key led to has happened; in the place of the timer that paints it on the way too.

    What waits for nothing but time is painted as often as in a terminal.
    """

    wanted: ClassVar[set[Paints]] = set()

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen, self._loop = screen, asyncio.get_running_loop()
        self._latest: asyncio.TimerHandle | None = None

    def resume(self) -> None:
        """Paint soon; what is asked for until then is painted with it."""
        if self._latest is None:
            self._latest = self._loop.call_later(_PAINT, self.paint)
            self.wanted.add(self)

    def pause(self) -> None:
        """Paint no more until something is new."""
        if self._latest is not None:
            self._latest.cancel()
            self._latest = None
            self.wanted.discard(self)

    def paint(self) -> None:
        """Paint now."""
        self.pause()
        with self._screen._context():
            try:
                self._screen._on_timer_update()
            except Exception as error:
                self._screen.app._handle_exception(error)

    @classmethod
    def now(cls, loop: asyncio.AbstractEventLoop) -> bool:
        """Paint what is to be painted; tell whether there was anything."""
        found = [one for one in cls.wanted if one._loop is loop]
        for one in found:
            one.paint()
        return bool(found)


async def rest(_min_sleep: float = 0.0, _max_sleep: float = 1.0) -> None:
    """Wait until the loop has nothing left to run and no timer is near; in the place of Textual's wait.

    Textual watches the processor's clock, twice a key, for a stretch of twenty milliseconds in which nothing ran: three
    quarters of the time that the tests took. The loop itself knows what is left to run.
    """
    loop = cast("Any", asyncio.get_running_loop())
    end, slept = loop.time() + _PATIENCE, 0
    while (now := loop.time()) < end and slept < _MOST_SLEEPS:
        if not loop._ready and Paints.now(loop):
            continue
        near = [timer.when() for timer in loop._scheduled if not timer.cancelled() and timer.when() < now + _NEAR]
        if not loop._ready and not near:
            return
        slept += not loop._ready
        await asyncio.sleep(0 if loop._ready else max(0, min(near) - now))
    assert slept == _MOST_SLEEPS, "the planner never comes to rest"


_RENDER = Compositor.render_update


def _paint_when_looked_at(compositor: Compositor, *given: Any, **options: Any) -> Any:
    """Leave what has changed to be painted at rest: nobody sees what stood there for a hundredth of a second.

    A picture of the screen is taken at once; it alone says whether it is to be simplified.
    """
    return _RENDER(compositor, *given, **options) if "simplify" in options else None


async def _all_at_rest(_pilot: Pilot[None], timeout: float = _PATIENCE) -> bool:
    """Wait until every widget has taken what was sent to it; Textual asks each of them, the loop knows them all."""
    await rest()
    return True


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the screen has come to rest and what goes on beside it is done; paint it as a person sees it now."""
    await pilot.pause()
    async with asyncio.timeout(_PATIENCE):
        with suppress(WorkerCancelled):  # the planner ended, or the person stopped it
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    if pilot.app.is_running and pilot.app.screen_stack:
        _RENDER(pilot.app.screen._compositor, screen_stack=pilot.app._background_screens)


async def until(pilot: Pilot[None], words: str) -> str:
    """Wait until the words stand on the screen, and return the screen.

    Words that may stand there already say nothing about what is still to come: wait for that with `until_holds`.
    """
    await until_holds(pilot, lambda: words in screen_text(pilot), f"”{words}” stands on the screen")
    return screen_text(pilot)


async def until_holds(pilot: Pilot[None], holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds; a test that waits for what never comes fails with what was waited for."""
    loop = asyncio.get_running_loop()
    end = loop.time() + _PATIENCE
    while not holds():
        assert loop.time() < end, f"waited in vain until {what}; on the screen stands:\n{screen_text(pilot)}"
        await pilot.pause(0.05)


async def look_at_file(pilot: Pilot[None]) -> None:
    """Let the planner look now at what others have written, as it does once a second."""
    pilot.app.call_later(cast("NvplanApp", pilot.app)._watch)
    await settle(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one and wait until the screen has come to rest."""
    await pilot.press(*keys)
    await settle(pilot)


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type text as it stands."""
    for character in text:
        await pilot.press(_NAMES.get(character, character))
    await settle(pilot)


_NAMES = {" ": "space", "\n": "enter", "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash", "@": "at",
          "=": "equals_sign", ".": "full_stop", ",": "comma", "-": "minus", "(": "left_parenthesis", "+": "plus"}


async def burst(pilot: Pilot[None], *typed: str) -> None:
    """Send everything at once, as a quick typist or a paste into the terminal does: words by letter, keys by name."""
    for word in typed:
        keys = [word[1:-1]] if word.startswith("<") else list(word)
        for key in keys:
            pilot.app.post_message(events.Key(_NAMES.get(key, key), key if len(key) == 1 else None))
    for _ in range(4):
        await settle(pilot)


async def answer_clash(pilot: Pilot[None], *keys: str) -> None:
    """Answer the box that asks which text is to stand, as a person who has seen it and has rested since."""
    await until_holds(pilot, lambda: isinstance(pilot.app.screen, ClashBox), "the box asks which text is to stand")
    await settle(pilot)
    cast("ClashBox", pilot.app.screen)._last = -_BUSY
    await press(pilot, *keys)
    await settle(pilot)


def screen_text(pilot: Pilot[None]) -> str:
    """Return the screen as lines of text, without the spaces at their ends."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Go to a place as a person does: F2, a few letters, Enter."""
    await press(pilot, "f2")
    await type_text(pilot, words)
    await press(pilot, "enter")


def question_at_hand(pilot: Pilot[None]) -> str:
    """Return the id of the question that is shown, large or with its field; empty where none is. It is on no screen."""
    place = cast("NvplanApp", pilot.app).place
    return place.where.question.id if isinstance(place.where, Stop) else ""
