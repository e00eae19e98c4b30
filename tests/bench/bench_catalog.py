"""How long the catalogue takes to load, set against importing `textual.app` in the same run.

Run it with `python -m tests.bench.bench_catalog [RUNS]`. Every measurement is made in a process of its own, where
pydantic is already imported and has built one model (its own start-up cost is nobody else's). The median of the runs
counts. Targets: what one plan needs at most a quarter of `textual.app`, the whole catalogue at most as much as it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from nvplan.catalog.location import VARIABLE, data_folder

#: Share of the time for `textual.app` that a load may take.
TARGETS = {"plan": 0.25, "whole": 1.0}
_PREAMBLE = """
import time
from pydantic import BaseModel
class First(BaseModel):
    number: int
First(number=1)
started = time.perf_counter()
"""
_WORK = {
    "textual": "import textual.app",
    "plan": """
from nvplan.catalog.counties import find_county
from nvplan.catalog.questions import plan_form
from nvplan.catalog.requirements import requirement_sets, requirements
find_county("07"), plan_form("kontinuitet"), requirement_sets(), requirements()
""",
    "whole": """
from nvplan.catalog import documents, figures, reference, reporting
from nvplan.catalog.counties import counties
from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirement_sets, requirements
counties(), all_questions(), requirement_sets(), requirements(), documents.documents()
figures.goals(), figures.indicators(), figures.background(), figures.funding(), figures.funding_totals()
figures.funding_rules(), figures.timeline(), figures.histories()
reference.code_lists(), reference.examples(), reference.terms(), reference.links(), reference.year_dates()
for form in reporting.report_forms():
    reporting.report_items(form)
""",
}
_REPORT = "\nprint((time.perf_counter() - started) * 1000)"


def measure(work: str, environment: dict[str, str]) -> float:
    """Return how many milliseconds one piece of work takes in a fresh process."""
    result = subprocess.run([sys.executable, "-c", _PREAMBLE + _WORK[work] + _REPORT], check=True, text=True,
                            capture_output=True, cwd=Path(__file__).parents[2], env=environment)
    return float(result.stdout)


def fair_environment(scratch: Path, folder: Path | None = None) -> dict[str, str]:
    """Return an environment in which nvplan is compiled once, as an installed program is; `folder` is another data/."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", VARIABLE)
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONPYCACHEPREFIX": str(scratch / "compiled"), **({VARIABLE: str(folder)} if folder else {})}


def ratios(runs: int, scratch: Path) -> dict[str, float]:
    """Return each load's median time as a share of `textual.app`'s; the three take turns, so that noise is shared."""
    environment = fair_environment(scratch)
    times: dict[str, list[float]] = {work: [] for work in _WORK}
    for work in _WORK:
        measure(work, environment)  # the first run reads the disk and compiles
    for _ in range(runs):
        for work in _WORK:
            times[work].append(measure(work, environment))
    medians = {work: statistics.median(values) for work, values in times.items()}
    for work, median in medians.items():
        print(f"{work:8} {median:7.1f} ms  (least {min(times[work]):.1f}, most {max(times[work]):.1f})")
    return {work: medians[work] / medians["textual"] for work in TARGETS}


def growth(runs: int, scratch: Path, factors: tuple[int, ...] = (1, 2, 4)) -> dict[int, float]:
    """Return how many milliseconds one plan's load takes when its files hold several times as many rows."""
    found = {}
    for factor in factors:
        environment = fair_environment(scratch, _enlarged(scratch / f"data-{factor}", factor))
        found[factor] = statistics.median(measure("plan", environment) for _ in range(runs))
    return found


def _enlarged(folder: Path, factor: int) -> Path:
    """Return a data/ with every requirement and question `factor` times, each copy with an id of its own."""
    for path in data_folder().rglob("*"):
        target = folder / path.relative_to(data_folder())
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_text(encoding="utf-8")
            copied = path.parent.name in ("krav", "fragor")
            target.write_text(_repeated(content, factor) if copied else content, encoding="utf-8")
    return folder


def _repeated(content: str, factor: int) -> str:
    rows = content.splitlines()
    return "\n".join(row if not copy else row.replace('",', f'-{copy}",', 1) for copy in range(factor) for row in rows)


def main(runs: int) -> None:
    """Print the ratios against their targets, and how the time grows with the rows."""
    with tempfile.TemporaryDirectory() as scratch:
        for work, ratio in ratios(runs, Path(scratch)).items():
            verdict = "within" if ratio <= TARGETS[work] else "ABOVE"
            print(f"{work}: {ratio:.2f} of textual.app, {verdict} the target {TARGETS[work]:.2f}")
        for factor, time in growth(runs, Path(scratch)).items():
            print(f"one plan with {factor} x the requirements and questions: {time:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
