"""The library on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import nvplan


def test_the_library_is_looked_through_and_an_insats_begun_from_it(tmp_path: Path) -> None:
    plan = str(tmp_path / "plan.nvplan")
    nvplan("ny", plan, "--lan", "07")
    listed = nvplan("bibliotek", plan, "kontinuitet", "--del", "exempel")
    assert listed.code == 0
    assert listed.out.startswith("Exempel")
    rows = nvplan("bibliotek", plan, "--omrade", "kontinuitet", "--del", "exempel", "--json").json
    told = nvplan("bibliotek", plan, "--id", rows[0]["id"]).out
    assert "Källa: " in told
    begun = {"title": "Fast läkare", **rows[0]["begin"]}
    assert nvplan("objekt", plan, "insats", "satt", stdin=json.dumps(begun)).code == 0
    assert "Inget hittades" in nvplan("bibliotek", plan, "finnsintealls").out
    refused = nvplan("bibliotek", plan, "--omrade", "kontinuitt")
    assert refused.code == 1
    assert "Menar ni kontinuitet" in refused.err
