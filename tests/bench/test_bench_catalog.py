"""The benchmark of the catalogue runs; how long it takes is for whoever runs it to judge."""

from __future__ import annotations

from pathlib import Path

from tests.bench.bench_catalog import TARGETS, growth, ratios


def test_the_benchmark_of_the_catalogue_runs(tmp_path: Path) -> None:
    assert set(ratios(1, tmp_path)) == set(TARGETS)
    assert set(growth(1, tmp_path, (1, 2))) == {1, 2}
