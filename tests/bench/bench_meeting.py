"""A meeting on the largest county, 60 people, every dimension and three rounds, against one in an empty plan.

Key to repaint: a letter in the line, Enter that saves a contribution, and a key of a ballot; by turns in one run, in
seconds of work in this process. The aim is at most twice an empty plan's.

Run: python -m tests.bench.bench_meeting [--rounds N]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from nvplan.services.meetings.scoring import chosen_dimensions
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute
from nvplan.services.writing.commands_rounds import CastBallot, CloseRound, OpenScoring
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.where_in_plan import MeetingAssess, MeetingRun
from tests.bench.big_county import big_plan
from tests.tui.planner import WIDE, planner, settle

PEOPLE, ROUNDS, SAID = 60, 3, 40


def _prepare(session: PlanSession, people: int, rounds: int, said: int) -> None:
    """Hold a meeting in a plan: so many rounds in which everyone scores everything, and a round that is open."""
    session.do(SetAnswer("3.0.delar", "fyra"))
    session.do(BeginMeeting("Självskattning", "2026-12-04"))
    meeting = max(session.state.objects["mote"], key=lambda one: (len(one), one))
    item = session.do(AddItem(meeting, {"title": "Bedöm tillsammans"}))
    if said:
        session.do(Contribute(meeting, "\n".join(f"Inlägg nummer {number}" for number in range(said)), item))
    dimensions = tuple(one.id for one in chosen_dimensions(session.state))
    for number in range(rounds):
        session.do(OpenScoring(meeting, item, dimensions, {"kommun": people}))
        for voter in range(people):
            scores = tuple((voter + place + number) % 6 for place in range(len(dimensions)))
            session.do(CastBallot(meeting, "kommun", scores))
        session.do(CloseRound(meeting))
    session.do(OpenScoring(meeting, item, dimensions, {"kommun": people or 10}))


async def _timed(pilot: Pilot[None], act: Callable[[], Awaitable[None]]) -> float:
    await settle(pilot)
    begun = time.process_time()
    await act()
    await settle(pilot)
    return time.process_time() - begun


async def _measure(path: Path, rounds: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {"letter": [], "contribution": [], "ballot key": [], "ballot": []}
    async with planner(path, WIDE) as pilot:
        app = pilot.app
        assert isinstance(app, NvplanApp)
        assert app.session is not None
        state = app.session.state
        meeting = max(state.objects["mote"], key=lambda one: (len(one), one))
        item = next(one.id for one in state.objects["motespunkt"].values() if one.meeting == meeting)  # type: ignore[attr-defined]
        count = len(chosen_dimensions(state))
        app.go(MeetingRun(meeting, item))
        await settle(pilot)
        for _ in range(rounds):
            found["letter"].append(await _timed(pilot, lambda: pilot.press("x")))
            found["contribution"].append(await _timed(pilot, lambda: pilot.press("enter")))
        app.go(MeetingAssess(meeting, item))
        await settle(pilot)
        for _ in range(min(rounds, 9)):
            await pilot.press("k")
            for _ in range(count):
                found["ballot key"].append(await _timed(pilot, lambda: pilot.press("3")))
            found["ballot"].append(await _timed(pilot, lambda: pilot.press("enter")))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        big, empty = Path(folder) / "big.nvplan", Path(folder) / "empty.nvplan"
        big_plan(big).close()
        with PlanSession.open(big) as session:
            begun = time.perf_counter()
            _prepare(session, PEOPLE, ROUNDS, SAID)
            count = len(chosen_dimensions(session.state))
            print(f"{PEOPLE} people x {count} dimensions x {ROUNDS} rounds: {time.perf_counter() - begun:.1f} s, "
                  f"file {big.stat().st_size // 1024} kB")
        with create_plan(empty, "07", 2027) as session:
            _prepare(session, 0, 0, 0)
        found = {path: asyncio.run(_measure(path, options.rounds)) for path in (empty, big)}
        for what, times in found[empty].items():
            little, much = statistics.median(times), statistics.median(found[big][what])
            print(f"{what:14} empty {little * 1000:6.1f} ms   largest county {much * 1000:6.1f} ms   "
                  f"{much / little:4.2f} times")


if __name__ == "__main__":
    main()
