"""Process start to first painted frame on the largest county, against a minimal Textual app in the same run.

Run: python -m tests.bench.bench_first_frame [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.bench.big_county import big_plan
from tests.bench.terminal import seconds_until_painted

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


def measure(rounds: int) -> dict[str, list[float]]:
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
        taken: dict[str, list[float]] = {name: [] for name in programs}
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
    bare = statistics.median(taken["minimal"])
    print(f"minimal Textual app: {bare * 1000:.0f} ms (median of {len(taken['minimal'])})")
    for name in ("start", "oppna", "oppna till översikten"):
        ratio = statistics.median(taken[name]) / bare
        aim = AIM if name != "oppna till översikten" else AIM_SHOWN
        print(f"nvplan {name}: {ratio:.2f} times the minimal app (aim: at most {aim})")


if __name__ == "__main__":
    main()
