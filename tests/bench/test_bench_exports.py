"""The benchmark of the exports runs; how long they take is for whoever runs it to judge."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.exchange.formats import FORMATS
from tests.bench.bench_exports import GROWING, growth, peak, ratios
from tests.bench.big_county import big_plan


def test_the_benchmark_of_the_exports_runs(tmp_path: Path) -> None:
    plan = tmp_path / "liten.nvplan"
    session = big_plan(plan, 10)
    found = ratios(session, 1)
    session.close()
    assert set(found) == set(FORMATS)
    assert all(value > 0 for measured in found.values() for value in measured.values())
    assert peak(plan, "csv", bare=False) > 0
    assert peak(plan, "csv", bare=True) > 0


def test_the_benchmark_of_growth_runs(tmp_path: Path) -> None:
    found = growth(tmp_path, (5, 10), 1)
    assert set(found) == {"build", *GROWING}
    assert all(set(by_size) == {5, 10} for by_size in found.values())
