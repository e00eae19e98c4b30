"""Benchmarks: they print ratios and guard nothing by the clock."""
