"""`nvplan granska`: the findings, and exit code 1 when there is a fel that nobody has acknowledged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


def test_an_empty_plan_is_told_what_is_missing_and_it_is_no_fault(plan: str) -> None:
    result = nvplan("granska", plan)
    assert (result.code, result.err) == (0, "")
    assert "inget att anmärka" not in result.out
    assert "kärnfrågor i planen för kontinuitet är inte klara" in result.out
    assert result.out.endswith("0 fel, 0 varningar, 6 upplysningar.\n")


def test_a_fel_gives_exit_code_1_until_it_is_acknowledged(plan: str) -> None:
    nvplan("objekt", plan, "insats", "satt", stdin='{"title": "Team", "plans": ["gemensam"], "state": "planerad"}')
    result = nvplan("granska", plan, "--json")
    assert result.code == 1
    assert result.err == ""
    row = result.json[0]
    assert list(row) == ["level", "rule", "place", "text", "remedy"]
    assert (row["level"], row["place"]) == ("fel", "insats:insats-1")

    receipt = {"rule": row["rule"], "place": row["place"], "reason": "Spridningen bestäms i höst."}
    assert nvplan("objekt", plan, "kvittens", "satt", stdin=json.dumps(receipt)).code == 0
    again = nvplan("granska", plan, "--json")
    assert (again.code, again.json[-1]["level"]) == (0, "info")
    assert "Spridningen bestäms i höst." in nvplan("granska", plan).out
    assert "1 får stå." in nvplan("granska", plan).out


def test_a_warning_alone_gives_exit_code_0(plan: str) -> None:
    nvplan("svara", plan, "1.2.fungerar", "TODO")
    result = nvplan("granska", plan)
    assert result.code == 0
    assert "VARNING  fraga:1.2.fungerar@lan" in result.out
    assert "0 fel, 1 varning, 6 upplysningar." in result.out


def test_a_file_that_is_no_plan_is_told(tmp_path: Path) -> None:
    result = nvplan("granska", str(tmp_path / "saknas.nvplan"))
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
