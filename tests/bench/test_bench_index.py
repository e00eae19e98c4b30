"""The benchmark of the index runs; how long it takes is for whoever runs it to judge."""

from __future__ import annotations

from pathlib import Path

from tests.bench.bench_index import compare, write_visits


def test_the_benchmark_of_the_index_runs(tmp_path: Path) -> None:
    assert "nvplan" in compare(500, tmp_path)
    first = (tmp_path / "large.csv").read_bytes()
    write_visits(tmp_path / "again.csv", 500)
    assert (tmp_path / "again.csv").read_bytes() == first
