"""The planner on the largest county, against the same on an empty plan and against the bare disk, in one run.

Every place is opened on both plans by turns, first from cold (the first time in a sitting) and then again and again.
Two times count: until the new screen is painted, and until everything on it stands there and nothing more is going on.
They are seconds of work in this process, so that other programs on the machine change nothing; saving is by the clock.

Run: python -m tests.bench.bench_planner [--rounds N] [--only WORD]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from nvplan.catalog.questions import all_questions
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.places import (
    ANSWERING,
    BACKUPS,
    BOARD,
    DUE,
    HISTORY,
    LIBRARY,
    LISTED,
    REQUIREMENTS,
    REVIEW,
    TOWARDS_DECISION,
    Place,
)
from nvplan.services.writing.commands import Command, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.questions.question import QuestionScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.where_in_plan import ObjectForm
from tests.bench.big_county import big_plan, with_backups
from tests.tui.planner import WIDE, go_to, planner, settle

#: The aims: against an empty plan, and against writing and syncing a file of the same size.
AIM_PLACE, AIM_SAVE = 2.0, 4.0
#: So many insatser are a screenful.
FEW = 30
Act = Callable[[Pilot[None]], Awaitable[None]]


@dataclass
class Times:
    """Seconds of work until the screen was painted, and until it was complete; the first of each is from cold."""

    painted: list[float] = field(default_factory=list)
    complete: list[float] = field(default_factory=list)


def _app(pilot: Pilot[None]) -> NvplanApp:
    assert isinstance(pilot.app, NvplanApp)
    return pilot.app


def _session(pilot: Pilot[None]) -> PlanSession:
    session = _app(pilot).session
    assert session is not None
    return session


def _opens(make: Callable[[PlanSession], Where]) -> Act:
    async def act(pilot: Pilot[None]) -> None:
        _app(pilot).place.show_over(make(_session(pilot)))

    return act


def _a_form(session: PlanSession) -> Where:
    return ObjectForm("insats", next(iter(session.state.objects["insats"]), ""))


def _a_fund(session: PlanSession) -> Where:
    return ObjectForm("medel", next(iter(session.state.objects["medel"]), ""))


def _given_rows(_: PlanSession) -> Where:
    return Stop(all_questions()["1.6.rutiner"], "lan")


async def _overview(pilot: Pilot[None]) -> None:
    _app(pilot).go(Room.OVERVIEW)


async def _search(pilot: Pilot[None]) -> None:
    _app(pilot).show_places(everything=True)


async def _go_to(pilot: Pilot[None]) -> None:
    _app(pilot).show_places(everything=False)


#: Every change of place by name.
PLACES: dict[str, Act] = {
    "översikt": _overview, "gå till": _go_to, "sök": _search,
    **{f"lista {kind}": _opens(lambda _, kind=kind: Place(kind))  # type: ignore[misc]
       for kind in LISTED},
    "formulär": _opens(_a_form), "tavla": _opens(lambda _: (Place(BOARD))),
    "medel, formulär": _opens(_a_fund), "givna rader": _opens(_given_rows),
    "krav": _opens(lambda _: (Place(REQUIREMENTS))),
    "granska": _opens(lambda _: (Place(REVIEW))),
    **{f"plats {kind}": _opens(lambda _, kind=kind: Place(kind))  # type: ignore[misc]
       for kind in (ANSWERING, DUE, LIBRARY, HISTORY, BACKUPS, TOWARDS_DECISION)},
}


async def _timed(pilot: Pilot[None], act: Act, times: Times) -> None:
    """Do it, and note when the screen was painted and when everything was done.

    A pilot keeps closed screens for half a minute; what it keeps is put out of the garbage collector's way.
    """
    gc.collect()
    gc.freeze()
    began = time.process_time()
    await act(pilot)
    await pilot.pause(0)
    times.painted.append(time.process_time() - began)
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0)
    times.complete.append(time.process_time() - began)
    await settle(pilot)


#: Places that say something of the whole plan: gone to when the plan has just been changed, too.
AFTER_A_CHANGE = ("översikt", "sök", "lista insats", "tavla", "granska")


async def _places(path: Path, act: Act, rounds: int, *, changed: bool = False) -> Times:
    """Return the times of going to a place from the overview, where wanted in a plan that has just been changed."""
    times = Times()
    async with planner(path, WIDE) as pilot:
        for number in range(rounds + 1):
            if changed:
                _session(pilot).do(SetAnswer("1.0.agare", f"roll {number}", "region"))
            await _timed(pilot, act, times)
            _app(pilot).go(Room.OVERVIEW)
            await settle(pilot)
    return times


#: Keys in places: the place, the key that is timed, and those that bring back what was.
KEYS: dict[str, tuple[Act, tuple[str, ...]]] = {
    "pil i listan": (PLACES["lista insats"], ("down",)), "sista raden": (PLACES["lista insats"], ("end", "home")),
    "bokstav i listan": (PLACES["lista insats"], ("a", "backspace")),
    "sortera listan": (PLACES["lista insats"], ("f7",)), "bokstav i sökningen": (_search, ("a", "backspace")),
    "pil på tavlan": (PLACES["tavla"], ("up", "down")), "tavla till kort": (PLACES["tavla"], ("f3", "f3")),
    "pil i kravlistan": (PLACES["krav"], ("down",)),
    "siffra i givna rader": (PLACES["givna rader"], ("1", "down", "up")),
    "bokstav i medel": (PLACES["medel, formulär"], ("a",)),
    "pil i granska": (PLACES["granska"], ("down",)), "bokstav i formuläret": (PLACES["formulär"], ("a",)),
}
_NEEDS_ROWS = (PLACES["lista insats"], PLACES["tavla"], PLACES["granska"])


async def _keys(path: Path, act: Act, keys: tuple[str, ...], rounds: int) -> Times:
    """Return the times from a key to the repainted screen."""
    times = Times()
    async with planner(path, WIDE) as pilot:
        await act(pilot)
        await settle(pilot)
        for _ in range(rounds + 1):
            await _timed(pilot, _press(keys[0]), times)
            for key in keys[1:]:
                await pilot.press(key)
            await settle(pilot)
    return times


def _press(key: str) -> Act:
    """Return the pressing of a key without the pauses that a test makes between keys."""
    async def act(pilot: Pilot[None]) -> None:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(0)

    return act


async def _questions(path: Path, rounds: int) -> tuple[Times, Times]:
    """Return the times from a key in a question, and from one question to the next."""
    keys, steps = Times(), Times()
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)

        async def step(_: Pilot[None]) -> None:
            await screen.action_next()

        for _ in range(rounds + 1):
            await _timed(pilot, _press("a"), keys)
        for _ in range(rounds + 1):
            await _timed(pilot, step, steps)
    return keys, steps


def _save(path: Path, rounds: int, command: Callable[[int], Command[str]]) -> float:
    """Return the median of a save as times of writing and syncing a file of the same size."""
    session, ratios = PlanSession.open(path), []
    content = path.read_bytes()
    bare = path.with_suffix(".bare")
    for number in range(rounds):
        began = time.perf_counter()
        with bare.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        wrote = time.perf_counter()
        session.do(command(number))
        ratios.append((time.perf_counter() - wrote) / (wrote - began))
    return statistics.median(ratios)


def _tell(name: str, small: Times, big: Times, *, keys: bool = False) -> None:
    """Print the ratios: painted and complete, again and again, and from cold in brackets. A key is done at once."""
    def ratio(ours: list[float], theirs: list[float]) -> tuple[float, float, float]:
        again, bare = statistics.median(ours[1:]), statistics.median(theirs[1:])
        return again / bare, ours[0] / theirs[0], again * 1000

    painted, cold, ms = ratio(big.painted, small.painted)
    whole, whole_cold, whole_ms = ratio(big.complete, small.complete)
    verdict = "" if (keys or painted <= AIM_PLACE) and whole <= AIM_PLACE else "  ABOVE"
    first = "" if keys else f"painted {painted:5.2f} ({cold:5.2f} cold) {ms:5.0f} ms   "
    print(f"{name:24} {first:40}complete {whole:5.2f} "
          f"({whole_cold:5.2f} cold) {whole_ms:5.0f} ms{verdict}", flush=True)


def _measure(empty: Path, few: Path, big: Path, rounds: int, only: str) -> None:
    """Measure and print everything; keys in a list are set against a plan with a screenful."""
    print(f"Times the empty plan; the aim is at most {AIM_PLACE}. In brackets the first time in a sitting.")
    for name, act in PLACES.items():
        if only in name:
            _tell(name, asyncio.run(_places(empty, act, rounds)), asyncio.run(_places(big, act, rounds)))
    for name in AFTER_A_CHANGE:
        if only in name:
            _tell(f"{name} efter ändring", asyncio.run(_places(empty, PLACES[name], rounds, changed=True)),
                  asyncio.run(_places(big, PLACES[name], rounds, changed=True)))
    for name, (act, keys) in KEYS.items():
        if only in name:
            small = asyncio.run(_keys(few if act in _NEEDS_ROWS else empty, act, keys, rounds))
            _tell(name, small, asyncio.run(_keys(big, act, keys, rounds)), keys=True)
    if only in "fråga":
        bare, large = asyncio.run(_questions(empty, rounds)), asyncio.run(_questions(big, rounds))
        _tell("bokstav i en fråga", bare[0], large[0], keys=True)
        _tell("fråga till fråga", bare[1], large[1])
    if only in "spara":
        answer = _save(big, rounds, lambda number: SetAnswer("1.0.agare", f"roll {number}", "region", edit="samma"))
        print(f"saving an answer: {answer:.2f} times write and sync of the same size (aim {AIM_SAVE})")
        saved = _save(big, rounds, lambda number: SetObject("insats", "insats-7", {"role": f"roll {number}"},
                                                            edit="samma"))
        print(f"saving a field of an insats: {saved:.2f} times write and sync of the same size (aim {AIM_SAVE})")


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="measure only what has this word in its name")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NVPLAN_HEM"] = folder + "/hem"
        empty, few, big = (Path(folder) / f"{name}.nvplan" for name in ("tom", "liten", "stor"))
        create_plan(empty, "14", 2027).close()
        big_plan(few, FEW).close()
        big_plan(big).close()
        for plan in (empty, big):
            with_backups(plan, 10)
        print(f"plan: {big.stat().st_size // 1024} kB")
        _measure(empty, few, big, options.rounds, options.only)


if __name__ == "__main__":
    main()
