"""How long the continuity index of a file with visits takes, and how much memory, against duckdb's bare read and group.

Run it with `python -m tests.bench.bench_index [VISITS…]`; without numbers it is 1 million visits (20 million take many
minutes and 700 MB of disk). Every measurement is a process of its own on the same file in the same run. The peak is
told above that of the same command on a file with three visits. Where duckdb is not installed only nvplan is measured.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

#: Ten visits each, 500 providers, in the 18 months up to a day.
_VISITS_EACH, _PROVIDERS, _DAYS = 10, 500, 540
_FIRST = dt.date(2024, 6, 1)
_INDEX = "import sys\nfrom nvplan.cli import run\nrun(['index', sys.argv[1], '--json'])"
_OWN_WAY = "from nvplan.files.read import visits_duckdb\nvisits_duckdb.is_installed = lambda: False\n" + _INDEX
#: What any engine must do: read the file and count the visits of each patient to each provider.
_BARE = """
import sys
import duckdb
db = duckdb.connect(config={"autoinstall_known_extensions": False})
db.execute("SET memory_limit = '1GB'")
print(db.execute('''
    SELECT count(*), avg(pairs / (visits * (visits - 1.0))) FROM (
        SELECT patient, sum(seen) AS visits, sum(seen * (seen - 1)) AS pairs FROM (
            SELECT patient, vardgivare, count(*) AS seen FROM read_csv(?, delim=';', header=true) GROUP BY ALL)
        GROUP BY patient HAVING visits >= 3)''', [sys.argv[1]]).fetchall())
"""


def write_visits(path: Path, visits: int) -> None:
    """Write made-up visits, the same every time."""
    chance = random.Random(1)
    days = [(_FIRST + dt.timedelta(days=day)).isoformat() for day in range(_DAYS)]
    patients = max(1, visits // _VISITS_EACH)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("patient;vardgivare;datum\n")
        for _ in range(visits):
            stream.write(f"P{int(chance.random() * patients):07d};L{int(chance.random() * _PROVIDERS):03d};"
                         f"{days[int(chance.random() * _DAYS)]}\n")


def measure(work: str, path: Path) -> tuple[float, float]:
    """Return how many seconds a piece of work takes in a fresh process, and its peak in MB."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", work, str(path)], stdout=subprocess.DEVNULL,
                               cwd=Path(__file__).parents[2])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "index")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def compare(visits: int, folder: Path) -> dict[str, tuple[float, float]]:
    """Return seconds and MB above start of each way, and print them."""
    small, large = folder / "small.csv", folder / "large.csv"
    write_visits(small, 3)
    write_visits(large, visits)
    found = {}
    for name, work in (("duckdb bare", _BARE), ("nvplan", _OWN_WAY), ("nvplan[stora]", _INDEX)):
        if name != "nvplan" and importlib.util.find_spec("duckdb") is None:
            print(f"duckdb is not installed: no {name}")
            continue
        start = measure(work, small)[1]
        seconds, peak = measure(work, large)
        found[name] = seconds, peak - start
        print(f"{visits:>11,} visits  {name:14} {seconds:7.2f} s  {peak:6.1f} MB, {peak - start:6.1f} above start")
    for name in [one for one in found if "duckdb bare" in found and one != "duckdb bare"]:
        print(f"{name}: {found[name][0] / found['duckdb bare'][0]:.2f} times the bare read and group")
    return found


def main() -> None:
    """Measure each number of visits that is asked for."""
    for visits in [int(one) for one in sys.argv[1:]] or [1_000_000]:
        with tempfile.TemporaryDirectory() as folder:
            compare(visits, Path(folder))


if __name__ == "__main__":
    main()
