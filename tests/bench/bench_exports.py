"""What each format costs for the largest county, set against the bare library writing the same texts in the same run.

Run: `python -m tests.bench.bench_exports [--objects 2000] [--rounds 5] [--growth 200,2000,20000]`. The documents are
the list of insatser (every field of every object) and, for ics, the calendar. Read the ratios: `rendered` is the format
alone, `whole` with the document built from the plan first. Peak memory is measured in processes of their own, and
growth per object: 1.0 is linear. The whole of it takes about five minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from nvplan.files.write.registry import render
from nvplan.model.document import Document
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.formats import FORMATS
from nvplan.services.writing.session import PlanSession
from tests.bench.bare_exports import BARE, amount_of
from tests.bench.big_county import OBJECTS, big_plan

#: The formats whose growth is measured, and the numbers of objects.
GROWING, SIZES = ("md", "csv", "json", "xlsx"), (200, 2_000, 20_000)
#: Aims: how many times what its library needs for the same texts, without look and structure, a format may cost.
#: Where the bare one is no library but a join of strings (md, html, csv) the ratio says little, and there is none.
AIMS = {"docx": 4.0, "pdf": 4.0, "xlsx": 4.0, "ics": 3.0, "json": 10.0}


def _document(session: PlanSession, format_name: str) -> Document:
    return DOCUMENTS["kalender" if format_name == "ics" else "insatser"].build(session, Request())


def once(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return how many seconds the work takes, the median of several times."""
    return statistics.median(once(work) for _ in range(rounds))


def ratios(session: PlanSession, rounds: int, formats: Sequence[str] = tuple(FORMATS)) -> dict[str, dict[str, float]]:
    """Return for each format the seconds of the bare library, and the format's with and without building as ratios.

    The format and its library take turns, so that noise is shared.
    """
    return {name: _ratio(session, name, rounds) for name in formats}


def _ratio(session: PlanSession, name: str, rounds: int) -> dict[str, float]:
    document = _document(session, name)
    amount = amount_of(document)
    bare, rendered, whole = [], [], []
    for _ in range(rounds):
        bare.append(once(lambda: BARE[name](amount)))
        rendered.append(once(lambda: render(document, name)) / bare[-1])
        whole.append(rendered[-1] + once(lambda: _document(session, name)) / bare[-1])
    return {"bare": statistics.median(bare), "rendered": statistics.median(rendered),
            "whole": statistics.median(whole), "size": len(render(document, name)) / len(BARE[name](amount))}


def growth(folder: Path, sizes: Sequence[int], rounds: int, formats: Sequence[str] = GROWING
           ) -> dict[str, dict[int, float]]:
    """Return the seconds per object of building the document and of each format, by the number of objects."""
    found: dict[str, dict[int, float]] = {name: {} for name in ("build", *formats)}
    for size in sizes:
        session = big_plan(folder / f"{size}.nvplan", size)
        document = _document(session, "json")
        found["build"][size] = seconds(lambda: _document(session, "json"), rounds) / size  # noqa: B023
        for name in formats:
            found[name][size] = seconds(lambda: render(document, name), rounds) / size  # noqa: B023
        session.close()
    return found


def peak(plan: Path, format_name: str, bare: bool) -> float:
    """Return the peak memory in MB of a fresh process that writes the format, by the bare library or from the plan."""
    if bare:
        session = PlanSession.open(plan)
        source = plan.with_suffix(f".{format_name}.amount")
        source.write_text(json.dumps(amount_of(_document(session, format_name))), encoding="utf-8")
        session.close()
    else:
        source = plan
    done = subprocess.run([sys.executable, "-m", "tests.bench.bench_exports", "--peak", format_name, str(source),
                           *(["--bare"] if bare else [])], check=True, capture_output=True, text=True,
                          cwd=Path(__file__).parents[2])
    return float(done.stdout)


def _print_peak(source: Path, format_name: str, bare: bool) -> None:
    """Write the format in this process and print its peak memory and that of the processes it started, in MB."""
    if bare:
        BARE[format_name](json.loads(source.read_text(encoding="utf-8")))
    else:
        render(_document(PlanSession.open(source), format_name), format_name)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # the process that typesets a pdf
    print(max(_own_peak(), children) / 1024)


def _own_peak() -> float:
    """Return this process's peak in kB; on Linux `ru_maxrss` also counts the process that it was split from."""
    status = Path("/proc/self/status")
    if status.exists():
        return float(next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)


def _print_ratios(session: PlanSession, rounds: int) -> None:
    print(f"{'':6}{'bare':>10}{'rendered':>10}{'whole':>8}{'size':>7}")
    for name, found in ratios(session, rounds).items():
        aim = AIMS.get(name)
        verdict = "" if aim is None else f"  aim {aim:.1f}: {'within' if found['rendered'] <= aim else 'ABOVE'}"
        print(f"{name:6}{found['bare'] * 1000:7.1f} ms{found['rendered']:10.1f}{found['whole']:8.1f}"
              f"{found['size']:7.1f}{verdict}")


def _print_growth(folder: Path, sizes: Sequence[int], rounds: int) -> None:
    print("time per object, as times of that of the smallest plan: " + ", ".join(map(str, sizes)))
    for name, by_size in growth(folder, sizes, rounds).items():
        first = by_size[sizes[0]]
        print(f"{name:6}" + "".join(f"{by_size[size] / first:8.2f}" for size in sizes)
              + f"   ({by_size[sizes[-1]] * 1e6:.0f} µs an object)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--objects", type=int, default=OBJECTS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", default=",".join(map(str, SIZES)))
    parser.add_argument("--peak", nargs=2, metavar=("FORMAT", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    options = _arguments()
    if options.peak:
        _print_peak(Path(options.peak[1]), options.peak[0], options.bare)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["NVPLAN_HEM"] = str(folder / "hem")
        plan = folder / "stor.nvplan"
        session = big_plan(plan, options.objects)
        print(f"Västra Götaland, {options.objects} objects, {plan.stat().st_size // 1024} kB")
        _print_ratios(session, options.rounds)
        session.close()
        for one in FORMATS:
            ours, bare = peak(plan, one, bare=False), peak(plan, one, bare=True)
            print(f"{one:6} peak {ours:6.0f} MB, {ours / bare:.1f} times the bare library's {bare:.0f} MB")
        _print_growth(folder, [int(size) for size in options.growth.split(",")], options.rounds)


if __name__ == "__main__":
    main()
