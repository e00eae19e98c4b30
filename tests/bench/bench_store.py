"""Prints what saving, opening and merging cost, as ratios to what the disk and the JSON reader need for the same bytes.

Run: `python -m tests.bench.bench_store`. The figures are medians; read the ratios and how they grow.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson

from nvplan.store.change import apply_change
from nvplan.store.journal import field_changes
from nvplan.store.plan_file import PlanFile
from tests.store.plans import TABLES, answer

SIZES = (100, 1_000, 2_000)
TEXT = "Åtgärder för en god och nära vård följs upp två gånger om året. " * 8


def median(work: Callable[[], object], times: int = 15) -> float:
    """Return how many milliseconds the work takes, the median of several times."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def plan_of(folder: Path, documents: int, changes: int = 300) -> PlanFile:
    """Create a plan with this many documents and a history of some hundred changes."""
    insatser = {f"i{number}": {"title": f"Insats {number}", "purpose": TEXT} for number in range(documents)}
    plan = PlanFile.create(folder / f"{documents}.nvplan", {**TABLES, "insats": insatser}, "samordnare")
    for number in range(changes):
        answer(plan, f"2.{number % 18}.f{number % 5}", f"svar {number} {TEXT}")
    return plan


def raw_write(path: Path, content: bytes) -> None:
    """Write and fsync the bytes with nothing else around them."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def merge(ours: PlanFile, theirs: PlanFile) -> None:
    """Find and write what the other has, as `importera` does."""
    with ours.transaction("samordnare", "importera") as change:
        for table in theirs.tables():
            if table != "history":
                for document in theirs.list(table):
                    for one in field_changes(table, document["id"], ours.get(table, document["id"]),
                                             theirs.get(table, document["id"])):
                        apply_change(change, one)


def measure(folder: Path, documents: int) -> dict[str, float]:
    """Return the measurements of one size in milliseconds, and the ratios."""
    plan = plan_of(folder, documents)
    content, count = Path(plan.address).read_bytes(), [0]

    def save(question: str) -> None:
        count[0] += 1
        answer(plan, question, f"nytt {count[0]}")

    def save_object() -> None:
        count[0] += 1
        with plan.transaction("samordnare", "satt", "i1") as change:
            change.put("insats", "i1", {"title": f"Insats {count[0]}", "purpose": TEXT})

    raw = median(lambda: raw_write(folder / "raw", content))
    loads = median(lambda: orjson.loads(content))
    saved, saved_object = median(lambda: save("2.1.syfte")), median(save_object)
    opened = median(lambda: PlanFile.open(Path(plan.address)))
    other = folder / "other.nvplan"
    shutil.copy(Path(plan.address), other)
    theirs = PlanFile.open(other)
    with theirs.transaction("kommun", "satt") as change:
        for number in range(10):
            change.put("insats", f"ny{number}", {"title": "ny", "purpose": TEXT})
    merged = median(lambda: merge(plan, theirs), 1)
    return {"kB": len(content) / 1000, "raw write+fsync": raw, "save answer": saved, "save object": saved_object,
            "save/raw": saved / raw, "save object/raw": saved_object / raw, "orjson.loads": loads, "open": opened,
            "open/loads": opened / loads, "merge": merged, "merge/open": merged / opened}


def main() -> None:
    """Measure every size and print a table."""
    rows = {}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for documents in SIZES:
            rows[documents] = measure(Path(folder), documents)
    names = list(rows[SIZES[0]])
    sys.stdout.write("documents".ljust(18) + "".join(str(size).rjust(10) for size in SIZES) + "growth\n".rjust(10))
    for name in names:
        values = [rows[size][name] for size in SIZES]
        growth = values[-1] / values[0] if values[0] else 0
        sys.stdout.write(name.ljust(18) + "".join(f"{value:10.2f}" for value in values) + f"{growth:9.1f}\n")


if __name__ == "__main__":
    main()
