"""Process start to first painted frame on the largest county, against a minimal Textual app in the same run.

Told by the clock and by the processor's time; the ratio of the latter is the one to read where other programs run.

Run: python -m tests.bench.bench_first_frame [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.bench.big_county import big_plan
from tests.bench.terminal import Painted, seconds_until_painted

#: The aims: at most this many times the minimal app, until the first frame and until the plan is read and shown.
AIM, AIM_SHOWN = 1.3, 2.5
_MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("Minimal")
Minimal().run()
"""


def measure(rounds: int) -> dict[str, list[Painted]]:
    """Return the seconds of each round, the programs taking turns so that a busy machine is busy for all."""
    with tempfile.TemporaryDirectory() as folder:
        minimal, plan = Path(folder) / "minimal.py", Path(folder) / "vast.nvplan"
        minimal.write_text(_MINIMAL, encoding="utf-8")
        big_plan(plan).close()
        programs = {
            "minimal": ([str(minimal)], "Minimal"),
            "start": (["-m", "nvplan"], "exempel"),
            "oppna": (["-m", "nvplan", "oppna", str(plan)], "ppnar vast"),
            "oppna till översikten": (["-m", "nvplan", "oppna", str(plan)], "Patientkontrakt"),
        }
        taken: dict[str, list[Painted]] = {name: [] for name in programs}
        for arguments, marker in programs.values():
            seconds_until_painted(arguments, marker)  # compiles
        for _ in range(rounds):
            for name, (arguments, marker) in programs.items():
                taken[name].append(seconds_until_painted(arguments, marker))
    return taken


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    taken = measure(parser.parse_args().rounds)
    bare = _medians(taken["minimal"])
    print(f"minimal Textual app: {bare.by_clock * 1000:.0f} ms by the clock, {bare.work * 1000:.0f} ms of work "
          f"(medians of {len(taken['minimal'])})")
    for name in ("start", "oppna", "oppna till översikten"):
        ours = _medians(taken[name])
        aim = AIM if name != "oppna till översikten" else AIM_SHOWN
        print(f"nvplan {name}: {ours.by_clock / bare.by_clock:.2f} times the minimal app by the clock, "
              f"{ours.work / bare.work:.2f} in work (aim: at most {aim})")


def _medians(rounds: list[Painted]) -> Painted:
    """Return the median of each of the two times."""
    return Painted(*map(statistics.median, zip(*rounds, strict=True)))


if __name__ == "__main__":
    main()
