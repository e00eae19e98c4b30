"""The planner on the largest county, against the same on an empty plan and against the bare disk, in one run.

Run: python -m tests.bench.bench_planner [--rounds N]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

from nvplan.services.commands import SetAnswer
from nvplan.services.creating import create_plan
from nvplan.services.session import PlanSession
from nvplan.tui.screens.question import QuestionScreen
from tests.bench.big_county import big_plan
from tests.tui.planner import go_to, planner, settle

#: The aims: against an empty plan, and against writing and syncing a file of the same size.
AIM_PLACE, AIM_SAVE = 2.0, 4.0


async def _key_and_place(path: Path, rounds: int) -> tuple[float, float]:
    """Return the median seconds from a key to the repainted screen, and from one question to the next."""
    keys, places = [], []
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        for _ in range(rounds):
            began = time.perf_counter()
            await pilot.press("a")
            keys.append(time.perf_counter() - began)
        for _ in range(rounds):
            began = time.perf_counter()
            await screen.action_next()
            await pilot.pause()
            places.append(time.perf_counter() - began)
        await settle(pilot)
    return statistics.median(keys), statistics.median(places)


def _save(path: Path, rounds: int) -> float:
    """Return the median of saving an answer as times of writing and syncing a file of the same size."""
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
        session.do(SetAnswer("1.0.agare", f"roll {number}", "region", edit="samma"))
        ratios.append((time.perf_counter() - wrote) / (wrote - began))
    return statistics.median(ratios)


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NVPLAN_HEM"] = folder + "/hem"
        empty, big = Path(folder) / "tom.nvplan", Path(folder) / "stor.nvplan"
        create_plan(empty, "14", 2027).close()
        big_plan(big).close()
        print(f"plan: {big.stat().st_size // 1024} kB")
        small_key, small_place = asyncio.run(_key_and_place(empty, rounds))
        key, place = asyncio.run(_key_and_place(big, rounds))
        print(f"key to repaint: {key / small_key:.2f} times the empty plan ({key * 1000:.0f} ms; aim {AIM_PLACE})")
        print(f"question to question: {place / small_place:.2f} times ({place * 1000:.0f} ms; aim {AIM_PLACE})")
        print(f"saving a field: {_save(big, rounds):.2f} times write and sync of the same size (aim {AIM_SAVE})")


if __name__ == "__main__":
    main()
